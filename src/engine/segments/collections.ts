import { collectionHolds, productKey } from '../catalog';
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
 * Collections priced only in another currency, or not at all, are left out (docs/rules.md, "Collections").
 */
export function collectionPrices(card: RateCard): CollectionPrices {
  const rowPrices = new Map(card.rows.map((row) => [productKey(row.product), row.seatPrice]));
  const offered = card.collections.flatMap((collection) => {
    const ownPrice = collection.currency === card.currency ? collection.seatPrice : null;
    const listPrice = rowPrices.get(productKey(collection.name)) ?? ownPrice;
    return listPrice === null ? [] : [{ collection, priced: { name: collection.name, listPrice } }];
  });
  const known = new Map<string, number>();
  const holding = (product: string): number => {
    let bits = known.get(product);
    if (bits === undefined) {
      bits = offered.reduce(
        (sum, { collection }, index) => (collectionHolds(collection, product) ? sum | (1 << index) : sum),
        0,
      );
      known.set(product, bits);
    }
    return bits;
  };
  return { priced: offered.map((item) => item.priced), holding };
}
