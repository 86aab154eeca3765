import type { BestCost, PriceCurvePoint, Quote, QuoteCase } from '../types';
import { quoteTokens } from './cost';

/**
 * Net token price at which a quote costs as much as an alternative, everything else as quoted. Closed form, for the cost of a quote is
 * linear in the price of its tokens: price = (alternative − cost without tokens) ÷ tokens paid, both over the years with their uplift.
 * @param case_ the quote's own cost, of the same demand and years as `alternative`
 * @returns null where the quote sells no tokens; below 0 no token price is low enough
 */
export function indifferencePrice(quote: Quote, case_: QuoteCase, alternative: number): number | null {
  const tokens = quoteTokens(quote);
  if (tokens === null) return null;
  const paid = case_.byYear.reduce((sum, _, year) => sum + tokens.quantity * (1 + quote.uplift) ** year, 0);
  return tokens.netPrice + (alternative - case_.cost) / paid;
}

/** What one would buy at each token price: tokens and seats of the cheapest portfolio. */
export function priceCurve(bestCost: BestCost, prices: readonly number[]): readonly PriceCurvePoint[] {
  return [...prices].sort((a, b) => a - b).map((price) => ({ price, ...bestCost(price) }));
}
