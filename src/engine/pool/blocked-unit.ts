import { monthIndexOf } from '../numeric';
import type { UsageReading, UsageYear } from '../usage/types';

/** The unit a stockout blocks, in words a manager knows. */
export interface BlockedUnit {
  readonly product: string;
  /** "day", "result", or "day of 8 h" where hours are charged. */
  readonly unit: string;
  readonly tokens: number;
}

/**
 * What an empty pool blocks: a day (or result) of the product with most tokens in the year. Null when no product with a rate has any.
 * @param includes whose use of which product counts (indices of the table); all when undefined
 * @param hoursPerDay hours that make a day of a product charged by the hour
 */
export function blockedUnit(
  { table }: UsageReading,
  year: Pick<UsageYear, 'firstMonth' | 'lastMonth'>,
  includes: ((user: number, product: number) => boolean) | undefined,
  hoursPerDay: number,
): BlockedUnit | null {
  const sums = new Float64Array(table.products.length);
  for (let row = 0; row < table.rows; row++) {
    const date = table.date[row]!;
    const product = table.product[row]!;
    if (Number.isNaN(date) || includes?.(table.user[row]!, product) === false) continue;
    const month = monthIndexOf(date);
    if (month >= year.firstMonth && month <= year.lastMonth) sums[product]! += table.tokens[row]!;
  }
  let most: BlockedUnit | null = null;
  let mostTokens = 0;
  table.products.forEach(({ name, row }, product) => {
    const used = sums[product]!;
    const rate = row?.tokensPerUnit ?? null;
    if (row?.onFlex !== true || rate === null || used <= mostTokens) return;
    mostTokens = used;
    most =
      row.basis === 'hour'
        ? { product: name, unit: `day of ${hoursPerDay} h`, tokens: rate * hoursPerDay }
        : { product: name, unit: row.basis, tokens: rate };
  });
  return most;
}
