import { FlexError } from '../../../src/engine/errors';
import { drawDemand, empiricalDemand, yearDemand } from '../../../src/engine/pool';
import type { DemandDraws } from '../../../src/engine/pool/simulate';
import type { PlannedBurst } from '../../../src/engine/pool';
import { projects } from './sizing';

const NO_GROWTH = { mean: 0, spread: 0 };

function drawn(tokens: readonly number[], draws = 2000, seed = 7): DemandDraws {
  const steps = drawDemand(Float64Array.from(tokens), draws, seed);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const largest = (values: Float64Array): number => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** P(W = k) for k = 0, 1, 2 …, W ~ Poisson(mean). */
function poisson(expected: number, upTo: number): number[] {
  const found = [Math.exp(-expected)];
  for (let k = 1; k <= upTo; k++) found.push((found[k - 1]! * expected) / k);
  return found;
}

describe('the studentised cluster bootstrap', () => {
  it.each([1, 3, 20])('has the exact distribution of T for %d equal clusters', (count) => {
    // Equal clusters: Σw and Σw' are Poisson(count), so T = (Σw − Σw')/√Σw' can be enumerated, given Σw' > 0.
    const draws = 40_000;
    const { t } = drawn(new Array<number>(count).fill(250), draws);
    const weights = poisson(count, 90);
    for (const limit of [-2.1, -0.8, 0.05, 0.9, 1.7, 2.6]) {
      let exact = 0;
      weights.forEach((history, b) => {
        if (b === 0) return;
        weights.forEach((next, a) => {
          if ((a - b) / Math.sqrt(b) > limit) exact += history * next;
        });
      });
      exact /= 1 - weights[0]!;
      const seen = t.filter((value) => value > limit).length / draws;
      expect(Math.abs(seen - exact)).toBeLessThan(4 * Math.sqrt((exact * (1 - exact)) / draws) + 1e-9);
    }
  });

  it('keeps the refunds that outweigh a cluster, and leaves out clusters without tokens', () => {
    const withRefund = drawn([500, 300, -200, 0]);
    expect(withRefund.base).toBe(600);
    expect(withRefund.se0).toBeCloseTo(Math.sqrt(500 ** 2 + 300 ** 2 + 200 ** 2), 9);
    expect(withRefund.t).toEqual(drawn([500, 300, -200]).t);
  });

  it('gives the same draws whatever the order of the clusters', () => {
    const tokens = projects(30);
    expect(drawn([...tokens].reverse())).toEqual(drawn(tokens));
  });

  it('draws again when no cluster of the history was drawn, so that every draw is a number', () => {
    expect(drawn([40]).t.every(Number.isFinite)).toBe(true);
    expect(drawn([1e-200, 2e-200]).t.every(Number.isFinite)).toBe(true);
  });

  it('says that a year without tokens has no demand', () => {
    expect(() => drawn([0, 0])).toThrow(FlexError);
    expect(() => drawn([])).toThrow(/^The year has no tokens, .*Check the period and the Tokens column/);
  });

  it('reports progress often, whatever the number of clusters', () => {
    const steps = [...drawDemand(Float64Array.from(projects(2500)), 2000, 1)];
    expect(steps).toEqual([800, 1600, 2000]);
  });

  it('has the first draws of a longer run in a shorter one', () => {
    expect(drawn(projects(9), 50).t).toEqual(drawn(projects(9), 500).t.slice(0, 50));
  });
});

describe('the demand of the pool’s year', () => {
  const draws = drawn(projects(40), 8000);

  it('lies around the history without growth, never below 0', () => {
    const year = yearDemand(draws, NO_GROWTH, [], 7);
    expect(Math.abs(empiricalDemand(year).quantile(0.5) / draws.base - 1)).toBeLessThan(0.02);
    expect(Math.min(...yearDemand(drawn([10, -9, 8]), NO_GROWTH, [], 7))).toBe(0);
  });

  it('grows draw by draw by a lognormal factor whose median is 1 + mean', () => {
    const year = yearDemand(draws, NO_GROWTH, [], 7);
    const grown = yearDemand(draws, { mean: 0.2, spread: 0 }, [], 7);
    expect(largest(grown.map((value, i) => value - year[i]! * 1.2))).toBeLessThan(1e-6);
    const factors = yearDemand(draws, { mean: 0.2, spread: 0.1 }, [], 7).map((value, i) => value / year[i]!);
    const logs = factors.filter(Number.isFinite).map(Math.log);
    expect(mean(logs)).toBeCloseTo(Math.log(1.2), 2);
    expect(empiricalDemand(logs).sd).toBeCloseTo(0.1, 2);
  });

  const burst = (part: Partial<PlannedBurst>): PlannedBurst => ({
    name: 'Bridge',
    probability: 1,
    mean: 1000,
    sd: 0,
    monthShares: new Array<number>(12).fill(1 / 12),
    ...part,
  });
  const added = (planned: readonly PlannedBurst[]): Float64Array => {
    const year = yearDemand(draws, { mean: 0.5, spread: 0.1 }, [], 7);
    return yearDemand(draws, { mean: 0.5, spread: 0.1 }, planned, 7).map((value, i) => value - year[i]!);
  };

  it('takes planned work as given: it happens with its probability and does not grow', () => {
    expect(mean(added([burst({})]))).toBeCloseTo(1000, 6);
    const half = added([burst({ probability: 0.5 })]);
    expect(new Set(half.map((x) => Math.round(x)))).toEqual(new Set([0, 1000]));
    expect(Math.abs(mean(half) - 500)).toBeLessThan(22);
    const spread = empiricalDemand(added([burst({ sd: 200 })]));
    expect([spread.mean / 1000, spread.sd / 200]).toEqual([expect.closeTo(1, 1), expect.closeTo(1, 1)]);
    expect(Math.min(...added([burst({ sd: 5000 })]))).toBeCloseTo(0, 6);
  });

  it('does not redraw a project because another one is added or its chance changes', () => {
    const first = burst({ probability: 0.4, sd: 100 });
    const second = added([first, burst({ probability: 0.5, sd: 50 })]);
    const other = added([burst({ probability: 0 }), burst({ probability: 0.5, sd: 50 })]);
    const alone = added([first]);
    expect(largest(other.map((value, i) => alone[i]! + value - second[i]!))).toBeLessThan(1e-6);
  });
});
