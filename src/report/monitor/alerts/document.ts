/** `Flex Alerts`: the register. Each alert is raised once; state and owner are the user's, until the review closes what no longer holds. */
import type { Alert, AlertState } from '../../../engine/monitor/alerts/types';
import { alertsFigures, alertsStatus } from './status';
import { columnsOf } from '../../model/columns';
import type { CellValue, Column, SheetDocument } from '../../model/document';
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
      { kind: 'figures', figures: alertsFigures() },
      {
        kind: 'table',
        name: TABLES.alerts,
        columns: alertColumns(),
        keyColumn: 'id',
        rows: review.alerts.map(alertRow),
        emptyText: 'No alert has been raised.',
      },
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

function alertColumns(): readonly Column[] {
  const column = columnsOf('USD');
  return [
    column('id', 'Id', 'text', 26, { note: 'Stays the same over runs; an alert is raised once.' }),
    column('raised', 'Raised', 'date', 16, { note: 'As-of date of the run that found it.' }),
    column('kind', 'Kind', 'text', 16),
    column('team', 'Team', 'text', 18),
    column('text', 'Text', 'text', 56, { wrap: true, note: 'What is the case.' }),
    column('action', 'What to do', 'text', 56, { wrap: true }),
    column('state', 'State', 'text', 15, {
      userOwned: true,
      choices: ALERT_STATES,
      note: 'Yours: open, acknowledged or closed. A run closes what is no longer the case.',
    }),
    column('owner', 'Owner', 'text', 20, { userOwned: true, note: 'Yours: who takes care of it.' }),
  ];
}

function alertRow(alert: Alert): readonly CellValue[] {
  return [
    alert.id,
    alert.raised,
    alert.kind,
    alert.team,
    alert.text,
    alert.action,
    alert.state,
    alert.owner === '' ? null : alert.owner,
  ];
}
