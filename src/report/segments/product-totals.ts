/** What each product adds up to over all persons: the by-product table of `Flex Summary`. */
import type { ChargeBasis } from '../../engine/catalog/types';
import type { SegmentRow } from '../../engine/segments/types';

export interface ProductTotal {
  readonly product: string;
  readonly basis: ChargeBasis;
  readonly users: number;
  readonly units: number;
  readonly tokens: number;
  /** False when the product has no price on Flex: it is not on Flex, or its rate is empty. */
  readonly priced: boolean;
  readonly onFlex: number;
  readonly review: number;
  /** Named User, not on Flex, or in a Collection. */
  readonly seats: number;
}

/** The line of all products that the card does not know: their units are of many kinds and are not added up. */
export const OTHER_PRODUCTS = 'Other products (not on the card)';

/** Most tokens first, then most units, then by name; what the card does not know comes last, as one line. */
export function productTotals(rows: readonly SegmentRow[]): readonly ProductTotal[] {
  const totals = new Map<string, { -readonly [K in keyof ProductTotal]: ProductTotal[K] }>();
  for (const row of rows) {
    for (const line of row.products) {
      let total = totals.get(line.product);
      if (total === undefined) {
        const { product, basis } = line;
        total = {
          product,
          basis,
          users: 0,
          units: 0,
          tokens: 0,
          priced: true,
          onFlex: 0,
          review: 0,
          seats: 0,
        };
        totals.set(product, total);
      }
      total.users += 1;
      total.units += line.units;
      total.tokens += line.tokens;
      total.priced &&= line.flexCost !== null;
      if (line.recommendation === 'Flex') total.onFlex += 1;
      else if (line.recommendation === 'Review') total.review += 1;
      else total.seats += 1;
    }
  }
  const known = [...totals.values()].sort(
    (a, b) => b.tokens - a.tokens || b.units - a.units || (a.product < b.product ? -1 : 1),
  );
  const others = rows.filter(({ otherTokens }) => otherTokens !== 0);
  if (others.length === 0) return known;
  return [
    ...known,
    {
      product: OTHER_PRODUCTS,
      basis: 'result',
      users: others.length,
      units: 0,
      tokens: others.reduce((sum, { otherTokens }) => sum + otherTokens, 0),
      priced: true,
      onFlex: others.length,
      review: 0,
      seats: 0,
    },
  ];
}
