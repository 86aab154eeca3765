/** Excel number format codes (en-US notation) by kind of figure and currency. */
import { fixedText } from '../../engine/numeric';
import type { ColumnKind } from './document';

/** Text shown where a figure cannot be known from what was given. */
export const NOT_KNOWN = 'not known';

/** What money prefixes look like; a currency without a symbol of its own shows its ISO code. */
const SYMBOLS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '[$€-2] ',
  GBP: '[$£-809]',
  JPY: '[$¥-411]',
};

function prefix(currency: string): string {
  const code = currency.trim().toUpperCase();
  return SYMBOLS[code] ?? `[$${code.replace(/[^A-Z]/g, '') || 'USD'}] `;
}

/** Whole units of money: yearly costs and sums. */
export function moneyFormat(currency: string): string {
  const p = prefix(currency);
  return `${p}#,##0;-${p}#,##0`;
}

/** Money to the cent: what must add up to invoices. */
export function centsFormat(currency: string): string {
  const p = prefix(currency);
  return `${p}#,##0.00;-${p}#,##0.00`;
}

/** A price per token or per seat, with cents. */
export function priceFormat(currency: string): string {
  const p = prefix(currency);
  return `${p}#,##0.00##`;
}

/** Number format of a kind; `currency` is an ISO code. */
export function numberFormat(kind: ColumnKind, currency: string): string {
  switch (kind) {
    case 'money':
      return moneyFormat(currency);
    case 'price':
      return priceFormat(currency);
    case 'integer':
    case 'tokens':
      return '#,##0';
    case 'units':
      return '#,##0.0';
    case 'share':
      return '0.0%';
    case 'date':
      return 'yyyy-mm-dd';
    case 'text':
    case 'flag':
      return 'General';
  }
}

/** Money in a sentence: `$184,300`, `€ 1,200`, `CHF 980`; cents below 10. */
export function moneyText(amount: number, currency: string): string {
  const code = currency.trim().toUpperCase();
  const sign = { USD: '$', EUR: '€ ', GBP: '£', JPY: '¥' }[code] ?? `${code} `;
  return `${amount < 0 ? '-' : ''}${sign}${countText(Math.abs(amount), Math.abs(amount) < 10 ? 2 : 0)}`;
}

/** A difference of sums of money, without what binary fractions leave. */
export function roundToCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** A number with thousands separators: `48,210`. */
export function countText(value: number, digits = 0): string {
  return fixedText(value, digits);
}
