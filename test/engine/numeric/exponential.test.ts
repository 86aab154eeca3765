import fc from 'fast-check';
import { exponential, logarithm } from '../../../src/engine/numeric/exponential';

describe('exponential and logarithm of our own', () => {
  it('agree with the machine’s to the last digits over the whole range', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => {
        expect(Math.abs(exponential(x) / Math.exp(x) - 1)).toBeLessThan(1e-15);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-308, max: 1e308, noNaN: true }), (x) => {
        expect(Math.abs(logarithm(x) - Math.log(x))).toBeLessThanOrEqual(
          4e-16 * Math.max(Math.abs(Math.log(x)), 1),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('keep their digits near 1, where a logarithm is small', () => {
    for (const step of [1e-12, 1e-6, 0.01, -0.01, -1e-9]) {
      expect(Math.abs(logarithm(1 + step) / Math.log(1 + step) - 1)).toBeLessThan(1e-15);
    }
    expect([exponential(0), logarithm(1)]).toEqual([1, 0]);
  });

  it('go to the ends as they should', () => {
    expect([exponential(-800), exponential(-Infinity), exponential(800)]).toEqual([0, 0, Infinity]);
    expect([logarithm(0), logarithm(Infinity), logarithm(-1), logarithm(NaN), exponential(NaN)]).toEqual([
      -Infinity,
      Infinity,
      NaN,
      NaN,
      NaN,
    ]);
  });
});
