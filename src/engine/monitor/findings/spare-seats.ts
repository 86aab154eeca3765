import { matchProduct, type RateCard } from '../../catalog';
import type { RawCell } from '../../usage/types';
import { readBookTable, type BookColumn, type BookRows } from '../../usage/book-table';

/** Owned seats of one product or Collection that nobody holds. */
export interface SpareSeat {
  /** As on the card. */
  readonly product: string;
  readonly seats: number;
}

const COLUMNS = {
  product: {
    label: 'Product',
    aliases: ['product', 'productname', 'offeringname', 'seat', 'collection'],
    kind: 'text',
    need: 'cell',
  },
  seats: {
    label: 'Spare seats',
    aliases: ['spareseats', 'seats', 'spare', 'quantity', 'count'],
    kind: 'number',
    need: 'cell',
  },
} as const satisfies Record<string, BookColumn>;

/**
 * Seats that are owned and that nobody holds: columns Product and Spare seats.
 * @throws FlexError 'value' naming the columns that are missing
 */
export function readSpareSeats(range: readonly (readonly RawCell[])[], card: RateCard): BookRows<SpareSeat> {
  return readBookTable<keyof typeof COLUMNS, SpareSeat>(range, 'spare seats', COLUMNS, (line) => {
    const match = matchProduct(card, line.text('product'));
    if (match.kind === 'unknown') {
      return line.reject('product', `not on the rate card; it knows ${match.nearest.join(', ')}`);
    }
    const seats = line.number('seats');
    if (!Number.isInteger(seats) || seats < 0) {
      return line.reject('seats', 'the spare seats must be a whole number, 0 or more');
    }
    return { product: match.name, seats };
  });
}

/** By product; rows of one product are added up. */
export function seatsByProduct(rows: readonly SpareSeat[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { product, seats } of rows) sums.set(product, (sums.get(product) ?? 0) + seats);
  return sums;
}
