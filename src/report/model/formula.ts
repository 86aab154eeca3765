/** Formula templates: `{@key}` stands for the cell of that column in the same row. */

/**
 * Replaces every `{@key}` of a template.
 * @param template e.g. `={@tokens}*Flex_TokenPrice`
 * @param cellOf address of a column's cell, e.g. key → `F12`
 * @throws Error when the template names a column that does not exist: a mistake in a document, never the user's
 * @example resolveFormula('={@a}*2', () => 'C7') //=> '=C7*2'
 */
export function resolveFormula(template: string, cellOf: (key: string) => string | undefined): string {
  return template.replace(/\{@([A-Za-z0-9_]+)\}/g, (_, key: string) => {
    const cell = cellOf(key);
    if (cell === undefined)
      throw new Error(`The formula ${template} names the column ${key}, which its table lacks.`);
    return cell;
  });
}

/** True for a formula that names a table (`FlexSegments[Tokens]`): such a one can be entered only once that table bears its final name. */
export function namesTable(formula: string): boolean {
  return /[A-Za-z_][A-Za-z0-9_.]*\[/.test(formula.replace(/"[^"]*"/g, ''));
}

/** Excel refuses a literal of more than 255 characters. */
const LITERAL_LIMIT = 250;

/** A text as a formula's string literal; a long one as several, joined. */
export function quoteText(text: string): string {
  const parts: string[] = [];
  for (let at = 0; at === 0 || at < text.length; at += LITERAL_LIMIT) {
    parts.push(`"${text.slice(at, at + LITERAL_LIMIT).replace(/"/g, '""')}"`);
  }
  return parts.join('&');
}
