import fc from 'fast-check';
import { scaledDemand } from '../../../../src/engine/renewal/scaled-demand';
import { tierAdvice, type TierTerms } from '../../../../src/engine/renewal/quotes/tier-advice';
import { bestPurchase, type PoolPrices } from '../../../../src/engine/pool';
import { expectedCost } from '../../../../src/engine/pool/purchase';
import { normalDemand } from '../../pool/known-demand';

const prices: PoolPrices = {
  price: 2.7,
  tiers: [
    { from: 20_000, price: 2.7 },
    { from: 50_000, price: 2.55 },
  ],
  bundle: 1,
  topUpPrice: 3,
  disruption: 10,
  salvage: 0,
  salvageShare: 1,
};
const demand = normalDemand(44_000, 5000);
const terms: TierTerms = { need: 44_000, prices, currency: 'USD' };

/** The best tier a hair below and a hair above a mean demand. */
const choicesAround = (mean: number, offered: PoolPrices): number[] =>
  [0.9999, 1.0001].map(
    (hair) => tierAdvice(scaledDemand(demand, (hair * mean) / 44_000), { ...terms, prices: offered }).best,
  );

describe('volume tiers against the independent requirement', () => {
  it('buying up to 50,000 pays at a mean demand of 44,000, though the rule for a known need says no', () => {
    const advice = tierAdvice(demand, terms);
    expect(advice.best).toBe(1);
    expect(advice.tiers[1]).toMatchObject({ size: 50_000, verdict: 'buy up', extraCost: 0 });
    expect(advice.tiers[1]?.expectedCost).toBeCloseTo(131_146.66, 2);
    expect(advice.tiers[0]?.verdict).toBe('dearer');
    expect(advice.knownBest).toBe(0);
    expect(advice.tiers[1]?.knownFrom).toBeCloseTo((50_000 * 2.55) / 2.7, 9);
    expect(choicesAround(advice.tiers[1]!.uncertainFrom!, prices)).toEqual([0, 1]);
  });

  it('a known need is bought up from where the next tier costs the same', () => {
    expect(tierAdvice(demand, { ...terms, need: 47_000 }).knownBest).toBe(0);
    expect(tierAdvice(demand, { ...terms, need: 47_300 }).knownBest).toBe(1);
    const [first, second] = tierAdvice(demand, { ...terms, need: 47_000 }).tiers;
    expect([first?.knownSize, second?.knownSize]).toEqual([47_000, 50_000]);
    expect(first?.knownCost).toBeCloseTo(126_900, 6);
    expect(second?.knownCost).toBeCloseTo(127_500, 6);
    expect(tierAdvice(demand, { ...terms, need: 60_000 }).tiers[0]?.knownSize).toBeNull();
  });

  it('a far tier is a trap, with what it costs more and what it leaves to expire', () => {
    const far = { ...prices, tiers: [...prices.tiers, { from: 80_000, price: 2.5 }] };
    const advice = tierAdvice(demand, { ...terms, prices: far });
    const trap = advice.tiers[2]!;
    expect(trap.verdict).toBe('trap');
    expect(trap.extraCost).toBeCloseTo(200_000 + 13 * demand.shortage(80_000) - 131_146.66, 1);
    expect(trap.expectedLeft).toBeCloseTo(36_000, 0);
    expect(trap.text).toContain('a trap');
    expect(choicesAround(trap.uncertainFrom!, far)).toEqual([1, 2]);
  });

  it('the demand from which a tier pays is where it starts to be chosen', () => {
    const from = tierAdvice(demand, terms).tiers[1]!.uncertainFrom!;
    const chosen = (mean: number): number =>
      bestPurchase(normalDemand(mean, (mean * 5000) / 44_000), prices).size;
    expect(chosen(from * 1.001)).toBeGreaterThanOrEqual(50_000);
    expect(chosen(from * 0.999)).toBeLessThan(50_000);
  });

  it('the best tier is the purchase that pool sizing makes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 15_000, max: 90_000 }),
        fc.integer({ min: 500, max: 9000 }),
        fc.constantFrom(1, 100, 500),
        (mean, sd, bundle) => {
          const bundled = { ...prices, bundle };
          const uncertain = normalDemand(mean, sd);
          const advice = tierAdvice(uncertain, { ...terms, prices: bundled });
          const best = advice.tiers[advice.best]!;
          const bought = bestPurchase(uncertain, bundled);
          expect(best.size).toBe(bought.size);
          expect(best.expectedCost).toBeCloseTo(bought.cost, 4);
          for (const line of advice.tiers) {
            expect(line.expectedCost).toBeCloseTo(expectedCost(uncertain, line.size, bundled) ?? NaN, 4);
            expect(line.extraCost).toBeGreaterThanOrEqual(0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says what to do when the tier table is empty', () => {
    expect(() => tierAdvice(demand, { ...terms, prices: { ...prices, tiers: [] } })).toThrow(
      'fill in the tier table',
    );
  });
});
