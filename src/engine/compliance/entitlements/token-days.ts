import { settled } from '../../monitor/ledger/lots';
import { firstSerialOfMonth, monthIndexOf } from '../../numeric';
import type { Grain } from '../grain';
import { groupRows } from '../rows-by-user';
import type { CheckedUsage } from '../evidence';

/** Net tokens of one user and product under one date, and the days the date may stand for. */
export interface TokenDay {
  readonly product: number;
  readonly day: number;
  /** Drawn from Flex; 0 where only a seat was used. */
  readonly tokens: number;
  readonly first: number;
  readonly last: number;
  readonly rows: readonly number[];
}

/** One user after another: nobody's rows are held as objects longer than they are looked at. */
export type DaysByUser = Generator<readonly [user: number, days: readonly TokenDay[]]>;

/** More days than a serial has. */
const DAYS = 4_194_304;

/**
 * The dates on which each user burned tokens, in order of time: refunds netted out, dates that net to 0 or less left out. Rows drawn from a
 * seat burn nothing.
 * @param counts rows to take besides
 */
export function* tokenDays(usage: CheckedUsage, counts: (row: number, user: number) => boolean): DaysByUser {
  const { table } = usage.reading;
  const burns = (row: number, user: number): boolean =>
    table.seatAccess[row] !== 1 && table.tokens[row] !== 0 && counts(row, user);
  for (const [user, days] of useDates(usage, burns)) {
    const burned = days.filter(({ tokens }) => tokens > 0);
    if (burned.length > 0) yield [user, burned];
  }
}

/** The dates of each user and product, with what was drawn from Flex, in order of time. */
export function* useDates(
  { reading: { table }, asOf, grain }: CheckedUsage,
  counts: (row: number, user: number) => boolean,
): DaysByUser {
  const dated = (row: number, user: number): boolean => table.date[row]! < asOf + 1 && counts(row, user);
  for (const [user, rows] of groupRows(table, dated)) {
    const dates = new Map<number, { product: number; day: number; tokens: number; rows: number[] }>();
    for (const row of rows) {
      const product = table.product[row]!;
      const day = Math.floor(table.date[row]!);
      const tokens = table.seatAccess[row] === 1 ? 0 : table.tokens[row]!;
      const known = dates.get(product * DAYS + day);
      if (known) {
        known.tokens += tokens;
        known.rows.push(row);
      } else dates.set(product * DAYS + day, { product, day, tokens, rows: [row] });
    }
    const days = [...dates.values()].map(({ product, day, tokens, rows: own }): TokenDay => {
      const { first, last } = periodOf(grain, day);
      return { product, day, tokens: settled(tokens), first, last, rows: own };
    });
    yield [user, days.sort((a, b) => a.day - b.day || a.product - b.product)];
  }
}

/** The days that a date may stand for: itself, its month, or the year that ends with it. */
function periodOf({ period }: Grain, day: number): { readonly first: number; readonly last: number } {
  if (period === 'day') return { first: day, last: day };
  if (period === 'year') return { first: day - 364, last: day };
  const month = monthIndexOf(day);
  return { first: firstSerialOfMonth(month), last: firstSerialOfMonth(month + 1) - 1 };
}
