/**
 * Works the native formulas of a sheet document out, independent of the engine: enough of Excel's rules for our own formulas, and an error
 * for anything else. A blank cell counts as 0 in arithmetic and as "" in comparisons with text.
 */
import { bodyCell, layout, type PlacedCell } from '../../src/report/model/layout';
import type { CellValue, SheetDocument } from '../../src/report/model/document';
import { evaluateFormula, type Scalar, type Scope } from './formula';

export interface FormulaSheet {
  /** Value of a named cell. */
  named(name: string): Scalar;
  /** Value of a table's body cell; rows count from 0. */
  cell(table: string, row: number, key: string): Scalar;
  /** All values of a table's column. */
  column(table: string, key: string): readonly Scalar[];
  /** Value of the figure with this label; the first one where several have it. */
  figure(label: string): Scalar;
  /** The lines of text, formulas worked out. */
  readonly texts: readonly Scalar[];
}

/** @param typed what a user types over named cells */
export function formulaSheet(
  document: SheetDocument,
  typed: Readonly<Record<string, CellValue>> = {},
): FormulaSheet {
  const placed = layout(document);
  const tableOf = (name: string): (typeof placed.tables)[number] => {
    const table = placed.tables.find(({ block }) => block.name === name);
    if (table === undefined) throw new Error(`No table ${name}.`);
    return table;
  };
  const valueOf = (cell: PlacedCell): Scalar =>
    cell.kind === 'value' ? cell.value : evaluateFormula(cell.formula, scope);
  const bodyValue = (name: string, row: number, column: number): Scalar =>
    valueOf(bodyCell(tableOf(name), row, column));
  const columnValues = (name: string, header: string): readonly Scalar[] => {
    const table = tableOf(name);
    const column = table.block.columns.findIndex((candidate) => candidate.header === header);
    if (column < 0) throw new Error(`${name} has no column ${header}.`);
    return Array.from({ length: table.body.rows }, (_, row) => bodyValue(name, row, column));
  };
  const named = (name: string): Scalar => {
    if (name in typed) return typed[name] ?? null;
    const figure = placed.figures.find((candidate) => candidate.figure.name === name);
    if (figure === undefined) throw new Error(`No cell is named ${name}.`);
    return valueOf(figure.value);
  };
  const scope: Scope = {
    named,
    column: columnValues,
    cell: (address) => {
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      const column = letters.charCodeAt(0) - 65;
      const row = Number(digits) - 1;
      const table = placed.tables.find(({ body }) => row >= body.row && row < body.row + body.rows);
      if (table === undefined || letters.length !== 1) throw new Error(`${address} lies in no table.`);
      return bodyValue(table.block.name, row - table.body.row, column);
    },
  };
  return {
    named,
    cell: (table, row, key) =>
      bodyValue(
        table,
        row,
        tableOf(table).block.columns.findIndex((column) => column.key === key),
      ),
    column: (table, key) =>
      columnValues(table, tableOf(table).block.columns.find((column) => column.key === key)?.header ?? key),
    figure: (label) => {
      const figure = placed.figures.find((candidate) => candidate.figure.label === label);
      if (figure === undefined) throw new Error(`No figure ${label}.`);
      return valueOf(figure.value);
    },
    texts: placed.texts.map(({ cell }) => valueOf(cell)),
  };
}
