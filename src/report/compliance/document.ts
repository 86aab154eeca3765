/** `Flex Compliance`: what an auditor would find, with its evidence, and what could not be checked. */
import type { CheckRun, KeptFinding, Severity } from '../../engine/compliance/types';
import { isoDate } from '../../engine/numeric';
import { brokenLines } from '../model/broken-lines';
import { columnsOf } from '../model/columns';
import { COMPLIANCE_FIGURES, FINDING_STATES, SEVERITIES, type ComplianceReportInput } from './input';
import { complianceFinding, evidenceRowsText } from './words';
import type {
  CellValue,
  Column,
  ConditionalRule,
  Figure,
  SheetDocument,
  TableBlock,
} from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';
import { provenanceFigures } from '../model/provenance-figures';
import { rejectedTable } from '../segments/summary-tables';

const F = TABLES.complianceFindings;
/** Tints behind a severity: the word always stands in the cell. */
const SEVERITY_FILLS: Readonly<Record<Severity, string>> = {
  high: '#FADFCC',
  medium: '#FCEBC8',
  low: '#DDF0FB',
};

/** Builds the document. Text from the data stays text. */
export function complianceDocument(report: ComplianceReportInput): SheetDocument {
  const { asOf, checks, findings, provenance, sources, listsRejected, rejected } = report;
  const known = (what: string, from: string): string =>
    from === '' ? `${what} not known` : `${what} from ${from}`;
  return {
    name: SHEETS.compliance.name,
    mark: SHEETS.compliance.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Compliance', style: 'title' },
          {
            text: `As of ${isoDate(asOf)}, usage from ${provenance.input}; ${known('assignments', sources.seats)}, ${known('end dates', sources.people)}, ${known('proposed moves', sources.moves)}.`,
            style: 'subtitle',
          },
          ...brokenLines(complianceFinding(findings, checks)).map((text) => ({
            text,
            style: 'finding' as const,
          })),
          {
            text: 'A finding is a question, not a verdict: read what would make it harmless before anybody is asked. Rows count from the header of the input, which is row 1.',
            style: 'body',
          },
          ...report.warnings.flatMap((text) =>
            brokenLines(text).map((line) => ({ text: line, style: 'warning' as const })),
          ),
        ],
      },
      { kind: 'figures', heading: 'Key figures', figures: keyFigures() },
      findingsTable(findings),
      checksTable(checks),
      { kind: 'figures', heading: 'Where these figures come from', figures: provenanceFigures(provenance) },
      ...(listsRejected.length === 0
        ? []
        : [
            rejectedTable(listsRejected, 'your seats and people', {
              name: TABLES.complianceListsRejected,
              heading: 'Rows of seats and people left out',
            }),
          ]),
      rejectedTable(rejected, provenance.input, {
        name: TABLES.complianceRejected,
        heading: 'Usage rows left out',
      }),
    ],
    charts: [],
    conditional: conditional(),
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: {
      orientation: 'landscape',
      columns: findingColumns().findIndex(({ key }) => key === 'reason') + 1,
    },
    provenance,
  };
}

/** Counts follow the State cells. */
function keyFigures(): readonly Figure[] {
  const f = COMPLIANCE_FIGURES;
  const count = (label: string, name: string, formula: string, note?: string): Figure => ({
    label,
    name,
    formula,
    numberFormat: '#,##0',
    unit: 'findings',
    ...(note === undefined ? {} : { note }),
  });
  const open = (severity: Severity): string => `=COUNTIFS(${F}[State],"open",${F}[Severity],"${severity}")`;
  return [
    count('Open', f.open, `=COUNTIFS(${F}[State],"open")`, 'follows the State column'),
    count('Open, high', f.high, open('high')),
    count('Open, medium', f.medium, open('medium')),
    count('Open, low', f.low, open('low')),
    count('Accepted', f.accepted, `=COUNTIFS(${F}[State],"accepted")`, 'with the reason beside them'),
    count('Closed', f.closed, `=COUNTIFS(${F}[State],"closed")`, 'no longer found by a run'),
    {
      label: 'Checks that could not run',
      name: f.skipped,
      formula: `=COUNTIFS(${TABLES.complianceChecks}[Ran],"no")`,
      numberFormat: '#,##0',
      unit: 'checks',
      note: 'what they look for is not known; the table of checks says what is missing',
    },
  ];
}

