import { FlexError } from '../engine/errors';

/** A cell as the engine takes it; null = blank. Error cells are their text, such as "#N/A". */
export type PlainCell = string | number | boolean | null;

/** A range argument: rows of cells, never empty. */
export type Grid = readonly (readonly PlainCell[])[];

const ERROR_TEXT =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|FIELD!|CONNECT!|BLOCKED!|UNKNOWN!|EXTERNAL!|PYTHON!|GETTING_DATA)$/i;

/** True for the text of an Excel error. */
export function isErrorText(cell: PlainCell): cell is string {
  return typeof cell === 'string' && ERROR_TEXT.test(cell);
}

/**
 * One cell without its wrapping. Hosts hand over plain values, data types ({basicValue}), errors ({code}, {errorCode} or {basicValue}) and, for
 * blanks, null, undefined or ''.
 */
export function plainCell(value: unknown): PlainCell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : '#NUM!';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') return String(value);
  const wrapped = value as { basicValue?: unknown; code?: unknown; errorCode?: unknown; type?: unknown };
  for (const inner of [wrapped.basicValue, wrapped.code, wrapped.errorCode]) {
    if (typeof inner === 'number' || typeof inner === 'boolean' || typeof inner === 'string')
      return plainCell(inner);
  }
  return wrapped.type === 'Empty' ? null : '#VALUE!';
}

/** True when the argument was left out of the formula. */
export function isOmitted(argument: unknown): argument is null | undefined {
  return argument === null || argument === undefined;
}

/** The argument as rows of plain cells; a single value is one cell. */
export function gridOf(argument: unknown): Grid {
  if (!Array.isArray(argument)) return [[plainCell(argument)]];
  const rows = argument.map((row: unknown) => (Array.isArray(row) ? row.map(plainCell) : [plainCell(row)]));
  return rows.length === 0 || rows[0]?.length === 0 ? [[null]] : rows;
}

/** True for a cell that needs no unwrapping; '' stands for a blank here, as null does. */
function isPlain(value: unknown): value is PlainCell {
  return typeof value === 'string' || value === null || typeof value === 'boolean' || Number.isFinite(value);
}

/** As gridOf, for ranges that may be large: rows of plain cells are taken as they are, and blanks may stay ''. */
export function largeGridOf(argument: unknown): Grid {
  if (!Array.isArray(argument)) return gridOf(argument);
  return argument.map((row: unknown) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [row];
    return cells.every(isPlain) ? cells : cells.map(plainCell);
  });
}

/**
 * The one cell of an argument; null when it was omitted or its cell is blank.
 * @throws FlexError 'value' when several cells were given, or the cell holds an error
 */
export function singleCell(argument: unknown, name: string): PlainCell {
  if (isOmitted(argument)) return null;
  const grid = gridOf(argument);
  if (grid.length > 1 || (grid[0]?.length ?? 0) > 1) {
    throw new FlexError(
      'value',
      `${name} has ${grid.length} × ${grid[0]?.length ?? 0} cells: give one cell.`,
    );
  }
  const cell = grid[0]?.[0] ?? null;
  if (isErrorText(cell))
    throw new FlexError('value', `${name} is the error ${cell}: correct that cell first.`);
  return cell;
}
