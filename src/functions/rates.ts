import { breakEven, breakEvenTable, ceiling, recommendUnits, requireRate } from '../engine/breakeven';
import { cardTable, priceTerms, requireRow, type PriceTerms, type RateRow } from '../engine/catalog';
import { cardArgument, costedTerms, singleTerms, type CardArgument } from './card-argument';
import { forEachRow, optionalColumn, productColumn, unitsColumn } from './columns';
import { answer } from './failures';
import { AMOUNT, SHARE } from './limits';
import { spill } from './results';

/**
 * The rate card as a table. Edit a copy of it as values and give that range as card. Example: =FLEX.RATECARD("retail")
 * @customfunction RATECARD
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns The card: Product, Basis, Tokens per unit, Seat price, On Flex, Margin, Token price, Currency, Valid from, Valid to, Source, Date.
 */
export function rateCard(card?: unknown[][]): unknown[][] {
  return answer(() => spill(cardTable(cardArgument(card).card)));
}

/**
 * Yearly units (hours or charged days) at which Flex costs as much as the seat. Example: =FLEX.BREAKEVEN("Revit",25%) gives 1455.
 * @customfunction BREAKEVEN
 * @param product Product name, or a column of names.
 * @param seatDiscount Discount on the seat, 0 to 1; omitted: 0. One cell or a column.
 * @param tokenDiscount Discount on the token, 0 to 1; omitted: 0. One cell or a column.
 * @param tokenPrice Price of one token before its discount; omitted: the card's. One cell or a column.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Units a year in the product's charge basis.
 */
export function breakEvenUnits(
  product: unknown[][],
  seatDiscount?: unknown[][],
  tokenDiscount?: unknown[][],
  tokenPrice?: unknown[][],
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const prices = priceColumns(rates, seatDiscount, tokenDiscount, tokenPrice, null);
    return perProduct(rates, product, prices.columns, (row, index) => breakEven(row, prices.at(index)));
  });
}

/**
 * Yearly units up to which Flex is recommended: break-even × decision margin. Example: =FLEX.CEILING("Revit") gives 750.
 * @customfunction CEILING
 * @param product Product name, or a column of names.
 * @param margin Share of break-even, 0 to 1; omitted: the product's own margin, else 1. One cell or a column.
 * @param seatDiscount Discount on the seat, 0 to 1; omitted: 0. One cell or a column.
 * @param tokenDiscount Discount on the token, 0 to 1; omitted: 0. One cell or a column.
 * @param tokenPrice Price of one token before its discount; omitted: the card's. One cell or a column.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Units a year in the product's charge basis.
 */
export function flexCeiling(
  product: unknown[][],
  margin?: unknown[][],
  seatDiscount?: unknown[][],
  tokenDiscount?: unknown[][],
  tokenPrice?: unknown[][],
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const prices = priceColumns(rates, seatDiscount, tokenDiscount, tokenPrice, margin);
    return perProduct(rates, product, prices.columns, (row, index) => ceiling(row, prices.at(index)));
  });
}

/**
 * Break-even, ceiling and recommendation of every product on the card. Example: =FLEX.BREAKEVENTABLE(25%)
 * @customfunction BREAKEVENTABLE
 * @param seatDiscount Discount on the seat, 0 to 1; omitted: 0.
 * @param tokenDiscount Discount on the token, 0 to 1; omitted: 0.
 * @param tokenPrice Price of one token before its discount; omitted: the card's.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Product, Basis, Tokens per unit, Seat price (after the discount), Break-even, Ceiling, Reachable, Recommendation.
 */
export function breakEvenOverview(
  seatDiscount?: unknown,
  tokenDiscount?: unknown,
  tokenPrice?: unknown,
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const { card: rates } = cardArgument(card);
    return spill(breakEvenTable(rates, singleTerms(rates, seatDiscount, tokenDiscount, tokenPrice)));
  });
}

