import { PairIndex } from '../usage/pairs';
import type { UsageTable } from '../usage/types';

/** Last day (whole serial) on which each person drew tokens for each product, seats aside, by the table's indexes; undefined = never. */
export function lastDrawnOf(table: UsageTable): (user: number, product: number) => number | undefined {
  const pairs = new PairIndex(table.users.length, table.products.length);
  const days: number[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const user = table.user[row]!;
    const date = table.date[row]!;
    if (user < 0 || table.seatAccess[row] === 1 || !(table.tokens[row]! > 0) || date !== date) continue;
    const pair = pairs.at(user, table.product[row]!);
    days[pair] = Math.max(days[pair] ?? -Infinity, Math.floor(date));
  }
  return (user, product) => days[pairs.at(user, product)];
}
