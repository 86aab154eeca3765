/** The text a cell shows: enough of Excel's number formats for what the product writes. */
import type { GridValue } from '../grid';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function displayed(value: GridValue, format: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'object') return value.error;
  const sections = format.split(';');
  const negative = value < 0 && sections.length > 1;
  const section =
    (negative ? sections[1] : value === 0 && sections.length > 2 ? sections[2] : sections[0]) ?? 'General';
  const plain = section.replace(/\[[^\]]*\]/g, '');
  if (plain === 'General' || plain === '' || plain === '@') return general(value);
  if (/[ymdh]/i.test(plain.replace(/"[^"]*"/g, '').replace(/\\./g, ''))) return date(value, plain);
  return number(negative ? -value : value, plain);
}

const general = (value: number): string => {
  const text = String(Number(value.toPrecision(11)));
  return text.includes('e') ? value.toExponential(5).toUpperCase() : text;
};

function number(value: number, format: string): string {
  const literal = /"([^"]*)"|\\(.)|_.|\*./g;
  const unquoted = format.replace(literal, '');
  const share = unquoted.includes('%') ? value * 100 : value;
  const body = /[#0?][#0?,]*(\.[#0?]*)?([eE][+-]0+)?/.exec(unquoted)?.[0] ?? '';
  const decimals = /\.([#0?]*)/.exec(body)?.[1] ?? '';
  const required = (decimals.match(/0/g) ?? []).length;
  let digits = Math.abs(share).toFixed(decimals.length);
  while (
    decimals.length > required &&
    digits.includes('.') &&
    digits.split('.')[1]!.length > required &&
    digits.endsWith('0')
  ) {
    digits = digits.slice(0, -1);
  }
  if (digits.endsWith('.')) digits = digits.slice(0, -1);
  const [whole = '', fraction] = digits.split('.');
  const grouped = body.includes(',') ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const shown = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const sign = share < 0 && Number(digits) !== 0 ? '-' : '';
  const around = format
    .replace(/_.|\*./g, '')
    .replace(/"([^"]*)"|\\(.)/g, (_all, quoted: string, single: string) => quoted ?? single);
  return sign + (body === '' ? around : around.replace(body, shown));
}

function date(serial: number, format: string): string {
  const at = new Date(EPOCH + Math.round(serial * DAY));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hasHours = /h/i.test(format);
  let afterHours = false;
  return format.replace(
    /"([^"]*)"|\\(.)|y+|m+|d+|h+|s+|AM\/PM/gi,
    (token: string, quoted?: string, single?: string) => {
      if (quoted !== undefined || single !== undefined) return quoted ?? single ?? '';
      const kind = token.charAt(0).toLowerCase();
      const size = token.length;
      if (kind === 'y') return size <= 2 ? two(at.getUTCFullYear() % 100) : String(at.getUTCFullYear());
      if (kind === 'd') {
        if (size >= 3) return (DAYS[at.getUTCDay()] ?? '').slice(0, size === 3 ? 3 : undefined);
        return size === 2 ? two(at.getUTCDate()) : String(at.getUTCDate());
      }
      if (kind === 'h') {
        afterHours = true;
        return size === 2 ? two(at.getUTCHours()) : String(at.getUTCHours());
      }
      if (kind === 's') return size === 2 ? two(at.getUTCSeconds()) : String(at.getUTCSeconds());
      if (kind === 'a') return at.getUTCHours() < 12 ? 'AM' : 'PM';
      if (hasHours && afterHours) return size === 2 ? two(at.getUTCMinutes()) : String(at.getUTCMinutes());
      const month = MONTHS[at.getUTCMonth()] ?? '';
      if (size >= 4) return month;
      if (size === 3) return month.slice(0, 3);
      return size === 2 ? two(at.getUTCMonth() + 1) : String(at.getUTCMonth() + 1);
    },
  );
}
