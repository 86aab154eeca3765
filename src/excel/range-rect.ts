import type { CellRect } from '../report/address';

/** What must be loaded of a range before `rectOf` reads it. */
export const RECT_FIELDS = 'rowIndex,columnIndex,rowCount,columnCount';

/** Where a loaded range stands on its sheet. */
export function rectOf(range: Excel.Range): CellRect {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}
