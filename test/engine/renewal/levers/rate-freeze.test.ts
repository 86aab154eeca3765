import fc from 'fast-check';
import { freezeValue } from '../../../../src/engine/renewal/levers/rate-freeze';
import { priceLock } from '../../../../src/engine/renewal';

describe('a rate freeze', () => {
  it('of 100,000 at 5 % over two years saves 15,250', () => {
    expect(priceLock(100_000, 0.05, 2)).toBe(15_250);
  });

  it('shows the price lock and the rate-card freeze apart, year by year', () => {
    const value = freezeValue({ spend: 100_000, priceIncrease: 0.05, rateIncrease: 0.1, years: 2 });
    expect(value.priceLock).toBeCloseTo(15_250, 6);
    expect(value.rateCardFreeze).toBeCloseTo(10_000 + 21_000, 6);
    // 1.05 × 1.1 = 1.155 in the first year, squared in the second.
    expect(value.both).toBeCloseTo(15_500 + 33_402.5, 6);
    expect(value.byYear.map(({ year, priceLock: lock }) => [year, Math.round(lock)])).toEqual([
      [1, 5000],
      [2, 10_250],
    ]);
  });

  it('is worth more the longer it lasts and the faster prices rise; both halves together beat their sum', () => {
    const rise = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(rise, rise, fc.integer({ min: 1, max: 10 }), (price, rate, years) => {
        const terms = { spend: 1000, priceIncrease: price, rateIncrease: rate, years };
        const value = freezeValue(terms);
        expect(freezeValue({ ...terms, years: years + 1 }).both).toBeGreaterThan(value.both);
        expect(freezeValue({ ...terms, priceIncrease: price + 0.01 }).priceLock).toBeGreaterThan(
          value.priceLock,
        );
        expect(value.both).toBeGreaterThan(value.priceLock + value.rateCardFreeze);
      }),
    );
  });

  it('refuses a term that is no number of years and an increase of −100 %', () => {
    expect(() => priceLock(1, 0.05, 1.5)).toThrow('number of years is 1.5');
    expect(() => priceLock(1, 0.05, 2027)).toThrow('from 1 to 100');
    expect(() => priceLock(1, -1, 1)).toThrow('above -1');
    expect(() => priceLock(-1, 0.05, 1)).toThrow('spend is -1');
  });
});
