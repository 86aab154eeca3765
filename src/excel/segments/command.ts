/** Segment users: reads the source, decides, and writes `Flex Segments` and `Flex Summary` together. */
import { monthTokens } from '../../engine/usage';
import { requireUsable } from '../../engine/usage/reader/reader';
import { segmentUsers, summarizeSegments } from '../../engine/segments';
import type { SegmentRow } from '../../engine/segments/types';
import { ASSUMPTION_NAMES, type RunAssumptions } from '../../report/segments/assumptions';
import { sheetAddress } from '../../report/model/address';
import type { SheetDocument } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { layout } from '../../report/model/layout';
import { SHEETS } from '../../report/model/sheet-names';
import { segmentsDocument } from '../../report/segments/document';
import { isFlex, summaryDocument } from '../../report/segments/summary-document';
import { changesSince } from './since-last-run';
import { writeDocuments } from '../sheets/document-writer';
import { throwIfCancelled } from '../host/failure';
import { inspectionMessages, windowText } from '../usage/inspection';
import { readPreviousRun } from './previous';
import { provenanceOf } from '../runs/provenance';
import { placeRejects, readSource, type SourceReading } from '../usage/reading';
import { runRecord } from '../runs/record';
import { runTerms, type RunTerms } from '../runs/terms';
import type { Message, Progress, SegmentOutcome, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

/** Rows handed to the pane for its "Why?". */
const ROWS_SHOWN = 200;

/**
 * @param now the moment of the run; kept as provenance
 * @throws ExcelFailure or FlexError; the workbook is then as it was
 */
export async function segment(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<SegmentOutcome> {
  const started = performance.now();
  const read = await readSource(context, choice, settings, onProgress, signal);
  requireUsable(read.reading);
  const previous = await readPreviousRun(context, { signal });
  const chosen = runTerms(read.card, settings, previous?.assumptions ?? null);
  onProgress({
    phase: 'computing',
    done: 0,
    total: 1,
    text: `${countText(read.reading.table.users.length)} people`,
  });
  await breathe();
  throwIfCancelled(signal);
  const { rows, year } = segmentUsers(read.reading, {
    card: read.card,
    terms: chosen.terms,
    asOf: chosen.asOf,
    externalDomains: settings.externalDomains,
    rankingHoursPerDay: chosen.rankingHoursPerDay,
  });
  await breathe();
  throwIfCancelled(signal);
  const summary = summarizeSegments(rows);
  const changes = changesSince(previous, rows);
  const run: RunAssumptions = {
    terms: chosen.terms,
    currency: read.card.currency,
    asOf: Math.floor(year.asOf),
    rankingHoursPerDay: chosen.rankingHoursPerDay,
  };
  const messages = [...inspectionMessages(read), ...chosen.messages, ...missingPrices(rows)];
  const shared = {
    rows,
    run,
    provenance: provenanceOf(read, now),
    estimated: read.reading.estimated,
    window: windowText(year),
  };
  const segments: SheetDocument = {
    ...segmentsDocument({ ...shared, own: changes.own, changes: changes.texts }),
    properties: runProperties(read, run, chosen, rows.length, now),
  };
  const documents = [
    segments,
    summaryDocument({
      ...shared,
      summary,
      rejected: placeRejects(read),
      gone: changes.gone,
      months: { year, months: monthTokens(read.reading) },
      warnings: messages.filter(({ level }) => level !== 'info').map(({ text }) => text),
    }),
  ];
  const sheets = await writeDocuments(context, documents, {
    signal,
    activate: SHEETS.segments.name,
    onRows: (done, total) => {
      onProgress({ phase: 'writing', done, total, text: `${countText(done)} of ${countText(total)} rows` });
    },
  });
  const onFlex = summary.filter(isFlex).reduce((sum, row) => sum + row.users, 0);
  return {
    people: rows.length,
    bySegment: summary,
    toFlex: onFlex,
    currency: run.currency,
    saving: summary.reduce((sum, row) => sum + row.saving, 0),
    read: read.reading.read,
    used: read.reading.used,
    rejected: read.reading.rejected,
    changed: changes.changed,
    newPeople: changes.newPeople,
    gonePeople: changes.gonePeople,
    rows: shownRows(rows, segments),
    sheets,
    messages,
    estimated: read.reading.estimated,
    seconds: (performance.now() - started) / 1000,
  };
}

function shownRows(rows: readonly SegmentRow[], document: SheetDocument): SegmentOutcome['rows'] {
  const body = layout(document).tables[0]?.body;
  return rows.slice(0, ROWS_SHOWN).map(({ user, segment: name, recommendation, reason }, index) => ({
    user,
    segment: name,
    recommendation,
    reason,
    address: sheetAddress(document.name, { row: (body?.row ?? 0) + index, column: 0, rows: 1, columns: 1 }),
  }));
}

function missingPrices(rows: readonly SegmentRow[]): readonly Message[] {
  const missing = rows.filter((row) => row.saving === null).length;
  if (missing === 0) return [];
  const who = missing === 1 ? '1 person has' : `${countText(missing)} people have`;
  return [
    {
      level: 'warning',
      text: `${who} a price missing and are left out of the sums. Insert ${SHEETS.rates.name} and fill it in there, then run again.`,
    },
  ];
}

/** Kept with the sheet, so that they come and go with it. */
function runProperties(
  read: SourceReading,
  run: RunAssumptions,
  chosen: RunTerms,
  people: number,
  now: Date,
): Readonly<Record<string, string>> {
  const { terms } = run;
  const used: Record<keyof typeof ASSUMPTION_NAMES, string | number | null> = {
    tokenPrice: terms.tokenPrice,
    tokenDiscount: terms.tokenDiscount,
    seatDiscount: terms.seatDiscount,
    margin: terms.margin,
    currency: run.currency,
    asOf: run.asOf,
    rankingHours: run.rankingHoursPerDay,
  };
  return runRecord(read, { when: now, people, used, pane: chosen.pane, adopted: chosen.adopted });
}
