/** Tables of sheet documents with every value worked out. */
import { resolveFormula } from '../../report/model/formula';
import type { CellValue, TableBlock } from '../../report/model/document';
import type { ResultTable } from '../program/command';

/**
 * The table of a document as values.
 * @param computed what the engine says for the columns that the sheet works out by formula, by row index and column key
 * @throws Error for a formula column that `computed` leaves undefined: a mistake of ours
 */
export function resultTable(
  block: TableBlock,
  title: string,
  computed: (row: number, key: string) => CellValue | undefined = () => undefined,
  shown?: readonly string[],
): ResultTable {
  return {
    name: block.name,
    title,
    columns: block.columns,
    rows: block.rows.map((cells, row) =>
      block.columns.map((column, index): CellValue => {
        const given = cells[index] ?? null;
        if (given !== null || column.formula === undefined) return given;
        const value = computed(row, column.key);
        if (value !== undefined) return value;
        const formula = resolveFormula(column.formula, (key) => key);
        throw new Error(`${block.name}, column ${column.header}: nothing gives the value of ${formula}.`);
      }),
    ),
    ...(shown === undefined ? {} : { shown }),
  };
}
