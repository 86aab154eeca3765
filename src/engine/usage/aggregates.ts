import { monthIndexOf } from '../numeric';
import { monthTable } from './monthTable';
import type { UsageReading } from './types';

/** Largest user × product × month grid kept as one array. */
const DENSE_MOST = 4_194_304;

/** A compact table of user × product × month, in order of first appearance. All columns have `rows` entries. */
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
  const firstMonth = earliestDate === null ? 0 : monthIndexOf(earliestDate);
  const { from, months } = monthTable(earliestDate ?? 0, latestDate ?? -1);
  const seen = seenMonths(reading, months, from, firstMonth);
  const span = seen.length;
  const slots = new Int32Array((seen[span - 1] ?? -1) + 1);
  seen.forEach((month, slot) => (slots[month] = slot));
  // Entry + 1 of each user × product × month: one small array where the grid is small, else only what exists.
  const cells = (table.users.length + 1) * table.products.length * span;
  const grid = cells <= DENSE_MOST ? new Int32Array(cells) : null;
  const sparse = new Map<number, number>();
  let sums = new MonthColumns(Math.min(table.rows, grid ? cells : 65_536));
  let rows = 0;
  for (let row = 0; row < table.rows; row++) {
    const serial = table.date[row] as number;
    if (serial !== serial) continue;
    const user = table.user[row] as number;
    const product = table.product[row] as number;
    const month = (months[Math.floor(serial) - from] as number) - firstMonth;
    const cell = ((user + 1) * table.products.length + product) * span + (slots[month] as number);
    let entry = (grid ? (grid[cell] as number) : (sparse.get(cell) ?? 0)) - 1;
    if (entry < 0) {
      if (rows === sums.capacity) sums = sums.resized(rows * 2, rows);
      entry = rows++;
      if (grid) grid[cell] = rows;
      else sparse.set(cell, rows);
      sums.user[entry] = user;
      sums.product[entry] = product;
      sums.month[entry] = firstMonth + month;
    }
    const units = table.units[row] as number;
    if (units === units) sums.units[entry] = (sums.units[entry] as number) + units;
    sums.tokens[entry] = (sums.tokens[entry] as number) + (table.tokens[row] as number);
    sums.sourceRows[entry] = (sums.sourceRows[entry] as number) + 1;
  }
  for (let entry = 0; entry < rows; entry++) sums.cost[entry] = (sums.tokens[entry] as number) * tokenPrice;
  return sums.finish(rows);
}

/** The columns of the compact table while they are filled. */
class MonthColumns {
  readonly user: Int32Array;
  readonly product: Uint32Array;
  readonly month: Uint32Array;
  readonly units: Float64Array;
  readonly tokens: Float64Array;
  readonly cost: Float64Array;
  readonly sourceRows: Uint32Array;

  constructor(readonly capacity: number) {
    this.user = new Int32Array(capacity);
    this.product = new Uint32Array(capacity);
    this.month = new Uint32Array(capacity);
    this.units = new Float64Array(capacity);
    this.tokens = new Float64Array(capacity);
    this.cost = new Float64Array(capacity);
    this.sourceRows = new Uint32Array(capacity);
  }

  /** The table of the first `rows` entries: views where little is wasted, else copies. */
  finish(rows: number): UserProductMonths {
    const kept = this.capacity <= rows * 1.25 ? this : this.resized(rows, rows);
    return {
      rows,
      user: kept.user.subarray(0, rows),
      product: kept.product.subarray(0, rows),
      month: kept.month.subarray(0, rows),
      units: kept.units.subarray(0, rows),
      tokens: kept.tokens.subarray(0, rows),
      cost: kept.cost.subarray(0, rows),
      sourceRows: kept.sourceRows.subarray(0, rows),
    };
  }

  /** The first `rows` entries in columns of another capacity. */
  resized(capacity: number, rows: number): MonthColumns {
    const next = new MonthColumns(capacity);
    next.user.set(this.user.subarray(0, rows));
    next.product.set(this.product.subarray(0, rows));
    next.month.set(this.month.subarray(0, rows));
    next.units.set(this.units.subarray(0, rows));
    next.tokens.set(this.tokens.subarray(0, rows));
    next.cost.set(this.cost.subarray(0, rows));
    next.sourceRows.set(this.sourceRows.subarray(0, rows));
    return next;
  }
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
