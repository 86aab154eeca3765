import { monthTable } from './month-table';
import type { UsageReading } from './types';

/** Tokens of one calendar month over all usable rows. */
export interface MonthTokens {
  /** year × 12 + month − 1. */
  readonly month: number;
  /** As if everything were on Flex, refunds netted out. */
  readonly tokens: number;
  /** Part of it that a seat served: it burns nothing. */
  readonly fromSeats: number;
  /** Excel serial of the last day with a row. */
  readonly lastDay: number;
}

/** The months that hold dated usable rows, oldest first. Added up row by row, apart from the sums by person and product. */
export function monthTokens(reading: UsageReading): readonly MonthTokens[] {
  const { table, earliestDate, latestDate } = reading;
  const { from, months } = monthTable(earliestDate ?? 0, latestDate ?? -1);
  const found = new Map<number, { month: number; tokens: number; fromSeats: number; lastDay: number }>();
  for (let row = 0; row < table.rows; row++) {
    const day = Math.floor(table.date[row]!);
    if (day !== day) continue;
    const month = months[day - from]!;
    let sums = found.get(month);
    if (sums === undefined) found.set(month, (sums = { month, tokens: 0, fromSeats: 0, lastDay: day }));
    const tokens = table.tokens[row]!;
    sums.tokens += tokens;
    if (table.seatAccess[row] === 1) sums.fromSeats += tokens;
    if (day > sums.lastDay) sums.lastDay = day;
  }
  return [...found.values()].sort((a, b) => a.month - b.month);
}
