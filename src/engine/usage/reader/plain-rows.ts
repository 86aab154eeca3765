import { BLANK, type TextColumn } from '../cells/text-column';
import type { ColumnSet } from './column-set';
import { lastPlainSerial, type NumberColumn } from '../cells/number-column';
import type { ProductBook } from './product-book';
import type { TableBuilder } from './table-builder';
import type { UserBook } from './user-book';

/** Rows taken in one go. */
const STRETCH = 2048;

/** Reads the describing cells of a staged row into a row of the table. */
type Describe = (row: number, at: number) => void;

/**
 * Takes the rows that hold plain numbers and names already seen, which is nearly all of them: the rules of `RowUnits`
 * come down to copying there. Every other row, and the first one of each name, goes the long way.
 */
export class PlainRows {
  /** Per product code: index + 1 (0 = not known yet), tokens a unit, and the column its units stand in. */
  private readonly indexOfCode: Int32Array;
  private readonly rateOfCode: Float64Array;
  private readonly amountOfCode: (Float64Array | null)[];
  private readonly product: Uint32Array;
  private readonly person: Uint32Array;
  private readonly date: Float64Array;
  private readonly tokens: Float64Array | null;
  private readonly amounts: Readonly<Record<'hour' | 'day' | 'result', Float64Array | null>>;
  private readonly access: Uint32Array | null;
  private readonly fromTokens: boolean;
  /** User + 1 of each code of the first identity column; 0 = not known yet. */
  private readonly userOfCode: Int32Array;

  private constructor(
    private readonly productColumn: TextColumn,
    identity: TextColumn,
    date: NumberColumn,
    columns: ColumnSet,
    private readonly seatCodes: readonly boolean[],
    private readonly table: TableBuilder,
    private readonly products: ProductBook,
    private readonly users: UserBook,
    /** First serial that the long way must look at. */
    private readonly plainBefore: number,
  ) {
    const values = (column: NumberColumn | undefined): Float64Array | null => column?.values ?? null;
    this.product = productColumn.codes;
    this.indexOfCode = new Int32Array(productColumn.texts.length);
    this.rateOfCode = new Float64Array(productColumn.texts.length);
    this.amountOfCode = productColumn.texts.map(() => null);
    this.person = identity.codes;
    this.userOfCode = new Int32Array(identity.texts.length);
    this.date = date.values;
    this.tokens = values(columns.tokens);
    const { hours, days, units } = columns;
    this.amounts = { hour: values(hours ?? units), day: values(days ?? units), result: values(units) };
    this.access = columns.access?.codes ?? null;
    this.fromTokens = !hours && !days && !units;
  }

  /** Null where the data has columns that only the long way reads: sessions, seats, or no one to count for. */
  static of(
    columns: ColumnSet,
    seatCodes: readonly boolean[],
    table: TableBuilder,
    products: ProductBook,
    users: UserBook,
    lastDay: number,
  ): PlainRows | null {
    const { product, dates, person, start, end, seat } = columns;
    const identity = person.identities[0];
    const date = dates[0];
    if (!product || !identity || !date || start || end || seat.assignment || seat.assigned) return null;
    const before = Math.min(lastPlainSerial, lastDay + 1);
    return new PlainRows(product, identity, date, columns, seatCodes, table, products, users, before);
  }

  /**
   * Adds rows from `first` on to the table, as long as they are plain.
   * @param describe reads the describing cells of a staged row into the table; null where there are none
   * @returns the first row that needs the long way, or `end`
   */
  run(first: number, end: number, describe: Describe | null): number {
    // In stretches, because a function called often is compiled sooner and better than one that runs long.
    for (let from = first; from < end; from += STRETCH) {
      const to = Math.min(from + STRETCH, end);
      const stopped = this.stretch(from, to, describe);
      if (stopped < to) return stopped;
    }
    return end;
  }

  private stretch(first: number, end: number, describe: Describe | null): number {
    // Everything the loop touches is a local: this loop runs a million times and little else does.
    const { product, person, date, tokens, access, seatCodes, fromTokens, table, users } = this;
    const { indexOfCode, rateOfCode, amountOfCode, userOfCode, plainBefore } = this;
    const { describes } = users;
    const { user: outUser, product: outProduct, date: outDate, units: outUnits, tokens: outTokens } = table;
    const { tokensGiven, sourceRow } = table;
    let at = table.rows;
    let row = first;
    for (; row < end; row++) {
      const productCode = product[row] as number;
      const productIndex = (indexOfCode[productCode] as number) - 1;
      const personCode = person[row] as number;
      const user = (userOfCode[personCode] as number) - 1;
      if (productIndex < 0 || user < 0) {
        this.learn(row, productCode, personCode);
        break;
      }
      if (access !== null && seatCodes[access[row] as number] === true) break;
      const serial = date[row] as number;
      if (!(serial >= 1 && serial < plainBefore)) break;

      const own = tokens === null ? NaN : (tokens[row] as number);
      const rate = rateOfCode[productCode] as number;
      const amount = amountOfCode[productCode];
      const units = fromTokens ? own / rate : amount ? (amount[row] as number) : NaN;
      const charged = own === own ? own : units * rate;
      // False for a blank, a text and a refund alike: the long way tells them apart.
      if (!(units >= 0 && units < Infinity && charged >= 0)) break;

      if (describes) users.describe(user, row, serial);
      outUser[at] = user;
      outProduct[at] = productIndex;
      // Until a row is left out, most columns of the table already are what was staged.
      const moved = at !== row;
      if (moved) sourceRow[at] = sourceRow[row] as number;
      if (moved || outDate !== date) outDate[at] = serial;
      if (moved || outUnits !== amount) outUnits[at] = units;
      if (moved || outTokens !== tokens || own !== own) outTokens[at] = charged;
      if (own === own) tokensGiven[at] = 1;
      if (describe) describe(row, at);
      at++;
    }
    table.rows = at;
    return row;
  }

  /** Remembers a user and a product once the long way has used a row of theirs. */
  private learn(row: number, productCode: number, personCode: number): void {
    this.userOfCode[personCode] = this.users.knownUser(personCode) + 1;
    if (productCode === BLANK || this.productColumn.isNoName(row)) return;
    const entry = this.products.entryAt(this.productColumn, row);
    // Tokens of what the card says is not on Flex are told of: the long way counts them.
    if (entry.index < 0 || entry.flex === 'not on') return;
    this.indexOfCode[productCode] = entry.index + 1;
    this.rateOfCode[productCode] = entry.rate;
    this.amountOfCode[productCode] = this.amounts[entry.basis];
  }
}