function checksTable(checks: readonly CheckRun[]): TableBlock {
  const column = columnsOf('USD');
  return {
    kind: 'table',
    name: TABLES.complianceChecks,
    heading: 'Checks',
    note: 'A check that the data cannot carry says why, and says nothing about anybody.',
    columns: [
      column('ran', 'Ran', 'flag', 30),
      column('title', 'Check', 'text', 32, { wrap: true }),
      column('findings', 'Findings', 'integer', 14),
      column('needs', 'Data it needs', 'text', 28, { wrap: true }),
      column('rule', 'Rule', 'text', 18),
      column('reason', 'Why it could not run, or what was set aside', 'text', 60, { wrap: true }),
    ],
    rows: checks.map(({ ran, title, findings, needs, rule, reason, note }) => [
      ran ? 'yes' : 'no',
      title,
      ran ? findings : null,
      needs,
      rule,
      ran ? note : reason,
    ]),
    filter: false,
  };
}

function findingsTable(findings: readonly KeptFinding[]): TableBlock {
  const columns = findingColumns();
  return {
    kind: 'table',
    name: F,
    heading: 'Findings',
    note: 'State and Reason are yours and stay with their finding. What a run no longer finds it closes; what comes back is open again unless you accepted it.',
    columns,
    keyColumn: 'id',
    rows: findings.map((finding) => {
      const byKey = cellsOf(finding);
      return columns.map(({ key }) => byKey[key] ?? null);
    }),
    emptyText: 'Nothing was found.',
  };
}

/** Headers by which a later run finds the columns again. */
export const FINDING_HEADERS = {
  severity: 'Severity',
  title: 'Check',
  user: 'Who',
  product: 'Product',
  displayName: 'Name',
  evidence: 'Evidence',
  falsePositive: 'What would make it harmless',
  action: 'What to do',
  state: 'State',
  reason: 'Reason',
  rows: 'Rows',
  rowCount: 'Rows in all',
  from: 'From',
  to: 'To',
  firstSeen: 'First found',
  closedOn: 'Closed',
  rule: 'Rule',
  id: 'Id',
} as const;

function findingColumns(): readonly Column[] {
  const column = columnsOf('USD');
  const h = FINDING_HEADERS;
  const wrap = { wrap: true } as const;
  return [
    column('severity', h.severity, 'text', 30),
    column('title', h.title, 'text', 32, wrap),
    column('user', h.user, 'text', 26),
    column('product', h.product, 'text', 20, { note: 'Empty: no single product.' }),
    column('displayName', h.displayName, 'text', 18, { note: 'Empty: the data names no other.' }),
    column('evidence', h.evidence, 'text', 60, wrap),
    column('falsePositive', h.falsePositive, 'text', 44, wrap),
    column('action', h.action, 'text', 44, wrap),
    column('state', h.state, 'text', 13, {
      userOwned: true,
      choices: FINDING_STATES,
      note: 'Yours: open, accepted or closed. A finding that is closed and found again is open again.',
    }),
    column('reason', h.reason, 'text', 30, {
      userOwned: true,
      note: 'Yours: why it is accepted, for the auditor who asks.',
    }),
    column('rows', h.rows, 'text', 24, { ...wrap, note: 'Rows of the input, its header being row 1.' }),
    column('rowCount', h.rowCount, 'integer', 12),
    column('from', h.from, 'date', 12),
    column('to', h.to, 'date', 12),
    column('firstSeen', h.firstSeen, 'date', 13, { note: 'As-of day of the run that found it first.' }),
    column('closedOn', h.closedOn, 'date', 12, { note: 'As-of day of the run that no longer found it.' }),
    column('rule', h.rule, 'text', 20),
    column('id', h.id, 'text', 40, { note: 'Stays the same over runs.' }),
  ];
}

function cellsOf(finding: KeptFinding): Readonly<Record<string, CellValue>> {
  const { rows, reason, displayName, ...plain } = finding;
  return {
    ...plain,
    displayName: displayName === finding.user ? null : displayName,
    rows: evidenceRowsText({ rows, rowCount: finding.rowCount }),
    reason: reason === '' ? null : reason,
  };
}

function conditional(): readonly ConditionalRule[] {
  const isOver = '={@state}<>"open"';
  return [
    ...SEVERITIES.map((severity): ConditionalRule => ({
      table: F,
      column: 'severity',
      test: { kind: 'formula', formula: `=AND({@severity}="${severity}",{@state}="open")` },
      fill: SEVERITY_FILLS[severity],
      fontColor: SHEET_COLORS.ink,
      bold: severity === 'high',
    })),
    ...(['evidence', 'action'] as const).map((column): ConditionalRule => ({
      table: F,
      column,
      test: { kind: 'formula', formula: isOver },
      fontColor: SHEET_COLORS.quiet,
    })),
    {
      table: F,
      column: 'reason',
      test: { kind: 'formula', formula: '=AND({@state}="accepted",{@reason}="")' },
      fill: SEVERITY_FILLS.medium,
    },
    {
      table: TABLES.complianceChecks,
      column: 'ran',
      test: { kind: 'equals', text: 'no' },
      fontColor: SHEET_COLORS.warning,
      bold: true,
    },
  ];
}
