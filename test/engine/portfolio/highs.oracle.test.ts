/** HiGHS solves the same program from scratch: the mix must cost what it finds, and the bound must not exceed it. */
import createHighs, { type Highs } from 'highs';
import { runThrough } from '../../../src/engine/pool';
import { planSteps, type PortfolioInput } from '../../../src/engine/portfolio';
import { instance } from './instances';
import { milpOf } from './milp';

let highs: Highs;
beforeAll(async () => {
  highs = await createHighs();
});

function optimumOf(input: PortfolioInput): number {
  const solution = highs.solve(milpOf(input), {
    output_flag: false,
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    mip_feasibility_tolerance: 1e-9,
    primal_feasibility_tolerance: 1e-9,
  });
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`);
  return solution.ObjectiveValue;
}

const oursOf = (input: PortfolioInput) => runThrough(planSteps(input)).optimum;

test('at a fixed price no cheaper mix exists, in 520 random portfolios', () => {
  for (let seed = 1; seed <= 520; seed += 1) {
    const input = instance({ people: 1 + (seed % 9), seed });
    const { mix, lowerBound, method } = oursOf(input);
    expect(method).toBe('exact at a fixed price');
    expect(lowerBound).toBe(mix.cost);
    expect(Math.abs(mix.cost - optimumOf(input))).toBeLessThan(1e-4);
  }
});

test.each([
  ['tiers', { tiers: true }],
  ['bundles', { bundle: 100 }],
  ['tiers and bundles', { tiers: true, bundle: 100 }],
  ['tiers, bundles and a commitment', { tiers: true, bundle: 500, committed: 3000 }],
])('with %s the mix is within one bundle of the best, and the bound below it', (_, options) => {
  let exact = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const input = instance({ people: 2 + (seed % 11), seed: 10_000 + seed, ...options });
    const { mix, lowerBound, method } = oursOf(input);
    const best = optimumOf(input);
    expect(lowerBound).toBeLessThanOrEqual(best + 1e-4);
    expect(mix.cost).toBeGreaterThan(best - 1e-3);
    expect(mix.cost - best).toBeLessThanOrEqual(3 * Math.max(input.prices.bundle, 1));
    if (method === 'exact by search') {
      exact += 1;
      expect(mix.cost - best).toBeLessThan(1e-3);
    }
  }
  expect(exact).toBeGreaterThan(50);
});

test.each([60, 90, 140])(
  'at %d people with tiers and bundles the mix is within 0.15 %% of the best',
  (people) => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const input = instance({ people, seed: 20_000 + seed, tiers: true, bundle: seed % 2 === 0 ? 100 : 0 });
      const { mix, lowerBound } = oursOf(input);
      const best = optimumOf(input);
      expect(lowerBound).toBeLessThanOrEqual(best + 1e-3);
      expect(mix.cost).toBeLessThanOrEqual(best * 1.0015);
      expect(mix.cost - lowerBound).toBeLessThanOrEqual(mix.cost * 0.0015);
    }
  },
);
