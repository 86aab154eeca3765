/**
 * The user's own formulas that refer to our sheets and tables. When a sheet is replaced Excel would turn such references into #REF!;
 * entering the same text again once the new sheet bears the name keeps them.
 */
import { quotedSheet } from '../../report/model/address';

/** Larger sheets are searched only when Excel can list their formula cells. */
const SEARCH_CELLS = 200_000;

export interface OutsideFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/**
 * Finds the formulas on sheets other than ours that name one of our tables or sheets.
 * @param ours names of sheets not to search: the current ones and those under preparation
 */
export async function outsideFormulas(
  context: Excel.RequestContext,
  ours: readonly string[],
  tables: readonly string[],
): Promise<readonly OutsideFormula[]> {
  const sheets = context.workbook.worksheets;
  sheets.load('items/name');
  await context.sync();
  const others = sheets.items.filter((sheet) => !ours.includes(sheet.name));
  const used = others.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(false);
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    return range;
  });
  await context.sync();
  const refers = pattern(ours, tables);
  const found: OutsideFormula[] = [];
  for (const [index, sheet] of others.entries()) {
    const range = used[index];
    if (range === undefined || range.isNullObject || range.rowCount * range.columnCount > SEARCH_CELLS)
      continue;
    range.load('formulas');
    await context.sync();
    range.formulas?.forEach((cells: readonly unknown[], row) => {
      cells.forEach((cell, column) => {
        if (typeof cell !== 'string' || !cell.startsWith('=') || !refers.test(cell)) return;
        found.push({
          sheet: sheet.name,
          row: range.rowIndex + row,
          column: range.columnIndex + column,
          formula: cell,
        });
      });
    });
  }
  return found;
}

/** Queues: the same texts once more, so that they are read against today's names. */
export function enterAgain(context: Excel.RequestContext, formulas: readonly OutsideFormula[]): void {
  for (const { sheet, row, column, formula } of formulas) {
    context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).formulas = [[formula]];
  }
}

function pattern(sheets: readonly string[], tables: readonly string[]): RegExp {
  const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const names = [
    ...tables.map((table) => `\\b${escape(table)}\\b`),
    ...sheets.map((sheet) => escape(`${quotedSheet(sheet)}!`)),
  ];
  return new RegExp(names.join('|'), 'i');
}
