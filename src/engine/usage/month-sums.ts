import { cut } from './reader/table-builder';
import type { UsageTable } from './types';

/** Largest user × product × month grid with a place for every cell: 80 MB. Above it only cells with rows have one. */
const DENSE_MOST = 4_194_304;

/** A compact table, ordered by user (as in the reading), product and month. All columns have `rows` entries. */
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

/** The months of the data: `slots` gives each whole serial − `from` its place in `months` (year × 12 + month − 1). */
export interface MonthSlots {
  readonly from: number;
  readonly slots: Int32Array;
  readonly months: readonly number[];
}

/** Adds usable rows up by user × product × month. */
export class MonthSums {
  private filled = 0;
  private units: Float64Array;
  private tokens: Float64Array;
  private sourceRows: Uint32Array;
  /** Cell → place in the sums; null where every cell has the place of its own number. */
  private readonly places: Map<number, number> | null;

  constructor(
    private readonly table: UsageTable,
    private readonly grid: MonthSlots,
    denseMost: number = DENSE_MOST,
  ) {
    const cells = (table.users.length + 1) * table.products.length * grid.months.length;
    this.places = cells <= denseMost ? null : new Map();
    const capacity = this.places ? 1024 : cells;
    this.units = new Float64Array(capacity);
    this.tokens = new Float64Array(capacity);
    this.sourceRows = new Uint32Array(capacity);
  }

  /** Adds the rows `first` to `end` of the table, without those never used: they have no month. */
  add(first: number, end: number): void {
    const { user, product, date, units: rowUnits, tokens: rowTokens, products } = this.table;
    const { from, slots, months } = this.grid;
    const productCount = products.length;
    const span = months.length;
    const { places } = this;
    let { units, tokens, sourceRows, filled } = this;
    for (let row = first; row < end; row++) {
      const serial = date[row] as number;
      if (serial !== serial) continue;
      const pair = ((user[row] as number) + 1) * productCount + (product[row] as number);
      let at = pair * span + (slots[Math.floor(serial) - from] as number);
      if (places) {
        at = this.placeOf(places, at);
        ({ units, tokens, sourceRows } = this);
      }
      const used = rowUnits[row] as number;
      if (used === used) units[at] = (units[at] as number) + used;
      tokens[at] = (tokens[at] as number) + (rowTokens[row] as number);
      const rows = sourceRows[at] as number;
      if (rows === 0) filled++;
      sourceRows[at] = rows + 1;
    }
    this.filled = filled;
  }

  /** The compact table. Call it once: a grid with a place for every cell is closed up where it lies. */
  finish(tokenPrice: number): UserProductMonths {
    const { filled, places } = this;
    const { units, tokens, sourceRows } = this;
    const { months } = this.grid;
    const span = months.length;
    const productCount = this.table.products.length;
    const cells = places ? Float64Array.from(places.keys()).sort() : null;
    // Cells come in order, so that an entry never lies behind its own place.
    const to = cells
      ? {
          units: new Float64Array(filled),
          tokens: new Float64Array(filled),
          sourceRows: new Uint32Array(filled),
        }
      : { units, tokens, sourceRows };
    const user = new Int32Array(filled);
    const product = new Uint32Array(filled);
    const month = new Uint32Array(filled);
    const cost = new Float64Array(filled);
    const count = cells ? cells.length : sourceRows.length;
    let entry = 0;
    for (let i = 0; i < count; i++) {
      const cell = cells ? (cells[i] as number) : i;
      const at = places ? (places.get(cell) as number) : i;
      const rows = sourceRows[at] as number;
      if (rows === 0) continue;
      const pair = Math.floor(cell / span);
      const charged = tokens[at] as number;
      user[entry] = Math.floor(pair / productCount) - 1;
      product[entry] = pair % productCount;
      month[entry] = months[cell % span] as number;
      to.units[entry] = units[at] as number;
      to.tokens[entry] = charged;
      cost[entry] = charged * tokenPrice;
      to.sourceRows[entry++] = rows;
    }
    return {
      rows: filled,
      user,
      product,
      month,
      units: cut(to.units, filled),
      tokens: cut(to.tokens, filled),
      cost,
      sourceRows: cut(to.sourceRows, filled),
    };
  }

  private placeOf(places: Map<number, number>, cell: number): number {
    const known = places.get(cell);
    if (known !== undefined) return known;
    const place = places.size;
    places.set(cell, place);
    if (place === this.units.length) {
      this.units = doubled(this.units);
      this.tokens = doubled(this.tokens);
      const sourceRows = new Uint32Array(place * 2);
      sourceRows.set(this.sourceRows);
      this.sourceRows = sourceRows;
    }
    return place;
  }
}

function doubled(values: Float64Array): Float64Array {
  const grown = new Float64Array(values.length * 2);
  grown.set(values);
  return grown;
}
