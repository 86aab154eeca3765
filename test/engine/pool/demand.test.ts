import fc from 'fast-check';
import { guideCard } from '../../../src/engine/catalog';
import { serialOf } from '../../../src/engine/numeric';
import { peakRatio, poolDemand, type PoolDemand } from '../../../src/engine/pool';
import type { ClusterBy } from '../../../src/engine/pool';
import type { DemandOptions } from '../../../src/engine/pool/demand';
import { readPeople, usageYear, type RawCell } from '../../../src/engine/usage';
import { readUsage } from '../../../src/engine/usage/reader/reader';

const OCT = serialOf(2026, 10, 15);
const HEADER: RawCell[] = ['User', 'Product', 'Date', 'Hours', 'Project', 'Team', 'Department'];
/** Revit: 5 tokens an hour; AutoCAD: 1. The year: Nov 2025 to Oct 2026. */
const ROWS: RawCell[][] = [
  ['ann', 'Revit', serialOf(2025, 11, 3), 10, 'Tower', 'North', 'Design'],
  ['ann', 'Revit', OCT, 4, '', 'North', 'Design'],
  ['bo', 'Revit', OCT, 6, 'tower ', 'South', 'Design'],
  ['bo', 'AutoCAD', OCT, 7, '', '', 'Design'],
  ['cy', 'AutoCAD', serialOf(2026, 3, 9), 3, '', '', ''],
  ['dee', 'Revit', serialOf(2025, 10, 31), 100, 'Tower', '', ''],
];

function demandOf(rows: RawCell[][], options: Partial<DemandOptions> = {}, people?: RawCell[][]): PoolDemand {
  const reading = readUsage([HEADER, ...rows], {
    card: guideCard,
    ...(people ? { people: readPeople(people) } : {}),
  });
  return poolDemand(reading, usageYear(reading, null), { by: 'auto', ...options });
}
const sizes = (demand: PoolDemand): (string | number)[][] =>
  demand.clusters.map(({ kind, name, tokens }) => [kind, name, tokens]);

test.each<[ClusterBy, (string | number)[][]]>([
  ['auto', [['project', 'Tower', 80], ['team', 'North', 20], ['department', 'Design', 7], ['user', 'cy', 3]]], // prettier-ignore
  ['project', [['project', 'Tower', 80], ['team', 'North', 20], ['department', 'Design', 7], ['user', 'cy', 3]]], // prettier-ignore
  ['team', [['team', 'North', 70], ['team', 'South', 30], ['department', 'Design', 7], ['user', 'cy', 3]]], // prettier-ignore
  [
    'department',
    [
      ['department', 'Design', 107],
      ['user', 'cy', 3],
    ],
  ],
  ['user', [['user', 'ann', 70], ['user', 'bo', 37], ['user', 'cy', 3]]], // prettier-ignore
])('by %s each row goes to its own column, or to the next that is not narrower', (by, expected) => {
  expect(sizes(demandOf(ROWS, { by }))).toEqual(expected);
});

test('baseline, months and people are those of the year alone', () => {
  const demand = demandOf(ROWS);
  expect(demand.base).toBe(110);
  expect([...demand.monthTokens]).toEqual([50, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 57]);
  expect(demand.clusters[0]?.months[0]).toBe(50);
  expect(demand.clusters[0]?.months[11]).toBe(30);
  expect(demand.people).toBe(3);
  expect(demand.monthSeen.filter(Boolean)).toHaveLength(3);
  expect(demand.effectiveClusters).toBeCloseTo(110 ** 2 / (80 ** 2 + 20 ** 2 + 7 ** 2 + 3 ** 2), 9);
  expect(demand).toMatchObject({ monthsCovered: 12, scale: 1, asOf: OCT, lastMonth: 2026 * 12 + 9 });
});

test('the baseline is that of the year to the last bit, whatever the clusters', () => {
  const cell = fc.constantFrom('', 'a', 'B', 'c');
  const row = fc
    .tuple(
      fc.constantFrom('u1', 'u2', 'u3'),
      fc.integer({ min: 0, max: 700 }),
      fc.double({ min: 0, max: 9, noNaN: true }),
      cell,
      cell,
    ) // prettier-ignore
    .map(([user, back, hours, project, team]): RawCell[] => [
      user,
      'Revit',
      OCT - back,
      hours,
      project,
      team,
      '',
    ]);
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1 }),
      fc.constantFrom<ClusterBy>('auto', 'team', 'user'),
      (rows, by) => {
        const reading = readUsage([HEADER, ...rows], { card: guideCard });
        const year = usageYear(reading, OCT);
        const demand = poolDemand(reading, year, { by });
        expect(demand.base).toBe(year.totalTokens);
        const summed = demand.clusters.reduce((sum, { tokens }) => sum + tokens, 0);
        expect(summed).toBeCloseTo(demand.base, 9);
        for (const { tokens, months } of demand.clusters) {
          expect(months.reduce((sum, month) => sum + month, 0)).toBe(tokens);
        }
      },
    ),
  );
});

