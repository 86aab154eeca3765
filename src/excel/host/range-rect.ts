import type { CellRect } from '../../report/model/address';

/** Where a range stands on its sheet; its rowIndex, columnIndex, rowCount and columnCount must be loaded. */
export function rectOf(range: Excel.Range): CellRect {
  return { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount };
}
