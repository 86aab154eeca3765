import fc from 'fast-check';
import { NO_DEMAND, carryForwardValue, commitmentLine } from '../../../../src/engine/renewal';
import {
  bestLevel,
  stressCommitment,
  type CommitmentTerms,
} from '../../../../src/engine/renewal/levers/commitment';
import { scaledDemand } from '../../../../src/engine/renewal/scaled-demand';
import { empiricalDemand } from '../../../../src/engine/pool';
import { normalDemand } from '../../pool/known-demand';
import { normalCumulative } from '../../numeric/normal-tail';

const normal = normalDemand(50_000, 5000);
const terms = (changes: Partial<CommitmentTerms> = {}): CommitmentTerms => ({
  demand: normal,
  growth: 0,
  listPrice: 3,
  offers: [
    { tokens: 30_000, discount: 0.08 },
    { tokens: 45_000, discount: 0.15 },
    { tokens: 55_000, discount: 0.22 },
  ],
  growthErrors: [-0.1, 0.1],
  currency: 'USD',
  ...changes,
});

describe('a commitment', () => {
  it('at 8 to 22 % and a demand that varies by 10 % is best at 86 to 92 % of the expected demand', () => {
    expect(bestLevel(normal, 0.08) / 50_000).toBeCloseTo(0.8595, 4);
    expect(bestLevel(normal, 0.22) / 50_000).toBeCloseTo(0.9228, 4);
  });

  it('is best where the chance of falling short is the discount', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.9, noNaN: true }), (discount) => {
        const level = bestLevel(normal, discount);
        expect(normalCumulative((level - 50_000) / 5000)).toBeCloseTo(discount, 9);
        const cost = (tokens: number): number => commitmentLine(normal, { tokens, discount }, 3).expectedCost;
        expect(cost(level)).toBeLessThanOrEqual(cost(level * 1.01) + 1e-6);
        expect(cost(level)).toBeLessThanOrEqual(cost(level * 0.99) + 1e-6);
      }),
    );
  });

  it('has the figures one works out by hand', () => {
    // 80, 100 or 120 tokens at $2; 100 committed at 10 %.
    const line = commitmentLine(
      empiricalDemand(Float64Array.of(120, 80, 100)),
      { tokens: 100, discount: 0.1 },
      2,
      0,
      1 / 3,
    );
    expect(line.chanceShort).toBeCloseTo(1 / 3, 12);
    expect(line.unusedTokens).toBeCloseTo(20 / 3, 9);
    expect(line.costShort).toBeCloseTo(12, 9);
    expect(line.expectedCost).toBeCloseTo(180 + (2 * 20) / 3, 9);
    expect(line.saving).toBeCloseTo(20 - (2 * 20) / 3, 9);
    // In the worst third 80 tokens would have cost 160, and 180 are paid.
    expect(line.worstSaving).toBeCloseTo(-20, 9);
    const two = commitmentLine(
      empiricalDemand(Float64Array.of(120, 80, 100)),
      { tokens: 100, discount: 0.1 },
      2,
      0,
      2 / 3,
    );
    // The two worst, 80 and 100 tokens, would have cost 180 on average.
    expect(two.worstSaving).toBeCloseTo(0, 9);
  });

  it('met exactly by the demand does not fall short', () => {
    const even = empiricalDemand(Float64Array.of(100, 100));
    expect(commitmentLine(even, { tokens: 100, discount: 0.1 }, 1).chanceShort).toBe(0);
    expect(commitmentLine(even, { tokens: 100.001, discount: 0.1 }, 1).chanceShort).toBe(1);
    expect(commitmentLine(NO_DEMAND, { tokens: 0, discount: 0.1 }, 1).chanceShort).toBe(0);
    expect(commitmentLine(NO_DEMAND, { tokens: 10, discount: 0.1 }, 1).costShort).toBeCloseTo(9, 12);
  });

  it('falls short more often the higher it is, and the worst outcomes are never better than the mean', () => {
    const demand = empiricalDemand(Float64Array.from({ length: 500 }, (_, i) => 100 + ((i * 37) % 500)));
    fc.assert(
      fc.property(fc.nat(800), fc.nat(200), (level, more) => {
        const low = commitmentLine(demand, { tokens: level, discount: 0.1 }, 3);
        const high = commitmentLine(demand, { tokens: level + more, discount: 0.1 }, 3);
        expect(high.chanceShort).toBeGreaterThanOrEqual(low.chanceShort);
        expect(high.costShort).toBeGreaterThanOrEqual(low.costShort - 1e-9);
        expect(low.worstSaving).toBeLessThanOrEqual(low.saving + 1e-9);
      }),
    );
  });
});

