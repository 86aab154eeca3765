/** Cells of a sheet with their place, so that a bad one can be named. */
import type { RawCell } from '../../engine/usage/types';
import { sheetAddress, type CellRect } from './address';

export interface PlacedRange {
  readonly sheet: string;
  readonly rect: CellRect;
  /** Header first. */
  readonly values: readonly (readonly RawCell[])[];
}

/** Address of a cell counted from 0 within the range. */
export function placedCell({ sheet, rect }: PlacedRange, row: number, column: number): string {
  return sheetAddress(sheet, { row: rect.row + row, column: rect.column + column, rows: 1, columns: 1 });
}

export function isBlankCell(cell: RawCell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
