import { civilOf, monthIndexOf, quantile } from '../numeric';
import type { UsageReading } from '../usage/types';
import type { MonthlyTokens } from './types';

/** A month is cut off when its rows begin or stop this many days from where months usually do. */
const CUT_OFF_DAYS = 5;

/**
 * Tokens by calendar month over all dated usable rows, refunds netted out. A month without rows is null, and so is a first or last month
 * that the data cut off: compared with the whole months of another year it would look like a fall.
 * @param includes whose use of which product counts (indices of the table); all when omitted
 */
export function monthlyTokens(
  reading: UsageReading,
  includes?: (user: number, product: number) => boolean,
): MonthlyTokens {
  const { table, earliestDate, latestDate } = reading;
  if (earliestDate === null || latestDate === null) return { first: 0, tokens: [] };
  const first = monthIndexOf(earliestDate);
  const count = monthIndexOf(latestDate) - first + 1;
  const sums = new Float64Array(count);
  const counted = new Uint8Array(count);
  const firstDay = new Float64Array(count).fill(NaN);
  const lastDay = new Float64Array(count).fill(NaN);
  const monthDay = memoByDay();
  for (let row = 0; row < table.rows; row++) {
    const serial = table.date[row]!;
    if (serial !== serial) continue;
    const [index, day] = monthDay(Math.floor(serial));
    const month = index - first;
    if (!(firstDay[month]! <= day)) firstDay[month] = day;
    if (!(lastDay[month]! >= day)) lastDay[month] = day;
    if (includes !== undefined && !includes(table.user[row]!, table.product[row]!)) continue;
    counted[month] = 1;
    sums[month] = sums[month]! + table.tokens[row]!;
  }
  const usually = (days: Float64Array): number =>
    quantile(
      days.filter((day) => day === day),
      0.5,
    ) ?? 0;
  const startsLate = firstDay[0]! > usually(firstDay) + CUT_OFF_DAYS;
  const stopsEarly = lastDay[count - 1]! < usually(lastDay) - CUT_OFF_DAYS;
  const cutOff = (month: number): boolean =>
    (month === 0 && startsLate) || (month === count - 1 && stopsEarly);
  return {
    first,
    tokens: Array.from(sums, (tokens, month) => (counted[month] === 0 || cutOff(month) ? null : tokens)),
  };
}

/** Month and day of the month of a serial; rows share few days. */
function memoByDay(): (serial: number) => readonly [number, number] {
  const known = new Map<number, readonly [number, number]>();
  return (serial) => {
    let found = known.get(serial);
    if (found === undefined) {
      found = [monthIndexOf(serial), civilOf(serial).day];
      known.set(serial, found);
    }
    return found;
  };
}
