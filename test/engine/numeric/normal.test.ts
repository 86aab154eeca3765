import fc from 'fast-check';
import { normalQuantile } from '../../../src/engine/numeric/normal';
import { normalCumulative, normalDensity, normalLoss, normalUpperTail } from './normal-tail';

/** Relative, so that a tail of 1e-89 is held to its digits too. */
function expectDigits(actual: number, expected: number, digits: number): void {
  const error = expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
  expect(error).toBeLessThan(10 ** -digits);
}

describe('the normal distribution', () => {
  // References: mpmath at 40 digits.
  it.each([
    [-2.5, 0.9937903346742238],
    [0, 0.5],
    [0.3, 0.3820885778110474],
    [1.4, 0.08075665923377105],
    [1.5, 0.06680720126885807],
    [3, 0.0013498980316300946],
    [6, 9.86587645037698e-10],
    [20, 2.7536241186062337e-89],
  ])('exceeds %d with its true probability, far out too', (z, tail) => {
    expectDigits(normalUpperTail(z), tail, 13);
    expectDigits(normalCumulative(-z), tail, 13);
  });

  it.each([
    [-1.4, 1.4366681427084653],
    [0.3, 0.26676124211720986],
    [1.5, 0.02930679376260463],
    [3.1, 0.0002672490952230141],
    [6, 1.5635697959709664e-10],
    [9, 1.2247791808434897e-20],
  ])('has its true loss at %d', (z, loss) => {
    expectDigits(normalLoss(z), loss, 12);
  });

  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798407],
    [1e-5, -4.264890793922825],
    [0.05, -1.6448536269514726],
    [0.3, -0.5244005127080408],
    [0.5, 0],
    [0.9, 1.2815515655446006],
  ])('has its true quantile at %d', (p, z) => {
    expectDigits(normalQuantile(p), z, 15);
  });

  it('comes back from a probability to the same place', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (z) => {
        expect(normalQuantile(normalCumulative(z))).toBeCloseTo(z, 9);
      }),
    );
  });

  it('has a density that is the slope of its probability', () => {
    const step = 1e-5;
    for (const z of [-3, -0.7, 0, 1.2, 1.5, 2.8]) {
      const slope = (normalCumulative(z + step) - normalCumulative(z - step)) / (2 * step);
      expect(slope).toBeCloseTo(normalDensity(z), 9);
    }
  });

  it('ends at infinity and refuses what is no probability', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(NaN), normalUpperTail(NaN)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    expect([normalUpperTail(Infinity), normalUpperTail(-Infinity)]).toEqual([0, 1]);
  });
});
