/** Rects as Univer's ranges, and back. */
import type { IRange } from '@univerjs/core';
import type { Rect } from '../office/grid';

export function rangeOf(rect: Rect): IRange {
  return {
    startRow: rect.row,
    startColumn: rect.column,
    endRow: rect.row + rect.rows - 1,
    endColumn: rect.column + rect.columns - 1,
  };
}

export function rectOf(range: IRange): Rect {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}
