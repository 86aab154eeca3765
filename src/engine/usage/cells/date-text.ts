import { isCivilDate, LAST_SERIAL, parseIsoDate, serialOf } from '../../numeric';

/** Which orders the slash dates of a column prove. */
export interface OrderEvidence {
  /** A first part above 12: day first. */
  dayFirst: boolean;
  /** A second part above 12: month first. */
  monthFirst: boolean;
}

/** What one text is: a date in any column, a slash date whose order its column decides, or no date. */
export type DateText =
  | { readonly kind: 'date'; readonly serial: number }
  | { readonly kind: 'slash'; readonly dayFirst: number | null; readonly monthFirst: number | null }
  | { readonly kind: 'none' };

const NONE: DateText = { kind: 'none' };
const TIME = String.raw`(?:,?[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?`;
const DOTTED = new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})${TIME}$`, 'i');
const SLASHED = new RegExp(String.raw`^(\d{1,2})/(\d{1,2})/(\d{4})${TIME}$`, 'i');
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})/(\d{1,2})/(\d{1,2})${TIME}$`, 'i');
const NAMED = new RegExp(String.raw`^(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{4})${TIME}$`, 'i');
const SERIAL = /^\d{1,7}(?:\.\d+)?$/;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';

/**
 * Reads a date typed as text: `yyyy-mm-dd` with or without a time, `d.m.yyyy`, `m/d/yyyy` or `d/m/yyyy`, `5 Nov 2026`,
 * or a serial. Times are taken as written; a zone suffix is not applied. Two-digit years are not read.
 * A slash date valid in one order only leaves its evidence in `evidence`.
 */
export function readDateText(text: string, evidence: OrderEvidence): DateText {
  const trimmed = text.trim();
  const iso = parseIsoDate(trimmed);
  if (iso !== null) return { kind: 'date', serial: iso };
  const slash = SLASHED.exec(trimmed);
  if (slash) return slashDate(slash, evidence);
  const dotted = DOTTED.exec(trimmed);
  if (dotted) return date(at(dotted[3], dotted[2], dotted[1], timeOf(dotted, 4)));
  const yearFirst = YEAR_FIRST.exec(trimmed);
  if (yearFirst) return date(at(yearFirst[1], yearFirst[2], yearFirst[3], timeOf(yearFirst, 4)));
  const named = NAMED.exec(trimmed);
  if (named) {
    const month = MONTHS.indexOf((named[2] ?? '').toLowerCase()) / 3 + 1;
    return date(at(named[3], String(month), named[1], timeOf(named, 4)));
  }
  if (SERIAL.test(trimmed)) return date(isSerial(Number(trimmed)) ? Number(trimmed) : null);
  return NONE;
}

/**
 * The serial of a slash date once its column is known: month first unless the column proves day first. In a column that
 * proves both, a date valid in both orders cannot be told.
 * @returns null when it cannot be told, or is no date in the column's order
 */
export function settleSlash(
  text: Extract<DateText, { kind: 'slash' }>,
  evidence: Readonly<OrderEvidence>,
): number | null {
  const { dayFirst, monthFirst } = text;
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return monthFirst ?? dayFirst;
  if (evidence.dayFirst && evidence.monthFirst) return null;
  return evidence.dayFirst ? dayFirst : monthFirst;
}

/** True for a number Excel can show as a date. */
export function isSerial(value: number): boolean {
  return value >= 1 && value < LAST_SERIAL + 1;
}

function slashDate(parts: RegExpExecArray, evidence: OrderEvidence): DateText {
  const time = timeOf(parts, 4);
  const dayFirst = at(parts[3], parts[2], parts[1], time);
  const monthFirst = at(parts[3], parts[1], parts[2], time);
  if (dayFirst === null && monthFirst === null) return NONE;
  if (monthFirst === null) evidence.dayFirst = true;
  if (dayFirst === null) evidence.monthFirst = true;
  return { kind: 'slash', dayFirst, monthFirst };
}

function date(serial: number | null): DateText {
  return serial === null ? NONE : { kind: 'date', serial };
}

function at(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  time: number | null,
) {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (time === null || y < 1900 || !isCivilDate(y, m, d)) return null;
  return serialOf(y, m, d) + time;
}

/** Share of a day of the time groups that start at `from` (hour, minute, second, am/pm); 0 without a time, null when it is none. */
function timeOf(parts: RegExpExecArray, from: number): number | null {
  if (parts[from] === undefined) return 0;
  const half = parts[from + 3]?.toLowerCase();
  let hour = Number(parts[from]);
  const [minute, second] = [Number(parts[from + 1]), Number(parts[from + 2] ?? 0)];
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 24 || minute > 59 || second > 59) return null;
  return (hour * 3600 + minute * 60 + second) / 86400;
}
