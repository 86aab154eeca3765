import type { DailySeries } from '../burn/types';
import type { ForecastMethod } from './types';

const WEEK = 7;
/** The window of "28 days by weekday", and of last year's ratio: four whole weeks. */
const RECENT = 28;
/** 52 whole weeks: a day of last year on the same weekday. */
export const YEAR = 364;

/** Burn by day with running sums, so that any stretch of it is summed in one subtraction. */
export class BurnHistory {
  readonly days: number;
  /** sums[n] = tokens of the first n days. */
  private readonly sums: Float64Array;

  constructor(readonly series: DailySeries) {
    this.days = series.tokens.length;
    this.sums = new Float64Array(this.days + 1);
    series.tokens.forEach((tokens, day) => (this.sums[day + 1] = this.sums[day]! + tokens));
  }

  /** Tokens of days from … to − 1, counted from the first day. */
  between(from: number, to: number): number {
    return this.sums[to]! - this.sums[from]!;
  }
}

/** Expected tokens of the next `ahead` days together; 0 for none. Days that refunds dominated can make it fall. */
export type Outlook = (ahead: number) => number;

/** The outlook after the first `known` days of a history; null where these do not carry the method. */
export type Candidate = (history: BurnHistory, known: number) => Outlook | null;

/** Plainest first. */
export const METHODS: readonly ForecastMethod[] = ['average to date', '28 days by weekday', 'last year'];

export const CANDIDATES: Readonly<Record<ForecastMethod, Candidate>> = {
  'average to date': averageToDate,
  '28 days by weekday': byWeekday,
  'last year': lastYear,
};

function averageToDate(history: BurnHistory, known: number): Outlook | null {
  if (known === 0) return null;
  const daily = Math.max(0, history.between(0, known) / known);
  return (ahead) => ahead * daily;
}

/** Mean of the last 28 days (a shorter history: its last whole weeks), spread over the week as the last 52 weeks were. */
function byWeekday(history: BurnHistory, known: number): Outlook | null {
  if (known < WEEK) return null;
  const window = Math.min(RECENT, known - (known % WEEK));
  const weekly = (Math.max(0, history.between(known - window, known)) / window) * WEEK;
  // shares[k] = share of a week that falls on its first k days, beginning with the day after the last one known.
  const shares = new Float64Array(WEEK + 1);
  const past = Math.min(YEAR, known - (known % WEEK));
  for (let day = known - past; day < known; day++) {
    shares[((day - known + past) % WEEK) + 1]! += history.between(day, day + 1);
  }
  // Where refunds outweigh the use of a weekday, it is expected to burn nothing.
  for (let k = 1; k <= WEEK; k++) shares[k] = shares[k - 1]! + Math.max(0, shares[k]!);
  const total = shares[WEEK]!;
  return (ahead) => {
    const share = total > 0 ? shares[ahead % WEEK]! / total : (ahead % WEEK) / WEEK;
    return weekly * (Math.floor(ahead / WEEK) + share);
  };
}

/**
 * The same days of last year (364 days before, the same weekday) at today's level; where the history holds them, those of the year before
 * count half as much beside them.
 */
function lastYear(history: BurnHistory, known: number): Outlook | null {
  const last = yearsAgo(history, known, 1);
  const before = yearsAgo(history, known, 2);
  return last && before ? (ahead) => (2 * last(ahead) + before(ahead)) / 3 : last;
}

/**
 * A past year's days, times the square root of what the last 28 days burned over the same days then, and of the last year over that year.
 * The root: on average half of a rise is still there months later. With the whole of the 28-day ratio the dates of last year's days alone
 * were a sixth further off on births and two fifths on projects (bench/depletion).
 */
function yearsAgo(history: BurnHistory, known: number, years: number): Outlook | null {
  const lag = years * YEAR;
  if (known < lag + RECENT) return null;
  const from = known - lag;
  const then = history.between(from - RECENT, from);
  const year = history.between(from, from + YEAR);
  if (!(then > 0) || !(year > 0)) return null;
  const recent = Math.max(0, history.between(known - RECENT, known));
  const lately = Math.max(0, history.between(known - YEAR, known));
  const ratio = Math.sqrt((recent / then) * (lately / year));
  return (ahead) => ratio * (Math.floor(ahead / YEAR) * year + history.between(from, from + (ahead % YEAR)));
}
