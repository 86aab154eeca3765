/** The readable form: the finding, the tables in columns, what was left out. The same in a pipe as on a terminal. */
import type { ResultTable, Outcome, ResultFigure } from '../program/command';
import type { CellValue, Column } from '../../report/model/document';
import { countText } from '../../report/model/formats';
import { isoDate } from '../../engine/numeric';
import { foundText } from './json-form';

/** Rejected rows listed; --json has all of them. */
const REJECTED_SHOWN = 10;
/** Control characters of the data must not reach a terminal: they could rewrite what it shows. */
const CONTROL = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

export function textForm(outcome: Outcome): string {
  const parts = [
    printable(foundText(outcome)),
    outcome.notes.map((note) => `! ${printable(note)}`).join('\n'),
    figuresText(outcome.figures),
    ...outcome.tables.map(tableText),
    rowsText(outcome),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** One line: how many rows were read and used. */
export function countsText({ rows, provenance }: Pick<Outcome, 'rows' | 'provenance'>): string {
  return `${countText(rows.read)} rows read from ${printable(provenance.input)}: ${countText(rows.used)} used, ${countText(rows.rejected)} rejected`;
}

function rowsText(outcome: Outcome): string {
  const { rows, rejected, provenance } = outcome;
  if (rows.read === 0) return `Rate card ${printable(provenance.card)}`;
  const shown = rejected.slice(0, REJECTED_SHOWN).map(({ row, column, value, reason }) => {
    const cell = [column, value === '' ? '' : `"${value}"`].filter((part) => part !== '').join(' ');
    return `  row ${row}: ${printable([reason, cell].filter((part) => part !== '').join(' – '))}`;
  });
  const more = rejected.length - shown.length;
  return [
    `${countsText(outcome)}; rate card ${printable(provenance.card)}`,
    ...shown,
    ...(more > 0 ? [`  and ${countText(more)} more: --json lists all`] : []),
  ].join('\n');
}

function figuresText(figures: readonly ResultFigure[]): string {
  const wide = Math.max(0, ...figures.map(({ label }) => label.length));
  const values = figures.map(({ value, numberFormat }) => cellText(value, numberFormat));
  const most = Math.max(0, ...values.map((value) => value.length));
  return figures
    .map(({ label, unit }, index) =>
      `${label.padEnd(wide)}  ${(values[index] ?? '').padStart(most)}  ${unit ?? ''}`.trimEnd(),
    )
    .join('\n');
}

function tableText(table: ResultTable): string {
  const columns = table.columns
    .map((column, index) => ({ column, index }))
    .filter(({ column }) => table.shown?.includes(column.key) ?? true);
  if (columns.length === 0) return '';
  const cells = table.rows.map((row) =>
    columns.map(({ column, index }) =>
      // Whatever a sheet shows of a day, here it reads year-month-day.
      cellText(row[index] ?? null, column.kind === 'date' ? 'yyyy-mm-dd' : column.numberFormat),
    ),
  );
  const widths = columns.map(({ column }, at) =>
    Math.max(column.header.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, at) => {
        const { column } = columns[at] ?? {};
        return isRight(column) ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
      })
      .join('  ')
      .trimEnd();
  return [
    table.title,
    line(columns.map(({ column }) => column.header)),
    line(widths.map((width) => '-'.repeat(width))),
    ...(cells.length === 0 ? ['(none)'] : cells.map(line)),
  ].join('\n');
}

function isRight(column: Column | undefined): boolean {
  return column !== undefined && column.kind !== 'text' && column.kind !== 'flag';
}

/** A cell as the sheet would show it, near enough for reading. */
export function cellText(value: CellValue, format: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return printable(value);
  if (format.startsWith('yyyy')) return isoDate(value);
  if (format.includes('%')) return `${countText(value * 100, decimalsOf(format))}%`;
  if (format === 'General') return String(Number(value.toPrecision(12)));
  const sign = value < 0 && Number(value.toFixed(decimalsOf(format))) !== 0 ? '-' : '';
  return `${sign}${prefixOf(format)}${countText(Math.abs(value), decimalsOf(format))}`;
}

function decimalsOf(format: string): number {
  return /\.([0#]+)/.exec(format.split(';')[0] ?? '')?.[1]?.replace(/#/g, '').length ?? 0;
}

/** `$`, or the sign inside `[$€-2] `. */
function prefixOf(format: string): string {
  const bracket = /^\[\$([^\]-]*)(?:-[^\]]*)?\](\s?)/.exec(format);
  if (bracket !== null) return `${bracket[1] ?? ''}${bracket[2] ?? ''}`;
  return format.startsWith('$') ? '$' : '';
}

function printable(text: string): string {
  return text.replace(CONTROL, ' ');
}
