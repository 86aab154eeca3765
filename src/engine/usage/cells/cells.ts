import type { RawCell } from '../types';

/** Labels of a totals row, normalised; the second list only counts where the row names no product. */
const TOTAL_LABEL = /^(?:grand|sub|report)?\s*totals?\s*:?$/i;
const WEAK_TOTAL_LABEL = /^(?:sum|summe|gesamt(?:summe|ergebnis)?)\s*:?$|\stotals?\s*:?$/i;
const ERROR_TEXT =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)/i;

/** True for an empty cell and for one that holds only spaces (also non-breaking ones). */
export function isBlank(cell: RawCell): boolean {
  return (
    cell === '' || cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
  );
}

/**
 * A cell as the text a user would see, without outer spaces. Excel hands some error cells over as objects with a code.
 */
export function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.trim();
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'object') {
    const { code, basicValue } = cell as { readonly code?: unknown; readonly basicValue?: unknown };
    if (typeof code === 'string') return code;
    return typeof basicValue === 'string' ? basicValue : '#VALUE!';
  }
  return String(cell);
}

/** True for the text of an Excel error cell. */
export function isErrorText(text: string): boolean {
  return text.startsWith('#') && ERROR_TEXT.test(text);
}

/** True for `N/A` and the like, which exports write where they have no name. */
export function isNoName(text: string): boolean {
  return /^(?:n\/a|-|—|–)$/i.test(text);
}

/** True for an identity that Autodesk masks (`*****`, also `j***@example.com`): it names nobody. */
export function isMasked(text: string): boolean {
  return text.includes('***');
}

/** True for the label of a totals row. `weak` labels could be names and count only where the row names no product. */
export function isTotalsLabel(text: string, weak: boolean): boolean {
  return TOTAL_LABEL.test(text) || (weak && WEAK_TOTAL_LABEL.test(text));
}
