/** Check compliance: reads usage, seats and people, runs every check, and writes `Flex Compliance` and `Flex ITAM` together. */
import {
  checkCompliance,
  itamRegister,
  type ComplianceReport,
  type KeptFinding,
} from '../../engine/compliance';
import { isoDate } from '../../engine/numeric';
import { sheetAddress } from '../../report/model/address';
import { complianceDocument } from '../../report/compliance/document';
import { keptFindings } from '../../report/compliance/earlier';
import { complianceFinding, evidenceRowsText, openBySeverity } from '../../report/compliance/words';
import type { SheetDocument } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { itamDocument } from '../../report/compliance/itam/document';
import { layout } from '../../report/model/layout';
import { PEOPLE_SHEET, SHEETS, TABLES } from '../../report/model/sheet-names';
import { COMPLIANCE_LISTS_KEY } from './last';
import { placeComplianceRejects } from './lists';
import { readCompliance, type ComplianceReading } from './reading';
import type { ComplianceFindingRow, ComplianceOutcome } from '../contract/compliance';
import { writeDocuments } from '../sheets/document-writer';
import { throwIfCancelled } from '../host/failure';
import { provenanceOf } from '../runs/provenance';
import { placeRejects } from '../usage/reading';
import { runRecord } from '../runs/record';
import type { Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

const ROWS_SHOWN = 200;

/**
 * @param now the moment of the run; kept as provenance
 * @throws ExcelFailure or FlexError; the workbook is then as it was
 */
export async function runCompliance(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<ComplianceOutcome> {
  const started = performance.now();
  const found = await readCompliance(context, choice, settings, onProgress, signal);
  const { read, input, earlier, tokenPrice } = found;
  onProgress({
    phase: 'computing',
    done: 0,
    total: 1,
    text: `${countText(read.reading.table.users.length)} people`,
  });
  await breathe();
  throwIfCancelled(signal);
  const report = checkCompliance(input);
  const findings = keptFindings(report, earlier ?? [], read.reading.earliestDate);
  await breathe();
  throwIfCancelled(signal);
  const register = itamRegister(read.reading, {
    seats: input.seats,
    asOf: report.asOf,
    tokenPrice,
    seatDiscount: settings.seatDiscount,
  });
  const provenance = provenanceOf(read, now);
  const compliance = complianceSheet(found, report, findings, now);
  const documents: readonly SheetDocument[] = [
    compliance,
    itamDocument({ asOf: report.asOf, rows: register, tokenPrice, currency: read.card.currency, provenance }),
  ];
  const sheets = await writeDocuments(context, documents, {
    signal,
    activate: SHEETS.compliance.name,
    onRows: (done, total) => {
      onProgress({ phase: 'writing', done, total, text: `${countText(done)} of ${countText(total)} rows` });
    },
  });
  const known = new Set((earlier ?? []).map(({ id }) => id));
  return {
    finding: complianceFinding(findings, report.checks),
    asOf: isoDate(report.asOf),
    checks: report.checks,
    open: openBySeverity(findings),
    total: report.findings.length,
    new: report.findings.filter(({ id }) => !known.has(id)).length,
    accepted: findings.filter(({ state }) => state === 'accepted').length,
    closed: findings.filter(({ state }) => state === 'closed').length,
    findings: findingRows(findings, known, compliance),
    itam: {
      rows: register.length,
      people: new Set(register.map(({ user }) => user)).size,
      yearlyCost: register.reduce((sum, { yearlyCost }) => sum + (yearlyCost ?? 0), 0),
      priceMissing: register.filter(({ yearlyCost }) => yearlyCost === null).length,
    },
    currency: read.card.currency,
    estimated: read.reading.estimated,
    read: read.reading.read,
    used: read.reading.used,
    rejected: read.reading.rejected,
    sheets,
    messages: found.messages,
    seconds: (performance.now() - started) / 1000,
  };
}

function complianceSheet(
  found: ComplianceReading,
  { asOf, checks }: ComplianceReport,
  findings: readonly KeptFinding[],
  now: Date,
): SheetDocument {
  const { read, lists, moves, seatsFrom } = found;
  const document = complianceDocument({
    asOf,
    checks,
    findings,
    sources: {
      seats: { 'Flex Seats': SHEETS.seats.name, usage: 'the usage report', none: '' }[seatsFrom],
      people: lists.people === null ? '' : PEOPLE_SHEET,
      moves: moves?.from ?? '',
    },
    provenance: provenanceOf(read, now),
    listsRejected: placeComplianceRejects(lists),
    rejected: placeRejects(read),
    warnings: found.messages.filter(({ level }) => level !== 'info').map(({ text }) => text),
  });
  return {
    ...document,
    properties: {
      ...runRecord(read, {
        when: now,
        people: read.reading.table.users.length,
        used: {},
        pane: {},
        adopted: [],
      }),
      [COMPLIANCE_LISTS_KEY]: lists.fingerprint,
    },
  };
}

function findingRows(
  findings: readonly KeptFinding[],
  known: ReadonlySet<string>,
  document: SheetDocument,
): readonly ComplianceFindingRow[] {
  const placed = layout(document).tables.find(({ block }) => block.name === TABLES.complianceFindings);
  const first = placed?.body.row ?? 0;
  return findings.slice(0, ROWS_SHOWN).map((finding, index) => ({
    id: finding.id,
    rule: finding.rule,
    title: finding.title,
    user: finding.user,
    displayName: finding.displayName,
    product: finding.product,
    evidence: finding.evidence,
    rows: evidenceRowsText(finding),
    severity: finding.severity,
    falsePositive: finding.falsePositive,
    action: finding.action,
    state: finding.state,
    reason: finding.reason,
    isNew: !known.has(finding.id),
    address: sheetAddress(document.name, { row: first + index, column: 0, rows: 1, columns: 1 }),
  }));
}
