/** What an empty pool blocks, in words a manager knows: a day of the product with most tokens. */
import { monthIndexOf } from '../../engine/numeric';
import type { UsageReading, UsageYear } from '../../engine/usage/types';
import type { BlockedUnit } from '../../report/pool/input';

/**
 * Null when no product with a rate has tokens in the year.
 * @param hoursPerDay hours that make a day of a product charged by the hour
 */
export function blockedUnit(
  reading: UsageReading,
  year: UsageYear,
  includes: ((user: number, product: number) => boolean) | undefined,
  hoursPerDay: number,
): BlockedUnit | null {
  const tokens = tokensByProduct(reading, year, includes);
  let most: BlockedUnit | null = null;
  let mostTokens = 0;
  reading.table.products.forEach(({ name, row }, product) => {
    const [used = 0, rate] = [tokens[product], row?.tokensPerUnit ?? null];
    if (row?.onFlex !== true || rate === null || used <= mostTokens) return;
    mostTokens = used;
    most =
      row.basis === 'hour'
        ? { product: name, unit: `day of ${hoursPerDay} h`, tokens: rate * hoursPerDay }
        : { product: name, unit: row.basis, tokens: rate };
  });
  return most;
}

function tokensByProduct(
  { table, hasUserColumn }: UsageReading,
  year: UsageYear,
  includes: ((user: number, product: number) => boolean) | undefined,
): Float64Array {
  const sums = new Float64Array(table.products.length);
  if (hasUserColumn) {
    for (const { user, products } of year.users) {
      for (const { product, tokens } of products) {
        if (includes?.(user, product) !== false) sums[product]! += tokens;
      }
    }
    return sums;
  }
  for (let row = 0; row < table.rows; row += 1) {
    const date = table.date[row] ?? NaN;
    const product = table.product[row] ?? 0;
    if (Number.isNaN(date) || includes?.(-1, product) === false) continue;
    const month = monthIndexOf(date);
    if (month >= year.firstMonth && month <= year.lastMonth) sums[product]! += table.tokens[row] ?? 0;
  }
  return sums;
}
