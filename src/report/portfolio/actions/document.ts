/** `Flex Actions`: the changes in the order of work, what became of those of earlier runs, and addresses to paste. */
import type { EmailList } from '../../../engine/portfolio/types';
import { isoDate } from '../../../engine/numeric';
import { actionTotals, LISTED_STATES, type ListedAction } from './list';
import { actionsTable, emailTable, STATE_FILLS } from './tables';
import { brokenLines } from '../../model/broken-lines';
import type { Figure, Provenance, SheetDocument, TextLine } from '../../model/document';
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
  return {
    name: SHEETS.actions.name,
    mark: SHEETS.actions.mark,
    blocks: [
      { kind: 'text', lines: headLines(report) },
      { kind: 'figures', heading: 'Promised and realised', figures: actionFigures(currency) },
      actionsTable(listed, currency),
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

function actionFigures(currency: string): readonly Figure[] {
  const t = TABLES.actions;
  const count = (label: string, name: string, state: string): Figure => ({
    label,
    name,
    formula: `=COUNTIFS(${t}[State],"${state}")`,
    numberFormat: '#,##0',
    unit: 'changes',
  });
  const money = (label: string, name: string, formula: string, note: string): Figure => ({
    label,
    name,
    formula,
    numberFormat: numberFormat('money', currency),
    unit: `${currency} a year`,
    note,
  });
  return [
    count('Still to do', ACTION_FIGURES.open, 'not done'),
    count('Done', ACTION_FIGURES.done, 'done'),
    count('Reversed', ACTION_FIGURES.reversed, 'reversed'),
    money(
      'Saving promised',
      ACTION_FIGURES.promised,
      `=SUMIFS(${t}[Saving promised],${t}[State],"<>no longer proposed",${t}[Spare seat lent],"<>yes")`,
      'of all changes listed, done or not; tokens at the price paid for one',
    ),
    money(
      'Saving realised',
      ACTION_FIGURES.realised,
      `=SUMIFS(${t}[Saving realised],${t}[Spare seat lent],"<>yes")`,
      'promised, corrected by the tokens taken since; seats save from their renewal on',
    ),
    {
      ...money(
        'Beside it: spare seats lent',
        ACTION_FIGURES.lent,
        `=SUMIFS(${t}[Saving promised],${t}[State],"<>no longer proposed",${t}[Spare seat lent],"yes")`,
        'tokens saved until these seats end; not a year, and not in the sums above',
      ),
      unit: currency,
    },
  ];
}
