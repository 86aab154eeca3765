/** The JSON form: counts first, then what was left out, where it comes from, and the result under the command's name. */
import { isoDate } from '../../engine/numeric';
import { incompleteText } from '../../engine/usage';
import type { CellValue, Column } from '../../report/model/document';
import type { Outcome, ResultTable } from '../program/command';

/** One JSON object with a line break at its end. Dates are texts `yyyy-mm-dd`, shares fractions, blanks null. */
export function jsonForm(command: string, outcome: Outcome): string {
  const { rows, rejected, provenance, notes, figures, tables, facts } = outcome;
  const result = {
    finding: foundText(outcome),
    notes,
    ...facts,
    figures: Object.fromEntries(figures.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(tables.map((table) => [table.name, records(table)])),
  };
  const { completeness, ...from } = provenance;
  const rests =
    completeness === null
      ? {}
      : {
          complete: completeness.complete,
          shares: { rows: completeness.rowShare, tokens: completeness.tokenShare },
        };
  return `${JSON.stringify({ rows, ...rests, rejected, provenance: from, [command]: result }, null, 2)}\n`;
}

/** The finding; where it rests on part of the data, that is said first. */
export function foundText({ finding, provenance }: Pick<Outcome, 'finding' | 'provenance'>): string {
  const { completeness } = provenance;
  if (completeness === null || completeness.complete) return finding;
  const doubt = incompleteText(completeness);
  return `${doubt.charAt(0).toUpperCase()}${doubt.slice(1)}. ${finding}`;
}

function records({ columns, rows }: ResultTable): readonly Readonly<Record<string, CellValue>>[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column.header, plain(cells[index] ?? null, column)])),
  );
}

function plain(value: CellValue, column: Column): CellValue {
  return column.kind === 'date' && typeof value === 'number' ? isoDate(value) : value;
}
