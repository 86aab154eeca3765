import { firstSerialOfMonth } from '../../numeric';

const MONTHS = 12;
/** Days of an average month: 365.25 ÷ 12. */
const MONTH_DAYS = 30.4375;

/** The part of a planned project that lies in the pool's year. */
export interface PlannedSpan {
  /** Overlap in average months of 30.4375 days; 0 outside the year. */
  readonly months: number;
  /** Share of the overlap by month of the pool's year; twelfths outside it. Sums to 1. */
  readonly shares: readonly number[];
  /** Where the whole project lies when nothing of it is in the year. */
  readonly outside: 'before' | 'after' | null;
}

/**
 * How a project overlaps the 12 months after the last month of history.
 * @param start Excel serial of the first day
 * @param end Excel serial of the last day, counted in
 * @param lastMonth last month of history, year × 12 + month − 1
 */
export function plannedSpan(start: number, end: number, lastMonth: number): PlannedSpan {
  const days = Array.from({ length: MONTHS }, (_, month) => {
    const first = firstSerialOfMonth(lastMonth + 1 + month);
    const next = firstSerialOfMonth(lastMonth + 2 + month);
    return Math.max(Math.min(end + 1, next) - Math.max(start, first), 0);
  });
  const total = days.reduce((sum, value) => sum + value, 0);
  if (total === 0) {
    const outside = end < firstSerialOfMonth(lastMonth + 1) ? 'before' : 'after';
    return { months: 0, shares: days.map(() => 1 / MONTHS), outside };
  }
  return { months: total / MONTH_DAYS, shares: days.map((value) => value / total), outside: null };
}
