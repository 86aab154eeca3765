/** A calendar date: month 1 to 12, day 1 to 31. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_NAMES = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days from 0000-03-01 to 1899-12-30, the day that Excel's 1900 system counts from after February 1900. */
const EPOCH = daysFromMarchZero(1899, 12, 30);
/** Excel's fictitious 29 February 1900; serials below it are one day nearer to the epoch. */
const PHANTOM_LEAP_DAY = 60;
/** 31 December 9999, the last date Excel shows. */
export const LAST_SERIAL = 2958465;

/** Proleptic Gregorian day count; years start in March so that the leap day comes last (Hinnant, "chrono-compatible date algorithms"). */
function daysFromMarchZero(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}

function civilFromDays(days: number): CivilDate {
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** True when the three numbers name a day of the Gregorian calendar. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0));
}

/**
 * Excel serial (1900 date system) of a calendar date.
 * @example serialOf(2026, 11, 24) //=> 46350
 */
export function serialOf(year: number, month: number, day: number): number {
  const serial = daysFromMarchZero(year, month, day) - EPOCH;
  return serial <= PHANTOM_LEAP_DAY ? serial - 1 : serial;
}

/** Whole serial of the day that a moment falls on, where the clock stands. The moment is the caller's: the engine has no clock. */
export function today(now: Date): number {
  return serialOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Calendar date of a serial; the time of day is ignored. Serial 60 is Excel's 29 February 1900. */
export function civilOf(serial: number): CivilDate {
  const whole = Math.floor(serial);
  if (whole === PHANTOM_LEAP_DAY) return { year: 1900, month: 2, day: 29 };
  return civilFromDays((whole < PHANTOM_LEAP_DAY ? whole + 1 : whole) + EPOCH);
}

/** Month of a serial counted as year × 12 + month − 1. */
export function monthIndexOf(serial: number): number {
  const { year, month } = civilOf(serial);
  return year * 12 + month - 1;
}

/** Serial of a month's first day; `index` = year × 12 + month − 1. */
export function firstSerialOfMonth(index: number): number {
  return serialOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

/**
 * Month in words.
 * @example monthText(2025 * 12 + 10) //=> "Nov 2025"
 */
export function monthText(index: number): string {
  return `${MONTH_NAMES[index % 12] ?? ''} ${Math.floor(index / 12)}`;
}

/** ISO text of a serial's day, `yyyy-mm-dd`. */
export function isoDate(serial: number): string {
  const { year, month, day } = civilOf(serial);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Serial of `yyyy-mm-dd`, with an optional time of day (taken as written; a zone suffix is not applied).
 * @returns null when the text is not such a date
 */
export function parseIsoDate(text: string): number | null {
  const parts = ISO.exec(text.trim());
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [hour, minute, second] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  if (year < 1900 || !isCivilDate(year, month, day) || hour > 24 || minute > 59 || second > 59) return null;
  return serialOf(year, month, day) + (hour * 3600 + minute * 60 + second) / 86400;
}
