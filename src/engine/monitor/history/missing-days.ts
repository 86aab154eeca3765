import { weekdayOf } from '../burn/baseline';
import type { DaySpan } from './types';

const SATURDAY = 5;

/** Working days without a row: how many, and where. */
export interface MissingDays {
  readonly days: number;
  /** Each begins and ends on a working day; a weekend without rows inside one does not divide it. */
  readonly spans: readonly DaySpan[];
}

/**
 * Working days (Monday to Friday, holidays left out) between the first and the last row that no row is dated on. Weekends without rows are
 * usual and are not told.
 * @param days whole serials of rows, rising, repeats allowed
 */
export function missingDays(days: Int32Array, holidays: ReadonlySet<number> = new Set()): MissingDays {
  const spans: DaySpan[] = [];
  let count = 0;
  for (let row = 1; row < days.length; row++) {
    const last = days[row]!;
    let first = NaN;
    let until = NaN;
    for (let day = days[row - 1]! + 1; day < last; day++) {
      if (weekdayOf(day) >= SATURDAY || holidays.has(day)) continue;
      if (first !== first) first = day;
      until = day;
      count++;
    }
    if (first === first) spans.push([first, until]);
  }
  return { days: count, spans };
}
