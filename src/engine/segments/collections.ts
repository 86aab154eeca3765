import { normalizeName } from '../catalog';
import type { RateCard } from '../catalog/types';

/** A Collection that can be bought under a card. */
export interface PricedCollection {
  readonly name: string;
  /** Yearly, before the seat discount. */
  readonly listPrice: number;
}

export interface CollectionPrices {
  readonly priced: readonly PricedCollection[];
  /** Bits over `priced`: the Collections that hold a product; a Collection holds itself. */
  holding(product: string): number;
}

/**
 * The card's Collections with a price in the card's currency. A card row of the same name overrides the table's price;
 * Collections of another currency, or without a price, are left out (domain.md section 6).
 */
export function collectionPrices(card: RateCard): CollectionPrices {
  const rowPrices = new Map(card.rows.map((row) => [normalizeName(row.product), row.seatPrice]));
  const members: Set<string>[] = [];
  const priced: PricedCollection[] = [];
  for (const collection of card.collections) {
    if (collection.currency !== card.currency) continue;
    const listPrice = rowPrices.get(normalizeName(collection.name)) ?? collection.seatPrice;
    if (listPrice === null) continue;
    priced.push({ name: collection.name, listPrice });
    members.push(new Set([collection.name, ...collection.products].map(normalizeName)));
  }
  const known = new Map<string, number>();
  const holding = (product: string): number => {
    const key = normalizeName(product);
    let bits = known.get(key);
    if (bits === undefined) {
      bits = members.reduce((sum, set, index) => (set.has(key) ? sum | (1 << index) : sum), 0);
      known.set(key, bits);
    }
    return bits;
  };
  return { priced, holding };
}
