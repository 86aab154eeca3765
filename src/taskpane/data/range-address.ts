import {
  cellAddress,
  quotedSheet,
  rectAddress,
  splitAddress,
  type CellRect,
} from '../../report/model/address';

/** A block of cells and the sheet it stands on; rows and columns count from 0. */
export interface CellBlock extends CellRect {
  /** The sheet's name without quotes; '' when the address names none. */
  readonly sheet: string;
}

const CELLS = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i;

/** Reads `Usage!A1:F200`; null for anything else (whole columns, several areas). */
export function rangeOf(address: string): CellBlock | null {
  const { sheet, cells } = splitAddress(address.trim());
  const match = CELLS.exec(cells);
  // No sheet name holds a colon: with one, `sheet` is the first of several areas.
  if (match === null || sheet.includes(':')) return null;
  const column = columnIndex(match[1] ?? 'A');
  const row = Number(match[2]) - 1;
  const lastColumn = match[3] === undefined ? column : columnIndex(match[3]);
  const lastRow = match[4] === undefined ? row : Number(match[4]) - 1;
  return { sheet, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

/** Address of a cell of the block; `row` counts from 1 and `column` from 0 within it. Column null = the block's whole row. */
export function addressWithin(block: CellBlock, row: number, column: number | null): string {
  const sheetRow = block.row + row - 1;
  const cells =
    column === null
      ? rectAddress({ row: sheetRow, column: block.column, rows: 1, columns: block.columns })
      : cellAddress(sheetRow, block.column + column);
  return block.sheet === '' ? cells : `${quotedSheet(block.sheet)}!${cells}`;
}

function columnIndex(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
