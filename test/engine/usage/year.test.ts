import { guideCard, retailCard } from '../../../src/engine/catalog';
import { serialOf } from '../../../src/engine/numeric';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { monthTokens, usageYear, type RawCell } from '../../../src/engine/usage';
import { userProductMonths } from '../../../src/engine/usage/aggregates';

const HEADER = ['User', 'Product', 'Date', 'Hours'];
const month = (year: number, number: number): number => year * 12 + number - 1;

/** Ada: 2 hours of Revit on the 10th of each of the 14 months from Sep 2025 to Oct 2026. Bo: joined in Sep 2026. */
const fourteenMonths: RawCell[][] = [
  HEADER,
  ...Array.from({ length: 14 }, (_, i): RawCell[] => [
    'Ada',
    'Revit',
    serialOf(2025 + Math.floor((8 + i) / 12), ((8 + i) % 12) + 1, 10),
    2,
  ]),
  ['Bo', 'AutoCAD', serialOf(2026, 9, 3), 4],
  ['Bo', 'AutoCAD', serialOf(2026, 9, 3), 4],
  ['Bo', 'AutoCAD', serialOf(2026, 10, 4), 0],
];

test('of 14 months the last 12 count and the two before are outside', () => {
  const year = usageYear(readUsage(fourteenMonths, { card: guideCard }), null);
  expect(year).toMatchObject({
    asOf: serialOf(2026, 10, 10),
    firstMonth: month(2025, 11),
    lastMonth: month(2026, 10),
    outside: 2,
    reachesBack: true,
    totalTokens: 12 * 2 * 5 + 8,
  });
  const ada = year.users[0]?.products[0];
  expect(ada).toMatchObject({
    units: 24,
    tokens: 120,
    rowCount: 12,
    firstSourceRow: 4,
    lastUse: serialOf(2026, 10, 10),
  });
  expect([...(ada?.monthUnits ?? [])]).toEqual(Array(12).fill(2));
  expect(year.users[0]?.firstUse).toBe(serialOf(2025, 9, 10));
});

test('a joiner shows its first use, days are counted once, and a day of 0 hours is a use but no active day', () => {
  const year = usageYear(readUsage(fourteenMonths, { card: guideCard }), null);
  const bo = year.users[1];
  expect(bo).toMatchObject({ firstUse: serialOf(2026, 9, 3), lastUse: serialOf(2026, 10, 4) });
  expect([...(bo?.products[0]?.monthDays ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
});

test('the as-of month counts whole, and rows after it are outside', () => {
  const year = usageYear(readUsage(fourteenMonths, { card: guideCard }), serialOf(2026, 9, 1));
  expect(year.lastMonth).toBe(month(2026, 9));
  expect(year.users[1]?.products[0]?.units).toBe(8);
  expect(year.users[1]?.lastUse).toBe(serialOf(2026, 9, 3));
  expect(year.outside).toBe(3);
});

test('a 90-day report is not scaled and does not reach back', () => {
  const rows = Array.from({ length: 90 }, (_, day): RawCell[] => [
    'Ada',
    'Revit',
    serialOf(2026, 8, 3) + day,
    1,
  ]);
  const year = usageYear(readUsage([HEADER, ...rows], { card: guideCard }), null);
  expect(year.totalTokens).toBe(450);
  expect(year.monthSeen).toEqual([...Array<boolean>(9).fill(false), true, true, true]);
  expect(year.reachesBack).toBe(false);
  expect([...(year.users[0]?.products[0]?.monthDays ?? [])].slice(9)).toEqual([29, 30, 31]);
});

test('people with rows only outside the year stay in the list without products', () => {
  const range = [
    HEADER,
    ['Old', 'Revit', serialOf(2024, 1, 5), 3],
    ['Ada', 'Revit', serialOf(2026, 1, 5), 3],
  ];
  const year = usageYear(readUsage(range, { card: guideCard }), null);
  expect(year.users[0]).toEqual({
    user: 0,
    products: [],
    firstUse: serialOf(2024, 1, 5),
    lastUse: serialOf(2024, 1, 5),
  });
});

test('a product never used stays visible with 0 units and no last use', () => {
  const range = [
    ['email', 'offering_name', 'days_used', 'tokens_used', 'last_accessed'],
    ['ada@example.com', 'Revit', '', '', ''],
    ['ada@example.com', 'AutoCAD', 5, 35, '2026-03-01'],
  ];
  const year = usageYear(readUsage(range, { card: retailCard }), null);
  expect(year.users[0]?.products[0]).toMatchObject({ units: 0, tokens: 0, lastUse: null, rowCount: 1 });
});

test('without any date the year asks for an as-of date', () => {
  const range = [
    ['email', 'offering_name', 'days_used', 'last_accessed'],
    ['ada@example.com', 'Revit', '', ''],
  ];
  expect(() => usageYear(readUsage(range, { card: retailCard }), null)).toThrow('give an as-of date');
});

test('a date of its own dates report rows that have none', () => {
  const range = [
    ['email', 'offering_name', 'days_used', 'last_accessed'],
    ['ada@example.com', 'Revit', 4, ''],
  ];
  expect(() => readUsage(range, { card: retailCard })).toThrow('no date');
  const reading = readUsage(range, { card: retailCard, reportDate: serialOf(2026, 5, 31) });
  expect(reading.latestDate).toBe(serialOf(2026, 5, 31));
});

test('the compact table holds one entry a person, product and month, with cost', () => {
  const table = userProductMonths(readUsage(fourteenMonths, { card: guideCard }));
  expect(table.rows).toBe(16);
  const last = table.rows - 1;
  expect([table.user[last], table.product[last], table.month[last]]).toEqual([1, 1, month(2026, 10)]);
  expect([table.units[last], table.tokens[last], table.sourceRows[last]]).toEqual([0, 0, 1]);
  expect(table.tokens[0]).toBe(10);
  expect(table.cost[0]).toBeCloseTo(3);
});

test('one mistyped year does not open thousands of empty months', () => {
  const range = [...fourteenMonths, ['Ada', 'Revit', serialOf(9202, 1, 1), 1]];
  expect(userProductMonths(readUsage(range, { card: guideCard })).rows).toBe(17);
});

test('rows without people still make months and products', () => {
  const range = [
    ['productName', 'usageDate', 'tokensConsumed', 'tokenPool', ''],
    ['Revit', '2026-03-02', '20.0', 'P', ''],
    ['AutoCAD', '2026-05-02', '7.0', 'P', ''],
  ];
  const reading = readUsage(range, { card: retailCard });
  const year = usageYear(reading, null);
  expect(year.users).toEqual([]);
  expect(year.totalTokens).toBe(27);
  expect(monthTokens(reading).map(({ tokens }) => tokens)).toEqual([20, 7]);
});
