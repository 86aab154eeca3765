/** A sizing of a usage file: shared by `pool` and `report`. */
import { FlexError } from '../../../engine/errors';
import { netTokenPrice, priceTerms } from '../../../engine/catalog';
import {
  blockedUnit,
  plannedEffects,
  poolDemand,
  poolInput,
  toleranceRefusal,
  sizePool,
  type PoolResult,
} from '../../../engine/pool';
import { usageYear, windowText } from '../../../engine/usage';
import { counted } from '../../../engine/numeric';
import { countText } from '../../../report/model/formats';
import type { PoolReportInput } from '../../../report/pool/input';
import type { PlacedReject } from '../../../report/segments/summary-tables';
import type { Provenance } from '../../../report/model/document';
import { planFrom, POOL_TIERS, PORTFOLIO_TIERS, tiersFrom } from '../../input/plan-files';
import type { UsageFile } from '../../input/usage-file';
import type { OptionValues } from '../../program/option-values';
import { poolAssumptions } from './options';
import { flexPopulation } from './population';
import type { Progress } from '../../program/progress';
import { outsideNote, runSegments, type SegmentRun } from '../segments/run';

export interface PoolRun {
  readonly report: PoolReportInput;
  readonly result: PoolResult;
  readonly notes: readonly string[];
}

/**
 * @param segments a segmentation already made of the same usage: the people on Flex then count unless an option says otherwise
 * @throws BadInput or FlexError naming the option, file or row that cannot be used
 */
export async function runPool(
  usage: UsageFile,
  options: OptionValues,
  provenance: Provenance,
  progress: Progress,
  segments: SegmentRun | null = null,
): Promise<PoolRun> {
  const { reading, card } = usage;
  const assumptions = poolAssumptions(card, options, segments === null ? 'all' : 'flex');
  const tiers = await tiersFrom(options.text('tiers'), [POOL_TIERS, PORTFOLIO_TIERS]);
  const plan = await planFrom(options.text('projects'), usage.card);
  const year = usageYear(reading, options.number('as-of'));
  const population =
    assumptions.people === 'flex'
      ? flexPopulation((segments ?? (await runSegments(usage, options))).rows, reading)
      : null;
  const includes = population?.includes;
  const history = poolDemand(reading, year, {
    by: assumptions.clusterBy,
    scaleShort: options.flag('scale-short'),
    ...(includes === undefined ? {} : { includes }),
  });
  const planned = plannedEffects(plan?.projects ?? [], reading, year, history, includes);
  const { demand, effects } = planned;
  if (demand.clusters.length === 0 && !effects.some(({ burst }) => burst.probability * burst.mean > 0)) {
    throw new FlexError(
      'value',
      `The people who count have no tokens in ${windowText(year)}, so there is no pool to size. Count all people (--population all), choose another --as-of, or check the period of the data.`,
    );
  }
  const refusal = toleranceRefusal(assumptions.tolerance, demand.effectiveClusters);
  if (refusal !== null) throw refusal;
  const { tokenPrice, tokenDiscount } = assumptions;
  const input = poolInput(demand, {
    tolerance: assumptions.tolerance,
    growth: { mean: assumptions.growthMean, spread: assumptions.growthSpread },
    prices: {
      price: netTokenPrice(priceTerms(card, { tokenPrice, tokenDiscount })),
      tiers,
      bundle: assumptions.bundle,
      topUpPrice: assumptions.topUpPrice,
      disruption: assumptions.disruption,
      salvage: assumptions.salvage,
      salvageShare: assumptions.salvageShare,
    },
    leadDays: assumptions.leadDays,
    planned: effects.map(({ burst }) => burst),
    seed: assumptions.seed,
  });
  progress.say(`Simulating ${countText(input.draws)} years`);
  const result = sizePool(input);
  progress.end();
  const rejectedPlans = [...(plan?.rejected ?? []), ...planned.rejected].sort((a, b) => a.row - b.row);
  const notes = [
    ...usage.notes,
    ...outsideNote(year),
    ...(population?.notes ?? []),
    ...planNote(rejectedPlans.length),
  ];
  return {
    result,
    notes: [...notes, ...result.warnings.map(({ text }) => text)],
    report: {
      result,
      input,
      demand,
      assumptions,
      currency: card.currency,
      window: windowText(year),
      provenance,
      blocked: blockedUnit(reading, year, includes, options.number('ranking-hours') ?? 8),
      classLabel: '',
      classes: [],
      planned: effects,
      plannedRejected: rejectedPlans.map(({ row, ...rest }): PlacedReject => ({
        sheetRow: row,
        address: `row ${row}`,
        ...rest,
      })),
      rejected: usage.placed,
      warnings: notes,
      estimated: reading.estimated || demand.scale !== 1,
    },
  };
}

export function planNote(rejected: number): readonly string[] {
  if (rejected === 0) return [];
  return [
    `${counted(rejected, 'row')} of the planned work could not be used and ${rejected === 1 ? 'is' : 'are'} left out of the pool.`,
  ];
}
