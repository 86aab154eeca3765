/** Size the pool: reads the source, the plan and the user's cells, simulates a year of demand, and writes `Flex Pool`. */
import { windowText } from '../../engine/usage';
import type { PoolResult } from '../../engine/pool';
import type { Block } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { poolDocument } from '../../report/pool/document';
import type { PoolSettings } from '../contract/pool';
import { ON_FLEX, SEGMENTED } from '../population/inputs';
import { placePlanRejects } from '../population/plan';
import { CARD } from '../rates/rates';
import { reportOf, type CommandDeclaration } from '../runs/command';
import { PEOPLE, PLAN } from '../runs/inputs';
import { POOL_CELLS } from './previous';
import { CLASS_COSTS } from './classes';
import { lookAtPool } from './inspection';
import { readPool, type PoolReading } from './reading';
import { loadPoolSettings, savePoolSettings } from './settings';
import { POOL_TIERS } from './tiers';

export const poolCommand = {
  writes: [SHEETS.pool],
  reads: [
    { input: PEOPLE },
    ...CARD,
    { input: PLAN },
    { input: SEGMENTED, when: ({ terms }) => terms.assumptions.people === 'flex' },
    { input: ON_FLEX, when: ({ terms }) => terms.assumptions.people === 'portfolio' },
    { input: POOL_TIERS },
    { input: CLASS_COSTS },
  ],
  cells: { sheets: [SHEETS.pool.name], ...POOL_CELLS },
  load: loadPoolSettings,
  save: savePoolSettings,
  read: ({ context, choice, settings, own, onProgress, signal }) =>
    readPool(context, choice, settings, own, onProgress, signal),
  computing: ({ input }) => ({ total: input.draws, text: `0 of ${countText(input.draws)} draws` }),
  compute: ({ input }, _ask, { progress, run }) => {
    const draws = (done: number, total: number): void =>
      progress(done, total, `${countText(done)} of ${countText(total)} draws`);
    return run('pool', input, draws);
  },
  notes: ({ warnings }) => warnings.map(({ text }) => text),
  estimated: isEstimated,
  documents: (found, result, writing) => {
    const document = poolDocument({
      ...reportOf(found, writing),
      result,
      input: found.input,
      demand: found.demand,
      assumptions: found.terms.assumptions,
      currency: found.read.card.currency,
      window: windowText(found.year),
      blocked: found.blocked,
      classLabel: found.costs.label,
      classes: found.costs.classes,
      classTokens: found.costs.tokens,
      planned: found.effects,
      plannedRejected: found.plan === null ? [] : placePlanRejects(found.plan, found.planRejected),
      estimated: isEstimated(found),
    });
    return [{ ...document, blocks: document.blocks.map((block) => withRoom(block, found.tiers.rows)) }];
  },
  facts: ({ history, terms }) => ({
    people: history.people,
    used: { ...terms.assumptions },
    pane: terms.pane,
    adopted: terms.adopted,
  }),
  look: lookAtPool,
  outcome: ({ history, input, read, blocked }, result) => ({
    choices: result.choices,
    corrected: result.corrected,
    curve: result.curve,
    meaning: result.meaning,
    lots: result.lots,
    effectiveClusters: result.effectiveClusters,
    clusters: result.clusters,
    baseline: result.baseline,
    peakRatio: result.peakRatio,
    guideBuffer: result.guideBuffer,
    tolerance: input.tolerance,
    currency: read.card.currency,
    people: history.people,
    blocked,
    planned: result.planned,
  }),
} satisfies CommandDeclaration<PoolSettings, PoolReading, PoolResult, object, object>;

function isEstimated({ read, demand }: PoolReading): boolean {
  return read.reading.estimated || demand.scale !== 1;
}

/** With the room the user had made in the tier table. */
function withRoom(block: Block, rows: number): Block {
  if (block.kind !== 'table' || block.name !== TABLES.poolTiers || block.rows.length >= rows) return block;
  const blank = block.columns.map(() => null);
  const more = Array.from({ length: rows - block.rows.length }, () => blank);
  return { ...block, rows: [...block.rows, ...more] };
}
