import fc from 'fast-check';
import { guideCard, retailCard } from '../../../src/engine/catalog';
import {
  createUsageReader,
  monthTokens,
  usageYear,
  type RawCell,
  type UsageReading,
} from '../../../src/engine/usage';
import { userProductMonths } from '../../../src/engine/usage/aggregates';
import { sumsOf, totalOf } from './reading';

const HEADER = ['User', 'Product', 'Date', 'Hours', 'Days', 'Tokens', 'Access', 'Department', 'User type'];

const cell = fc.oneof(
  fc.constantFrom<RawCell>(
    '',
    null,
    undefined,
    ' ',
    true,
    NaN,
    Infinity,
    -5,
    0,
    46000,
    46200.5,
    1e300,
    '#N/A',
    'n/a',
    'Total',
  ),
  fc.constantFrom<RawCell>(
    'Revit',
    'Ada',
    '1,234',
    '2,5',
    '2.5',
    '3/4/2026',
    '25/3/2026',
    '2026-03-25',
    '*****',
    'Docs',
  ),
  fc.integer({ min: -10, max: 50000 }),
  fc.double(),
  fc.string(),
);
const garbage = fc.array(fc.array(cell, { maxLength: 11 }), { maxLength: 30 });
const usable = fc.record({
  user: fc.constantFrom('Ada', 'ada ', 'Bo', 'Cy', '*****', ''),
  product: fc.constantFrom('Revit', 'AutoCAD', 'Maya', 'Autodesk Docs', 'ReCap Pro', 'Nothing'),
  date: fc.oneof(
    fc.integer({ min: 45600, max: 46200 }),
    fc.constantFrom('3/4/2026', '25/3/2026', '2026-01-31', ''),
  ),
  hours: fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((n) => n / 4),
    fc.constantFrom('1,234', '2,5', '', 'x'),
  ),
  days: fc.constantFrom('', 1),
  tokens: fc.oneof(fc.integer({ min: -20, max: 60 }), fc.constant('')),
  access: fc.constantFrom('Flex', 'Subscription', ''),
  department: fc.constantFrom('A', 'B', '', '#N/A'),
  type: fc.constantFrom('contractor', 'employee', '', 'other'),
});
const rows = fc.array(
  usable.map((r): RawCell[] => [
    r.user,
    r.product,
    r.date,
    r.hours,
    r.days,
    r.tokens,
    r.access,
    r.department,
    r.type,
  ]),
  { maxLength: 40 },
);

function read(blocks: readonly (readonly (readonly RawCell[])[])[], card = guideCard): UsageReading {
  const reader = createUsageReader({ card });
  for (const block of blocks) reader.push(block);
  return reader.finish();
}

const isBlank = (value: RawCell): boolean =>
  value === '' || value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

test('whatever the cells hold, every row that is not blank is used or rejected', () => {
  fc.assert(
    fc.property(garbage, fc.boolean(), (body, days) => {
      const reading = read([[HEADER, ...body]], days ? retailCard : guideCard);
      expect(reading.read).toBe(body.filter((row) => !row.every(isBlank)).length);
      expect(reading.used + reading.rejected.length).toBe(reading.read);
      expect(reading.rejected.every(({ reason }) => reason !== '')).toBe(true);
    }),
    { seed: 1, numRuns: 400 },
  );
});

test('each row of the range is in one place: its row number is among the used or the rejected, once', () => {
  fc.assert(
    fc.property(rows, (body) => {
      const reading = read([[HEADER, ...body]]);
      const numbers = [...reading.table.sourceRow, ...reading.rejected.map(({ row }) => row)].sort(
        (a, b) => a - b,
      );
      expect(numbers).toEqual(body.map((_, index) => index + 2));
    }),
    { seed: 2 },
  );
});

test('how the range is cut into blocks never changes what is read', () => {
  fc.assert(
    fc.property(rows, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (body, sizes) => {
      const range = [HEADER, ...body];
      const blocks: RawCell[][][] = [];
      for (let at = 0, i = 0; at < range.length; at += sizes[i++ % sizes.length] ?? 1) {
        blocks.push(range.slice(at, at + (sizes[i % sizes.length] ?? 1)));
      }
      expect(read(blocks)).toEqual(read([range]));
    }),
    { seed: 3 },
  );
});

