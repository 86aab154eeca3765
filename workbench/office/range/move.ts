/** Ranges reached from a range. Each refuses to leave the sheet. */
import type { Place, Rect } from '../grid';
import type { WorkbookState } from '../state';
import type { Argument, Served } from '../served';
import { bounding, intersect, mustFit, SHEET_COLUMNS, SHEET_ROWS } from '../address';
import { integerArgument, placeArgument } from '../arguments';
import { failure } from '../failure';

type Giver = (args: readonly Argument[]) => Served | null;

export function movesOf(
  state: WorkbookState,
  place: Place,
  range: (place: Place) => Served,
): Readonly<Record<string, Giver>> {
  const { sheetId, rect } = place;
  const at = (next: Rect, member: string): Served =>
    range({ sheetId, rect: mustFit(next, `Range.${member}`) });
  const integer = (argument: Argument | undefined, member: string, fallback?: number): number =>
    integerArgument(argument, `Range.${member}`, fallback);
  const other = (argument: Argument | undefined, member: string): Place => {
    const found = placeArgument(state, argument, `Range.${member}`, sheetId);
    if (found.sheetId !== sheetId)
      throw failure('InvalidArgument', `Range.${member}`, 'It lies on another sheet.');
    return found;
  };
  const bottom = rect.row + rect.rows - 1;
  const right = rect.column + rect.columns - 1;
  const resized = (rows: number, columns: number, member: string): Served =>
    at({ ...rect, rows, columns }, member);
  const beside = (member: string, count: number, after: boolean, vertical: boolean): Served => {
    const size = Math.abs(count);
    if (size === 0) throw failure('InvalidArgument', `Range.${member}`);
    const away = after === count > 0;
    if (vertical) {
      return at({ ...rect, row: away ? bottom + 1 : rect.row - size, rows: size }, member);
    }
    return at({ ...rect, column: away ? right + 1 : rect.column - size, columns: size }, member);
  };
  const used = (valuesOnly: boolean): Served | null => {
    const all = state.grid.usedRange(sheetId, valuesOnly);
    const inside = all === null ? null : intersect(all, rect);
    return inside === null ? null : range({ sheetId, rect: inside });
  };
  return {
    getCell: ([r, c]) => {
      const row = rect.row + integer(r, 'getCell');
      const column = rect.column + integer(c, 'getCell');
      return at({ row, column, rows: 1, columns: 1 }, 'getCell');
    },
    getRow: ([r]) =>
      at({ ...rect, row: inSpan(integer(r, 'getRow'), rect.rows, 'getRow') + rect.row, rows: 1 }, 'getRow'),
    getColumn: ([c]) =>
      at(
        {
          ...rect,
          column: inSpan(integer(c, 'getColumn'), rect.columns, 'getColumn') + rect.column,
          columns: 1,
        },
        'getColumn',
      ),
    getLastRow: () => at({ ...rect, row: bottom, rows: 1 }, 'getLastRow'),
    getLastColumn: () => at({ ...rect, column: right, columns: 1 }, 'getLastColumn'),
    getLastCell: () => at({ row: bottom, column: right, rows: 1, columns: 1 }, 'getLastCell'),
    getEntireRow: () => at({ ...rect, column: 0, columns: SHEET_COLUMNS }, 'getEntireRow'),
    getEntireColumn: () => at({ ...rect, row: 0, rows: SHEET_ROWS }, 'getEntireColumn'),
    getOffsetRange: ([r, c]) =>
      at(
        {
          ...rect,
          row: rect.row + integer(r, 'getOffsetRange'),
          column: rect.column + integer(c, 'getOffsetRange'),
        },
        'getOffsetRange',
      ),
    getResizedRange: ([r, c]) =>
      resized(
        rect.rows + integer(r, 'getResizedRange'),
        rect.columns + integer(c, 'getResizedRange'),
        'getResizedRange',
      ),
    getAbsoluteResizedRange: ([r, c]) =>
      resized(
        integer(r, 'getAbsoluteResizedRange'),
        integer(c, 'getAbsoluteResizedRange'),
        'getAbsoluteResizedRange',
      ),
    getRowsAbove: ([n]) => beside('getRowsAbove', integer(n, 'getRowsAbove', 1), false, true),
    getRowsBelow: ([n]) => beside('getRowsBelow', integer(n, 'getRowsBelow', 1), true, true),
    getColumnsBefore: ([n]) => beside('getColumnsBefore', integer(n, 'getColumnsBefore', 1), false, false),
    getColumnsAfter: ([n]) => beside('getColumnsAfter', integer(n, 'getColumnsAfter', 1), true, false),
    getBoundingRect: ([o]) => at(bounding(rect, other(o, 'getBoundingRect').rect), 'getBoundingRect'),
    getIntersection: ([o]) => {
      const common = intersect(rect, other(o, 'getIntersection').rect);
      if (common === null) throw failure('ItemNotFound', 'Range.getIntersection');
      return range({ sheetId, rect: common });
    },
    getIntersectionOrNullObject: ([o]) => {
      const found = placeArgument(state, o, 'Range.getIntersectionOrNullObject', sheetId);
      const common = found.sheetId === sheetId ? intersect(rect, found.rect) : null;
      return common === null ? null : range({ sheetId, rect: common });
    },
    getUsedRange: ([v]) => used(v === true) ?? range({ sheetId, rect: { ...rect, rows: 1, columns: 1 } }),
    getUsedRangeOrNullObject: ([v]) => used(v === true),
    getSpillingToRangeOrNullObject: () => {
      if (rect.rows !== 1 || rect.columns !== 1)
        throw failure('InvalidArgument', 'Range.getSpillingToRangeOrNullObject');
      const spill = state.grid.spillOf?.(sheetId, rect.row, rect.column) ?? null;
      return spill === null ? null : range({ sheetId, rect: spill });
    },
  };
}

function inSpan(index: number, count: number, member: string): number {
  if (index < 0 || index >= count) throw failure('InvalidArgument', `Range.${member}`);
  return index;
}
