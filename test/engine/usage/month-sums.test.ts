import fc from 'fast-check';
import { guideCard, retailCard } from '../../../src/engine/catalog';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { userProductMonths } from '../../../src/engine/usage/aggregates';
import type { RawCell } from '../../../src/engine/usage';
import { MonthSums } from '../../../src/engine/usage/month-sums';

const HEADER = ['User', 'Product', 'Date', 'Hours', 'Tokens'];
/** 1 January 2026. */
const NEW_YEAR = 46023;

const rows = fc.array(
  fc
    .tuple(
      fc.constantFrom('Ada', 'Bo', 'Cy'),
      fc.constantFrom('Revit', 'AutoCAD', 'Maya'),
      fc.integer({ min: 0, max: 89 }),
      fc.integer({ min: 0, max: 8 }),
    )
    .map(([user, product, day, hours]): RawCell[] => [user, product, NEW_YEAR + day, hours, hours * 2]),
  { minLength: 1, maxLength: 60 },
);

test('companies too large for the grid get the same table as small ones', () => {
  fc.assert(
    fc.property(rows, (body) => {
      const reading = readUsage([HEADER, ...body], { card: guideCard });
      const first = 2026 * 12;
      const days = [31, 28, 31];
      const grid = {
        from: NEW_YEAR,
        slots: Int32Array.from(days.flatMap((count, slot) => Array<number>(count).fill(slot))),
        months: [first, first + 1, first + 2],
      };
      const [dense, sparse] = [Infinity, 0].map((most) => {
        const sums = new MonthSums(reading.table, grid, most);
        sums.add(0, reading.table.rows);
        return sums.finish(0.3);
      });
      expect(sparse).toEqual(dense);
      expect(userProductMonths(reading)).toEqual(dense);
    }),
    { seed: 7 },
  );
});

test('more cells than the first room of a large company are all kept', () => {
  const body = Array.from({ length: 3000 }, (_, i): RawCell[] => [`P${i}`, 'Revit', NEW_YEAR, 1, 5]);
  const { table } = readUsage([HEADER, ...body], { card: guideCard });
  const sums = new MonthSums(table, { from: NEW_YEAR, slots: Int32Array.of(0), months: [24312] }, 0);
  sums.add(0, table.rows);
  const months = sums.finish(0.3);
  expect(months.rows).toBe(3000);
  expect([...months.user]).toEqual(body.map((_, i) => i));
  expect(new Set(months.tokens)).toEqual(new Set([5]));
});

test('the compact table is in the order of the people, then products, then months', () => {
  const range = [
    HEADER,
    ['Ada', 'Revit', NEW_YEAR + 40, 1, 5],
    ['Bo', 'AutoCAD', NEW_YEAR, 2, 2],
    ['Ada', 'AutoCAD', NEW_YEAR, 3, 3],
    ['Ada', 'Revit', NEW_YEAR, 0, 0],
  ];
  const months = userProductMonths(readUsage(range, { card: guideCard }));
  expect([...months.user]).toEqual([0, 0, 0, 1]);
  expect([...months.product]).toEqual([0, 0, 1, 1]);
  expect([...months.month]).toEqual([24312, 24313, 24312, 24312]);
  expect([...months.units]).toEqual([0, 1, 3, 2]);
  expect([...months.sourceRows]).toEqual([1, 1, 1, 1]);
});

test('a product opened but never charged adds a row and no units to its month', () => {
  const range = [
    ['email', 'offering_name', 'days_used', 'tokens_used', 'last_accessed'],
    ['ada@example.com', 'Revit', 3, 30, '2026-01-05'],
    ['ada@example.com', 'Revit', '', '', '2026-01-09'],
  ];
  const months = userProductMonths(readUsage(range, { card: retailCard }));
  expect([months.rows, months.units[0], months.tokens[0], months.sourceRows[0]]).toEqual([1, 3, 30, 2]);
});
