import { firstSerialOfMonth, monthIndexOf, monthText } from '../numeric';
import { noDatedRow } from './errors';
import { monthTable } from './month-table';
import { PairIndex } from './pairs';
import type { UsageReading, UsageYear, UserProductYear, UserYear } from './types';

const MONTHS = 12;
/** A joiner's first use lies in the last six months while the data reach further back. */
const JOINER_MONTHS = 6;

/**
 * The 12 calendar months that end with the month of the as-of date, which counts whole; months without rows are 0 and
 * rows outside are counted (docs/rules.md, "The year"). Rows that were never used have no date and belong to the
 * year with 0 units. Nothing is scaled.
 * @param asOf Excel serial; null = the latest usable row
 * @throws FlexError 'value' when there is neither an as-of date nor a dated row
 */
export function usageYear(reading: UsageReading, asOf: number | null): UsageYear {
  const { table } = reading;
  const end = asOf ?? reading.latestDate;
  if (end === null) {
    throw noDatedRow();
  }
  const lastMonth = monthIndexOf(end);
  const firstMonth = lastMonth - MONTHS + 1;
  const afterYear = firstSerialOfMonth(lastMonth + 1);
  const { from, months } = monthTable(reading.earliestDate ?? 0, reading.latestDate ?? -1);

  const { tokensGiven: given, tokensUnknown: unknown } = table;
  const pairs = new PairIndex(table.users.length, table.products.length);
  const sums = new PairSums();
  const firstUse = new Float64Array(table.users.length).fill(NaN);
  const lastUse = new Float64Array(table.users.length).fill(NaN);
  const monthStarts = Float64Array.from({ length: MONTHS }, (_, month) =>
    firstSerialOfMonth(firstMonth + month),
  );
  const monthTokens = new Float64Array(MONTHS);
  const monthSeen = new Array<boolean>(MONTHS).fill(false);
  let outside = 0;
  let reachesBack = false;
  for (let row = 0; row < table.rows; row++) {
    const user = table.user[row] as number;
    const serial = table.date[row] as number;
    const units = table.units[row] as number;
    const day = Math.floor(serial);
    const dated = serial === serial;
    const month = dated ? (months[day - from] as number) - firstMonth : -1;
    if (dated && month < MONTHS - JOINER_MONTHS) reachesBack = true;
    const tokens = table.tokens[row] as number;
    const charged = units !== units && given?.[row] === 1;
    // A refund is no use; 0 units are.
    if (user >= 0 && dated && (units >= 0 || (charged && tokens >= 0))) {
      if (!(day >= (firstUse[user] as number))) firstUse[user] = day;
      if (day < afterYear && !(day <= (lastUse[user] as number))) lastUse[user] = day;
    }
    if (dated && (month < 0 || month >= MONTHS)) {
      outside++;
      continue;
    }
    if (dated) {
      monthTokens[month] = (monthTokens[month] as number) + tokens;
      monthSeen[month] = true;
    }
    if (user < 0) continue;
    const pair = pairs.at(user, table.product[row] as number);
    sums.add(pair, table.sourceRow[row] as number);
    if (units === units || charged) sums.use(pair, month, day, monthStarts[month] as number, units, tokens);
    if (charged) sums.mark(pair, UNITS_UNKNOWN);
    if (unknown?.[row] === 1) sums.mark(pair, TOKENS_UNKNOWN);
  }

  const products: UserProductYear[][] = table.users.map(() => []);
  for (let pair = 0; pair < pairs.size; pair++) {
    const user = pairs.users[pair] as number;
    products[user]?.push(sums.at(pair, user, pairs.products[pair] as number));
  }
  const known = (value: number | undefined): number | null =>
    value === undefined || value !== value ? null : value;
  return {
    asOf: Math.floor(end),
    firstMonth,
    lastMonth,
    users: products.map((own, user): UserYear => ({
      user,
      products: own,
      firstUse: known(firstUse[user]),
      lastUse: known(lastUse[user]),
    })),
    monthTokens,
    monthSeen,
    outside,
    totalTokens: monthTokens.reduce((sum, value) => sum + value, 0),
    reachesBack,
  };
}

