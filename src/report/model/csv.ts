/** Rows as CSV (RFC 4180) in which no text can become a formula, whichever program opens the file. */
import type { CellValue } from './document';

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection"): = + - @, also behind blanks and in full width,
 * and a tab or a line break in front, which some skip before they look.
 */
const BEGINS = /^(?=[\s\u00A0]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/u;
/** The same behind a letter that another locale takes for the end of a cell; what a comma ends is inside quotes. */
const BEGINS_INSIDE = /(?<=[;|\t\r\n])(?=[\s\u00A0]*[=+\-@＝＋－＠])/gu;
/** Text that needs quotes to stay one field. */
const QUOTED = /[",;|\t\r\n]|^\s|\s$/;

/**
 * One line a row, CRLF behind each; numbers keep their sign.
 * @example csvText([['User', -1], ['=1+1', null]]) //=> "User,-1\r\n'=1+1,\r\n"
 */
export function csvText(rows: readonly (readonly CellValue[])[]): string {
  return rows.map((cells) => `${cells.map(field).join(',')}\r\n`).join('');
}

/** An apostrophe before whatever could become a formula: a spreadsheet then shows text, and the apostrophe with it. */
export function harmless(text: string): string {
  return text.replace(BEGINS, "'").replace(BEGINS_INSIDE, "'");
}

function field(cell: CellValue): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  const safe = harmless(cell);
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
