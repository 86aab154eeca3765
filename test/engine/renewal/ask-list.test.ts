import { GUIDE_LEVERS, carryForwardValue, leverTable, measuredGrowth } from '../../../src/engine/renewal';
import { askList, type AskEvidence } from '../../../src/engine/renewal/ask-list';
import { freezeValue } from '../../../src/engine/renewal/levers/rate-freeze';
import { stressCommitment } from '../../../src/engine/renewal/levers/commitment';
import { tierAdvice } from '../../../src/engine/renewal/quotes/tier-advice';
import { normalDemand } from '../pool/known-demand';

const demand = normalDemand(44_000, 5000);
const freeze = (years: number) =>
  freezeValue({ spend: 132_000, priceIncrease: 0.05, rateIncrease: 0.03, years });
const evidence: AskEvidence = {
  levers: leverTable({ tokenSpend: 132_000, seatSpend: 300_000, ranges: GUIDE_LEVERS, mode: 'compounded' }),
  tiers: tierAdvice(demand, {
    need: 44_000,
    prices: {
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
    },
    currency: 'USD',
  }),
  commitment: stressCommitment({
    demand,
    growth: 0,
    listPrice: 3,
    offers: [{ tokens: 30_000, discount: 0.15 }],
    growthErrors: [-0.1],
    vendor: { lastYear: 44_000, growth: 0.1 },
    currency: 'USD',
  }),
  carryForward: carryForwardValue(demand, { pool: 50_000, capShare: 0.1, price: 2.55, chance: 0.3 }),
  freeze: { low: freeze(1), high: freeze(2) },
  growth: measuredGrowth({ first: 0, tokens: [] }),
  currency: 'USD',
};

describe('the ask list', () => {
  it("stands in the guide's order of priority, the freeze's halves apart", () => {
    expect(askList(evidence).map(({ order, lever, priority }) => [order, lever, priority])).toEqual([
      [1, 'Volume tier', 'High'],
      [2, 'Commitment', 'High (with consumption data)'],
      [3, 'Carry-forward', 'Medium–High'],
      [4, 'Bundle', 'Medium'],
      [5, 'Price lock', 'Medium'],
      [6, 'Rate-card freeze', 'Medium'],
    ]);
  });

  it('has the money of each lever and a dependency on every line', () => {
    const asks = askList(evidence);
    expect(asks.map(({ money }) => [money.low, money.high].map(Math.round))).toEqual([
      [6600, 23_760],
      [10_560, 29_040],
      [6600, 19_800],
      [8640, 34_560],
      [6600, 20_130],
      // 132,000 × 3 %, and × (3 % + 6.09 %).
      [3960, 11_999],
    ]);
    expect(asks.every(({ dependency }) => dependency !== '')).toBe(true);
  });

  it('carries the figures behind each ask, in sentences', () => {
    const [volume, commitment, carry, bundle, lock] = askList(evidence);
    expect(volume?.ask).toContain('$2.55 a token for 50,000 tokens');
    expect(volume?.evidence).toContain('$131,147');
    expect(commitment?.ask).toContain('and no more than that');
    expect(commitment?.evidence).toContain("The vendor's 48,400 tokens");
    expect(commitment?.evidence).toContain('Growth cannot be measured');
    expect(carry?.evidence).toContain('$12,750 at most');
    expect(carry?.evidence).toContain('30 %');
    expect(bundle?.evidence).toContain('$432,000');
    expect(lock?.evidence).toContain('$6,600 over 1 year, $20,130 over 2 years');
  });

  it('says so where something was not computed, and asks nothing it has no figure for', () => {
    const bare = askList({
      ...evidence,
      tiers: null,
      commitment: null,
      carryForward: null,
      freeze: null,
      growth: null,
    });
    expect(bare).toHaveLength(4);
    expect(bare[1]?.evidence).toBe('The commitment was not tested against the demand.');
    expect(bare[2]?.evidence).toContain('not simulated');
  });

  it("asks for the user's own figure where one was typed", () => {
    const ranges = GUIDE_LEVERS.map((range) => (range.lever === 'Bundle' ? { ...range, own: 0.05 } : range));
    const levers = leverTable({ tokenSpend: 100, seatSpend: 0, ranges, mode: 'additive' });
    const bundle = askList({ ...evidence, levers })[3];
    expect(bundle?.ask).toContain('5 % off');
    expect(bundle?.money.mid).toBeCloseTo(5, 9);
  });
});
