/** Size the pool: reads the source, the plan and the user's cells, simulates a year of demand, and writes `Flex Pool`. */
import { FlexError } from '../../engine/errors';
import type { RunJob } from '../../engine/jobs/table';
import type { PoolResult } from '../../engine/pool';
import type { Block, SheetDocument } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { poolDocument } from '../../report/pool/document';
import { writeDocuments } from '../sheets/document-writer';
import { CANCELLED, ExcelFailure, throwIfCancelled } from '../host/failure';
import { windowText } from '../usage/inspection';
import { PLAN_KEY, SEGMENTATION_KEY } from './last';
import { placePlanRejects } from '../population/plan';
import { countedBy } from '../population/population';
import { readPool, type PoolReading } from './reading';
import type { PoolOutcome, PoolSettings } from '../contract/pool';
import { provenanceOf } from '../runs/provenance';
import { placeRejects } from '../usage/reading';
import { runRecord } from '../runs/record';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

/**
 * @param run where the simulation runs; its result is the same anywhere
 * @param now the moment of the run; kept as provenance
 * @throws ExcelFailure or FlexError; the workbook is then as it was
 */
export async function sizeThePool(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  pool: PoolSettings,
  run: RunJob,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<PoolOutcome> {
  const started = performance.now();
  const found = await readPool(context, choice, settings, pool, onProgress, signal);
  if (found.refusal !== null) throw new FlexError('value', found.refusal);
  const result = await simulated(found, run, onProgress, signal);
  const { read, demand, input, blocked, terms, effects } = found;
  const estimated = read.reading.estimated || demand.scale !== 1;
  const messages: readonly Message[] = [
    ...found.messages,
    ...result.warnings.map(({ text }): Message => ({ level: 'warning', text })),
  ];
  const document = poolDocument({
    result,
    input,
    demand,
    assumptions: terms.assumptions,
    currency: read.card.currency,
    window: windowText(found.year),
    provenance: provenanceOf(read, now),
    blocked,
    classLabel: found.costs.label,
    classes: found.costs.classes,
    classTokens: found.costs.tokens,
    planned: effects,
    plannedRejected: found.plan === null ? [] : placePlanRejects(found.plan, found.planRejected),
    rejected: placeRejects(read),
    warnings: found.messages.filter(({ level }) => level !== 'info').map(({ text }) => text),
    estimated,
  });
  const sheets = await writeDocuments(context, [finished(document, found, now)], {
    signal,
    activate: SHEETS.pool.name,
    onRows: (done, total) => {
      onProgress({ phase: 'writing', done, total, text: `${countText(done)} of ${countText(total)} rows` });
    },
  });
  return {
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
    people: found.history.people,
    estimated,
    blocked,
    planned: result.planned,
    read: read.reading.read,
    used: read.reading.used,
    rejected: read.reading.rejected,
    sheets,
    messages,
    seconds: (performance.now() - started) / 1000,
  };
}

async function simulated(
  { input }: PoolReading,
  run: RunJob,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<PoolResult> {
  const draws = (done: number, total: number): void => {
    onProgress({ phase: 'computing', done, total, text: `${countText(done)} of ${countText(total)} draws` });
  };
  draws(0, input.draws);
  await breathe();
  throwIfCancelled(signal);
  try {
    const result = await run('pool', input, draws, signal);
    throwIfCancelled(signal);
    return result;
  } catch (error) {
    // Whatever a simulation that was told to stop fails with, it failed because the user cancelled.
    throwIfCancelled(signal);
    if (error instanceof Error && error.name === 'AbortError') {
      throw new ExcelFailure(CANCELLED, 'Cancelled. The workbook is as it was before.', true);
    }
    throw error;
  }
}

/** The document with the facts of the run, and with the room the user had made in the tier table. */
function finished(document: SheetDocument, found: PoolReading, now: Date): SheetDocument {
  const { read, terms, history, tiers, flexLists } = found;
  return {
    ...document,
    blocks: document.blocks.map((block) => withRoom(block, tiers.rows)),
    properties: {
      ...document.properties,
      ...runRecord(read, {
        when: now,
        people: history.people,
        used: { ...terms.assumptions },
        pane: terms.pane,
        adopted: terms.adopted,
      }),
      [PLAN_KEY]: found.planFingerprint === '' ? 'none' : found.planFingerprint,
      [SEGMENTATION_KEY]: countedBy(terms.assumptions.people, flexLists),
    },
  };
}

function withRoom(block: Block, rows: number): Block {
  if (block.kind !== 'table' || block.name !== TABLES.poolTiers || block.rows.length >= rows) return block;
  const blank = block.columns.map(() => null);
  const more = Array.from({ length: rows - block.rows.length }, () => blank);
  return { ...block, rows: [...block.rows, ...more] };
}
