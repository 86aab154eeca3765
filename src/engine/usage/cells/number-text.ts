/** How the cells of a column write fractions, as far as its texts show. */
export interface SeparatorEvidence {
  decimalComma: boolean;
  decimalPoint: boolean;
}

/** What one text is: a number however the column writes them, one that depends on the column, or no number. */
export type NumberText =
  | { readonly kind: 'number'; readonly value: number }
  | {
      readonly kind: 'grouped or decimal';
      readonly separator: ',' | '.';
      readonly grouped: number;
      readonly decimal: number;
    }
  | { readonly kind: 'none' };

const NONE: NumberText = { kind: 'none' };
const PLAIN = /^\d+$/;
const POINT_FRACTION = /^(\d*)\.(\d*)$/;
const COMMA_FRACTION = /^(\d*),(\d*)$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
/** One separator with exactly three digits after it and a possible thousands group before it. */
const THREE_AFTER = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** Spaces (also non-breaking and narrow) and apostrophes between groups of three digits. */
const SPACED_GROUPS = /^\d{1,3}(?:[\s'’]\d{3})+(?=$|[.,])/;

/**
 * Reads a number typed as text: decimal point, decimal comma, grouped thousands, a sign, outer spaces.
 * `1,234` and `1.234` can be either a fraction or a thousand; `settleNumber` decides them over the whole column.
 * Texts that can be read in one way only leave their evidence in `evidence`.
 */
export function readNumberText(text: string, evidence: SeparatorEvidence): NumberText {
  let body = text.trim();
  let sign = 1;
  if (/^[+\-−]/.test(body)) {
    sign = body.startsWith('+') ? 1 : -1;
    body = body.slice(1);
  }
  const spaced = SPACED_GROUPS.exec(body);
  if (spaced) body = spaced[0].replace(/[\s'’]/g, '') + body.slice(spaced[0].length);
  if (PLAIN.test(body)) return number(sign, body);
  if (THREE_AFTER.test(body) && !spaced) {
    const separator = body.includes(',') ? ',' : '.';
    const [whole = '', three = ''] = body.split(separator);
    return {
      kind: 'grouped or decimal',
      separator,
      grouped: sign * Number(whole + three),
      decimal: sign * Number(`${whole}.${three}`),
    };
  }
  if (POINT_FRACTION.test(body) && /\d/.test(body)) {
    evidence.decimalPoint = true;
    return number(sign, body);
  }
  if (COMMA_FRACTION.test(body) && /\d/.test(body)) {
    evidence.decimalComma = true;
    return number(sign, body.replace(',', '.'));
  }
  if (COMMA_GROUPS.test(body)) {
    evidence.decimalPoint = true;
    return number(sign, body.replace(/,/g, ''));
  }
  if (POINT_GROUPS.test(body)) {
    evidence.decimalComma = true;
    return number(sign, body.replace(/\./g, '').replace(',', '.'));
  }
  if (/^\d+(?:\.\d+)?e[+-]?\d{1,3}$/i.test(body)) return number(sign, body);
  return NONE;
}

/**
 * The value of a text that depends on its column: a point is a decimal point unless the column writes decimal commas;
 * a comma needs the column's other cells.
 * @returns null when the column does not say
 */
export function settleNumber(
  text: Extract<NumberText, { kind: 'grouped or decimal' }>,
  evidence: Readonly<SeparatorEvidence>,
): number | null {
  const { decimalComma, decimalPoint } = evidence;
  if (text.separator === '.')
    return decimalComma && !decimalPoint ? text.grouped : decimalComma ? null : text.decimal;
  if (decimalComma === decimalPoint) return null;
  return decimalComma ? text.decimal : text.grouped;
}

function number(sign: number, digits: string): NumberText {
  const value = sign * Number(digits);
  return Number.isFinite(value) ? { kind: 'number', value } : NONE;
}
