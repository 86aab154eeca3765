import fc from 'fast-check';
import { topUsers } from '../../../src/engine/attribution';
import { guideCard, priceTerms, type PriceTerms } from '../../../src/engine/catalog';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { usageYear, type RawCell } from '../../../src/engine/usage';

/** 24 November 2026. */
const DAY = 46350;
const HEADER = ['User', 'Product', 'Date', 'Hours'];
const LIST = priceTerms(guideCard);

function top(rows: readonly RawCell[][], n = 10, terms: PriceTerms = LIST) {
  const reading = readUsage([HEADER, ...rows], { card: guideCard });
  return topUsers(reading, usageYear(reading, null), terms, n);
}

describe('top users', () => {
  it('add up the saving of every product above its break-even, and of no other', () => {
    // Revit: 2,000 h = $3,000 against $2,910; Maya: 500 h = $2,250 against $1,785; Civil 3D: 100 h stays on Flex.
    const [ann] = top([
      ['ann', 'Revit', DAY, 2000],
      ['ann', 'Maya', DAY - 40, 500],
      ['ann', 'Civil 3D', DAY, 100],
    ]);
    expect(ann).toMatchObject({ user: 'ann', tokens: 18000, moveToSeat: true });
    expect(ann?.cost).toBeCloseTo(5400, 9);
    expect(ann?.saving).toBeCloseTo(90 + 465, 9);
  });

  it('are not told to move for use before the year', () => {
    const [ann] = top([
      ['ann', 'Revit', DAY - 500, 2000],
      ['ann', 'Revit', DAY, 10],
    ]);
    expect(ann).toMatchObject({ tokens: 10050, moveToSeat: false, saving: null });
  });

  it('stay on Flex at break-even exactly', () => {
    expect(top([['ann', 'Revit', DAY, 1940]])[0]?.moveToSeat).toBe(false);
    expect(top([['ann', 'Revit', DAY, 1940.5]])[0]?.moveToSeat).toBe(true);
  });

  it('are judged at the discounts given', () => {
    const rows = [['ann', 'Revit', DAY, 1500]];
    expect(top(rows)[0]?.moveToSeat).toBe(false);
    const [ann] = top(rows, 10, priceTerms(guideCard, { seatDiscount: 0.25 }));
    expect(ann?.moveToSeat).toBe(true);
    expect(ann?.saving).toBeCloseTo(2250 - 2182.5, 9);
  });

  it('cannot be named where the data have no user column', () => {
    const reading = readUsage(
      [
        ['Product', 'Date', 'Hours'],
        ['Revit', DAY, 5],
      ],
      { card: guideCard },
    );
    expect(() => topUsers(reading, usageYear(reading, null), LIST, 3)).toThrow(/no user column/);
  });

  it('hold every token of the range between them, in falling order', () => {
    const row = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.constantFrom('Revit', 'Maya', 'Autodesk Docs'),
      fc.integer({ min: DAY - 700, max: DAY }),
      fc.integer({ min: 0, max: 3000 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const users = top(rows.map((cells) => [...cells]));
        const rate: Readonly<Record<string, number>> = { Revit: 5, Maya: 15 };
        const total = rows.reduce((sum, [, product, , hours]) => sum + (rate[product] ?? 0) * hours, 0);
        expect(users.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(total);
        users
          .slice(1)
          .forEach((user, index) => expect(user.tokens).toBeLessThanOrEqual(users[index]?.tokens ?? 0));
      }),
      { numRuns: 60 },
    );
  });
});
