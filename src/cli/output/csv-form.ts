/** The CSV form of a table: UTF-8 with a byte order mark, so that Excel reads its letters, and no text that could become a formula. */
import { isoDate } from '../../engine/numeric';
import type { CellValue, Column } from '../../report/model/document';
import type { ResultTable } from '../program/command';

const BYTE_ORDER_MARK = '\uFEFF';
/**
 * What a spreadsheet takes for the beginning of a formula, also behind blanks and in full width (OWASP, "CSV Injection"); and the
 * same behind a character that another program may take for the end of a cell.
 */
const BEGINS = /^(?=[\s\u00A0]*[=+\-@＝＋－＠])|^(?=[\t\r])/u;
const BEGINS_INSIDE = /(?<=[;\t\r\n])(?=[\s\u00A0]*[=+@＝＋＠])/gu;

export function csvForm({ columns, rows }: ResultTable): string {
  const lines = [
    columns.map(({ header }) => header),
    ...rows.map((row) => columns.map((column, at) => field(row[at] ?? null, column))),
  ];
  return `${BYTE_ORDER_MARK}${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function field(value: CellValue, column: Column): string {
  if (value === null) return '';
  if (typeof value === 'string') return literal(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return column.kind === 'date' ? isoDate(value) : String(value);
}

/** An apostrophe before whatever could become a formula: Excel then shows text, and the apostrophe with it. */
export function literal(text: string): string {
  return text.replace(BEGINS, "'").replace(BEGINS_INSIDE, "'");
}

function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
