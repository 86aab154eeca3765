import type { UsageTable } from '../../usage/types';
import { settled } from '../ledger/lots';

/** Tokens by day of one user and product. */
export interface PersonDays {
  readonly user: number;
  readonly product: number;
  /** Net tokens by whole serial, days in order. */
  readonly days: ReadonlyMap<number, number>;
}

/**
 * The days on which each user burned tokens for each product: refunds netted out, days that net to 0 or less left out. Rows drawn from a
 * seat burn nothing; rows without a user belong to nobody.
 * @param to whole serial, included
 * @param counts rows to leave out besides
 */
export function personDays(
  table: UsageTable,
  to: number,
  counts: (row: number) => boolean = () => true,
): readonly PersonDays[] {
  const products = table.products.length;
  const pairs = new Map<number, Map<number, number>>();
  for (let row = 0; row < table.rows; row++) {
    const user = table.user[row]!;
    const day = Math.floor(table.date[row]!);
    const tokens = table.tokens[row]!;
    if (user < 0 || !(day <= to) || !(tokens < 0 || tokens > 0)) continue;
    if (table.seatAccess[row] === 1 || !counts(row)) continue;
    const key = user * products + table.product[row]!;
    let days = pairs.get(key);
    if (!days) pairs.set(key, (days = new Map()));
    days.set(day, (days.get(day) ?? 0) + tokens);
  }
  return [...pairs].map(([key, days]): PersonDays => {
    const user = Math.floor(key / products);
    const burned = [...days]
      .map(([day, tokens]) => [day, settled(tokens)] as const)
      .filter(([, tokens]) => tokens > 0)
      .sort(([a], [b]) => a - b);
    return { user, product: key - user * products, days: new Map(burned) };
  });
}
