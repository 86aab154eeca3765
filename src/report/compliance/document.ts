/** `Flex Compliance`: what an auditor would find, with its evidence, and what could not be checked. */
import type { CheckRun, FindingState, KeptFinding, Severity } from '../../engine/compliance/types';
import { isoDate } from '../../engine/numeric';
import { brokenLines } from '../model/broken-lines';
import { countOf } from '../model/cells';
import { filled, valuedColumns, type ValuedColumn } from '../model/columns';
import { COMPLIANCE_FIGURES, FINDING_STATES, SEVERITIES, type ComplianceReportInput } from './input';
import { complianceFinding, evidenceRowsText } from './words';
import type { Computed, ConditionalRule, Figure, SheetDocument, TableBlock } from '../model/document';
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
  const found = findingsTable(findings);
  const ran = checksTable(checks);
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
      { kind: 'figures', heading: 'Key figures', figures: keyFigures(found, ran) },
      found,
      ran,
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
      columns: found.columns.findIndex(({ key }) => key === 'reason') + 1,
    },
    provenance,
  };
}

/** Counts follow the State cells. */
function keyFigures(findings: TableBlock, checks: TableBlock): readonly Figure[] {
  const f = COMPLIANCE_FIGURES;
  const count = (label: string, name: string, of: Computed, note?: string, unit = 'findings'): Figure => ({
    label,
    name,
    ...of,
    numberFormat: '#,##0',
    unit,
    ...(note === undefined ? {} : { note }),
  });
  const inState = (state: FindingState): Computed => countOf(findings, { state });
  const open = (severity: Severity): Computed => countOf(findings, { state: 'open', severity });
  return [
    count('Open', f.open, inState('open'), 'follows the State column'),
    count('Open, high', f.high, open('high')),
    count('Open, medium', f.medium, open('medium')),
    count('Open, low', f.low, open('low')),
    count('Accepted', f.accepted, inState('accepted'), 'with the reason beside them'),
    count('Closed', f.closed, inState('closed'), 'no longer found by a run'),
    count(
      'Checks that could not run',
      f.skipped,
      countOf(checks, { ran: 'no' }),
      'what they look for is not known; the table of checks says what is missing',
      'checks',
    ),
  ];
}

function checksTable(checks: readonly CheckRun[]): TableBlock {
  const column = valuedColumns<CheckRun>('USD');
  const wrap = { wrap: true } as const;
  return {
    kind: 'table',
    name: TABLES.complianceChecks,
    heading: 'Checks',
    note: 'A check that the data cannot carry says why, and says nothing about anybody.',
    ...filled(
      [
        column('ran', 'Ran', 'flag', 30, ({ ran }) => (ran ? 'yes' : 'no')),
        column('title', 'Check', 'text', 32, ({ title }) => title, wrap),
        column('findings', 'Findings', 'integer', 14, ({ ran, findings }) => (ran ? findings : null)),
        column('needs', 'Data it needs', 'text', 28, ({ needs }) => needs, wrap),
        column('rule', 'Rule', 'text', 18, ({ rule }) => rule),
        column(
          'reason',
          'Why it could not run, or what was set aside',
          'text',
          60,
          ({ ran, note, reason }) => (ran ? note : reason),
          wrap,
        ),
      ],
      checks,
    ),
    filter: false,
  };
}

function findingsTable(findings: readonly KeptFinding[]): TableBlock {
  return {
    kind: 'table',
    name: F,
    heading: 'Findings',
    note: 'State and Reason are yours and stay with their finding. What a run no longer finds it closes; what comes back is open again unless you accepted it.',
    ...filled(findingColumns(), findings),
    keyColumn: 'id',
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

function findingColumns(): readonly ValuedColumn<KeptFinding>[] {
  const column = valuedColumns<KeptFinding>('USD');
  const h = FINDING_HEADERS;
  const wrap = { wrap: true } as const;
  return [
    column('severity', h.severity, 'text', 30, ({ severity }) => severity),
    column('title', h.title, 'text', 32, ({ title }) => title, wrap),
    column('user', h.user, 'text', 26, ({ user }) => user),
    column('product', h.product, 'text', 20, ({ product }) => product, { note: 'Empty: no single product.' }),
    column(
      'displayName',
      h.displayName,
      'text',
      18,
      ({ displayName, user }) => (displayName === user ? null : displayName),
      { note: 'Empty: the data names no other.' },
    ),
    column('evidence', h.evidence, 'text', 60, ({ evidence }) => evidence, wrap),
    column('falsePositive', h.falsePositive, 'text', 44, ({ falsePositive }) => falsePositive, wrap),
    column('action', h.action, 'text', 44, ({ action }) => action, wrap),
    column('state', h.state, 'text', 13, ({ state }) => state, {
      userOwned: true,
      choices: FINDING_STATES,
      note: 'Yours: open, accepted or closed. A finding that is closed and found again is open again.',
    }),
    column('reason', h.reason, 'text', 30, ({ reason }) => (reason === '' ? null : reason), {
      userOwned: true,
      note: 'Yours: why it is accepted, for the auditor who asks.',
    }),
    column('rows', h.rows, 'text', 24, evidenceRowsText, {
      ...wrap,
      note: 'Rows of the input, its header being row 1.',
    }),
    column('rowCount', h.rowCount, 'integer', 12, ({ rowCount }) => rowCount),
    column('from', h.from, 'date', 12, ({ from }) => from),
    column('to', h.to, 'date', 12, ({ to }) => to),
    column('firstSeen', h.firstSeen, 'date', 13, ({ firstSeen }) => firstSeen, {
      note: 'As-of day of the run that found it first.',
    }),
    column('closedOn', h.closedOn, 'date', 12, ({ closedOn }) => closedOn, {
      note: 'As-of day of the run that no longer found it.',
    }),
    column('rule', h.rule, 'text', 20, ({ rule }) => rule),
    column('id', h.id, 'text', 40, ({ id }) => id, { note: 'Stays the same over runs.' }),
  ];
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
