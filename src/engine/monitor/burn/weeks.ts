import { weekdayOf } from './baseline';
import type { ExpectedCurve } from '../forecast/expected-curve';
import { settled } from '../ledger/lots';
import { expectedBetween, expectedOn } from '../ledger/pool-state';
import type { MonitorReview, WeekBurn } from '../review-types';
import type { DailySeries } from './types';

const WEEK = 7;
const MOST_WEEKS = 26;

/** Serial of the Monday of a day's week. */
export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}

/** Burn of every day of a series beside what the expected curve has for it. */
export function burnByDay(series: DailySeries, curve: ExpectedCurve | null): MonitorReview['days'] {
  return Array.from(series.tokens, (tokens, at) => {
    const day = series.firstDay + at;
    return { day, tokens, expected: expectedOn(curve, day) };
  });
}

/**
 * Burn by week, Monday to Sunday, beside what the expected curve has for it.
 * @returns the last 26 weeks at most, oldest first; a week that the data begin or end within is not whole
 */
export function burnByWeek(series: DailySeries, curve: ExpectedCurve | null): readonly WeekBurn[] {
  const { firstDay, tokens } = series;
  const end = firstDay + tokens.length;
  if (tokens.length === 0) return [];
  const last = mondayOf(end - 1);
  const first = Math.max(mondayOf(firstDay), last - (MOST_WEEKS - 1) * WEEK);
  const weeks: WeekBurn[] = [];
  for (let week = first; week <= last; week += WEEK) {
    const days = tokens.slice(Math.max(0, week - firstDay), Math.max(0, week + WEEK - firstDay));
    const inTerm = expectedOn(curve, week) !== null || expectedOn(curve, week + WEEK - 1) !== null;
    weeks.push({
      week,
      tokens: settled(days.reduce((sum, count) => sum + count, 0)),
      expected: inTerm ? expectedBetween(curve, week, week + WEEK - 1) : null,
      whole: days.length === WEEK,
    });
  }
  return weeks;
}

/** Monday of the last week that the data hold whole; of the week they end in where there is none. */
export function lastWholeWeek(series: DailySeries): number {
  const lastDay = series.firstDay + series.tokens.length - 1;
  const monday = mondayOf(lastDay);
  if (weekdayOf(lastDay) === WEEK - 1 || monday - WEEK < series.firstDay) return monday;
  return monday - WEEK;
}