describe('the commitment stress test', () => {
  it('shows every offer under every growth error, growth as expected among them', () => {
    const { lines } = stressCommitment(terms());
    expect(lines.map(({ level, growthError }) => [level, growthError])).toEqual(
      [30_000, 45_000, 55_000].flatMap((level) => [-0.1, 0, 0.1].map((error) => [level, error])),
    );
    const short = lines.filter(({ level }) => level === 45_000).map(({ chanceShort }) => chanceShort);
    // Demand 45,000 ± 4,500, 50,000 ± 5,000, 55,000 ± 5,500.
    expect(short[0]).toBeCloseTo(0.5, 9);
    expect(short[1]).toBeCloseTo(normalCumulative(-1), 9);
    expect(short[2]).toBeCloseTo(normalCumulative(-10_000 / 5500), 9);
  });

  it('recommends the level that saves most, among all levels and not the offered ones alone', () => {
    const { recommended } = stressCommitment(terms());
    const brute = { saving: 0, level: 0 };
    for (let level = 30_000; level < 80_000; level += 10) {
      const discount = level >= 55_000 ? 0.22 : level >= 45_000 ? 0.15 : 0.08;
      const { saving } = commitmentLine(normal, { tokens: level, discount }, 3);
      if (saving > brute.saving) Object.assign(brute, { saving, level });
    }
    expect(Math.abs(recommended.level - brute.level)).toBeLessThanOrEqual(10);
    expect(recommended.saving).toBeGreaterThanOrEqual(brute.saving);
  });

  it('never promises a discount beyond the level at which the next offer replaces it', () => {
    const offers = [
      { tokens: 30_000, discount: 0.2 },
      { tokens: 40_000, discount: 0.05 },
    ];
    const { recommended } = stressCommitment(terms({ offers }));
    expect(recommended).toMatchObject({ level: 39_999, discount: 0.2 });
  });

  it('is more careful when growth may disappoint', () => {
    const { recommended, cautious } = stressCommitment(terms({ growthErrors: [-0.15] }));
    // Of 50,000 ± 5,000 the third offer is cheapest; of 42,500 ± 4,250 its 55,000 would cost 129,000, the second offer 117,000.
    expect(recommended).toMatchObject({ level: 55_000, discount: 0.22 });
    expect(cautious).toMatchObject({ level: 45_000, discount: 0.15, growthError: -0.15 });
  });

  it("says what the vendor's last year plus growth costs more, at the discount it reaches", () => {
    const stress = stressCommitment(terms({ vendor: { lastYear: 50_000, growth: 0.15 } }));
    expect(stress.vendor?.level).toBeCloseTo(57_500, 9);
    expect(stress.vendor?.discount).toBe(0.22);
    expect(stress.vendorCosts).toBeCloseTo(stress.recommended.saving - stress.vendor!.saving, 9);
    // 2,500 tokens more than the 55,000 of the same discount, less what they spare at list price: the normal loss at z = 1 and 1.5.
    const spared = 3 * 5000 * (0.0833154705876862 - 0.0293067937626046);
    expect(stress.vendorCosts).toBeCloseTo(2500 * 3 * 0.78 - spared, 6);
    expect(stress.text).toContain("The vendor's 57,500 tokens");
    expect(stressCommitment(terms({ vendor: { lastYear: 10_000, growth: 0 } })).vendor?.discount).toBe(0);
  });

  it('commits nothing when every offer loses money', () => {
    const stress = stressCommitment(terms({ offers: [{ tokens: 90_000, discount: 0.1 }] }));
    expect(stress.recommended.level).toBe(0);
    expect(stress.recommended.saving).toBeCloseTo(0, 6);
    expect(stress.text).toContain('Commit nothing');
  });

  it('refuses a discount of 8 instead of 8 %', () => {
    expect(() => stressCommitment(terms({ offers: [{ tokens: 1, discount: 8 }] }))).toThrow(
      'commitment offer 1 has the discount 8',
    );
  });
});

