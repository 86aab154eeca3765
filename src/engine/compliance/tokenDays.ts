import { settled } from '../monitor/lots';
import { firstSerialOfMonth, monthIndexOf } from '../numeric';
import type { Grain } from './grain';
import type { Scene } from './scene';

/** Net tokens of one user and product under one date, and the days the date may stand for. */
export interface TokenDay {
  readonly user: number;
  readonly product: number;
  readonly day: number;
  readonly tokens: number;
  readonly first: number;
  readonly last: number;
  readonly rows: readonly number[];
}

/** More days than a serial has. */
const DAYS = 4_194_304;

/**
 * The dates on which each user burned tokens: refunds netted out, dates that net to 0 or less left out. Rows drawn from a seat burn nothing.
 * @param counts rows to take: people and rows that a check has no question about are not held as objects
 */
export function tokenDays(
  { reading: { table }, asOf, grain }: Scene,
  counts: (row: number, user: number) => boolean,
): readonly TokenDay[] {
  const products = table.products.length;
  const dates = new Map<
    number,
    { user: number; product: number; day: number; tokens: number; rows: number[] }
  >();
  for (let row = 0; row < table.rows; row++) {
    const user = table.user[row]!;
    const product = table.product[row]!;
    const tokens = table.tokens[row]!;
    if (user < 0 || !(table.date[row]! < asOf + 1) || !(tokens < 0 || tokens > 0)) continue;
    if (table.seatAccess[row] === 1 || !counts(row, user)) continue;
    const day = Math.floor(table.date[row]!);
    const key = (user * products + product) * DAYS + day;
    const known = dates.get(key);
    if (known) {
      known.tokens += tokens;
      known.rows.push(row);
    } else dates.set(key, { user, product, day, tokens, rows: [row] });
  }
  return [...dates.values()]
    .map((one): TokenDay => ({ ...one, tokens: settled(one.tokens), ...periodOf(grain, one.day) }))
    .filter(({ tokens }) => tokens > 0)
    .sort((a, b) => a.user - b.user || a.day - b.day || a.product - b.product);
}

/** The days that a date may stand for: itself, its month, or the year that ends with it. */
export function periodOf({ period }: Grain, day: number): { readonly first: number; readonly last: number } {
  if (period === 'day') return { first: day, last: day };
  if (period === 'year') return { first: day - 364, last: day };
  const month = monthIndexOf(day);
  return { first: firstSerialOfMonth(month), last: firstSerialOfMonth(month + 1) - 1 };
}
