import { monthIndexOf } from '../numeric';
import { MonthSums, type UserProductMonths } from './month-sums';
import { monthTable } from './month-table';
import type { UsageReading } from './types';

/** Rows added in one go: a function called often is compiled sooner and better than one that runs long. */
const STRETCH = 2048;

/** Sums by month: `first` = month of entry 0, counted as year × 12 + month − 1. Months without rows are 0 and not seen. */
export interface MonthTotals {
  readonly first: number;
  readonly tokens: Float64Array;
  readonly rows: Uint32Array;
}

/** Sums of one product over all usable rows; rows that were never used count in `rows` only. */
export interface ProductTotals {
  readonly product: number;
  readonly units: number;
  readonly tokens: number;
  readonly rows: number;
}

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

/** Tokens and rows by calendar month over all dated usable rows. */
export function monthTotals(reading: UsageReading): MonthTotals {
  const { table, earliestDate, latestDate } = reading;
  if (earliestDate === null || latestDate === null) {
    return { first: 0, tokens: new Float64Array(0), rows: new Uint32Array(0) };
  }
  const first = monthIndexOf(earliestDate);
  const { from, months } = monthTable(earliestDate, latestDate);
  const tokens = new Float64Array(monthIndexOf(latestDate) - first + 1);
  const rows = new Uint32Array(tokens.length);
  for (let row = 0; row < table.rows; row++) {
    const serial = table.date[row] as number;
    if (serial !== serial) continue;
    const month = (months[Math.floor(serial) - from] as number) - first;
    tokens[month] = (tokens[month] as number) + (table.tokens[row] as number);
    rows[month] = (rows[month] as number) + 1;
  }
  return { first, tokens, rows };
}

/** Units and tokens by product over all usable rows, in the order of the reading's products. Units never add up across products. */
export function productTotals(reading: UsageReading): readonly ProductTotals[] {
  const { table } = reading;
  const units = new Float64Array(table.products.length);
  const tokens = new Float64Array(table.products.length);
  const rows = new Uint32Array(table.products.length);
  for (let row = 0; row < table.rows; row++) {
    const product = table.product[row] as number;
    const used = table.units[row] as number;
    if (used === used) units[product] = (units[product] as number) + used;
    tokens[product] = (tokens[product] as number) + (table.tokens[row] as number);
    rows[product] = (rows[product] as number) + 1;
  }
  return table.products.map((_, product) => ({
    product,
    units: units[product] as number,
    tokens: tokens[product] as number,
    rows: rows[product] as number,
  }));
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
