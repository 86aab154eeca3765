/** Check compliance: reads usage, seats and people, runs every check, and writes `Flex Compliance` and `Flex ITAM` together. */
import {
  checkCompliance,
  itamRegister,
  type ComplianceReport,
  type ItamRow,
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
import type { ComplianceFindingRow } from '../contract/compliance';
import type { NoSettings } from '../contract/services';
import { PROPOSED } from '../population/inputs';
import { CARD } from '../rates/rates';
import { reportOf, type CommandDeclaration } from '../runs/command';
import { PEOPLE, SEATS } from '../runs/inputs';
import { lookAtCompliance } from './inspection';
import { placeComplianceRejects } from './lists';
import { readCompliance, type ComplianceReading } from './reading';

const ROWS_SHOWN = 200;

interface Checked {
  readonly report: ComplianceReport;
  readonly findings: readonly KeptFinding[];
  readonly register: readonly ItamRow[];
}

export const complianceCommand = {
  writes: [SHEETS.compliance, SHEETS.itam],
  reads: [{ input: SEATS }, { input: PEOPLE }, ...CARD, { input: PROPOSED }],
  keeps: [SHEETS.compliance.name],
  load: () => Promise.resolve({}),
  save: () => Promise.resolve(),
  read: ({ context, choice, settings, onProgress, signal }) =>
    readCompliance(context, choice, settings, onProgress, signal),
  computing: ({ read }) => ({ text: `${countText(read.reading.table.users.length)} people` }),
  compute: async ({ read, input, earlier, tokenPrice }, { settings }, work) => {
    const report = checkCompliance(input);
    const findings = keptFindings(report, earlier ?? [], read.reading.earliestDate);
    await work.pause();
    const register = itamRegister(read.reading, {
      seats: input.seats,
      asOf: report.asOf,
      tokenPrice,
      seatDiscount: settings.seatDiscount,
    });
    return { report, findings, register };
  },
  documents: (found, { report: { asOf, checks }, findings, register }, writing) => {
    const { lists, moves, seatsFrom, tokenPrice } = found;
    const { provenance, rejected, warnings } = reportOf(found, writing);
    return [
      complianceDocument({
        provenance,
        rejected,
        warnings,
        asOf,
        checks,
        findings,
        sources: {
          seats: { 'Flex Seats': SHEETS.seats.name, usage: 'the usage report', none: '' }[seatsFrom],
          people: lists.people === null ? '' : PEOPLE_SHEET,
          moves: moves?.from ?? '',
        },
        listsRejected: placeComplianceRejects(lists),
      }),
      itamDocument({
        asOf,
        rows: register,
        tokenPrice,
        currency: found.read.card.currency,
        provenance,
      }),
    ];
  },
  facts: ({ read }) => ({ people: read.reading.table.users.length, used: {}, pane: {}, adopted: [] }),
  look: lookAtCompliance,
  outcome: ({ earlier, read }, { report, findings, register }, [main]) => {
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
      findings: main === undefined ? [] : findingRows(findings, known, main),
      itam: {
        rows: register.length,
        people: new Set(register.map(({ user }) => user)).size,
        yearlyCost: register.reduce((sum, { yearlyCost }) => sum + (yearlyCost ?? 0), 0),
        priceMissing: register.filter(({ yearlyCost }) => yearlyCost === null).length,
      },
      currency: read.card.currency,
    };
  },
} satisfies CommandDeclaration<NoSettings, ComplianceReading, Checked, object, object>;

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
