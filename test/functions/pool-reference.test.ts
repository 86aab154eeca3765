import { guideCard } from '../../src/engine/catalog';
import { poolDemand, poolInput, sizePool } from '../../src/engine/pool';
import { readUsage } from '../../src/engine/usage/reader/reader';
import { usageYear } from '../../src/engine/usage';
import { PROJECTS, poolSize, type Cell } from './pool-ranges';

describe('the simulated size against a plain bootstrap of our own', () => {
  /** mulberry32: a generator that has nothing in common with the product's. */
  function mulberry(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }
  const INVERSE_E = Math.exp(-1);
  /** Knuth's product method. */
  const poisson = (random: () => number): number => {
    let k = 0;
    for (let product = random(); product > INVERSE_E; product *= random()) k++;
    return k;
  };
  const gauss = (random: () => number): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

  /** Sorted demands of next year by the formula of the method, written out directly. */
  function demands(sizes: readonly number[], draws: number): Float64Array {
    const random = mulberry(4711);
    const base = sizes.reduce((sum, x) => sum + x, 0);
    const se0 = Math.sqrt(sizes.reduce((sum, x) => sum + x * x, 0));
    const values = Array.from({ length: draws }, () => {
      let difference = 0;
      let squares = 0;
      while (squares === 0) {
        difference = 0;
        for (const x of sizes) {
          const next = poisson(random);
          const history = poisson(random);
          difference += (next - history) * x;
          squares += history * x * x;
        }
      }
      return Math.max(0, base + (difference / Math.sqrt(squares)) * se0) * Math.exp(0.05 * gauss(random));
    });
    return Float64Array.from(values).sort();
  }

  it.each([
    ['60 uneven projects', PROJECTS],
    ['12 projects', PROJECTS.filter((row, i) => i === 0 || Number(String(row[4]).slice(1)) < 12)],
  ])('%s: each size lies where the reference puts its service level', (_, range) => {
    const sizes = new Map<Cell, number>();
    for (const row of range.slice(1))
      sizes.set(row[4] ?? '', (sizes.get(row[4] ?? '') ?? 0) + Number(row[3]));
    const reference = demands([...sizes.values()], 20_000);
    for (const level of [0.5, 0.8, 0.9, 0.95, 0.975]) {
      const size = Number(poolSize(range, level)['Simulated size']);
      const below = reference.filter((value) => value <= size).length / reference.length;
      // Four standard errors of 10,000 draws against 20,000.
      const allowed = 4 * Math.sqrt(level * (1 - level) * (1 / 10_000 + 1 / 20_000));
      expect(Math.abs(below - level)).toBeLessThan(allowed);
    }
  });
});

test('a formula and the pane size one range alike: the same draws, the same rounding, the same figures', () => {
  const reading = readUsage(PROJECTS, { card: guideCard });
  const demand = poolDemand(reading, usageYear(reading, null), { by: 'auto' });
  const { baseline, guideBuffer, choices } = sizePool(
    poolInput(demand, {
      tolerance: 0.05,
      growth: { mean: 0, spread: 0.05 },
      prices: {
        price: 0.3,
        tiers: [],
        bundle: 500,
        topUpPrice: 0.3,
        disruption: 0,
        salvage: 0,
        salvageShare: 1,
      },
      leadDays: 0,
      planned: [],
      lots: false,
    }),
  );
  const sized = choices.find(({ kind }) => kind === 'calibrated');
  expect(poolSize(PROJECTS, 0.95, 500)).toEqual({
    Baseline: baseline,
    Buffer: guideBuffer,
    'Rule size': choices.find(({ kind }) => kind === 'guide')?.exact,
    'Simulated size': sized?.exact,
    'Bundle-rounded size': sized?.size,
    'Stockout risk': sized?.stockoutRisk,
    'Expected shortage': sized?.shortage,
    'Expected waste': sized?.waste,
    Cost: (sized?.size ?? 0) * 0.3,
  });
});
