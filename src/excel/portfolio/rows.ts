/** The rows of a portfolio that the pane shows, each with the cell where it stands. */
import type { Portfolio, PortfolioPerson } from '../../engine/portfolio';
import type { ListedAction } from '../../report/portfolio/actions/list';
import { sheetAddress } from '../../report/model/address';
import type { SheetDocument } from '../../report/model/document';
import { layout } from '../../report/model/layout';
import { TABLES } from '../../report/model/sheet-names';
import { inSheetOrder } from '../../report/portfolio/people';
import { coverText } from '../../report/portfolio/words';
import type { PortfolioActionRow, PortfolioOutcome, PortfolioRow } from '../contract/portfolio';

/** Rows handed to the pane. */
const ROWS_SHOWN = 200;

/** First people in sheet order. */
export function shownRows(portfolio: Portfolio, document: SheetDocument): PortfolioOutcome['rows'] {
  const cell = cellsOf(document, TABLES.portfolio);
  return inSheetOrder(portfolio.people)
    .slice(0, ROWS_SHOWN)
    .map((person, index) => rowOf(person, cell(index)));
}

/** People to change: they stand first on the sheet, the largest saving first. */
export function changedRows(portfolio: Portfolio, document: SheetDocument): PortfolioOutcome['changes'] {
  const cell = cellsOf(document, TABLES.portfolio);
  return inSheetOrder(portfolio.people)
    .filter(({ changed, loan }) => changed || loan !== undefined)
    .slice(0, ROWS_SHOWN)
    .map((person, index) => rowOf(person, cell(index)));
}

/** What the import tells comes before what is still to be done. */
const SHOWN_ORDER: Readonly<Record<ListedAction['state'], number>> = {
  reversed: 0,
  done: 1,
  'not done': 2,
  'no longer proposed': 3,
};

/** First actions: reversed ones, then those done, then the others in the order of work. */
export function actionRows(
  listed: readonly ListedAction[],
  document: SheetDocument,
): readonly PortfolioActionRow[] {
  const cell = cellsOf(document, TABLES.actions);
  const shown = listed
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => SHOWN_ORDER[a.state] - SHOWN_ORDER[b.state])
    .slice(0, ROWS_SHOWN);
  return shown.map(({ action, state, evidence, realised, index }) => ({
    id: action.id,
    text: action.text,
    due: action.due,
    promised: action.saving,
    realised,
    state: state === 'no longer proposed' ? 'not done' : state,
    ...(state === 'no longer proposed' ? { withdrawn: true } : {}),
    ...(action.loan === true ? { lent: true } : {}),
    evidence,
    address: cell(index),
  }));
}

function rowOf(person: PortfolioPerson, address: string): PortfolioRow {
  return {
    user: person.user,
    displayName: person.displayName,
    team: person.team,
    today: person.today === null ? '' : coverText(person.today),
    proposed: coverText(person.proposed),
    costToday: person.costToday,
    costProposed: person.costProposed,
    saving: person.saving,
    savingThisTerm: person.savingThisTerm,
    reason: person.reason,
    changed: person.changed,
    blocked: person.blocked,
    address,
  };
}

/** Address of a row's first cell in a table of a document. */
function cellsOf(document: SheetDocument, table: string): (row: number) => string {
  const placed = layout(document).tables.find(({ block }) => block.name === table);
  const first = placed?.body.row ?? 0;
  return (row) => sheetAddress(document.name, { row: first + row, column: 0, rows: 1, columns: 1 });
}
