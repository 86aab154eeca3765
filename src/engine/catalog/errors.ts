/** What rate cards, Collections and price terms refuse, one function a refusal. */
import { FlexError } from '../errors';

/** What is wrong with a cell, before its place is known. */
export interface CellProblem {
  readonly code: string;
  readonly sentence: string;
}

/** The error of one cell, naming its place: "Rate card, cell C7: …". */
export function cellError(table: string, place: string, { code, sentence }: CellProblem): FlexError {
  return new FlexError('value', `${table}, ${place}: ${sentence}`, `catalog.${code}`);
}

export function notOnCard(name: string, card: string): FlexError {
  return new FlexError(
    'missing',
    `${name} has no row on the rate card ${card}: it is known only as a Collection or as part of one, and has no token rate. Add a row with its rate, or leave it out.`,
    'catalog.collection-only',
  );
}

export function unknownProduct(text: string, card: string, nearest: readonly string[]): FlexError {
  return new FlexError(
    'missing',
    `"${text}" is not a product of the rate card ${card}. Nearest known names: ${nearest.join(', ')}.`,
    'catalog.unknown-product',
  );
}

export function noCardHeader(): CellProblem {
  return {
    code: 'no-header',
    sentence:
      'no header row was found; it needs the columns Product, Basis, Tokens per unit, Seat price, On Flex, Margin, Token price and Currency, as FLEX.RATECARD writes them.',
  };
}

export function noCollectionsHeader(): CellProblem {
  return {
    code: 'no-header',
    sentence: 'no header row was found; it needs the columns Collection, Product and Seat price.',
  };
}

export function columnsMissing(missing: readonly string[]): CellProblem {
  return {
    code: 'missing-columns',
    sentence: `the header row has no column ${missing.join(' and no column ')}; add it.`,
  };
}

export function sameColumnTwice(header: string, earlier: string): CellProblem {
  return {
    code: 'column-twice',
    sentence: `"${header}" means the same as "${earlier}"; keep one of the two columns.`,
  };
}

export function noProducts(): CellProblem {
  return { code: 'no-products', sentence: 'there is no product below the header; add one row a product.' };
}

/** @param earlierRow from 1 in the range */
export function productTwice(product: string, earlierRow: number): CellProblem {
  return {
    code: 'product-twice',
    sentence: `${product} is already in row ${earlierRow} of the range (aliases count as the same product); keep one of the two.`,
  };
}

export function basisBlank(): CellProblem {
  return { code: 'basis-blank', sentence: 'Basis is blank; write hour, day or result.' };
}

export function productBlank(): CellProblem {
  return {
    code: 'product-blank',
    sentence: 'Product is blank in a row that holds other cells; name the product or clear the row.',
  };
}

export function productIsError(error: string): CellProblem {
  return { code: 'product-is-error', sentence: `Product is the error ${error}; correct that cell.` };
}

export function twoCurrencies(value: string | number, found: string | number): CellProblem {
  return {
    code: 'two-currencies',
    sentence: `Currency is ${value}, but rows above say ${found}: money of two currencies is never mixed; convert the prices first, or use a card for each currency.`,
  };
}

export function twoValues(what: string, value: string | number, found: string | number): CellProblem {
  return {
    code: 'two-values',
    sentence: `${what} is ${value}, but rows above say ${found}: a card has one; use a card for each.`,
  };
}

export function noTokenPriceColumn(currency: string): CellProblem {
  return {
    code: 'no-token-price',
    sentence: `prices are in ${currency}, but there is no column Token price, and the default of 0.30 is in USD; add the column.`,
  };
}

export function tokenPriceBlank(): CellProblem {
  return {
    code: 'no-token-price',
    sentence: 'Token price is blank in every row; write the price of one token.',
  };
}

export function collectionNameBlank(): CellProblem {
  return {
    code: 'collection-blank',
    sentence: 'Collection is blank; name the Collection or clear the row.',
  };
}

export function heldProductBlank(): CellProblem {
  return { code: 'product-blank', sentence: 'Product is blank; name the product or clear the row.' };
}

export function heldTwice(product: string, collection: string): CellProblem {
  return {
    code: 'product-twice',
    sentence: `${product} is listed twice for ${collection}; keep one row.`,
  };
}

export function twoCollectionPrices(collection: string, price: number, found: number): CellProblem {
  return {
    code: 'two-values',
    sentence: `Seat price of ${collection} is ${price}, but a row above says ${found}; a Collection has one price.`,
  };
}

export function twoCollectionCurrencies(collection: string, code: string, found: string): CellProblem {
  return {
    code: 'two-currencies',
    sentence: `Currency of ${collection} is ${code}, but a row above says ${found}; a Collection has one currency.`,
  };
}

export function notAnAmount(what: string, cell: string): CellProblem {
  return {
    code: 'not-an-amount',
    sentence: `${what} is "${cell}"; write a number of 0 or more, or leave it blank when unknown.`,
  };
}

export function belowZero(what: string, value: number): CellProblem {
  return { code: 'below-zero', sentence: `${what} is ${value}; it must be 0 or more.` };
}

/** @param bare the text without spaces and signs, such as "2,910" */
export function ambiguousNumber(what: string, text: string, bare: string): CellProblem {
  return {
    code: 'ambiguous-number',
    sentence: `${what} is the text "${text}", which may mean ${bare.replace(',', '')} or ${bare.replace(',', '.')}; type it as a number.`,
  };
}

export function aboveOne(what: string, cell: string): CellProblem {
  return { code: 'above-one', sentence: `${what} is ${cell}; it must be between 0 and 1 (35 % is 0.35).` };
}

export function notAFlag(what: string, cell: string): CellProblem {
  return { code: 'not-a-flag', sentence: `${what} is "${cell}"; write TRUE or FALSE.` };
}

export function notABasis(cell: string): CellProblem {
  return { code: 'not-a-basis', sentence: `Basis is "${cell}"; write hour, day or result.` };
}

export function notACurrency(cell: string): CellProblem {
  return {
    code: 'not-a-currency',
    sentence: `Currency is "${cell}"; write its three-letter code, such as USD or EUR.`,
  };
}

export function notADate(what: string, cell: string): CellProblem {
  return { code: 'not-a-date', sentence: `${what} is "${cell}"; write a date such as 2026-01-31.` };
}
