import { FlexError } from '../engine/errors';
import { gridOf, isErrorText, isOmitted, type PlainCell } from './cells';
import { checkedNumber, type Limits } from './limits';
import { checkSize } from './results';

/** An argument that may be one cell or a column of cells. */
interface ColumnArgument<T> {
  readonly name: string;
  readonly height: number;
  /** Arrays come from ranges; a bare value comes from a caller outside a grid. */
  readonly fromRange: boolean;
  readonly at: (row: number) => T;
}

function cellsOf(argument: unknown, name: string): readonly PlainCell[] {
  const grid = gridOf(argument);
  const wide = grid.find((row) => row.length !== 1);
  if (wide !== undefined) {
    throw new FlexError(
      'value',
      `${name} has ${wide.length} columns: give one cell, or one column of cells.`,
    );
  }
  return grid.map((row) => row[0] ?? null);
}

function column<T>(
  argument: unknown,
  name: string,
  read: (cell: PlainCell, place: string) => T,
): ColumnArgument<T> {
  const cells = isOmitted(argument) ? [null] : cellsOf(argument, name);
  const values = cells.map((cell, row) => {
    const place = cells.length > 1 ? `, row ${row + 1} of its column,` : '';
    if (isErrorText(cell))
      throw new FlexError('value', `${name}${place} is the error ${cell}: correct that cell first.`);
    return read(cell, place);
  });
  return {
    name,
    height: values.length,
    fromRange: Array.isArray(argument),
    at: (row) => values[values.length === 1 ? 0 : row] as T,
  };
}

/**
 * Product names. A blank is refused: it cannot be looked up.
 * @throws FlexError 'value'
 */
export function productColumn(argument: unknown): ColumnArgument<string> {
  return column(argument, 'product', (cell, place) => {
    if (typeof cell === 'string' && cell.trim() !== '') return cell;
    const shown = cell === null ? 'blank' : String(cell).toUpperCase();
    throw new FlexError(
      'value',
      `product${place} is ${shown}: it must be the name of a product, such as "Revit".`,
    );
  });
}

/**
 * Numbers that must be given. A blank cell counts as 0, as everywhere in a sheet; a missing argument does not.
 * @throws FlexError 'value'
 */
export function unitsColumn(argument: unknown, name: string, limits: Limits): ColumnArgument<number> {
  if (isOmitted(argument)) throw new FlexError('value', `${name} is missing: it must be ${limits.words}.`);
  return column(argument, name, (cell, place) => checkedNumber(cell ?? 0, name, limits, place));
}

/**
 * Numbers that may be left out: null for an omitted argument or a blank cell.
 * @throws FlexError 'value'
 */
export function optionalColumn(
  argument: unknown,
  name: string,
  limits: Limits,
): ColumnArgument<number | null> {
  return column(argument, name, (cell, place) =>
    cell === null ? null : checkedNumber(cell, name, limits, place),
  );
}

/**
 * One result a row, where single cells stand beside every row of the columns. Without any range the result is the bare value.
 * @throws FlexError 'value' when two columns differ in height; 'missing' when the result is too large
 */
export function forEachRow(
  columns: readonly ColumnArgument<unknown>[],
  compute: (row: number) => string | number,
): unknown[][] {
  const tallest = columns.reduce((most, each) => (each.height > most.height ? each : most));
  const odd = columns.find((each) => each.height !== 1 && each.height !== tallest.height);
  if (odd !== undefined) {
    throw new FlexError(
      'value',
      `${tallest.name} has ${tallest.height} rows and ${odd.name} has ${odd.height}: columns must have the same height.`,
    );
  }
  checkSize(tallest.height, 1);
  if (columns.some((each) => each.fromRange)) {
    return Array.from({ length: tallest.height }, (_, row) => [compute(row)]);
  }
  // Excel wraps every argument into rows of cells; a caller that hands over bare values takes a bare result.
  const bare: unknown = compute(0);
  return bare as unknown[][];
}
