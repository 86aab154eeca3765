/** Columns of our tables in one line each, and the cells that their values make. */
import { PRICE_MISSING } from '../../engine/catalog';
import type { CellValue, Column, ColumnKind, TableBlock, TableCell } from './document';
import { NOT_KNOWN, numberFormat } from './formats';

/** A maker of columns whose money is in one currency (ISO code). */
export function columnsOf(currency: string) {
  return (
    key: string,
    header: string,
    kind: ColumnKind,
    width: number,
    more: Partial<Column> = {},
  ): Column => ({
    key,
    header,
    kind,
    width,
    numberFormat: numberFormat(kind, currency),
    ...more,
  });
}

/** `{@key}` is the cell of that column in the same row; a function where it differs by row, null = no formula in that row. */
type RowFormula<Row> = string | ((row: Row) => string | null);

/** A column that knows its value in each row, and the native formula that gives it where there is one. */
export interface ValuedColumn<Row> {
  readonly column: Column;
  readonly value: (row: Row) => CellValue;
  readonly formula: RowFormula<Row> | undefined;
}

/** A maker of columns over rows of one kind. A formula without a value cannot be written. */
export function valuedColumns<Row>(currency: string) {
  const column = columnsOf(currency);
  return (
    key: string,
    header: string,
    kind: ColumnKind,
    width: number,
    value: (row: Row) => CellValue,
    { formula, ...more }: Partial<Column> & { readonly formula?: RowFormula<Row> } = {},
  ): ValuedColumn<Row> => ({ column: column(key, header, kind, width, more), value, formula });
}

/**
 * The columns and cells of a table. A value that is not known (null, "price missing", "not known", or a text of `instead`) stands instead of its
 * formula: an unknown is never 0.
 */
export function filled<Row>(
  columns: readonly ValuedColumn<Row>[],
  rows: readonly Row[],
  instead: readonly CellValue[] = [],
): Pick<TableBlock, 'columns' | 'rows'> {
  const unknown = new Set<CellValue>([null, PRICE_MISSING, NOT_KNOWN, ...instead]);
  const cell = ({ value: of, formula: by }: ValuedColumn<Row>, row: Row): TableCell => {
    const value = of(row);
    if (by === undefined || unknown.has(value)) return value;
    const formula = typeof by === 'string' ? by : by(row);
    return formula === null ? value : { formula, value };
  };
  return {
    columns: columns.map(({ column }) => column),
    rows: rows.map((row) => columns.map((column) => cell(column, row))),
  };
}
