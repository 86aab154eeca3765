import type { BestCost, PriceCurvePoint, Quote, QuoteCase } from '../types';
import { quoteTokens } from './cost';

/** Enough halvings of a price interval for all digits of a number. */
const STEPS = 60;
const SAME_PRICE = 1e-13;

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

/**
 * The token price at which the cheapest portfolio costs a given money a year: the price at which to walk away from an offer of that money.
 * The cheapest cost is concave in the price and rises by the tokens bought, so that steps along its tangent reach it from below within a few
 * portfolios; halving the interval stands by where a cost is not concave.
 * @param highest price that is looked at
 * @returns null when the money is below the cost of free tokens or above that of the highest price
 */
export function walkAwayPrice(bestCost: BestCost, money: number, highest: number): number | null {
  let here = bestCost(0);
  if (here.cost > money || bestCost(highest).cost < money) return null;
  let [low, high] = [0, highest];
  for (let step = 0; step < STEPS && high - low > SAME_PRICE * high; step++) {
    const tangent = here.tokens > 0 ? low + (money - here.cost) / here.tokens : highest;
    const price = tangent > low && tangent < high ? tangent : (low + high) / 2;
    const next = bestCost(price);
    if (next.cost > money * (1 + SAME_PRICE)) {
      high = price;
      continue;
    }
    low = price;
    here = next;
    if (next.cost >= money * (1 - SAME_PRICE)) break;
  }
  return low;
}

/** What one would buy at each token price: tokens and seats of the cheapest portfolio. */
export function priceCurve(bestCost: BestCost, prices: readonly number[]): readonly PriceCurvePoint[] {
  return [...prices].sort((a, b) => a - b).map((price) => ({ price, ...bestCost(price) }));
}
