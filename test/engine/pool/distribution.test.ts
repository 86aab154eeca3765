import fc from 'fast-check';
import { empiricalDemand } from '../../../src/engine/pool';
import { normalDemand, poissonDemand } from './known-demand';

const demands = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 });

describe('simulated demand', () => {
  it('answers what counting the draws answers', () => {
    fc.assert(
      fc.property(
        demands,
        fc.integer({ min: 0, max: 600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, size, share) => {
          const demand = empiricalDemand(Float64Array.from(values));
          const mean = (of: (value: number) => number): number =>
            values.reduce((sum, value) => sum + of(value), 0) / values.length;
          expect(demand.mean).toBeCloseTo(
            mean((value) => value),
            9,
          );
          expect(demand.exceeds(size)).toBe(values.filter((value) => value > size).length / values.length);
          expect(demand.shortage(size)).toBeCloseTo(
            mean((value) => Math.max(0, value - size)),
            9,
          );
          expect(demand.left(size)).toBeCloseTo(
            mean((value) => Math.max(0, size - value)),
            9,
          );
          expect(demand.salvaged(size, share)).toBeCloseTo(
            mean((value) => Math.min(Math.max(0, size - value), share * size)),
            9,
          );
        },
      ),
    );
  });

  it('has the ⌈pN⌉-th smallest draw as its quantile, untouched by floating-point noise', () => {
    const hundred = empiricalDemand(Float64Array.from({ length: 10_000 }, (_, i) => 10_000 - i));
    // (1 − 0.07) × 10,000 is 9,300.000000000001 in floating point.
    expect(hundred.quantile(1 - 0.07)).toBe(9300);
    expect(hundred.quantile(0.95)).toBe(9500);
    expect(hundred.quantile(0.95001)).toBe(9501);
    expect([hundred.quantile(0), hundred.quantile(1)]).toEqual([1, 10_000]);
  });

  it('leaves the draws it was given in their order', () => {
    const values = Float64Array.of(3, 1, 2);
    empiricalDemand(values);
    expect([...values]).toEqual([3, 1, 2]);
  });

  it('holds one draw alone: no deviation, no risk at its size', () => {
    const one = empiricalDemand(Float64Array.of(7));
    expect([one.sd, one.exceeds(7), one.exceeds(6.9), one.quantile(0.5)]).toEqual([0, 0, 1, 7]);
  });
});

describe.each([
  ['simulated', empiricalDemand(Float64Array.from({ length: 200 }, (_, i) => 40 + ((i * 77) % 200) / 10))],
  ['normal', normalDemand(50, 8)],
  ['Poisson', poissonDemand(50)],
])('%s demand', (_, demand) => {
  const sizes = [20, 40, 47.5, 50, 56, 70, 90];

  it('balances: size = demand + left − missing, in expectation', () => {
    for (const size of sizes)
      expect(demand.mean + demand.left(size) - demand.shortage(size)).toBeCloseTo(size, 9);
  });

  it('is exceeded less the larger the size, and not more than 1 − p at its p-quantile', () => {
    const risks = sizes.map((size) => demand.exceeds(size));
    expect(risks).toEqual([...risks].sort((a, b) => b - a));
    for (const p of [0.1, 0.5, 0.795, 0.95, 0.99]) {
      expect(demand.exceeds(demand.quantile(p))).toBeLessThanOrEqual(1 - p + 1e-12);
    }
  });

  it('keeps a value for no more than is left and than the share allows', () => {
    for (const size of sizes) {
      expect(demand.salvaged(size, 1)).toBe(demand.left(size));
      expect(demand.salvaged(size, 0)).toBe(0);
      expect(demand.salvaged(size, 0.1)).toBeLessThanOrEqual(Math.min(demand.left(size), 0.1 * size) + 1e-12);
    }
  });
});
