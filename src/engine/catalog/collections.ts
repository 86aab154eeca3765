import type { Collection, RateCard, RateRow } from './types';
import { productKey } from './aliases';

/**
 * Membership as far as the sources name it (M&E: weak confidence). The AEC seat price is the governing guide's; the others' prices no
 * source confirms: they are empty until the user fills them in.
 */
export const BUILTIN_COLLECTIONS: readonly Collection[] = [
  {
    name: 'AEC Collection',
    products: [
      'Revit',
      'AutoCAD',
      'Civil 3D',
      'Navisworks Manage',
      'InfraWorks',
      '3ds Max',
      'ReCap Pro',
      'Autodesk Docs',
      'Robot Structural',
    ],
    seatPrice: 3375,
    currency: 'USD',
  },
  {
    name: 'PDM Collection',
    products: [
      'Inventor Pro',
      'AutoCAD',
      'Fusion',
      'Navisworks Manage',
      'Inventor Nastran',
      'Vault Basic',
      'ReCap Pro',
    ],
    seatPrice: null,
    currency: 'USD',
  },
  {
    name: 'M&E Collection',
    products: ['Maya', '3ds Max', 'Arnold', 'Mudbox', 'MotionBuilder'],
    seatPrice: null,
    currency: 'USD',
  },
];

/** True when a Collection holds the product, however it is spelled; a Collection holds itself. */
export function collectionHolds(collection: Collection, product: string): boolean {
  const key = productKey(product);
  return productKey(collection.name) === key || collection.products.some((held) => productKey(held) === key);
}

/** The card's Collection of that name or alias; null when there is none. */
export function findCollection(card: RateCard, name: string): Collection | null {
  const key = productKey(name);
  return card.collections.find((collection) => productKey(collection.name) === key) ?? null;
}

/**
 * Collections as a card uses them: those of another currency are left out unless the card itself prices them, products are spelled as on
 * the card, and the card's seat price for a Collection overrides the table's.
 */
export function settleCollections(
  collections: readonly Collection[],
  rows: readonly RateRow[],
  currency: string,
): readonly Collection[] {
  const rowOf = new Map(rows.map((row) => [productKey(row.product), row]));
  return collections.flatMap((collection) => {
    const own = rowOf.get(productKey(collection.name))?.seatPrice ?? null;
    if (own === null && collection.currency !== currency) return [];
    const products = collection.products.map((name) => rowOf.get(productKey(name))?.product ?? name);
    return [{ name: collection.name, products, seatPrice: own ?? collection.seatPrice, currency }];
  });
}

/** The card with other Collections, for example those of the user's own table. */
export function withCollections(card: RateCard, collections: readonly Collection[]): RateCard {
  return { ...card, collections: settleCollections(collections, card.rows, card.currency) };
}
