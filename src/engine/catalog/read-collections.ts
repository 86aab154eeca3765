import { normalizeName } from './names';
import { productKey } from './aliases';
import { cellText, isBlank, readAmount, readCurrency, type CardCell } from './cells';
import { cardField, type CardField } from './headers';
import {
  collectionNameBlank,
  heldProductBlank,
  heldTwice,
  noCollectionsHeader,
  twoCollectionCurrencies,
  twoCollectionPrices,
} from './errors';
import { cellFault, type CardRange, type RangePlace } from './place';
import type { Collection } from './types';

const ANYWHERE: RangePlace = {
  origin: 'Collections table',
  name: 'Collections',
  address: (row, column) => `row ${row + 1}, column ${column + 1}`,
  place: (row, column) => `row ${row + 1}, column ${column + 1}`,
};

interface Gathered {
  readonly name: string;
  readonly products: string[];
  seatPrice: number | null;
  currency: string | null;
}

/**
 * Reads a Collections table: columns Collection, Product, Seat price [, Currency] in any order, one row a product held. The price may
 * stand in one row of a Collection or in all.
 * @param currency used where the table names none
 * @throws FlexError 'value' naming the cell
 */
export function readCollections(
  range: CardRange,
  where: RangePlace = ANYWHERE,
  currency = 'USD',
): readonly Collection[] {
  const fault = (row: number, column: number) => cellFault('Collections', where, row, column);
  const headerRow = range.findIndex((cells) => {
    const fields = cells.map(cardField);
    return fields.includes('collection') && fields.includes('product');
  });
  const header = range[headerRow];
  if (header === undefined) {
    throw fault(0, 0)(noCollectionsHeader());
  }
  const column = (field: CardField): number => header.findIndex((cell) => cardField(cell) === field);
  const gathered = new Map<string, Gathered>();

  range.slice(headerRow + 1).forEach((cells, offset) => {
    const row = headerRow + 1 + offset;
    const zeroBlank = (cell: CardCell): CardCell => (where.zeroMeansBlank && cell === 0 ? null : cell);
    const at = (field: CardField): CardCell => zeroBlank(cells[column(field)]);
    if (cells.every((cell) => isBlank(zeroBlank(cell)))) return;
    const name = cellText(at('collection'));
    const product = cellText(at('product'));
    if (name === '') throw fault(row, column('collection'))(collectionNameBlank());
    if (product === '') throw fault(row, column('product'))(heldProductBlank());
    const entry = gathered.get(normalizeName(name)) ?? {
      name,
      products: [],
      seatPrice: null,
      currency: null,
    };
    gathered.set(normalizeName(name), entry);
    if (entry.products.some((held) => productKey(held) === productKey(product))) {
      throw fault(row, column('product'))(heldTwice(product, entry.name));
    }
    entry.products.push(product);
    const price = readAmount(at('seatPrice'), 'Seat price', fault(row, column('seatPrice')));
    if (price !== null && entry.seatPrice !== null && price !== entry.seatPrice) {
      throw fault(row, column('seatPrice'))(twoCollectionPrices(entry.name, price, entry.seatPrice));
    }
    entry.seatPrice = price ?? entry.seatPrice;
    const code = readCurrency(at('currency'), fault(row, column('currency')));
    if (code !== null && entry.currency !== null && code !== entry.currency) {
      throw fault(row, column('currency'))(twoCollectionCurrencies(entry.name, code, entry.currency));
    }
    entry.currency = code ?? entry.currency;
  });

  return [...gathered.values()].map((entry) => ({
    name: entry.name,
    products: entry.products,
    seatPrice: entry.seatPrice,
    currency: entry.currency ?? currency,
  }));
}
