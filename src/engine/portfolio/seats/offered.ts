import type { Catalogue } from '../names';
import type { RuleBook } from '../person-rules';

/** What can be had, and what it costs. */
export interface Offered {
  readonly catalogue: Catalogue;
  readonly book: RuleBook;
}

/** Yearly price of an offering after the discount; null = price missing. */
export function priceOf({ book, catalogue }: Offered, offering: string): number | null {
  const found = catalogue.find(offering);
  if (found?.kind === 'collection') return book.collectionCosts[found.index] ?? null;
  return book.seatCost(offering);
}

/** Whether a seat or Collection covers a product. */
export function entitles({ catalogue }: Offered, offering: string, product: string): boolean {
  const found = catalogue.find(offering);
  return found?.kind === 'collection'
    ? (catalogue.holding(product) & (1 << found.index)) !== 0
    : offering === product;
}
