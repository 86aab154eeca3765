import { PRICE_MISSING, RATE_MISSING } from '../catalog/missing';
import { netTokenPrice } from '../catalog/terms';
import type { ChargeBasis, PriceTerms, RateRow } from '../catalog/types';
import { noBreakEven, notOnFlex, priceMissing, rateMissing } from './errors';

/** Hours and charged days of a working year; results have none. */
export const WORKING_YEAR: Readonly<Record<ChargeBasis, number>> = { hour: 2080, day: 260, result: Infinity };

/** Comparisons at a limit forgive the last digits of floating-point arithmetic: 562.5 h at a ceiling of 562.4999999999999 is at it. */
const AT_LIMIT = 1 + 1e-12;

/** True when `units` lie above `limit`, beyond what floating-point arithmetic alone can explain. */
export function exceeds(units: number, limit: number): boolean {
  return units > limit * AT_LIMIT;
}

/**
 * Which figure the row lacks for a break-even; null when it has both. Not-on-Flex comes first, then the rate, then the price.
 */
export function missingFigure(
  row: RateRow,
): 'not on Flex' | typeof RATE_MISSING | typeof PRICE_MISSING | null {
  if (!row.onFlex) return 'not on Flex';
  if (row.tokensPerUnit === null) return RATE_MISSING;
  return row.seatPrice === null ? PRICE_MISSING : null;
}

/** Yearly seat price after the seat discount; null = price missing. */
export function discountedSeat(row: RateRow, terms: PriceTerms): number | null {
  return row.seatPrice === null ? null : row.seatPrice * (1 - terms.seatDiscount);
}

/**
 * Money for one unit on Flex.
 * @throws FlexError 'missing' when the row is not on Flex or its rate is empty
 */
export function unitCost(row: RateRow, terms: PriceTerms): number {
  return requireRate(row) * netTokenPrice(terms);
}

/**
 * Tokens for one unit.
 * @throws FlexError 'missing' when the row is not on Flex or its rate is empty
 */
export function requireRate(row: RateRow): number {
  if (!row.onFlex) throw notOnFlex(row.product);
  if (row.tokensPerUnit === null) throw rateMissing(row.product);
  return row.tokensPerUnit;
}

/**
 * Yearly units at which Flex costs what the seat costs:
 * seat price × (1 − seat discount) ÷ (tokens per unit × token price × (1 − token discount)), in the row's own unit.
 * @throws FlexError 'missing' without a rate, a seat price or Flex coverage; 'number' when a unit costs nothing
 */
export function breakEven(row: RateRow, terms: PriceTerms): number {
  const cost = unitCost(row, terms);
  const seat = discountedSeat(row, terms);
  if (seat === null) throw priceMissing(row.product);
  if (cost === 0) throw noBreakEven(terms, row.product);
  return seat / cost;
}

/** Yearly units up to which Flex is recommended: break-even × margin (the terms' margin, else the row's, else 1). Errors as breakEven. */
export function ceiling(row: RateRow, terms: PriceTerms): number {
  return breakEven(row, terms) * (terms.margin ?? row.margin ?? 1);
}
