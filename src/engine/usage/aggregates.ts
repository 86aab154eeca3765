import { monthIndexOf } from '../numeric';
import { MonthSums, type UserProductMonths } from './month-sums';
import { monthTable } from './month-table';
import type { UsageReading } from './types';

/** Rows added in one go: a function called often is compiled sooner and better than one that runs long. */
const STRETCH = 2048;

/**
 * Units, tokens and cost by user, product and calendar month over all dated usable rows.
 * @param tokenPrice price of one token; the reading's card when omitted
 */
export function userProductMonths(
  reading: UsageReading,
  tokenPrice: number = reading.card.tokenPrice,
): UserProductMonths {
  const { table, earliestDate, latestDate } = reading;
  const firstMonth = earliestDate === null ? 0 : monthIndexOf(earliestDate);
  const { from, months } = monthTable(earliestDate ?? 0, latestDate ?? -1);
  const seen = seenMonths(reading, months, from, firstMonth);
  const slotOfMonth = new Int32Array((seen[seen.length - 1] ?? -1) + 1);
  seen.forEach((month, slot) => (slotOfMonth[month] = slot));
  const sums = new MonthSums(table, {
    from,
    slots: months.map((month) => slotOfMonth[month - firstMonth] as number),
    months: seen.map((month) => firstMonth + month),
  });
  for (let row = 0; row < table.rows; row += STRETCH) sums.add(row, Math.min(row + STRETCH, table.rows));
  return sums.finish(tokenPrice);
}

/** Up to ten years are kept whole; beyond, only months with rows. */
const FEW_MONTHS = 120;

/** The months that hold rows, counted from `first`: one mistyped year must not open thousands of empty months. */
function seenMonths(
  reading: UsageReading,
  months: Int32Array,
  from: number,
  first: number,
): readonly number[] {
  const span = (months[months.length - 1] ?? first - 1) - first + 1;
  if (span <= FEW_MONTHS) return Array.from({ length: span }, (_, month) => month);
  const { date, rows } = reading.table;
  const held = new Uint8Array(months.length);
  for (let row = 0; row < rows; row++) {
    const serial = date[row] as number;
    if (serial === serial) held[Math.floor(serial) - from] = 1;
  }
  const seen: number[] = [];
  held.forEach((has, day) => {
    const month = (months[day] as number) - first;
    if (has === 1 && seen[seen.length - 1] !== month) seen.push(month);
  });
  return seen;
}
