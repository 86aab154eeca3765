import fc from 'fast-check';
import {
  editDistance,
  formatMoney,
  formatNumber,
  formatShare,
  quantile,
  quartileLimits,
  quartileOf,
} from '../../../src/engine/numeric';

describe('quantiles', () => {
  const values = Object.freeze([40, 1, 3, 15, 5, 9, 12]);

  it.each([
    [0.25, 4],
    [0.5, 9],
    [0.75, 13.5],
    [0.9, 25],
    [0, 1],
    [1, 40],
  ])('the %d quantile equals PERCENTILE.INC', (p, expected) => {
    expect(quantile(values, p)).toBeCloseTo(expected, 12);
  });

  it('has no quantile without values', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quartileLimits([])).toBeNull();
  });

  it('puts a tie into the lower quartile', () => {
    const limits = quartileLimits(values);
    expect(limits).toEqual([4, 9, 13.5]);
    expect([4, 4.1, 9, 13.5, 13.6].map((value) => quartileOf(value, limits ?? [0, 0, 0]))).toEqual([
      1, 2, 2, 3, 4,
    ]);
  });
});

describe('figures in sentences', () => {
  it.each([
    [1940, '1,940'],
    [6766.6667, '6,766.67'],
    [1234567.5, '1,234,567.5'],
    [-0.001, '0'],
    [-1500, '-1,500'],
    [999.999, '1,000'],
    [0.1, '0.1'],
  ])('%d reads %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [3375, 'USD', '$3,375'],
    [0.3, 'USD', '$0.30'],
    [99.999, 'EUR', '€100'],
    [-660, 'GBP', '-£660'],
    [12.5, 'CHF', 'CHF 12.50'],
    [-0.001, 'USD', '$0.00'],
  ])('%d %s reads %s', (value, currency, text) => {
    expect(formatMoney(value, currency)).toBe(text);
  });

  it('shows a share with one decimal', () => {
    expect(formatShare(660 / 3375)).toBe('19.6 %');
    expect(formatShare(6600 / 3375)).toBe('195.6 %');
    expect(formatShare(0.25)).toBe('25 %');
  });
});

describe('near names', () => {
  it.each([
    ['revit', 'revit', 0],
    ['revit', 'revits', 1],
    ['kitten', 'sitting', 3],
    ['', 'maya', 4],
  ])('%s and %s are %i letters apart', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
  });

  it('is a distance: the same both ways, and never longer than a detour', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });
});

test('a sentence shows the cents that the cell beside it shows: half a cent rounds up as in Excel', () => {
  expect(formatMoney(34.75 * 0.3, 'USD')).toBe('$10.43');
  expect(formatMoney(1.005, 'USD')).toBe('$1.01');
  expect(formatMoney(-2182.505, 'USD')).toBe('-$2,182.51');
  expect(formatNumber(562.4999999999999)).toBe('562.5');
});
