/** A1 addresses and rectangles. Rows and columns count from 0. */
import type { Rect } from './grid';
import { failure } from './failure';

export const SHEET_ROWS = 1_048_576;
export const SHEET_COLUMNS = 16_384;

/** @example columnName(27) //=> 'AB' */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export const quoteSheet = (name: string): string =>
  /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

/** @example formatRect({ row: 0, column: 0, rows: 2, columns: 2 }) //=> 'A1:B2' */
export function formatRect(rect: Rect, absolute = false): string {
  const mark = absolute ? '$' : '';
  const left = mark + columnName(rect.column);
  const right = mark + columnName(rect.column + rect.columns - 1);
  if (rect.rows === SHEET_ROWS) return `${left}:${right}`;
  const top = mark + String(rect.row + 1);
  const bottom = mark + String(rect.row + rect.rows);
  if (rect.columns === SHEET_COLUMNS) return `${top}:${bottom}`;
  return rect.rows === 1 && rect.columns === 1 ? left + top : `${left}${top}:${right}${bottom}`;
}

/** Splits `'My sheet'!A1:B2`; sheet is null when the address names none. */
export function splitSheet(address: string): { sheet: string | null; cells: string } {
  const text = address.trim().replace(/^=/, '');
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { sheet: null, cells: text };
  const raw = text.slice(0, bang);
  const sheet = raw.startsWith("'") && raw.endsWith("'") ? raw.slice(1, -1).replaceAll("''", "'") : raw;
  return { sheet, cells: text.slice(bang + 1) };
}

/** @returns null when the text is not an address of cells, whole columns or whole rows. */
export function parseRect(cells: string): Rect | null {
  const text = cells.replaceAll('$', '');
  const box = /^([A-Za-z]{1,3})([1-9]\d*)(?::([A-Za-z]{1,3})([1-9]\d*))?$/.exec(text);
  if (box !== null) {
    const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = box;
    return between(Number(r1) - 1, columnNumber(c1), Number(r2) - 1, columnNumber(c2));
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(text);
  if (columns !== null) {
    return between(0, columnNumber(columns[1] ?? ''), SHEET_ROWS - 1, columnNumber(columns[2] ?? ''));
  }
  const rows = /^([1-9]\d*):([1-9]\d*)$/.exec(text);
  if (rows !== null) return between(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, SHEET_COLUMNS - 1);
  return null;
}

function between(r1: number, c1: number, r2: number, c2: number): Rect | null {
  const row = Math.min(r1, r2);
  const column = Math.min(c1, c2);
  const rect = { row, column, rows: Math.abs(r2 - r1) + 1, columns: Math.abs(c2 - c1) + 1 };
  return fits(rect) ? rect : null;
}

export const fits = (rect: Rect): boolean =>
  [rect.row, rect.column, rect.rows, rect.columns].every(Number.isInteger) &&
  rect.row >= 0 &&
  rect.column >= 0 &&
  rect.rows > 0 &&
  rect.columns > 0 &&
  rect.row + rect.rows <= SHEET_ROWS &&
  rect.column + rect.columns <= SHEET_COLUMNS;

/** Refuses a rectangle that leaves the sheet, as Excel does. */
export function mustFit(rect: Rect, location: string): Rect {
  if (!fits(rect)) throw failure('InvalidArgument', location, 'The range lies outside the sheet.');
  return rect;
}

export function intersect(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}
