import { guideCard, retailCard } from '../../../src/engine/catalog';
import { segmentUsers } from '../../../src/engine/segments';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import type { RawCell } from '../../../src/engine/usage/types';
import { monthly, options, person, segment } from './people';

const REPORT = [
  'email',
  'offering_name',
  'seat_assignment',
  'access_option',
  'days_used',
  'tokens_used',
  'last_accessed',
];

function report(rows: readonly (readonly RawCell[])[]) {
  return segmentUsers(readUsage([REPORT, ...rows], { card: retailCard }), options({ card: retailCard })).rows;
}

test('without seat data the harvest column stays blank: low use alone decides nothing', () => {
  const rows = segment([...monthly('a', 'Revit', 1), ...monthly('b', 'Revit', 100)]);
  expect(rows.map((row) => row.harvest)).toEqual([null, null]);
  expect(rows.map((row) => row.quartile)).toEqual([1, 4]);
});

test('an assigned seat that nobody opened is a harvest candidate; a busy seat is not; Flex users are not', () => {
  const rows = report([
    ['idle@x.example', 'Revit', 'Assigned', 'Subscription', '', '', ''],
    ['busy@x.example', 'Revit', 'Assigned', 'Subscription', 200, '', '2026-10-30'],
    ['flex@x.example', 'Revit', '', 'Flex', 3, 30, '2026-10-28'],
  ]);
  expect(person(rows, 'idle@x.example')).toMatchObject({ harvest: true, units: 0, primaryProduct: 'Revit' });
  expect(person(rows, 'busy@x.example').harvest).toBe(false);
  expect(person(rows, 'flex@x.example').harvest).toBe(false);
});

test('a seat last used more than 60 days before the as-of date is a harvest candidate, 60 days are not', () => {
  const rows = report([
    ['asof@x.example', 'Revit', 'Assigned', 'Subscription', 150, '', '2026-10-31'],
    ['old@x.example', 'Revit', 'Assigned', 'Subscription', 150, '', '2026-08-31'],
    ['edge@x.example', 'Revit', 'Assigned', 'Subscription', 150, '', '2026-09-01'],
  ]);
  expect(person(rows, 'old@x.example').harvest).toBe(true);
  expect(person(rows, 'edge@x.example').harvest).toBe(false);
});

test('an office of full-time people has no harvest candidates, although somebody is always in the bottom quartile', () => {
  const rows = report(
    Array.from({ length: 12 }, (_, index) => [
      `p${index}@x.example`,
      'Revit',
      'Assigned',
      'Subscription',
      180 + index,
      '',
      '2026-10-30',
    ]),
  );
  expect(rows.filter((row) => row.quartile === 1)).toHaveLength(3);
  expect(rows.filter((row) => row.harvest)).toHaveLength(0);
});

test('quartiles follow PERCENTILE.INC and a tie falls into the lower one', () => {
  const hours = [1, 3, 5, 9, 12, 15, 40];
  const rows = segment(hours.map((value, index) => [`u${index}`, 'Revit', '2026-10-01', value, '']));
  // Limits 4, 9 and 13.5 hours: 9 stands exactly on the second limit.
  expect(rows.map((row) => row.quartile)).toEqual([1, 1, 2, 2, 3, 4, 4]);
  expect(rows[6]!.utilisation).toBeCloseTo(40 / 1940, 12);
});

test('data by product only say why nobody can be segmented', () => {
  const range = [
    [
      'contractYear',
      'tokenPool',
      'usageCategory',
      'usageDate',
      'productLineCode',
      'productName',
      'tokensConsumed',
    ],
    ['1', 'A', 'Desktop', '2026-10-01', 'RVT', 'Revit', 20],
  ];
  const reading = readUsage(range, { card: guideCard });
  expect(() => segmentUsers(reading, options())).toThrow(/no user column/);
});
