import fc from 'fast-check';
import { guideBuffer, missizeCost, peakRatio } from '../../../src/engine/pool';

/** Three peak months and nine even ones, so that the year sums to 1,200. */
const year = (ratio: number): number[] => {
  const peak = 100 * ratio;
  return [...Array<number>(9).fill((1200 - 3 * peak) / 9), peak, peak, peak];
};

test.each([
  [1.6, 0.15],
  [1.8, 0.2],
  [2, 0.25],
])('a peak ratio of %d gives the buffer the guide names', (ratio, buffer) => {
  expect(peakRatio(year(ratio))).toBeCloseTo(ratio, 12);
  expect(guideBuffer(peakRatio(year(ratio)), 0.15, 0.25)).toBeCloseTo(buffer, 12);
});

test('an even year still gets the least buffer, and an extreme one no more than the largest', () => {
  expect(peakRatio(Array<number>(12).fill(7))).toBe(1);
  expect(guideBuffer(1, 0.15, 0.25)).toBe(0.15);
  expect(guideBuffer(4, 0.15, 0.25)).toBe(0.25);
  expect(guideBuffer(4, 0, 1)).toBeCloseTo(0.75, 12);
});

test('the three highest months count wherever they stand, and the input keeps its order', () => {
  const months = Float64Array.from([9, 0, 1, 30, 2, 0, 0, 12, 3, 1, 0, 2]);
  expect(peakRatio(months)).toBeCloseTo((30 + 12 + 9) / 3 / (60 / 12), 12);
  expect(months[3]).toBe(30);
});

test('a year without tokens has no ratio, and the sentence says so', () => {
  expect(() => peakRatio(new Float64Array(12))).toThrow(
    expect.objectContaining({
      kind: 'number',
      message: expect.stringContaining('no tokens') as unknown,
    }) as Error,
  );
});

test('the ratio lies between 1 and 4 and does not depend on the unit', () => {
  const months = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(
      months.filter((all) => all.some((tokens) => tokens > 0)),
      (all) => {
        const ratio = peakRatio(all);
        expect(ratio).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(ratio).toBeLessThanOrEqual(4 + 1e-12);
        expect(peakRatio(all.map((tokens) => tokens * 3))).toBeCloseTo(ratio, 9);
      },
    ),
  );
});

test('10 % of a pool of 50,000 is $15,000 at $3.00 and $1,500 at $0.30', () => {
  expect(missizeCost(50_000, 0.1, 3)).toBe(15_000);
  expect(missizeCost(50_000, 0.1, 0.3)).toBeCloseTo(1500, 9);
});
