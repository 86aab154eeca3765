import fc from 'fast-check';
import { FlexError } from '../../../src/engine/errors';
import { bestPurchase, empiricalDemand } from '../../../src/engine/pool';
import { criticalRatio, expectedCost, priceAt } from '../../../src/engine/pool/purchase';
import type { PoolPrices, Tier } from '../../../src/engine/pool';
import { normalDemand, poissonDemand } from './known-demand';

const plain: PoolPrices = {
  price: 1,
  tiers: [],
  bundle: 1,
  topUpPrice: 1,
  disruption: 0,
  salvage: 0,
  salvageShare: 1,
};

/**
 * A newsvendor with holding cost h and penalty p in the product's terms: price h, nothing salvaged, a missing token h + p. Its cost is the
 * purchase's less h × mean, for price × size = h × (mean + left − short).
 */
const newsvendor = (h: number, p: number): PoolPrices => ({
  ...plain,
  price: h,
  topUpPrice: h,
  disruption: p,
});

describe('textbook oracles, through the code that buys pools', () => {
  it('finds the optimal newsvendor quantity and its costs under normal demand', () => {
    const demand = normalDemand(50, 8);
    const prices = newsvendor(0.18, 0.7);
    const ratio = criticalRatio(0.18, prices) ?? NaN;
    const best = demand.quantile(ratio);
    expect(best).toBeCloseTo(56.60395592743389, 9);
    const cost = (size: number): number => (expectedCost(demand, size, prices) ?? NaN) - 0.18 * 50;
    expect(cost(best)).toBeCloseTo(1.9976051931766445, 9);
    expect(cost(40)).toBeCloseTo(7.356131552870388, 9);
    expect(cost(60)).toBeCloseTo(2.156131552870387, 9);
  });

  it('buys that quantity to a millionth when the unit is small', () => {
    const bought = bestPurchase(normalDemand(50e6, 8e6), newsvendor(0.18, 0.7));
    expect(Math.abs(bought.size - 56603955.92743389)).toBeLessThanOrEqual(56);
    expect((bought.cost - 0.18 * 50e6) / 1e6).toBeCloseTo(1.9976051931766445, 6);
  });

  it('buys 56 under Poisson demand of 50 at cost 1.797235', () => {
    const demand = poissonDemand(50);
    const bought = bestPurchase(demand, newsvendor(0.18, 0.7));
    expect(bought.size).toBe(56);
    expect(bought.cost - 0.18 * 50).toBeCloseTo(1.797235211809178, 9);
    expect(demand.shortage(56)).toBeCloseTo(0.8150400134, 9);
  });

  it('buys 8 under Poisson demand of 6 at cost 3.570108', () => {
    const bought = bestPurchase(poissonDemand(6), newsvendor(1, 4));
    expect(bought.size).toBe(8);
    expect(bought.cost - 6).toBeCloseTo(3.5701069457709416, 9);
  });

  it('sizes a normal pool of 50,000 at 95 % with its shortage and leftovers', () => {
    const demand = normalDemand(50_000, 5_000);
    const prices = newsvendor(3, 57);
    expect(criticalRatio(3, prices)).toBeCloseTo(0.95, 12);
    const size = demand.quantile(0.95);
    expect(size).toBeCloseTo(58_224.268, 3);
    expect(bestPurchase(demand, prices).size).toBe(58_224);
    expect(demand.shortage(size)).toBeCloseTo(104.4648, 4);
    expect(demand.left(size)).toBeCloseTo(8_328.733, 3);
  });

  it('buys 50,000 to reach the next tier although 44,000 are expected', () => {
    const bought = bestPurchase(normalDemand(44_000, 5_000), {
      ...plain,
      price: 2.7,
      tiers: [
        { from: 0, price: 2.7 },
        { from: 50_000, price: 2.55 },
      ],
      topUpPrice: 3,
      disruption: 10,
    });
    expect(bought.size).toBe(50_000);
    expect(bought.price).toBe(2.55);
    expect(bought.cost).toBeCloseTo(131_146.66, 2);
  });
});

const sale = fc.record({
  values: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 12 }),
  bundle: fc.integer({ min: 1, max: 7 }),
  tiers: fc
    .uniqueArray(
      fc.record({ from: fc.integer({ min: 0, max: 70 }), cents: fc.integer({ min: 100, max: 300 }) }),
      {
        selector: ({ from }) => from,
        maxLength: 4,
      },
    )
    .map((rows) =>
      rows.sort((a, b) => a.from - b.from).map(({ from, cents }): Tier => ({ from, price: cents / 100 })),
    ),
  topUpPrice: fc.integer({ min: 0, max: 500 }).map((cents) => cents / 100),
  disruption: fc.constantFrom(0, 0.5, 20),
  salvageOfLowest: fc.constantFrom(0, 0.3, 0.9, 1),
  salvageShare: fc.constantFrom(0, 0.05, 0.25, 0.5, 1),
});

