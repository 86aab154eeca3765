import { monthIndexOf } from '../numeric';
import { monthTable } from './monthTable';
import { PairIndex } from './pairs';
import type { UsageReading } from './types';

/** Numbers an entry holds while it is summed: units, tokens, source rows. */
const WIDTH = 3;

/** A compact table of user × product × month, sorted by pair in order of first appearance, then month. All columns have `rows` entries. */
export interface UserProductMonths {
  readonly rows: number;
  /** Index among the reading's users; −1 = data without users. */
  readonly user: Int32Array;
  readonly product: Uint32Array;
  /** year × 12 + month − 1. */
  readonly month: Uint32Array;
  readonly units: Float64Array;
  readonly tokens: Float64Array;
  /** Tokens × token price. */
  readonly cost: Float64Array;
  /** Source rows behind the entry: tells 0 tokens from no row. */
  readonly sourceRows: Uint32Array;
}

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
  const pairs = new PairIndex(table.users.length, table.products.length);
  const firstMonth = earliestDate === null ? 0 : monthIndexOf(earliestDate);
  const { from, months } = monthTable(earliestDate ?? 0, latestDate ?? -1);
  const seen = seenMonths(reading, months, from, firstMonth);
  const span = seen.length;
  const slots = new Int32Array((seen[span - 1] ?? -1) + 1);
  seen.forEach((month, slot) => (slots[month] = slot));
  // The full grid where it is small, so that nothing has to grow. The sums of an entry lie side by side, because the
  // rows of a person are scattered over the file and every entry touched costs a trip to memory.
  let capacity = Math.max(64, Math.min((table.users.length + 1) * table.products.length, 65_536));
  let sums = new Float64Array(capacity * span * WIDTH);
  let filled = 0;
  for (let row = 0; row < table.rows; row++) {
    const serial = table.date[row] as number;
    if (serial !== serial) continue;
    const pair = pairs.at(table.user[row] as number, table.product[row] as number);
    if (pair >= capacity) {
      capacity *= 2;
      const grown = new Float64Array(capacity * span * WIDTH);
      grown.set(sums);
      sums = grown;
    }
    const month = (months[Math.floor(serial) - from] as number) - firstMonth;
    const entry = (pair * span + (slots[month] as number)) * WIDTH;
    const used = table.units[row] as number;
    if (used === used) sums[entry] = (sums[entry] as number) + used;
    sums[entry + 1] = (sums[entry + 1] as number) + (table.tokens[row] as number);
    const count = sums[entry + 2] as number;
    if (count === 0) filled++;
    sums[entry + 2] = count + 1;
  }

  const result = {
    rows: filled,
    user: new Int32Array(filled),
    product: new Uint32Array(filled),
    month: new Uint32Array(filled),
    units: new Float64Array(filled),
    tokens: new Float64Array(filled),
    cost: new Float64Array(filled),
    sourceRows: new Uint32Array(filled),
  };
  let at = 0;
  for (let pair = 0; pair < pairs.size; pair++) {
    for (let slot = 0; slot < span; slot++) {
      const entry = (pair * span + slot) * WIDTH;
      const count = sums[entry + 2] as number;
      if (count === 0) continue;
      result.user[at] = pairs.users[pair] as number;
      result.product[at] = pairs.products[pair] as number;
      result.month[at] = firstMonth + (seen[slot] as number);
      result.units[at] = sums[entry] as number;
      result.tokens[at] = sums[entry + 1] as number;
      result.cost[at] = (sums[entry + 1] as number) * tokenPrice;
      result.sourceRows[at] = count;
      at++;
    }
  }
  return result;
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

/** The months that hold rows, counted from `first`: one mistyped year must not open thousands of empty months. */
function seenMonths(
  reading: UsageReading,
  months: Int32Array,
  from: number,
  first: number,
): readonly number[] {
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
