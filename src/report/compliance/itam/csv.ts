/** The register as CSV (RFC 4180) for the system of record. */
import type { CellValue } from '../../model/document';

/** What spreadsheets take for the start of a formula; tab and carriage return are skipped by some before they look. */
const FORMULA_START = /^[\s]*[=+\-@]|^[\t\r\n]/;
/** Text that needs quotes to stay one field. */
const QUOTED = /[",\r\n]|^\s|\s$/;

/**
 * One line a row, CRLF behind each. Text that a spreadsheet would take for a formula gets an apostrophe in front, the one that
 * shows it as text; numbers keep their sign.
 * @example itamCsv([['User'], ['=1+1']]) //=> "User\r\n'=1+1\r\n"
 */
export function itamCsv(rows: readonly (readonly CellValue[])[]): string {
  return rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

function field(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
