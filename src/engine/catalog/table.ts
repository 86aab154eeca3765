import type { RateCard } from './types';

type Cell = string | number | boolean | null;

/** The columns of a rate card on a sheet, in the order RATECARD writes them. */
export const CARD_COLUMNS = [
  'Product',
  'Basis',
  'Tokens per unit',
  'Seat price',
  'On Flex',
  'Margin',
  'Token price',
  'Currency',
  'Valid from',
  'Valid to',
  'Source',
  'Date',
] as const;

export const COLLECTION_COLUMNS = ['Collection', 'Product', 'Seat price', 'Currency'] as const;

/** The card as a table with a header row; missing figures and dates are null, dates are Excel serials. readCard reads it back. */
export function cardTable(card: RateCard): Cell[][] {
  return [
    [...CARD_COLUMNS],
    ...card.rows.map((row): Cell[] => [
      row.product,
      row.basis,
      row.tokensPerUnit,
      row.seatPrice,
      row.onFlex,
      row.margin,
      card.tokenPrice,
      card.currency,
      card.validFrom,
      card.validTo,
      row.source,
      row.date,
    ]),
  ];
}

/** The card's Collections as a table with a header row, one row a product held. readCollections reads it back. */
export function collectionsTable(card: RateCard): Cell[][] {
  return [
    [...COLLECTION_COLUMNS],
    ...card.collections.flatMap((collection) =>
      collection.products.map((product): Cell[] => [
        collection.name,
        product,
        collection.seatPrice,
        collection.currency,
      ]),
    ),
  ];
}
