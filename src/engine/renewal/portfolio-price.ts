import { buildPortfolio, type PortfolioInput } from '../portfolio';
import type { BestCost, BestPortfolio, Quote } from './types';

/**
 * The cheapest portfolio by the price of a token, each price computed once: exact, for at a fixed price people are independent. A quote
 * brings the mean discount of its seat lines along; tiers, bundles and commitments of the input are left out.
 */
export function bestCostOf(input: PortfolioInput): BestCost {
  const known = new Map<string, BestPortfolio>();
  return (tokenPrice, quote) => {
    const seatDiscount = (quote && seatDiscountOf(quote)) ?? input.prices.seatDiscount;
    const key = `${tokenPrice}|${seatDiscount}`;
    let best = known.get(key);
    if (best === undefined) {
      const prices = { tokenPrice, tiers: [], bundle: 0, committed: 0, seatDiscount };
      const { proposed } = buildPortfolio({ ...input, prices }).summary;
      best = {
        cost: proposed.cost,
        tokens: proposed.tokens,
        seats: proposed.seats + proposed.collections,
      };
      known.set(key, best);
    }
    return best;
  };
}

/** Discount of a quote's seats taken together; null where it sells none at a price. */
function seatDiscountOf(quote: Quote): number | null {
  const seats = quote.lines.filter(({ kind }) => kind === 'seats');
  const list = seats.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  if (list === 0) return null;
  return seats.reduce((sum, line) => sum + line.quantity * line.unitPrice * line.discount, 0) / list;
}
