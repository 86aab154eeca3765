import type { Formats } from '../figures/formats';

/** Outcome of reading what was typed: a value, or a sentence that says what is allowed. */
export type Checked<T> = { readonly value: T } | { readonly problem: string };

/** One setting as a text field. `text` shows the setting; `read` turns what was typed into a change of settings. */
export interface SettingField<Settings> {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly suffix?: string;
  readonly type?: 'date';
  text(settings: Settings): string;
  read(typed: string): Checked<Partial<Settings>>;
}

/**
 * A typed number: one comma and no dot is a decimal comma, except `1,234`, which could be either.
 * Null = not a number; 'ambiguous' = say which is meant.
 */
export function typedNumber(typed: string): number | null | 'ambiguous' {
  const text = typed.replace(/[\s\u00a0\u202f%]/g, '');
  if (/^[+-]?\d{1,3},\d{3}$/.test(text)) return 'ambiguous';
  const dotted = /^[^.,]*,[^.,]*$/.test(text) ? text.replace(',', '.') : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(dotted) ? Number(dotted) : null;
}

/** Reads a number that `fits`; `allowed` completes "Type …". */
export function numberIn(
  typed: string,
  name: string,
  allowed: string,
  fits: (value: number) => boolean,
): Checked<number> {
  const value = typedNumber(typed);
  if (value === 'ambiguous') {
    return { problem: `${name} “${typed.trim()}” can be read two ways. Type it without the comma.` };
  }
  if (value === null || !fits(value)) {
    return { problem: `${name} is “${typed.trim()}”. Type ${allowed}.` };
  }
  return { value };
}

/** Turns a value read into the change of settings it means; a problem stays one. */
export const changed =
  <Settings>() =>
  <T>(checked: Checked<T>, change: (value: T) => Partial<Settings>): Checked<Partial<Settings>> =>
    'problem' in checked ? checked : { value: change(checked.value) };

/** A fraction as percent, without the binary tail of × 100 (0.07 × 100 = 7.000000000000001). */
export const percent = (fraction: number): number => Number((fraction * 100).toFixed(6));

/** Numbers as one types them: no grouping, the decimal mark of the language. */
export function plainNumber(formats: Formats): (value: number) => string {
  const format = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 6, useGrouping: false });
  return (value) => format.format(value);
}