function pricesOf(drawn: Omit<typeof sale extends fc.Arbitrary<infer T> ? T : never, 'values'>): PoolPrices {
  const { bundle, tiers, topUpPrice, disruption, salvageShare } = drawn;
  const lowest = Math.min(...(tiers.length > 0 ? tiers.map(({ price }) => price) : [2]));
  return {
    price: 2,
    bundle,
    tiers,
    topUpPrice,
    disruption,
    salvageShare,
    salvage: lowest * drawn.salvageOfLowest,
  };
}

/** Every multiple of the bundle, far beyond the largest demand and the last tier. */
function cheapestByLooking(values: readonly number[], prices: PoolPrices): { size: number; cost: number } {
  let best = { size: NaN, cost: Infinity };
  for (let size = 0; size <= 300; size += prices.bundle) {
    const price =
      prices.tiers.length === 0
        ? prices.price
        : prices.tiers.filter(({ from }) => from <= size).at(-1)?.price;
    if (price === undefined) continue;
    const costs = values.map((demand) => {
      const left = Math.max(0, size - demand);
      const salvaged = Math.min(left, prices.salvageShare * size);
      const missing = Math.max(0, demand - size);
      return price * size + (prices.topUpPrice + prices.disruption) * missing - prices.salvage * salvaged;
    });
    const cost = costs.reduce((sum, one) => sum + one, 0) / costs.length;
    if (cost < best.cost - 1e-9) best = { size, cost };
  }
  return best;
}

describe('the cheapest purchase', () => {
  it('is what trying every bundle finds, with tiers, capped salvage, no demand and cheap top-ups', () => {
    fc.assert(
      fc.property(sale, ({ values, ...drawn }) => {
        const prices = pricesOf(drawn);
        const bought = bestPurchase(empiricalDemand(Float64Array.from(values)), prices);
        const looked = cheapestByLooking(values, prices);
        expect(bought.cost).toBeCloseTo(looked.cost, 9);
        expect(bought.size).toBe(looked.size);
        expect(bought.price).toBe(priceAt(bought.size, prices));
      }),
      { numRuns: 500 },
    );
  });

  const demand = empiricalDemand(Float64Array.of(100, 200, 300, 400));

  it('is nothing where a token bought late costs no more, and the first tier where one must buy', () => {
    const prices = { ...plain, price: 3, topUpPrice: 3 };
    expect(bestPurchase(demand, prices)).toMatchObject({ size: 0, cost: 750 });
    const tiers = [{ from: 120, price: 3 }];
    expect(bestPurchase(demand, { ...prices, tiers, bundle: 50 }).size).toBe(150);
    expect(expectedCost(demand, 100, { ...prices, tiers })).toBeNull();
  });

  it('is nothing for a year without demand', () => {
    expect(bestPurchase(empiricalDemand(new Float64Array(5)), newsvendor(3, 57))).toMatchObject({
      size: 0,
      cost: 0,
    });
  });

  it('buys the smaller of two sizes that cost the same', () => {
    expect(bestPurchase(demand, newsvendor(1, 1)).size).toBe(200);
  });

  it('is found in a tier between two others that hold no bundle', () => {
    const tiers = [
      { from: 1, price: 3 },
      { from: 250, price: 2.9 },
      { from: 260, price: 2.8 },
    ];
    expect(bestPurchase(demand, { ...newsvendor(3, 1), tiers, bundle: 200 })).toMatchObject({
      size: 200,
      price: 3,
    });
  });
});

describe('prices no pool can be chosen with', () => {
  const demand = empiricalDemand(Float64Array.of(1, 2));
  it.each<[string, Partial<PoolPrices>, RegExp]>([
    ['a negative token price', { price: -1 }, /^The token price is -1: it must be 0 or more\.$/],
    ['a top-up price that is no number', { topUpPrice: NaN }, /^The top-up price is NaN/],
    ['a negative disruption cost', { disruption: -2 }, /^The disruption cost is -2/],
    [
      'half a token a bundle',
      { bundle: 0.5 },
      /^The bundle is 0\.5: it must be a whole number of tokens, 1 or more/,
    ],
    ['a fractional bundle', { bundle: 100.5 }, /^The bundle is 100\.5/],
    [
      'leftovers worth more than they cost',
      { salvage: 1.2 },
      /above the lowest token price 1: .*Enter at most 1\.$/,
    ],
    [
      'leftovers worth more than the lowest tier',
      {
        salvage: 0.95,
        tiers: [
          { from: 0, price: 1 },
          { from: 9, price: 0.9 },
        ],
      },
      /above the lowest token price 0\.9/,
    ],
    [
      'a salvage share above all',
      { salvageShare: 1.5 },
      /^The salvage share is 1\.5: it must be between 0 and 1/,
    ],
    [
      'a negative tier price',
      { tiers: [{ from: 5000, price: -3 }] },
      /^The price of the tier from 5,000 tokens is -3/,
    ],
    [
      'tiers that start at one quantity',
      {
        tiers: [
          { from: 5, price: 3 },
          { from: 5, price: 2 },
        ],
      },
      /from quantities must rise/,
    ],
  ])('names %s', (_, part, sentence) => {
    const buy = (): unknown => bestPurchase(demand, { ...plain, ...part });
    expect(buy).toThrow(FlexError);
    expect(buy).toThrow(sentence);
  });
});