test('the order of the rows changes no sum, no person and no month', () => {
  const summary = (reading: UsageReading): unknown => {
    const year = reading.latestDate === null ? null : usageYear(reading, null);
    return {
      used: reading.used,
      tokens: sortedSums(sumsOf(reading, 'tokens')),
      units: sortedSums(sumsOf(reading, 'units')),
      people: reading.table.users
        .map(({ key, userType, department }) => [key.trim().toLowerCase(), userType, department])
        .sort(),
      // Sums of fractions in another order differ in the last digit.
      months: [...(year?.monthTokens ?? [])].map((sum) => Math.round(sum * 1e6) / 1e6),
      outside: year?.outside,
      notes: reading.notes,
    };
  };
  fc.assert(
    fc.property(
      rows.chain((body) =>
        fc.tuple(fc.constant(body), fc.shuffledSubarray(body, { minLength: body.length })),
      ),
      ([body, shuffled]) => {
        expect(summary(read([[HEADER, ...shuffled]]))).toEqual(summary(read([[HEADER, ...body]])));
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});

test('tokens are conserved between rows, pairs, months and products', () => {
  fc.assert(
    fc.property(rows, (body) => {
      const reading = read([[HEADER, ...body]]);
      const total = totalOf(reading.table.tokens);
      expect(totalOf(userProductMonths(reading).tokens)).toBeCloseTo(total, 6);
      expect(monthTokens(reading).reduce((sum, { tokens }) => sum + tokens, 0)).toBeCloseTo(total, 6);
      if (reading.latestDate === null) return;
      const year = usageYear(reading, null);
      const pairs = year.users.flatMap(({ products }) => products.map(({ tokens }) => tokens));
      expect(pairs.reduce((sum, tokens) => sum + tokens, 0)).toBeCloseTo(year.totalTokens, 6);
    }),
    { seed: 5 },
  );
});

/** Few people with many rows, nearly all of them plain numbers: the way most rows of a real range go. */
const plainRows = fc.array(
  fc
    .record({
      user: fc.constantFrom('Ada', 'Bo'),
      // The day card has no rate for Maya: its rows count with tokens only.
      product: fc.constantFrom('Revit', 'AutoCAD', 'Maya'),
      date: fc.integer({ min: 46000, max: 46040 }),
      hours: fc.oneof(
        { weight: 9, arbitrary: fc.integer({ min: 0, max: 9 }) },
        fc.constantFrom('', -2, '2,5'),
      ),
      days: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 3 }) }, fc.constantFrom('', 'x')),
      tokens: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 0, max: 60 }) },
        fc.constantFrom('', '', '', -10),
      ),
      department: fc.constantFrom('A', 'B', '', '#N/A'),
      type: fc.constantFrom('contractor', 'employee', ''),
    })
    .map((r): RawCell[] => [r.user, r.product, r.date, r.hours, r.days, r.tokens, '', r.department, r.type]),
  { minLength: 4, maxLength: 40 },
);

test('plain rows read the same as with columns that need the long way', () => {
  const long = [...HEADER, 'Seat assignment'];
  fc.assert(
    fc.property(fc.oneof(rows, plainRows), fc.boolean(), (body, days) => {
      const card = days ? retailCard : guideCard;
      const { seats: _, columns: __, ...plain } = read([[HEADER, ...body]], card);
      const { seats: ___, columns: ____, ...slow } = read([[long, ...body.map((row) => [...row, ''])]], card);
      expect(slow).toEqual(plain);
    }),
    { seed: 6, numRuns: 400 },
  );
});

test('rows with tokens alone read the same as with columns that need the long way', () => {
  const pick = (row: readonly RawCell[]): RawCell[] => [row[0], row[1], row[2], row[5]];
  fc.assert(
    fc.property(plainRows, (body) => {
      const header = ['User', 'Product', 'Date', 'Tokens'];
      const { seats: _, columns: __, ...plain } = read([[header, ...body.map(pick)]], retailCard);
      const {
        seats: ___,
        columns: ____,
        ...slow
      } = read([[[...header, 'Seat assignment'], ...body.map((row) => [...pick(row), ''])]], retailCard);
      expect(slow).toEqual(plain);
    }),
    { seed: 8 },
  );
});

function sortedSums(sums: Record<string, number>): unknown {
  return Object.entries(sums)
    .map(([key, value]) => [key.trim().toLowerCase(), Math.round(value * 1e6) / 1e6 + 0])
    .sort();
}
