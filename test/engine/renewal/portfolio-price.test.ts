import { bestCostOf } from '../../../src/engine/renewal/portfolio-price';
import { compareQuotes } from '../../../src/engine/renewal/quotes/quotes';
import { priceCurve } from '../../../src/engine/renewal/quotes/indifference';
import type { Quote } from '../../../src/engine/renewal';
import { buildPortfolio } from '../../../src/engine/portfolio';
import { instance } from '../portfolio/instances';

const input = instance({ people: 40, seed: 3 });
const bestCost = bestCostOf(input);
const rerun = (tokenPrice: number, seatDiscount = input.prices.seatDiscount) =>
  buildPortfolio({
    ...input,
    prices: { tokenPrice, tiers: [], bundle: 0, committed: 0, seatDiscount },
  }).summary.proposed;

describe('the cheapest portfolio by the price of a token', () => {
  it('of a quote is what rerunning the portfolio at its price and seat discount gives', () => {
    const quote: Quote = {
      name: 'A',
      lines: [
        { item: 'Flex tokens', kind: 'tokens', quantity: 1000, unitPrice: 3, discount: 0.1, row: 2 },
        { item: 'Revit', kind: 'seats', quantity: 4, unitPrice: 3000, discount: 0.2, row: 3 },
        { item: 'Maya', kind: 'seats', quantity: 4, unitPrice: 1000, discount: 0, row: 4 },
      ],
      years: 1,
      uplift: 0,
    };
    const need = { tokens: { p10: 1, p50: 1, p90: 1 }, tokensToBuy: 1, growth: 0, seats: [] };
    const [figures] = compareQuotes([quote], {
      need,
      horizon: 3,
      topUpPrice: 3,
      currency: 'USD',
      bestCost,
    }).quotes;
    const expected = rerun(2.7, 0.15);
    expect(figures?.portfolio?.cost).toBeCloseTo(expected.cost, 6);
    expect(figures?.portfolio?.tokens).toBeCloseTo(expected.tokens, 6);
    expect(figures?.portfolio?.seats).toBe(expected.seats + expected.collections);
  });

  it('falls in tokens and rises in money as a token gets dearer', () => {
    const curve = priceCurve(bestCost, [0.5, 1, 2, 3, 4, 6, 10]);
    curve.slice(1).forEach((point, index) => {
      expect(point.tokens).toBeLessThanOrEqual(curve[index]!.tokens + 1e-9);
      expect(point.cost).toBeGreaterThanOrEqual(curve[index]!.cost - 1e-9);
    });
    expect(curve[3]?.cost).toBeCloseTo(rerun(3).cost, 6);
    expect(curve[0]!.seats).toBeLessThan(curve[6]!.seats);
  });
});
