import fc from 'fast-check';
import { guideCard } from '../../../src/engine/catalog';
import { SEGMENTS } from '../../../src/engine/segments/types';
import { segmentUsers, summarizeSegments } from '../../../src/engine/segments';
import type { RawCell } from '../../../src/engine/usage/types';
import { MONTHS, options, read } from './people';

const PRODUCTS = ['AutoCAD', 'Revit', 'Civil 3D', 'Inventor Pro', 'Maya', 'Autodesk Docs', 'InfraWorks'];
/** Hours in whole quarters: sums are exact, so that order cannot show in the last bits. */
const row = fc.tuple(
  fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'),
  fc.constantFrom(...PRODUCTS),
  fc.constantFrom(...MONTHS, '2025-02-15', '2024-12-01'),
  fc.integer({ min: 0, max: 1600 }).map((quarters) => quarters / 4),
  fc.constantFrom('', 'employee', 'contractor'),
);
const rows = fc.array(row, { minLength: 1, maxLength: 60 });

function segmentAll(data: readonly (readonly RawCell[])[]) {
  return segmentUsers(read(data), options()).rows;
}

test('everybody in the data has exactly one segment, in order of first appearance', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const result = segmentAll(data);
      expect(result.map((item) => item.user)).toEqual([...new Set(data.map((item) => item[0]))]);
      for (const item of result) expect(SEGMENTS).toContain(item.segment);
    }),
  );
});

test('tokens are conserved between rows, people, segments and the year', () => {
  const rates = new Map(
    guideCard.rows.map((item) => [item.product, item.onFlex ? (item.tokensPerUnit ?? 0) : 0]),
  );
  fc.assert(
    fc.property(rows, (data) => {
      const reading = read(data);
      const { rows: result, year } = segmentUsers(reading, options());
      // The year ends with the latest month of the data, so November 2025 may lie inside or outside of it.
      const expected = data
        .filter(([, , date]) => {
          const month = Number(String(date).slice(0, 4)) * 12 + Number(String(date).slice(5, 7)) - 1;
          return month >= year.firstMonth && month <= year.lastMonth;
        })
        .reduce((sum, [, product, , hours]) => sum + hours * (rates.get(product) ?? 0), 0);
      const byPerson = result.reduce((sum, item) => sum + item.tokens, 0);
      const bySegment = summarizeSegments(result).reduce((sum, item) => sum + item.tokens, 0);
      expect(byPerson).toBeCloseTo(expected, 6);
      expect(bySegment).toBeCloseTo(expected, 6);
      expect(year.totalTokens).toBeCloseTo(expected, 6);
    }),
  );
});

test('permuting rows changes nobody’s segment, figures or reason', () => {
  fc.assert(
    fc.property(
      rows.chain((data) =>
        fc.tuple(
          fc.constant(data),
          fc.shuffledSubarray(data, { minLength: data.length, maxLength: data.length }),
        ),
      ),
      ([data, shuffled]) => {
        // A person's type may be stated differently on several rows; which one counts depends on order, so each has one here.
        const typed = (list: typeof data) =>
          list.map(([user, product, date, hours]) => [
            user,
            product,
            date,
            hours,
            user === 'u5' ? 'contractor' : '',
          ]);
        const byUser = (list: ReturnType<typeof segmentAll>) =>
          [...list].sort((a, b) => (a.user < b.user ? -1 : 1));
        expect(byUser(segmentAll(typed(shuffled)))).toEqual(byUser(segmentAll(typed(data))));
      },
    ),
  );
});

test('what is recommended never costs more than only seats, or only Flex where that is possible, contractors apart', () => {
  fc.assert(
    fc.property(rows, (data) => {
      for (const item of segmentAll(data)) {
        // Rules 1 and 2 follow eligibility and policy, not the lowest cost.
        if (item.rule <= 2 || item.recommendedCost === null) continue;
        if (item.bestSeatCost !== null) {
          expect(item.recommendedCost).toBeLessThanOrEqual(item.bestSeatCost + 1e-6);
        }
        if (item.products.every((product) => product.flexCost !== null)) {
          expect(item.recommendedCost).toBeLessThanOrEqual(item.flexCost! + 1e-6);
        }
      }
    }),
  );
});

test('native formulas rebuild the recommended cost: seat list × (1 − discount) + tokens × net price', () => {
  const discounts = fc.record({
    seat: fc.integer({ min: 0, max: 90 }),
    token: fc.integer({ min: 0, max: 90 }),
  });
  fc.assert(
    fc.property(rows, discounts, (data, { seat, token }) => {
      const terms = { seatDiscount: seat / 100, tokenDiscount: token / 100, tokenPrice: 0.3, margin: null };
      for (const item of segmentUsers(read(data), options({ terms })).rows) {
        if (item.recommendedCost === null) continue;
        const rebuilt =
          item.recommendedSeatList! * (1 - terms.seatDiscount) +
          item.recommendedTokens! * 0.3 * (1 - terms.tokenDiscount);
        expect(rebuilt).toBeCloseTo(item.recommendedCost, 6);
      }
    }),
  );
});