test("the order of the rows changes no cluster's tokens", () => {
  const reversed = demandOf([...ROWS].reverse());
  expect(sizes(reversed).map(([, , tokens]) => tokens)).toEqual(sizes(demandOf(ROWS)).map(([, , t]) => t));
});

test('names sort by their code units within their kind, and capitals do not split a cluster', () => {
  const rows = ['b', 'B2', 'a', 'Ä', 'A'].map((name): RawCell[] => ['ann', 'AutoCAD', OCT, 1, name, '', '']);
  expect(demandOf(rows).clusters.map(({ name }) => name)).toEqual(['B2', 'a', 'b', 'Ä']);
});

test('a people table fills blank cells only, and its project joins the one that rows name', () => {
  const people: RawCell[][] = [
    ['User', 'Project', 'Department'],
    ['ann', 'TOWER', 'Office'],
    ['cy', '', 'Office'],
  ];
  expect(sizes(demandOf(ROWS, {}, people))).toEqual([
    ['project', 'Tower', 107],
    ['department', 'Office', 3],
  ]);
  expect(sizes(demandOf(ROWS, { by: 'department' }, people))).toEqual([
    ['department', 'Design', 107],
    ['department', 'Office', 3],
  ]);
});

test("without a people table a person's other rows fill nothing", () => {
  expect(sizes(demandOf([ROWS[0] as RawCell[], ['ann', 'AutoCAD', OCT, 1, '', '', '']]))).toEqual([
    ['project', 'Tower', 50],
    ['user', 'ann', 1],
  ]);
});

test('a refund nets out, and a cluster of nothing is no cluster', () => {
  const header = ['User', 'Product', 'Date', 'Tokens', 'Project'];
  const range: RawCell[][] = [
    header,
    ['ann', 'Revit', OCT, 50, 'Tower'],
    ['ann', 'Revit', OCT, -20, 'Tower'],
    ['bo', 'Revit', OCT, 30, 'Annex'],
    ['bo', 'Revit', OCT - 30, -30, 'Annex'],
  ];
  const reading = readUsage(range, { card: guideCard });
  const demand = poolDemand(reading, usageYear(reading, null), { by: 'auto' });
  expect(sizes(demand)).toEqual([['project', 'Tower', 30]]);
  expect(demand.base).toBe(30);
});

test('data without users is grouped by product', () => {
  const range: RawCell[][] = [
    [
      'contractYear',
      'tokenPool',
      'usageCategory',
      'usageDate',
      'productLineCode',
      'productName',
      'tokensConsumed',
    ],
    ['1', 'A', 'Desktop', '2026-10-01', 'RVT', 'Revit', 12],
    ['1', 'A', 'Desktop', '2026-10-02', 'ACD', 'AutoCAD', 8],
  ];
  const reading = readUsage(range, { card: guideCard });
  const demand = poolDemand(reading, usageYear(reading, null), { by: 'auto' });
  expect(sizes(demand)).toEqual([
    ['product', 'AutoCAD', 8],
    ['product', 'Revit', 12],
  ]);
  expect(demand.people).toBe(0);
});

test('only the people and products asked for count, also in months and people', () => {
  const reading = readUsage([HEADER, ...ROWS], { card: guideCard });
  const bo = reading.table.users.findIndex(({ key }) => key === 'bo');
  const demand = poolDemand(reading, usageYear(reading, null), {
    by: 'auto',
    includes: (user, product) => user === bo && reading.table.products[product]?.name === 'Revit',
  });
  expect(demand.clusters.map(({ kind, tokens }) => [kind, tokens])).toEqual([['project', 30]]);
  expect(demand).toMatchObject({ base: 30, people: 1 });
});

describe('a history of four months', () => {
  const rows = [7, 8, 9, 10].map((month, i): RawCell[] => [
    'ann',
    'AutoCAD',
    serialOf(2026, month, 1),
    [30, 60, 30, 30][i],
    'Tower',
    '',
    '',
  ]);

  test('is never scaled unasked', () => {
    expect(demandOf(rows)).toMatchObject({ base: 150, monthsCovered: 4, scale: 1 });
  });

  test('scaled to a year keeps the height of its peaks over the mean of the months that are known', () => {
    const scaled = demandOf(rows, { scaleShort: true });
    expect(scaled).toMatchObject({ base: 450, monthsCovered: 4, scale: 3 });
    expect(sizes(scaled)).toEqual([['project', 'Tower', 450]]);
    expect([...scaled.monthTokens]).toEqual([...Array<number>(8).fill(37.5), 30, 60, 30, 30]);
    expect(peakRatio(scaled.monthTokens)).toBeCloseTo((60 + 37.5 + 37.5) / 3 / 37.5, 12);
    expect(scaled.monthSeen).toEqual([...Array<boolean>(8).fill(false), true, true, true, true]);
  });

  test('with one row in the year before covers the whole year, quiet months included', () => {
    const reaching = [...rows, ['ann', 'AutoCAD', serialOf(2024, 5, 1), 1, '', '', '']];
    expect(demandOf(reaching, { scaleShort: true })).toMatchObject({
      base: 150,
      monthsCovered: 12,
      scale: 1,
    });
  });
});
