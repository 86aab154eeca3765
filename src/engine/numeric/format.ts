const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/**
 * A number for a sentence: thousands separators, at most `decimals` decimals, no trailing zeros.
 * @example formatNumber(6766.6667) //=> "6,766.67"
 */
export function formatNumber(value: number, decimals = 2): string {
  const fixed = trimZeros(Math.abs(value).toFixed(decimals));
  return (value < 0 && fixed !== '0' ? '-' : '') + grouped(fixed);
}

/**
 * Money for a sentence, to the cent; whole amounts from 100 up are shown without decimals.
 * @example formatMoney(3375, 'USD') //=> "$3,375"
 * @example formatMoney(0.3, 'CHF') //=> "CHF 0.30"
 */
export function formatMoney(value: number, currency: string): string {
  const size = Math.abs(value);
  const cents = size.toFixed(2);
  const text = grouped(size >= 99.995 && cents.endsWith('.00') ? cents.slice(0, -3) : cents);
  const symbol = SYMBOLS[currency] ?? `${currency} `;
  return (value < 0 && /[1-9]/.test(text) ? '-' : '') + symbol + text;
}

/**
 * A share for a sentence, with one decimal where it has one.
 * @example formatShare(0.19556) //=> "19.6 %"
 */
export function formatShare(value: number): string {
  return `${formatNumber(value * 100, 1)} %`;
}

function grouped(fixed: string): string {
  const [whole = '0', fraction] = fixed.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

function trimZeros(fixed: string): string {
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}