/** What cannot be told of a pair, as bits. */
const UNITS_UNKNOWN = 1;
const TOKENS_UNKNOWN = 2;

/** Sums of each user × product pair, in arrays that grow with the pairs. */
class PairSums {
  private capacity = 0;
  private tokens = new Float64Array(0);
  private lastUse = new Float64Array(0);
  private monthUnits = new Float64Array(0);
  /** One bit a calendar day with units, one word a month. */
  private monthDays = new Uint32Array(0);
  private firstRow = new Uint32Array(0);
  private rowCount = new Uint32Array(0);
  private gaps = new Uint8Array(0);

  add(pair: number, sourceRow: number): void {
    if (pair >= this.capacity) this.grow(pair + 1);
    if ((this.rowCount[pair] as number) === 0 || sourceRow < (this.firstRow[pair] as number))
      this.firstRow[pair] = sourceRow;
    this.rowCount[pair] = (this.rowCount[pair] as number) + 1;
  }

  use(pair: number, month: number, day: number, monthStart: number, units: number, tokens: number): void {
    this.tokens[pair] = (this.tokens[pair] as number) + tokens;
    const cell = pair * MONTHS + month;
    // Where nobody knows the units, the tokens show the use.
    const known = units === units;
    const amount = known ? units : tokens;
    if (known) this.monthUnits[cell] = (this.monthUnits[cell] as number) + units;
    if (amount > 0) this.monthDays[cell] = (this.monthDays[cell] as number) | (1 << (day - monthStart));
    if (amount >= 0 && !(day <= (this.lastUse[pair] as number))) this.lastUse[pair] = day;
  }

  mark(pair: number, gap: number): void {
    this.gaps[pair] = (this.gaps[pair] as number) | gap;
  }

  at(pair: number, user: number, product: number): UserProductYear {
    const cells = pair * MONTHS;
    const monthUnits = this.monthUnits.slice(cells, cells + MONTHS);
    const lastUse = this.lastUse[pair] as number;
    const gaps = this.gaps[pair] as number;
    return {
      user,
      product,
      units: monthUnits.reduce((sum, value) => sum + value, 0),
      tokens: this.tokens[pair] as number,
      monthUnits,
      monthDays: Uint16Array.from(this.monthDays.subarray(cells, cells + MONTHS), bitsOf),
      lastUse: lastUse === lastUse ? lastUse : null,
      firstSourceRow: this.firstRow[pair] as number,
      rowCount: this.rowCount[pair] as number,
      ...(gaps & UNITS_UNKNOWN ? { unitsUnknown: true } : {}),
      ...(gaps & TOKENS_UNKNOWN ? { tokensUnknown: true } : {}),
    };
  }

  private grow(pairs: number): void {
    const before = this.capacity;
    this.capacity = Math.max(pairs, before * 2, 256);
    const float = (old: Float64Array, width: number): Float64Array<ArrayBuffer> => {
      const grown = new Float64Array(this.capacity * width);
      grown.set(old);
      return grown;
    };
    const whole = (old: Uint32Array, width: number): Uint32Array<ArrayBuffer> => {
      const grown = new Uint32Array(this.capacity * width);
      grown.set(old);
      return grown;
    };
    this.tokens = float(this.tokens, 1);
    this.lastUse = float(this.lastUse, 1).fill(NaN, before);
    this.monthUnits = float(this.monthUnits, MONTHS);
    this.monthDays = whole(this.monthDays, MONTHS);
    this.firstRow = whole(this.firstRow, 1);
    this.rowCount = whole(this.rowCount, 1);
    const gaps = new Uint8Array(this.capacity);
    gaps.set(this.gaps);
    this.gaps = gaps;
  }
}

/** Number of 1 bits of a 32-bit word. */
function bitsOf(word: number): number {
  let bits = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

/** The months of a year in words. @example "Nov 2025 – Oct 2026" */
export function windowText({ firstMonth, lastMonth }: Pick<UsageYear, 'firstMonth' | 'lastMonth'>): string {
  return `${monthText(firstMonth)} – ${monthText(lastMonth)}`;
}
