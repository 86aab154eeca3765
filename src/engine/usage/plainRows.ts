import { BLANK, type TextColumn } from './textColumn';
import type { ColumnSet } from './columnSet';
import { lastPlainSerial, type NumberColumn } from './numberColumn';
import type { ProductBook, ProductEntry } from './productBook';
import type { TableBuilder } from './tableBuilder';
import type { UserBook } from './userBook';

/**
 * Takes the rows that hold plain numbers and names already seen, which is nearly all of them: the rules of `RowUnits`
 * come down to copying there. Every other row, and the first one of each name, goes the long way.
 */
export class PlainRows {
  private readonly entries: (ProductEntry | undefined)[] = [];
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
  ) {
    const values = (column: NumberColumn | undefined): Float64Array | null => column?.values ?? null;
    this.product = productColumn.codes;
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
  ): PlainRows | null {
    const { product, dates, person, start, end, seat } = columns;
    const identity = person.identities[0];
    const date = dates[0];
    if (!product || !identity || !date || start || end || seat.assignment || seat.assigned) return null;
    return new PlainRows(product, identity, date, columns, seatCodes, table, products, users);
  }

  /** Adds the row to the table when it is plain; false = read it the long way. */
  take(row: number): boolean {
    const productCode = this.product[row] as number;
    const entry = this.entries[productCode];
    if (entry === undefined) return this.learn(row, productCode);
    if (this.access !== null && this.seatCodes[this.access[row] as number] === true) return false;
    const serial = this.date[row] as number;
    if (!(serial >= 1 && serial < lastPlainSerial)) return false;
    const personCode = this.person[row] as number;
    const user = (this.userOfCode[personCode] as number) - 1;
    if (user < 0) return this.learnUser(personCode);

    const own = this.tokens === null ? NaN : (this.tokens[row] as number);
    if (own < 0 || (own !== own && this.fromTokens)) return false;
    const values = this.amounts[entry.basis];
    const units = this.fromTokens ? own / entry.rate : values === null ? NaN : (values[row] as number);
    const tokens = own === own ? own : units * entry.rate;
    if (!(units >= 0 && units < Infinity && tokens >= 0)) return false;

    if (this.users.describes) this.users.describe(user, row, serial);
    const { table } = this;
    const at = table.begin(row);
    table.user[at] = user;
    table.product[at] = entry.index;
    table.date[at] = serial;
    table.units[at] = units;
    table.tokens[at] = tokens;
    if (own === own) table.tokensGiven[at] = 1;
    return true;
  }

  /** Remembers a user once the long way has used a row of theirs. */
  private learnUser(code: number): boolean {
    this.userOfCode[code] = this.users.knownUser(code) + 1;
    return false;
  }

  /** Remembers a priced product once the long way has used it. */
  private learn(row: number, code: number): boolean {
    if (code === BLANK || this.productColumn.isNoName(row)) return false;
    const entry = this.products.entryAt(this.productColumn, row);
    if (entry.priced && entry.index >= 0) this.entries[code] = entry;
    return false;
  }
}
