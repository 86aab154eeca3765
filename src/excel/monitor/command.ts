/** Monitor: reads the source, the ledger and the user's lists, reviews the pool, and writes the four sheets of a review together. */
import { FlexError } from '../../engine/errors';
import type { MonitorReview } from '../../engine/monitor/review-types';
import { monitorReview } from '../../engine/monitor/review';
import { alertsDocument } from '../../report/monitor/alerts/document';
import { chargebackDocument } from '../../report/monitor/chargeback/document';
import type { SheetDocument } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { ledgerDocument } from '../../report/monitor/ledger/document';
import { SHEETS } from '../../report/model/sheet-names';
import { monitorDocument } from '../../report/monitor/document';
import type { MonitorReportInput } from '../../report/monitor/input';
import { writeDocuments, type WrittenSheet } from '../sheets/document-writer';
import { throwIfCancelled } from '../host/failure';
import { PLAN_KEY, SEGMENTATION_KEY } from '../pool/last';
import { countedBy } from '../population/population';
import { USER_TABLES_KEY } from './last';
import { readMonitor, type MonitorReading } from './reading';
import type { MonitorOutcome, MonitorSettings } from '../contract/monitor';
import { provenanceOf } from '../runs/provenance';
import { placeRejects } from '../usage/reading';
import { runRecord } from '../runs/record';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

/** Top consumers handed to the pane. */
const CONSUMERS_SHOWN = 5;

/**
 * @param now the moment of the run: kept as provenance, and the as-of day where none is named
 * @throws ExcelFailure or FlexError; the workbook is then as it was
 */
export async function monitor(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  chosen: MonitorSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<MonitorOutcome> {
  const started = performance.now();
  const found = await readMonitor(context, choice, settings, chosen, now, onProgress, signal);
  if (found.refusal !== null) throw new FlexError('value', found.refusal);
  onProgress({
    phase: 'computing',
    done: 0,
    total: 1,
    text: `${countText(found.read.reading.used)} rows of usage`,
  });
  await breathe();
  throwIfCancelled(signal);
  const review = monitorReview(found.input);
  await breathe();
  throwIfCancelled(signal);
  const messages: readonly Message[] = [
    ...found.messages,
    ...review.notes.map((text): Message => ({ level: 'warning', text })),
  ];
  const sheets = await writeDocuments(context, documentsOf(found, review, now), {
    signal,
    activate: SHEETS.monitor.name,
    onRows: (done, total) => {
      onProgress({ phase: 'writing', done, total, text: `${countText(done)} of ${countText(total)} rows` });
    },
  });
  return outcomeOf(found, review, sheets, messages, (performance.now() - started) / 1000);
}

function documentsOf(found: MonitorReading, review: MonitorReview, now: Date): readonly SheetDocument[] {
  const { read, terms, user } = found;
  const report: MonitorReportInput = {
    review,
    people: terms.people,
    peopleCount: found.people,
    own: user.own,
    ownRejected: user.rejected,
    rejected: placeRejects(read),
    provenance: provenanceOf(read, now),
    warnings: found.messages.filter(({ level }) => level !== 'info').map(({ text }) => text),
    estimated: read.reading.estimated,
  };
  const document = monitorDocument(report);
  return [
    { ...document, properties: { ...document.properties, ...propertiesOf(found, now) } },
    ledgerDocument(report),
    alertsDocument(report),
    chargebackDocument(report),
  ];
}

/** Kept with the sheet, so that they come and go with it. */
function propertiesOf(found: MonitorReading, now: Date): Readonly<Record<string, string>> {
  const { read, terms, user, flexLists } = found;
  return {
    ...runRecord(read, {
      when: now,
      people: found.people,
      used: terms.used,
      pane: terms.pane,
      adopted: terms.adopted,
    }),
    [USER_TABLES_KEY]: user.fingerprint,
    [PLAN_KEY]: found.planFingerprint === '' ? 'none' : found.planFingerprint,
    [SEGMENTATION_KEY]: countedBy(terms.people, flexLists),
  };
}

function outcomeOf(
  found: MonitorReading,
  review: MonitorReview,
  sheets: readonly WrittenSheet[],
  messages: readonly Message[],
  seconds: number,
): MonitorOutcome {
  const { reading } = found.read;
  return {
    asOf: review.asOf,
    currency: review.currency,
    total: review.total,
    teams: review.teams,
    burnDown: review.burnDown,
    weeks: review.weeks,
    topConsumers: review.topConsumers.slice(0, CONSUMERS_SHOWN),
    topWeek: review.topWeek,
    anomalies: review.anomalies,
    cases: review.cases,
    shifts: review.shifts,
    change: review.change,
    budgets: review.budgets,
    alerts: review.alerts.filter(({ state }) => state !== 'closed'),
    raisedNow: review.raisedNow,
    reconciliations: review.reconciliations,
    people: found.people,
    estimated: reading.estimated,
    read: reading.read,
    used: reading.used,
    rejected: reading.rejected,
    sheets,
    messages,
    seconds,
  };
}