describe('demand under another growth', () => {
  it('is the demand with every outcome grown', () => {
    const draws = Float64Array.of(5, 9, 14, 30);
    const [scaled, direct] = [
      scaledDemand(empiricalDemand(draws), 1.2),
      empiricalDemand(draws.map((x) => x * 1.2)),
    ];
    for (const size of [0, 4, 11, 12, 17, 40]) {
      expect(scaled.exceeds(size)).toBe(direct.exceeds(size));
      expect(scaled.shortage(size)).toBeCloseTo(direct.shortage(size), 9);
      expect(scaled.left(size)).toBeCloseTo(direct.left(size), 9);
      expect(scaled.salvaged(size, 0.3)).toBeCloseTo(direct.salvaged(size, 0.3), 9);
    }
    expect(scaled.quantile(0.5)).toBeCloseTo(direct.quantile(0.5), 12);
    expect(scaled.mean).toBeCloseTo(direct.mean, 12);
  });
});

describe('a right to carry tokens forward', () => {
  it('is worth at most 4,500 where 10 % of 50,000 tokens at $3 are granted with a chance of 30 %', () => {
    const value = carryForwardValue(normal, { pool: 50_000, capShare: 0.1, price: 3, chance: 0.3 });
    expect(value.most).toBeCloseTo(15_000, 9);
    expect(value.askMost).toBeCloseTo(4500, 9);
    expect(value.expected).toBeLessThan(value.most);
    expect(value.askExpected).toBeCloseTo(0.3 * value.expected, 9);
  });

  it('has the closed form of a normal demand', () => {
    // E[min((Q − D)+, αQ)] = σ(L(−u) − L(−w)), u = (Q − μ) ÷ σ = 1, w = ((1 − α)Q − μ) ÷ σ = −0.1.
    const value = carryForwardValue(normal, { pool: 55_000, capShare: 0.1, price: 3 });
    const expected = 3 * 5000 * (1.0833154705876862 - 0.3509353312047147);
    expect(value.expected).toBeCloseTo(expected, 6);
    expect(value.chanceUsed).toBeCloseTo(normalCumulative(1), 9);
    expect(value.chanceFull).toBeCloseTo(normalCumulative(-0.1), 9);
  });

  it('comes out of a simulation within three of its standard errors', () => {
    const draws = Float64Array.from({ length: 4000 }, (_, i) =>
      normal.quantile((((i * 1597) % 4000) + 0.5) / 4000),
    );
    const form = { pool: 55_000, capShare: 0.1, price: 3 };
    const value = carryForwardValue(empiricalDemand(draws), { ...form, draws });
    // The worth of a year's leftover, from 0 to the cap, has a deviation; over √4,000 years that is its error.
    const worth = draws.map((used) => 3 * Math.min(5500, Math.max(0, 55_000 - used)));
    const mean = worth.reduce((sum, x) => sum + x, 0) / 4000;
    const squares = worth.reduce((sum, x) => sum + (x - mean) ** 2, 0);
    expect(value.standardError).toBeCloseTo(Math.sqrt(squares / 3999 / 4000), 6);
    expect(Math.abs(value.expected - carryForwardValue(normal, form).expected)).toBeLessThan(
      3 * value.standardError!,
    );
  });

  it('never loses by a larger share, and is capped by the tokens that are left', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 0, max: 90_000 }), (a, b, pool) => {
        const at = (capShare: number) => carryForwardValue(normal, { pool, capShare, price: 2 });
        expect(at(Math.max(a, b)).expected).toBeGreaterThanOrEqual(at(Math.min(a, b)).expected - 1e-6);
        expect(at(a).expected).toBeLessThanOrEqual(Math.min(at(a).most, 2 * normal.left(pool)) + 1e-6);
      }),
    );
    expect(carryForwardValue(NO_DEMAND, { pool: 100, capShare: 0.2, price: 3 }).expected).toBeCloseTo(60, 9);
  });
});
