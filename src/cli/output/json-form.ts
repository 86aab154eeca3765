/** The JSON form: counts first, then what was left out, where it comes from, and the result under the command's name. */
import { isoDate } from '../../engine/numeric';
import type { CellValue, Column } from '../../report/model/document';
import type { Outcome, ResultTable } from '../program/command';

/** One JSON object with a line break at its end. Dates are texts `yyyy-mm-dd`, shares fractions, blanks null. */
export function jsonForm(command: string, outcome: Outcome): string {
  const { rows, rejected, provenance, finding, notes, figures, tables, facts } = outcome;
  const result = {
    finding,
    notes,
    ...facts,
    figures: Object.fromEntries(figures.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(tables.map((table) => [table.name, records(table)])),
  };
  return `${JSON.stringify({ rows, rejected, provenance, [command]: result }, null, 2)}\n`;
}

function records({ columns, rows }: ResultTable): readonly Readonly<Record<string, CellValue>>[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column.header, plain(cells[index] ?? null, column)])),
  );
}

function plain(value: CellValue, column: Column): CellValue {
  return column.kind === 'date' && typeof value === 'number' ? isoDate(value) : value;
}
