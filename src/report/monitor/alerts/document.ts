/** `Flex Alerts`: the register. Each alert is raised once; state and owner are the user's, until the review closes what no longer holds. */
import type { Alert, AlertState } from '../../../engine/monitor/alerts/types';
import { alertsFigures, alertsStatus } from './status';
import { filled, valuedColumns, type ValuedColumn } from '../../model/columns';
import type { SheetDocument, TableBlock } from '../../model/document';
import { SHEETS, TABLES } from '../../model/sheet-names';
import type { MonitorReportInput } from '../input';
import { dayText } from '../words';
import { SHEET_COLORS } from '../../model/palette';

/** What the State of an alert offers. */
export const ALERT_STATES: readonly AlertState[] = ['open', 'acknowledged', 'closed'];

/** Words and tint of a state: never the colour alone. */
const FILLS: Readonly<Record<AlertState, { readonly fill: string; readonly fontColor: string }>> = {
  open: { fill: '#FADFCC', fontColor: SHEET_COLORS.ink },
  acknowledged: { fill: '#FCEBC8', fontColor: SHEET_COLORS.ink },
  closed: { fill: '#E4E4E4', fontColor: SHEET_COLORS.quiet },
};

/** Builds the document. Text from the data stays text. */
export function alertsDocument(report: MonitorReportInput): SheetDocument {
  const { review, provenance } = report;
  const register: TableBlock = {
    kind: 'table',
    name: TABLES.alerts,
    ...filled(alertColumns(), review.alerts),
    keyColumn: 'id',
    emptyText: 'No alert has been raised.',
  };
  return {
    name: SHEETS.alerts.name,
    mark: SHEETS.alerts.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Alerts', style: 'title' },
          {
            text: `As of ${dayText(review.asOf)}, usage from ${provenance.input}. State and Owner are yours; an alert whose case is over is closed by the next run.`,
            style: 'subtitle',
          },
          { text: alertsStatus(review), style: 'finding' },
        ],
      },
      { kind: 'figures', figures: alertsFigures(register) },
      register,
    ],
    charts: [],
    conditional: [
      ...ALERT_STATES.map((state) => ({
        table: TABLES.alerts,
        column: 'state',
        test: { kind: 'equals' as const, text: state },
        ...FILLS[state],
      })),
      {
        table: TABLES.alerts,
        column: 'text',
        test: { kind: 'formula', formula: '={@state}="closed"' },
        fontColor: SHEET_COLORS.quiet,
      },
      {
        table: TABLES.alerts,
        column: 'action',
        test: { kind: 'formula', formula: '={@state}="closed"' },
        fontColor: SHEET_COLORS.quiet,
      },
    ],
    freezeHeaderOf: TABLES.alerts,
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape' },
    provenance,
  };
}

function alertColumns(): readonly ValuedColumn<Alert>[] {
  const column = valuedColumns<Alert>('USD');
  return [
    column('id', 'Id', 'text', 26, ({ id }) => id, {
      note: 'Stays the same over runs; an alert is raised once.',
    }),
    column('raised', 'Raised', 'date', 16, ({ raised }) => raised, {
      note: 'As-of date of the run that found it.',
    }),
    column('kind', 'Kind', 'text', 16, ({ kind }) => kind),
    column('team', 'Team', 'text', 18, ({ team }) => team),
    column('text', 'Text', 'text', 56, ({ text }) => text, { wrap: true, note: 'What is the case.' }),
    column('action', 'What to do', 'text', 56, ({ action }) => action, { wrap: true }),
    column('state', 'State', 'text', 15, ({ state }) => state, {
      userOwned: true,
      choices: ALERT_STATES,
      note: 'Yours: open, acknowledged or closed. A run closes what is no longer the case.',
    }),
    column('owner', 'Owner', 'text', 20, ({ owner }) => (owner === '' ? null : owner), {
      userOwned: true,
      note: 'Yours: who takes care of it.',
    }),
  ];
}
