import { monthIndexOf } from '../numeric';
import { monthTable } from './monthTable';
import type { UsageReading } from './types';

/** Rows added in one go: a function called often is compiled sooner and better than one that runs long. */
const STRETCH = 2048;

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
  const sums = new MonthSums(reading, { from, months, firstMonth, slots, span });
  for (let row = 0; row < table.rows; row += STRETCH) sums.add(row, Math.min(row + STRETCH, table.rows));
  return sums.finish(tokenPrice);
}

/** Where the months of the data lie: whole serial − `from` → month; month − `firstMonth` → slot of the grid. */
interface MonthGrid {
  readonly from: number;
  readonly months: Int32Array;
  readonly firstMonth: number;
  readonly slots: Int32Array;
  readonly span: number;
}

/** Adds rows up by user × product × month. */
class MonthSums {
  private rows = 0;
  private columns: MonthColumns;
  /** Entry + 1 of each cell: one small array where the grid is small, else only the cells that exist. */
  private readonly dense: Int32Array | null;
  private readonly sparse = new Map<number, number>();

  constructor(
    private readonly reading: UsageReading,
    private readonly grid: MonthGrid,
  ) {
    const { table } = reading;
    const cells = (table.users.length + 1) * table.products.length * grid.span;
    this.dense = cells <= DENSE_MOST ? new Int32Array(cells) : null;
    this.columns = new MonthColumns(Math.min(table.rows, this.dense ? cells : 65_536));
  }

  /** Adds the rows `first` to `end` of the table. */
  add(first: number, end: number): void {
    const {
      user: users,
      product: products,
      date: dates,
      units: rowUnits,
      tokens: rowTokens,
    } = this.reading.table;
    const { from, months, firstMonth, slots, span } = this.grid;
    const { dense, sparse } = this;
    const productCount = this.reading.table.products.length;
    let { units, tokens, sourceRows } = this.columns;
    for (let row = first; row < end; row++) {
      const serial = dates[row] as number;
      if (serial !== serial) continue;
      const user = users[row] as number;
      const product = products[row] as number;
      const month = (months[Math.floor(serial) - from] as number) - firstMonth;
      const cell = ((user + 1) * productCount + product) * span + (slots[month] as number);
      let entry = (dense ? (dense[cell] as number) : (sparse.get(cell) ?? 0)) - 1;
      if (entry < 0) {
        entry = this.open(cell, user, product, firstMonth + month);
        ({ units, tokens, sourceRows } = this.columns);
      }
      const used = rowUnits[row] as number;
      if (used === used) units[entry] = (units[entry] as number) + used;
      tokens[entry] = (tokens[entry] as number) + (rowTokens[row] as number);
      sourceRows[entry] = (sourceRows[entry] as number) + 1;
    }
  }

  finish(tokenPrice: number): UserProductMonths {
    const { tokens, cost } = this.columns;
    for (let entry = 0; entry < this.rows; entry++) cost[entry] = (tokens[entry] as number) * tokenPrice;
    return this.columns.finish(this.rows);
  }

  private open(cell: number, user: number, product: number, month: number): number {
    if (this.rows === this.columns.capacity) this.columns = this.columns.resized(this.rows * 2, this.rows);
    const entry = this.rows++;
    if (this.dense) this.dense[cell] = this.rows;
    else this.sparse.set(cell, this.rows);
    this.columns.user[entry] = user;
    this.columns.product[entry] = product;
    this.columns.month[entry] = month;
    return entry;
  }
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
