export type {
  ChargeBasis,
  Collection,
  Confidence,
  PriceTerms,
  ProductMatch,
  RateCard,
  RateRow,
} from './types';
export { guideCard } from './guide';
export { retailCard } from './retail';
export { BUILTIN_CARD_NAMES, builtinCard } from './builtin';
export { PRICE_MISSING, RATE_MISSING } from './missing';
export { normalizeName } from './names';
export { productKey } from './aliases';
export { matchProduct, nearestNames, requireRow } from './match';
export { BUILTIN_COLLECTIONS, collectionHolds, findCollection, withCollections } from './collections';
export { netTokenPrice, priceTerms, type PartialTerms } from './terms';
export { CARD_COLUMNS, COLLECTION_COLUMNS, cardTable, collectionsTable } from './table';
export { readCard } from './read-card';
export { readCollections } from './read-collections';
export type { CardRange, RangePlace } from './place';