/**
 * Tokens that units of use consume. Example: =FLEX.TOKENS("Revit",400) gives 2000.
 * @customfunction TOKENS
 * @param product Product name, or a column of names.
 * @param units Hours, charged days or results, as the card charges. One cell or a column.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Tokens.
 */
export function tokensOf(product: unknown[][], units: unknown[][], card?: unknown[][]): unknown[][] {
  return answer(() => {
    const amounts = unitsColumn(units, 'units', AMOUNT);
    return perProduct(
      cardArgument(card),
      product,
      [amounts],
      (row, index) => requireRate(row) * amounts.at(index),
    );
  });
}

/**
 * What units of use cost on Flex. Example: =FLEX.COST("Revit",400) gives 600.
 * @customfunction COST
 * @param product Product name, or a column of names.
 * @param units Hours, charged days or results, as the card charges. One cell or a column.
 * @param tokenPrice Price of one token; omitted: the card's. One cell or a column.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Money in the card's currency.
 */
export function costOf(
  product: unknown[][],
  units: unknown[][],
  tokenPrice?: unknown[][],
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const amounts = unitsColumn(units, 'units', AMOUNT);
    const prices = optionalColumn(tokenPrice, 'tokenPrice', AMOUNT);
    return perProduct(
      rates,
      product,
      [amounts, prices],
      (row, index) => requireRate(row) * amounts.at(index) * (prices.at(index) ?? rates.card.tokenPrice),
    );
  });
}

/**
 * Flex up to the ceiling, Review up to break-even, Named User above. Example: =FLEX.RECOMMEND("Revit",900) gives Review.
 * @customfunction RECOMMEND
 * @param product Product name, or a column of names.
 * @param units Units of a year: hours, charged days or results, as the card charges. One cell or a column.
 * @param seatDiscount Discount on the seat, 0 to 1; omitted: 0. One cell or a column.
 * @param tokenDiscount Discount on the token, 0 to 1; omitted: 0. One cell or a column.
 * @param tokenPrice Price of one token before its discount; omitted: the card's. One cell or a column.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Flex, Review, Named User, or Named User – not on Flex.
 */
export function recommendation(
  product: unknown[][],
  units: unknown[][],
  seatDiscount?: unknown[][],
  tokenDiscount?: unknown[][],
  tokenPrice?: unknown[][],
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const amounts = unitsColumn(units, 'units', AMOUNT);
    const prices = priceColumns(rates, seatDiscount, tokenDiscount, tokenPrice, null);
    return perProduct(rates, product, [amounts, ...prices.columns], (row, index) =>
      recommendUnits(row, amounts.at(index), prices.at(index)),
    );
  });
}

type Columns = Parameters<typeof forEachRow>[0];

function perProduct(
  { card }: CardArgument,
  product: unknown,
  columns: Columns,
  compute: (row: RateRow, index: number) => string | number,
): unknown[][] {
  const products = productColumn(product);
  const rows = new Map<string, RateRow>();
  const rowOf = (name: string): RateRow => {
    const row = rows.get(name) ?? requireRow(card, name);
    rows.set(name, row);
    return row;
  };
  return forEachRow([products, ...columns], (index) => compute(rowOf(products.at(index)), index));
}

interface PriceColumns {
  readonly columns: Columns;
  readonly at: (row: number) => PriceTerms;
}

function priceColumns(
  { card }: CardArgument,
  seatDiscount: unknown,
  tokenDiscount: unknown,
  tokenPrice: unknown,
  margin: unknown,
): PriceColumns {
  const seat = optionalColumn(seatDiscount, 'seatDiscount', SHARE);
  const token = optionalColumn(tokenDiscount, 'tokenDiscount', SHARE);
  const price = optionalColumn(tokenPrice, 'tokenPrice', AMOUNT);
  const share = optionalColumn(margin, 'margin', SHARE);
  return {
    columns: [seat, token, price, share],
    at: (row) =>
      costedTerms(
        priceTerms(card, {
          seatDiscount: seat.at(row),
          tokenDiscount: token.at(row),
          tokenPrice: price.at(row),
          margin: share.at(row),
        }),
      ),
  };
}
