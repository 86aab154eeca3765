/** `Flex Actions`: the changes in the order of work, what became of those of earlier runs, and addresses to paste. */
import type { EmailList } from '../../../engine/portfolio/types';
import { isoDate } from '../../../engine/numeric';
import { actionTotals, LISTED_STATES, type ListedAction } from './list';
import { actionsTable, emailTable, STATE_FILLS } from './tables';
import { brokenLines } from '../../model/broken-lines';
import { countOf, sumOf } from '../../model/cells';
import type { Computed, Figure, Provenance, SheetDocument, TableBlock, TextLine } from '../../model/document';
import { countText, moneyText, numberFormat } from '../../model/formats';
import { SHEETS, TABLES } from '../../model/sheet-names';
import { SHEET_COLORS } from '../../model/palette';

/** Workbook names of the key figures of `Flex Actions`. */
export const ACTION_FIGURES = {
  open: 'Flex_ActionsOpen',
  done: 'Flex_ActionsDone',
  reversed: 'Flex_ActionsReversed',
  promised: 'Flex_ActionsPromised',
  realised: 'Flex_ActionsRealised',
  lent: 'Flex_ActionsLent',
} as const;

export interface ActionsReportInput {
  readonly listed: readonly ListedAction[];
  readonly lists: readonly EmailList[];
  /** Whether actions of an earlier run were held against this import. */
  readonly checked: boolean;
  /** Nobody knows who holds what: then there is nothing to change from. */
  readonly todayKnown: boolean;
  readonly currency: string;
  /** Whole serial. */
  readonly asOf: number;
  readonly provenance: Provenance;
}

/** Builds the document. Text from the data stays text. */
export function actionsDocument(report: ActionsReportInput): SheetDocument {
  const { listed, lists, currency, provenance } = report;
  const actions = actionsTable(listed, currency);
  return {
    name: SHEETS.actions.name,
    mark: SHEETS.actions.mark,
    blocks: [
      { kind: 'text', lines: headLines(report) },
      { kind: 'figures', heading: 'Promised and realised', figures: actionFigures(actions, currency) },
      actions,
      emailTable(lists),
    ],
    charts: [],
    conditional: LISTED_STATES.map((state) => ({
      table: TABLES.actions,
      column: 'state',
      test: { kind: 'equals' as const, text: state },
      fill: STATE_FILLS[state],
    })),
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape', columns: 11 },
    provenance,
  };
}

/** The sheet's headline. */
export function actionsFinding({ listed, checked, todayKnown, currency }: ActionsReportInput): string {
  const totals = actionTotals(listed);
  if (totals.total === 0) {
    return todayKnown
      ? 'Nothing is to be changed: today is already the cheapest mix'
      : 'Nobody knows who holds which seat, so there is nothing to change yet';
  }
  const promised = moneyText(totals.promised, currency);
  if (!checked) return `${countText(totals.open)} changes promise ${promised} a year`;
  const reversed = totals.reversed === 0 ? '' : `, ${countText(totals.reversed)} reversed`;
  return `${countText(totals.done)} of ${countText(totals.done + totals.open + totals.reversed)} changes done${reversed}: ${moneyText(totals.realised, currency)} of ${promised} a year realised`;
}

function headLines(report: ActionsReportInput): readonly TextLine[] {
  return [
    { text: 'What to change', style: 'title' },
    {
      text: `As of ${isoDate(report.asOf)}, usage from ${report.provenance.input}. The next Build portfolio over newer usage and seats marks each change done, not done or reversed.`,
      style: 'subtitle',
    },
    ...brokenLines(actionsFinding(report)).map((text): TextLine => ({ text, style: 'finding' })),
    ...(report.todayKnown
      ? []
      : [
          {
            text: `Paste the users export of your Autodesk Account into ${SHEETS.seats.name}, then run again.`,
            style: 'warning' as const,
          },
        ]),
  ];
}

function actionFigures(actions: TableBlock, currency: string): readonly Figure[] {
  const f = ACTION_FIGURES;
  const count = (label: string, name: string, state: string): Figure => ({
    label,
    name,
    ...countOf(actions, { state }),
    numberFormat: '#,##0',
    unit: 'changes',
  });
  const money = (label: string, name: string, of: Computed, unit: string, note: string): Figure => ({
    label,
    name,
    ...of,
    numberFormat: numberFormat('money', currency),
    unit,
    note,
  });
  const year = `${currency} a year`;
  const promised = (loan: string): Computed =>
    sumOf(actions, 'saving', { state: '<>no longer proposed', loan });
  return [
    count('Still to do', f.open, 'not done'),
    count('Done', f.done, 'done'),
    count('Reversed', f.reversed, 'reversed'),
    money(
      'Saving promised',
      f.promised,
      promised('<>yes'),
      year,
      'of all changes listed, done or not; tokens at the price paid for one',
    ),
    money(
      'Saving realised',
      f.realised,
      sumOf(actions, 'realised', { loan: '<>yes' }),
      year,
      'promised, corrected by the tokens taken since; seats save from their renewal on',
    ),
    money(
      'Beside it: spare seats lent',
      f.lent,
      promised('yes'),
      currency,
      'tokens saved until these seats end; not a year, and not in the sums above',
    ),
  ];
}
