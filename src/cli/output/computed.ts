/** Values of columns that a sheet works out by formula: what `resultTable` asks for. */
import type { CellValue } from '../../report/model/document';

/** By row index and column key; undefined = not a column of this one. */
export type Computed = (row: number, key: string) => CellValue | undefined;

/** Columns worked out from one thing a row. */
export function computed<T>(
  rows: readonly T[],
  columns: Readonly<Record<string, (row: T) => CellValue>>,
): Computed {
  return (index, key) => {
    const row = rows[index];
    return row === undefined ? undefined : columns[key]?.(row);
  };
}
