const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/**
 * A number for a sentence: thousands separators, at most `decimals` decimals, no trailing zeros.
 * @example formatNumber(6766.6667) //=> "6,766.67"
 */
export function formatNumber(value: number, decimals = 2): string {
  const fixed = trimZeros(roundedText(Math.abs(value), decimals));
  return (value < 0 && fixed !== '0' ? '-' : '') + grouped(fixed);
}

/**
 * A number with just so many decimals and thousands separators.
 * @example fixedText(1250.5, 2) //=> "1,250.50"
 */
export function fixedText(value: number, decimals: number): string {
  const fixed = roundedText(Math.abs(value), decimals);
  return (value < 0 && /[1-9]/.test(fixed) ? '-' : '') + grouped(fixed);
}

/**
 * How many of something.
 * @param many the word for any other number than one
 * @example counted(1200, 'row') //=> "1,200 rows"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/**
 * Money for a sentence, to the cent; whole amounts from 100 up are shown without decimals.
 * @example formatMoney(3375, 'USD') //=> "$3,375"
 * @example formatMoney(0.3, 'CHF') //=> "CHF 0.30"
 */
export function formatMoney(value: number, currency: string): string {
  const size = Math.abs(value);
  const cents = roundedText(size, 2);
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

/**
 * Decimal text of a value from 0 up, rounded half up on its 15 significant digits, as Excel shows numbers: 10.425 reads 10.43, though its
 * binary form lies below.
 */
function roundedText(value: number, decimals: number): string {
  const digits = Number(value.toPrecision(15));
  if (digits >= 1e15 || (digits !== 0 && digits < 1e-6)) return digits.toFixed(decimals);
  return Number(`${Math.round(Number(`${digits}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

function grouped(fixed: string): string {
  const [whole = '0', fraction] = fixed.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}

function trimZeros(fixed: string): string {
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
}
