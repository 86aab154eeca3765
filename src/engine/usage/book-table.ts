import { cellText, isBlank, isErrorText, isTotalsLabel } from './cells/cells';
import { missingColumns } from './errors';
import { normalizeHeader } from './reader/headers';
import { errorReason, NumberColumn } from './cells/number-column';
import type { RawCell, RejectedRow } from './types';

/** A column of a table the user keeps. */
export interface BookColumn {
  /** As our own sheet heads it; for messages. */
  readonly label: string;
  /** Normalised headers that mean it, best first. */
  readonly aliases: readonly string[];
  readonly kind: 'number' | 'date' | 'text';
  /** `cell`: every row fills it; `column`: the header names it, cells may be blank; `nothing`: it may be left out. */
  readonly need: 'cell' | 'column' | 'nothing';
}

/** One filled row of the table. */
export interface BookLine<Field extends string> {
  /** 1-based row in the range, header included. */
  readonly row: number;
  /** A text cell; '' when blank. */
  text(field: Field): string;
  /** An amount, or a day as a whole serial; NaN when blank. */
  number(field: Field): number;
  /** Leaves the row out: the cell to blame, and why. */
  reject(field: Field, reason: string): null;
}

/** A table as read. `read` = `rows.length` + `rejected.length`; blank rows are not counted. */
export interface BookRows<Row> {
  readonly rows: readonly Row[];
  readonly read: number;
  readonly rejected: readonly RejectedRow[];
}

/** Titles may stand above the header. */
const HEADER_WITHIN = 10;

/**
 * Reads a table by its header, columns in any order; numbers and dates as cells of usage are read. Some hosts hand blank cells over as 0,
 * so a 0 in a date or text column, and a row of nothing else, is blank.
 * @param what the table in a sentence: "packs"
 * @param read what a row means; null after `reject`
 * @throws FlexError 'value' naming the required columns that are missing
 */
export function readBookTable<Field extends string, Row>(
  range: readonly (readonly RawCell[])[],
  what: string,
  columns: Readonly<Record<Field, BookColumn>>,
  read: (line: BookLine<Field>) => Row | null,
): BookRows<Row> {
  const fields = Object.keys(columns) as Field[];
  const { row: headerRow, at } = findHeader(range, what, columns, fields);
  const header = (range[headerRow] ?? []).map(cellText);
  const body = range.slice(headerRow + 1);
  const settled = new Map<Field, NumberColumn>();
  for (const field of fields) {
    const { kind } = columns[field];
    if (kind === 'text') continue;
    const column = new NumberColumn(at[field], header[at[field]] ?? '', kind, body.length);
    body.forEach((cells, index) => column.put(index, cleaned(cells[at[field]], kind)));
    column.settle();
    settled.set(field, column);
  }

  const rows: Row[] = [];
  const rejected: RejectedRow[] = [];
  body.forEach((cells, index) => {
    if (cells.every((cell) => isBlank(cell) || cell === 0)) return;
    const row = headerRow + index + 2;
    const text = (field: Field): string => {
      const cell = cells[at[field]];
      return cell === 0 ? '' : cellText(cell);
    };
    const reject = (field: Field, reason: string): null => {
      const value = settled.get(field)?.text(index) ?? text(field);
      rejected.push({ row, column: header[at[field]] ?? columns[field].label, value, reason });
      return null;
    };
    const number = (field: Field): number => {
      const value = settled.get(field)?.at(index) ?? NaN;
      return columns[field].kind === 'date' ? Math.floor(value) : value;
    };
    if (!isReadable(index, text, reject)) return;
    const result = read({ row, text, number, reject });
    if (result !== null) rows.push(result);
  });
  return { rows, read: rows.length + rejected.length, rejected };

  /** Whether every cell can be read and none that must be filled is blank; rejects the row where not. */
  function isReadable(
    index: number,
    text: (field: Field) => string,
    reject: (field: Field, reason: string) => null,
  ): boolean {
    const total = fields.find((field) => columns[field].kind === 'text' && isTotalsLabel(text(field), true));
    const blamed = total ?? fields.find((field) => problemOf(index, field, text(field)) !== '');
    if (blamed === undefined) return true;
    reject(blamed, total === undefined ? problemOf(index, blamed, text(blamed)) : 'totals row');
    return false;
  }

  function problemOf(index: number, field: Field, text: string): string {
    const { kind, need, label } = columns[field];
    const column = settled.get(field);
    const isFilled = column ? column.isFilled(index) : text !== '';
    if (!isFilled) return need === 'cell' ? `no ${label.toLowerCase()}` : '';
    if (!column) return isErrorText(text) ? errorReason(text) : '';
    const value = column.at(index);
    const isRead = kind === 'date' ? value >= 1 : value === value;
    return isRead ? '' : column.reason(index) || 'not a date: a time without a day';
  }
}

function cleaned(cell: RawCell, kind: 'number' | 'date'): RawCell {
  return cell === 0 && kind === 'date' ? null : cell;
}

/** The row that heads the table: the first that names every column it must, and where each column stands (-1 = nowhere). */
function findHeader<Field extends string>(
  range: readonly (readonly RawCell[])[],
  what: string,
  columns: Readonly<Record<Field, BookColumn>>,
  fields: readonly Field[],
): { readonly row: number; readonly at: Readonly<Record<Field, number>> } {
  const needed = fields.filter((field) => columns[field].need !== 'nothing');
  const labelsOf = (list: readonly Field[]): string => list.map((field) => columns[field].label).join(', ');
  let fewest = needed;
  for (let row = 0; row < Math.min(range.length, HEADER_WITHIN); row++) {
    const names = (range[row] ?? []).map((cell) => (typeof cell === 'string' ? normalizeHeader(cell) : ''));
    const at = Object.fromEntries(
      fields.map((field) => [field, indexOf(names, columns[field].aliases)]),
    ) as Record<Field, number>;
    const absent = needed.filter((field) => at[field] < 0);
    if (absent.length === 0) return { row, at };
    if (absent.length < fewest.length) fewest = absent;
  }
  throw missingColumns(what, labelsOf(fewest), labelsOf(needed));
}

function indexOf(names: readonly string[], aliases: readonly string[]): number {
  const alias = aliases.find((name) => names.includes(name));
  return alias === undefined ? -1 : names.indexOf(alias);
}
