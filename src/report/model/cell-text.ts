/**
 * Text that must stay text. Excel parses what is assigned to a cell: `=1+1` becomes a formula, `3-4` a date, `007` the number 7.
 * A leading apostrophe keeps it as typed; it is not part of the value.
 */
const PLAIN = /^\p{L}[^\d]*$/u;
const PARSED = /^(true|false)$/i;

/** Longest text a cell holds. */
export const CELL_TEXT_LIMIT = 32_767;

/** @example literalText('=HYPERLINK("x")') //=> '\'=HYPERLINK("x")' */
export function literalText(text: string): string {
  if (text === '') return '';
  const cut = text.length > CELL_TEXT_LIMIT ? `${text.slice(0, CELL_TEXT_LIMIT - 1)}…` : text;
  return PLAIN.test(cut) && !PARSED.test(cut) ? cut : `'${cut}`;
}
