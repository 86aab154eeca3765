/** Everything a sizing needs, read from the workbook; nothing is written. Shared by what the pane shows before a run and by the run. */
import { counted } from '../../engine/numeric';
import { netTokenPrice, priceTerms } from '../../engine/catalog';
import { FlexError } from '../../engine/errors';
import {
  plannedEffects,
  poolDemand,
  poolInput,
  toleranceRefusal,
  type PlannedEffect,
  type PlannedWork,
  type PoolDemand,
  type PoolInput,
} from '../../engine/pool';
import { requireUsable, usageYear, windowText } from '../../engine/usage';
import type { RejectedRow, UsageYear } from '../../engine/usage/types';
import { countText } from '../../report/model/formats';
import { blockedUnit, type BlockedUnit } from '../../engine/pool/blocked-unit';
import { throwIfCancelled } from '../host/failure';
import { readingMessages } from '../usage/inspection';
import { classCosts, type ClassCosts } from './classes';
import { readPlan, readPlanRange, type Plan } from '../population/plan';
import {
  NO_LIST,
  populationOf,
  readFlexLists,
  type FlexLists,
  type Population,
} from '../population/population';
import type { PoolSettings } from '../contract/pool';
import { poolTerms, type PoolTerms } from './terms';
import { readTierTable, type TierTable } from './tiers';
import { readPreviousPool } from './previous';
import { readSource, type SourceReading } from '../usage/reading';
import { asOfSerial } from '../runs/terms';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

export interface PoolReading {
  readonly read: SourceReading;
  readonly year: UsageYear;
  readonly terms: PoolTerms;
  readonly flexLists: FlexLists;
  readonly population: Population;
  readonly tiers: TierTable;
  readonly costs: ClassCosts;
  readonly plan: Plan | null;
  readonly effects: readonly PlannedEffect[];
  /** Rows of the plan that cannot be used: unreadable, or without a history to learn from. */
  readonly planRejected: readonly RejectedRow[];
  /** The year of the people who count, before planned work took out what it continues. */
  readonly history: PoolDemand;
  readonly demand: PoolDemand;
  readonly input: PoolInput;
  readonly blocked: BlockedUnit | null;
  /** Price of a token bought early, where no tiers are given. */
  readonly price: number;
  readonly messages: readonly Message[];
  /** Why these data cannot be sized as asked; null when they can. */
  readonly refusal: FlexError | string | null;
}

/** @throws FlexError or ExcelFailure with the cell that cannot be used */
export async function readPool(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  pool: PoolSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<PoolReading> {
  const read = await readSource(context, choice, settings, onProgress, signal);
  const { reading, card } = read;
  requireUsable(reading);
  const previous = await readPreviousPool(context, { signal });
  const terms = poolTerms(card, settings, pool, previous);
  const tiers = readTierTable(previous.tiers);
  const flexLists = await readFlexLists(context, signal, {
    address: read.source.address,
    fingerprint: read.fingerprint,
  });
  const planRange = await readPlanRange(context, { signal });
  const plan = readPlan(planRange, card);
  throwIfCancelled(signal);
  const year = usageYear(reading, settings.asOf === null ? null : asOfSerial(settings.asOf));
  await breathe();
  throwIfCancelled(signal);

  const { assumptions } = terms;
  const population = populationOf(assumptions.people, read, year, flexLists);
  const { includes } = population;
  const history = poolDemand(reading, year, {
    by: assumptions.clusterBy,
    scaleShort: pool.scaleShort,
    ...(includes === undefined ? {} : { includes }),
  });
  const planned = plannedEffects(plan?.table.projects ?? [], reading, year, history, includes);
  const costs = classCosts(reading, year, includes, previous.classes, assumptions.disruption);
  const price = netTokenPrice(
    priceTerms(card, { tokenPrice: assumptions.tokenPrice, tokenDiscount: assumptions.tokenDiscount }),
  );
  const input = poolInput(planned.demand, {
    tolerance: assumptions.tolerance,
    growth: { mean: assumptions.growthMean, spread: assumptions.growthSpread },
    prices: {
      price,
      tiers: tiers.tiers,
      bundle: assumptions.bundle,
      topUpPrice: assumptions.topUpPrice,
      disruption: costs.disruption,
      salvage: assumptions.salvage,
      salvageShare: assumptions.salvageShare,
    },
    leadDays: assumptions.leadDays,
    planned: planned.effects.map(({ burst }) => burst),
    seed: assumptions.seed,
  });
  const planRejected = [...(plan?.table.rejected ?? []), ...planned.rejected].sort((a, b) => a.row - b.row);
  return {
    read,
    year,
    terms,
    flexLists,
    population,
    tiers,
    costs,
    plan,
    effects: planned.effects,
    planRejected,
    history,
    demand: planned.demand,
    input,
    blocked: blockedUnit(reading, year, includes, settings.rankingHoursPerDay),
    price,
    messages: [
      ...readingMessages(read),
      ...terms.messages,
      ...population.messages,
      ...planMessages(plan, planRejected.length),
    ],
    refusal: refusalOf(planned, population, assumptions.tolerance, year),
  };
}

function refusalOf(
  { demand, effects }: PlannedWork,
  population: Population,
  tolerance: number,
  year: UsageYear,
): FlexError | string | null {
  const unknown = population.messages.find(({ code }) => code === NO_LIST);
  if (unknown !== undefined) return new FlexError('value', unknown.text, NO_LIST);
  const planned = effects.some(({ burst }) => burst.probability * burst.mean > 0);
  if (demand.clusters.length === 0 && !planned) {
    return `The people who count have no tokens in ${windowText(year)}, so there is no pool to size. Count all people, choose another as-of date, or check the period of the data.`;
  }
  return toleranceRefusal(tolerance, demand.effectiveClusters);
}

function planMessages(plan: Plan | null, rejected: number): readonly Message[] {
  if (plan === null || rejected === 0) return [];
  const { sheet } = plan.range;
  return [
    {
      level: 'warning',
      text: `${countText(rejected)} of ${counted(plan.table.read, 'row')} of ${sheet} could not be used and ${rejected === 1 ? 'is' : 'are'} left out of the pool.`,
    },
  ];
}
