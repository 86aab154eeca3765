/** `Flex Monitor`: when the tokens run out, who burns them and what to do, with the inputs to change. */
import { counted } from '../../engine/numeric';
import { PEOPLE } from '../../engine/assumptions/shared';
import { wordOf } from '../../engine/assumptions/value';
import type { Alert } from '../../engine/monitor/alerts/types';
import { brokenLines } from '../model/broken-lines';
import type { Block, ConditionalRule, Figure, SheetDocument, TextLine } from '../model/document';
import { TOTAL } from './ledger/tables';
import { SHEETS, TABLES } from '../model/sheet-names';
import { MONITOR_TABLES, monitorInputFigures, monitorStaleness } from './assumptions';
import { burnDownTable, burnLineTables, monitorTeamsTable, weeksTable } from './burn-tables';
import { monitorCharts } from './charts';
import { monitorKeyFigures } from './figures';
import {
  anomaliesTable,
  budgetLinesTable,
  casesTable,
  changeTable,
  MOVE_FLAG,
  shiftsTable,
  topConsumersTable,
} from './finding-tables';
import type { MonitorReportInput } from './input';
import { ownTable } from './own-tables';
import { withOwnRejects } from './rejects';
import { ALERT_LABELS, dayText, stateText } from './words';
import { SHEET_COLORS } from '../model/palette';
import { provenanceFigures } from '../model/provenance-figures';
import { rejectedTable } from '../segments/summary-tables';
import { unknownProductsTable } from '../usage/unknown-products';

const PRINTED_COLUMNS = 14;

/** Builds the document. */
export function monitorDocument(report: MonitorReportInput): SheetDocument {
  const { review, provenance, own, ownRejected } = report;
  const alerts = review.alerts.filter(({ state }) => state !== 'closed');
  const blocks: readonly Block[] = [
    { kind: 'text', lines: headLines(report) },
    { kind: 'figures', heading: 'Key figures', figures: monitorKeyFigures(review) },
    monitorTeamsTable(review),
    { kind: 'text', lines: alertLines(alerts) },
    {
      kind: 'figures',
      heading: 'Inputs (change them here, then run Monitor again)',
      figures: monitorInputFigures(report),
    },
    topConsumersTable(review),
    changeTable(review),
    anomaliesTable(review),
    shiftsTable(review),
    casesTable(review),
    budgetLinesTable(review),
    ...burnLineTables(review),
    weeksTable(review),
    ...MONITOR_TABLES.map((key) => ownTable(key, own[key], review.currency)),
    ...(report.unknown.length === 0 ? [] : [unknownProductsTable(report.unknown, TABLES.monitorUnknown)]),
    burnDownTable(review),
    {
      kind: 'figures',
      heading: 'Where these figures come from',
      figures: [...provenanceFigures(provenance), ...methodFigures(report)],
    },
    rejectedTable(report.rejected, provenance.input, {
      name: TABLES.monitorRejected,
      heading: 'Usage rows left out',
    }),
  ];
  return withOwnRejects(
    {
      name: SHEETS.monitor.name,
      mark: SHEETS.monitor.mark,
      blocks,
      charts: monitorCharts(review),
      conditional: CONDITIONAL,
      gridlines: false,
      tabColor: SHEET_COLORS.tab,
      // Up to the charts' end: the sentences of the top consumers say again what stands before them.
      print: { orientation: 'landscape', columns: PRINTED_COLUMNS },
      provenance,
    },
    ownRejected,
    MONITOR_TABLES,
    { name: TABLES.monitorListsRejected, heading: 'Your rows left out' },
  );
}

const CONDITIONAL: readonly ConditionalRule[] = [
  { table: TABLES.monitorTeams, column: 'team', test: { kind: 'equals', text: TOTAL }, bold: true },
  {
    table: TABLES.monitorTeams,
    column: 'status',
    test: { kind: 'formula', formula: '=AND({@status}<>"",{@status}<>"OK")' },
    fontColor: SHEET_COLORS.warning,
    bold: true,
  },
  { table: TABLES.topConsumers, column: 'flag', test: { kind: 'equals', text: MOVE_FLAG }, bold: true },
  {
    table: TABLES.budgetLines,
    column: 'status',
    test: { kind: 'formula', formula: '=AND({@status}<>"",{@status}<>"OK")' },
    fontColor: SHEET_COLORS.warning,
    bold: true,
  },
];

function headLines(report: MonitorReportInput): readonly TextLine[] {
  const { review, provenance, people, peopleCount, estimated } = report;
  const { total, asOf } = review;
  const data = total.latestDataDay === null ? 'no usage yet' : `usage up to ${dayText(total.latestDataDay)}`;
  const who = `${counted(peopleCount, 'person', 'people')} (${wordOf(PEOPLE, people)})`;
  const left = report.ownRejected.filter(({ table }) => MONITOR_TABLES.includes(table)).length;
  const warnings = [
    ...new Set([
      ...review.notes,
      ...report.warnings,
      ...(left === 0
        ? []
        : [`${left} of your rows on this sheet could not be used: they are listed at its end.`]),
    ]),
  ];
  return [
    { text: 'When the tokens run out, and who burns them', style: 'title' },
    {
      text: `As of ${dayText(asOf)}, ${data}, from ${provenance.input}; ${who}; rate card ${provenance.card}`,
      style: 'subtitle',
    },
    {
      text: `${estimated ? 'About ' : ''}${stateText(total, asOf)}. Status: ${total.status}`,
      style: 'finding',
    },
    monitorStaleness(report),
    ...warnings.flatMap((text) =>
      brokenLines(text).map((line): TextLine => ({ text: line, style: 'warning' })),
    ),
  ];
}

/** Open and acknowledged alerts, each with what to do: the whole register is on `Flex Alerts`. */
function alertLines(alerts: readonly Alert[]): readonly TextLine[] {
  if (alerts.length === 0) return [{ text: 'No alert is open', style: 'finding' }];
  const broken = (text: string, style: TextLine['style']): readonly TextLine[] =>
    brokenLines(text).map((line) => ({ text: line, style }));
  return [
    {
      text: `${counted(alerts.length, 'alert')} to take care of (state and owner on ${SHEETS.alerts.name})`,
      style: 'finding',
    },
    ...alerts.flatMap((alert) => [
      ...broken(`${alertHead(alert)}: ${alert.text}`, 'warning'),
      ...broken(alert.action, 'body'),
    ]),
  ];
}

function alertHead({ kind, team, state, owner }: Alert): string {
  const taken = state === 'acknowledged' ? ` (acknowledged${owner === '' ? '' : ` by ${owner}`})` : '';
  return `${ALERT_LABELS[kind]}${team === '' ? '' : `, ${team}`}${taken}`;
}

function methodFigures({ review }: MonitorReportInput): readonly Figure[] {
  const text = (label: string, value: string): Figure => ({ label, value, numberFormat: 'General' });
  const { forecast } = review.total;
  return [
    ...(forecast === null ? [] : [text('Forecast', forecast.basis)]),
    ...(review.curve === null ? [] : [text('Expected', review.curve.basis)]),
  ];
}
