/** Values on their way into a custom function, as Excel hands them over. */
import { isErrorText } from './error-text';
import type { FunctionParameter } from './metadata';

export type Scalar = string | number | boolean | null;
/** An argument as the formula gives it: omitted is null, a cell or range is an array of rows. */
export type Given = Scalar | readonly (readonly Scalar[])[];

export function isRows(value: unknown): value is readonly (readonly Scalar[])[] {
  return Array.isArray(value);
}

/** First error among the arguments, or null. */
export function firstError(given: readonly Given[]): string | null {
  for (const value of given) {
    if (!isRows(value)) {
      if (isErrorText(value)) return value;
      continue;
    }
    for (const row of value) for (const cell of row) if (isErrorText(cell)) return cell;
  }
  return null;
}

/** Blank cells inside a range arrive as empty text; a single blank cell as 0 where a number is asked for. */
function blank(parameter: FunctionParameter): Scalar {
  return parameter.type === 'number' ? 0 : '';
}

/**
 * One argument in the shape the function's metadata asks for.
 * @returns undefined when a range of several cells stands where one value is asked for: then the function is called once a cell.
 */
export function shaped(given: Given, parameter: FunctionParameter): unknown {
  if (given === null) return null;
  if (parameter.dimensionality === 'matrix') {
    const rows = isRows(given) ? given : [[given]];
    return rows.map((row) => row.map((cell) => cell ?? ''));
  }
  if (!isRows(given)) return given;
  if (given.length !== 1 || given[0]?.length !== 1) return undefined;
  return given[0][0] ?? blank(parameter);
}

/** The parameter an argument at a position belongs to; the last one repeats when it is marked so. */
export function parameterAt(
  parameters: readonly FunctionParameter[],
  index: number,
): FunctionParameter | undefined {
  const last = parameters[parameters.length - 1];
  return parameters[index] ?? (last?.repeating ? last : undefined);
}

/** Height and width the results of a lifted call have: the largest among the ranges that stand for single values. */
export function liftedSize(
  given: readonly Given[],
  parameters: readonly FunctionParameter[],
): { readonly rows: number; readonly columns: number } | null {
  let rows = 0;
  let columns = 0;
  given.forEach((value, index) => {
    const parameter = parameterAt(parameters, index);
    if (!isRows(value) || !parameter || parameter.dimensionality === 'matrix') return;
    if (value.length === 1 && value[0]?.length === 1) return;
    rows = Math.max(rows, value.length);
    columns = Math.max(columns, value[0]?.length ?? 0);
  });
  return rows === 0 ? null : { rows, columns };
}

/** The arguments for one cell of a lifted call: single rows and columns repeat, others are taken cell by cell. */
export function pick(
  given: readonly Given[],
  parameters: readonly FunctionParameter[],
  row: number,
  column: number,
): Given[] {
  return given.map((value, index) => {
    const parameter = parameterAt(parameters, index);
    if (!isRows(value) || parameter?.dimensionality === 'matrix') return value;
    const line = value.length === 1 ? value[0] : value[row];
    const cell = line?.length === 1 ? line[0] : line?.[column];
    return cell === undefined ? '#N/A' : [[cell]];
  });
}
