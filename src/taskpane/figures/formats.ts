import { civilOf, isoDate } from '../../engine/numeric';

/** Numbers, money and dates in the display language of Office. */
export interface Formats {
  readonly locale: string;
  count(value: number): string;
  /** 0.148 → "14.8 %"; whole percents from 10 % on. */
  share(value: number): string;
  /** Whole units from 100 on, cents below; 0 without. */
  money(value: number, currency: string): string;
  /** Price of one token or seat: two to four decimals. */
  price(value: number, currency: string): string;
  /** ISO date or date-time; any other text is shown as it is. */
  date(iso: string): string;
  /** A whole Excel serial as a day: "Feb 14, 2027". */
  day(serial: number): string;
  /** A day beside another: without its year where that is the same. */
  dayBeside(serial: number, other: number): string;
  /** "1 row", "37 rows". */
  counted(value: number, one: string, many: string): string;
}

/** Formats for a language tag; one that Intl does not know falls back to English. */
export function createFormats(language: string): Formats {
  const locale = knownLocale(language);
  const number = new Intl.NumberFormat(locale);
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const count = (value: number): string => number.format(value);
  return {
    locale,
    count,
    share: (value) =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: Math.abs(value) < 0.1 ? 1 : 0,
      }).format(value),
    money: (value, currency) =>
      currencyFormat(locale, currency, value === 0 || Math.abs(value) >= 100 ? 0 : 2).format(value),
    price: (value, currency) => currencyFormat(locale, currency, 2, 4).format(value),
    date: (iso) => dateText(locale, iso),
    day: (serial) => dateText(locale, isoDate(serial)),
    dayBeside: (serial, other) => {
      const near = civilOf(serial).year === civilOf(other).year;
      return near ? shortDay.format(utcDay(serial)) : dateText(locale, isoDate(serial));
    },
    counted: (value, one, many) => `${count(value)} ${value === 1 ? one : many}`,
  };
}

function knownLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function currencyFormat(locale: string, currency: string, digits: number, most = digits): Intl.NumberFormat {
  const known = /^[A-Za-z]{3}$/.test(currency);
  return new Intl.NumberFormat(locale, {
    ...(known ? { style: 'currency', currency } : {}),
    minimumFractionDigits: digits,
    maximumFractionDigits: most,
  });
}

function utcDay(serial: number): Date {
  const { year, month, day } = civilOf(serial);
  return new Date(Date.UTC(year, month - 1, day));
}

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(T.*)?$/;

function dateText(locale: string, iso: string): string {
  const match = ISO_DATE.exec(iso);
  if (match === null) return iso;
  const withTime = match[4] !== undefined;
  // A date without a time is a calendar day: reading it as UTC would show the day before west of Greenwich.
  const date = withTime ? new Date(iso) : new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(
    locale,
    withTime ? { dateStyle: 'medium', timeStyle: 'short' } : { dateStyle: 'medium' },
  ).format(date);
}
