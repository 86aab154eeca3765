import fc from 'fast-check';
import { guideCard } from '../../../../src/engine/catalog';
import { firstSerialOfMonth, serialOf } from '../../../../src/engine/numeric';
import { poolDemand } from '../../../../src/engine/pool/demand';
import { plannedEffects } from '../../../../src/engine/pool/planned/work';
import type { ClusterBy, PlannedProject } from '../../../../src/engine/pool/types';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import { usageYear, type RawCell } from '../../../../src/engine/usage';

const HEADER: RawCell[] = ['User', 'Product', 'Date', 'Hours', 'Project', 'Team', 'Department'];
/** Revit 5 tokens an hour, Maya 15. Ada: Revit 100 + 300 tokens in 2 months; Bo: Revit 100 in 1; Cy: Maya 150 in 1. */
const USAGE: RawCell[][] = [
  ['Ada', 'Revit', '2026-01-10', 20, 'Bridge', '', ''],
  ['Ada', 'Revit', '2026-02-10', 60, 'Tower', '', ''],
  ['Bo', 'Revit', '2026-03-10', 20, '', 'Interiors', ''],
  ['Cy', 'Maya', '2026-03-10', 10, '', '', 'Films'],
  // The year ends with October 2026.
  ['Bo', 'Revit', '2026-10-31', 0, '', 'Interiors', ''],
  // Before the year: teaches nothing.
  ['Cy', 'Maya', '2025-10-01', 1000, '', '', 'Films'],
];
const LAST_MONTH = 2026 * 12 + 9;

function project(changes: Partial<PlannedProject> = {}): PlannedProject {
  return {
    row: 2,
    name: 'Harbour',
    start: serialOf(2026, 11, 1),
    end: serialOf(2027, 10, 31),
    people: 4,
    products: ['Revit'],
    tokensPerPersonMonth: null,
    probability: 1,
    continues: '',
    ...changes,
  };
}

function effects(
  projects: readonly PlannedProject[],
  rows: readonly RawCell[][] = USAGE,
  by: ClusterBy = 'auto',
  includes?: (user: number, product: number) => boolean,
) {
  const reading = readUsage([HEADER, ...rows], { card: guideCard });
  const year = usageYear(reading, serialOf(2026, 10, 31));
  const demand = poolDemand(reading, year, { by, ...(includes ? { includes } : {}) });
  return { ...plannedEffects(projects, reading, year, demand, includes), before: demand };
}

test('a project counts for the days of it that lie in the pool year, at what people drew in a month of use', () => {
  // 15 Sep to 30 Nov 2026: only November is in the year, 30 days ÷ 30.4375 = 0.98563 months.
  const { effects: found } = effects([
    project({ start: serialOf(2026, 9, 15), end: serialOf(2026, 11, 30) }),
  ]);
  const [effect] = found;
  // Ada 400 ÷ 2 = 200, Bo 100 ÷ 1 = 100: mean 150, sample sd 70.7107.
  expect(effect?.burst.mean).toBeCloseTo(4 * 0.9856263 * 150, 3);
  expect(effect?.burst.sd).toBeCloseTo(0.9856263 * 2 * 70.7106781, 3);
  expect(effect?.burst.monthShares).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(effect?.basis).toBe(
    "Tokens a person and month of use, learnt from the year's history: Revit 150 (2 people).",
  );
});

test('a person uses all products of the project, and their spreads add up as independent ones', () => {
  const more: RawCell[][] = [...USAGE, ['Dee', 'Maya', '2026-05-05', 14, '', '', 'Films']];
  const { effects: found } = effects([project({ products: ['Revit', 'Maya'] })], more);
  // Maya: Cy 150, Dee 210: mean 180, sd 42.4264. A year of 365 days = 11.99178 months.
  expect(found[0]?.burst.mean).toBeCloseTo(4 * 11.991786 * (150 + 180), 1);
  expect(found[0]?.burst.sd).toBeCloseTo(11.991786 * 2 * Math.sqrt(5000 + 1800), 1);
  expect(found[0]?.basis).toContain('Revit 150 (2 people), Maya 180 (2 people)');
});

test('the months of the pool year get their share by days', () => {
  // 17 Nov 2026 to 10 Jan 2027: 14 + 31 + 10 days.
  const { effects: found } = effects([
    project({ start: serialOf(2026, 11, 17), end: serialOf(2027, 1, 10) }),
  ]);
  expect(found[0]?.burst.monthShares.slice(0, 4)).toEqual([14 / 55, 31 / 55, 10 / 55, 0]);
});

test('a figure of the plan wins over history, and is taken as given', () => {
  const { effects: found } = effects([
    project({ tokensPerPersonMonth: 40, start: serialOf(2026, 12, 1), end: serialOf(2026, 12, 31) }),
  ]);
  expect(found[0]?.burst.mean).toBeCloseTo((4 * 31 * 40) / 30.4375, 6);
  expect(found[0]?.burst.sd).toBe(0);
  expect(found[0]?.basis).toBe("The plan's own figure: 40 tokens a person and month.");
});

test('a product nobody used needs a figure of the plan, and says so', () => {
  const {
    effects: found,
    rejected,
    demand,
    before,
  } = effects([project({ name: 'Bridge', row: 7, products: ['Revit', 'Civil 3D'] })]);
  expect(found).toEqual([]);
  expect(rejected).toEqual([
    {
      row: 7,
      column: 'Products',
      value: 'Civil 3D',
      reason: 'no history for Civil 3D in this data: fill in Tokens per person and month',
    },
  ]);
  // A rejected project takes nothing out either.
  expect(demand.base).toBe(before.base);
});

test('only the people who count teach what a person uses', () => {
  const { effects: found } = effects([project()], USAGE, 'auto', (user) => user !== 0);
  expect(found[0]?.basis).toContain('Revit 100 (1 person)');
  expect(found[0]?.burst.sd).toBe(0);
});

test.each([
  ['bridge', '', 100, 'It takes the 100 tokens of the project "Bridge" out of the history.'],
  ['Phase 2', 'TOWER', 300, 'It takes the 300 tokens of the project "Tower" out of the history.'],
  ['Interiors', '', 100, 'It takes the 100 tokens of the team "Interiors" out of the history.'],
  ['X', 'films', 150, 'It takes the 150 tokens of the department "Films" out of the history.'],
])(
  '%s continuing "%s" replaces the %d tokens it had in the history',
  (name, continues, replaced, sentence) => {
    const { effects: found, demand, before } = effects([project({ name, continues })]);
    expect(found[0]?.replaced).toBe(replaced);
    expect(found[0]?.basis).toContain(sentence);
    expect(demand.base).toBe(before.base - replaced);
    expect(demand.clusters).toHaveLength(before.clusters.length - 1);
  },
);

test('a person is never taken for a project', () => {
  const rows: RawCell[][] = [...USAGE, ['Ada', 'Revit', '2026-05-05', 10, '', '', '']];
  const { effects: found, demand, before } = effects([project({ name: 'Ada' })], rows);
  expect(found[0]?.replaced).toBe(0);
  expect(demand).toBe(before);
});

test('a mistyped name in Continues is said, so that history is not counted twice unseen', () => {
  const { effects: found } = effects([project({ continues: 'Brigde' })]);
  expect(found[0]?.replaced).toBe(0);
  expect(found[0]?.basis).toContain('is called "Brigde": nothing was taken out of the history.');
});

test('two rows that continue one project take its history out once', () => {
  const {
    effects: found,
    demand,
    before,
  } = effects([
    project({ name: 'Bridge', row: 2 }),
    project({ name: 'Bridge, phase 2', row: 3, continues: 'Bridge' }),
  ]);
  expect(found.map(({ replaced }) => replaced)).toEqual([100, 0]);
  expect(found[1]?.basis).toContain('The history of the project "Bridge" is taken out with "Bridge".');
  expect(demand.base).toBe(before.base - 100);
});

/** Two projects inside one team, one of them with a second team; hours × 5 tokens. */
const TEAMS: RawCell[][] = [
  ['Ada', 'Revit', '2026-01-10', 20, 'Bridge', 'Civil', ''],
  ['Ada', 'Revit', '2026-02-10', 60, 'Tower', 'Civil', ''],
  ['Bo', 'Revit', '2026-03-10', 10, 'Bridge', 'Design', ''],
  ['Bo', 'Revit', '2026-04-10', 30, '', 'Design', ''],
];

test.each<[ClusterBy, (string | number)[][]]>([
  [
    'team',
    [
      ['Civil', 300],
      ['Design', 150],
    ],
  ],
  [
    'user',
    [
      ['Ada', 300],
      ['Bo', 150],
    ],
  ],
])('a project that continues is not counted twice when demand is grouped by %s', (by, left) => {
  const { effects: found, demand, before } = effects([project({ name: 'Bridge' })], TEAMS, by);
  expect(found[0]?.replaced).toBe(150);
  expect(found[0]?.basis).toContain('It takes the 150 tokens of the project "Bridge" out of the history.');
  expect(demand.clusters.map(({ name, tokens }) => [name, tokens])).toEqual(left);
  expect(demand.base).toBe(before.base - 150);
  expect(Array.from(demand.monthTokens)).toEqual([0, 0, 0, 300, 0, 150, 0, 0, 0, 0, 0, 0]);
});

test('a project inside a team that is taken out as well is taken out once, in either order', () => {
  const team = project({ name: 'Civil next', continues: 'Civil' });
  const bridge = project({ name: 'Bridge' });
  const [teamFirst, bridgeFirst] = [
    [team, bridge],
    [bridge, team],
  ].map((plans) => effects(plans, TEAMS, 'team'));
  expect(teamFirst?.effects.map(({ replaced }) => replaced)).toEqual([400, 50]);
  expect(bridgeFirst?.effects.map(({ replaced }) => replaced)).toEqual([150, 300]);
  for (const result of [teamFirst, bridgeFirst]) {
    expect(result?.demand.clusters.map(({ name, tokens }) => [name, tokens])).toEqual([['Design', 150]]);
  }
});

test('people who do not count give nothing to take out', () => {
  const { effects: found } = effects([project({ name: 'Bridge' })], TEAMS, 'team', (user) => user === 0);
  expect(found[0]?.replaced).toBe(100);
});

test('a scaled history loses the scaled share of what is continued', () => {
  const reading = readUsage([HEADER, ...TEAMS], { card: guideCard });
  const year = usageYear(reading, serialOf(2026, 10, 31));
  for (const by of ['project', 'team', 'user'] as const) {
    // January to October are covered: 10 of 12 months.
    const demand = poolDemand(reading, year, { by, scaleShort: true });
    const result = plannedEffects([project({ name: 'Bridge' })], reading, year, demand);
    expect(result.effects[0]?.replaced).toBeCloseTo(180, 9);
    expect(result.demand.base).toBeCloseTo(demand.base - 180, 9);
  }
});

test('a project outside the pool year draws nothing, says so, and still ends what it continues', () => {
  const { effects: found, rejected } = effects([
    project({
      name: 'Bridge',
      start: serialOf(2026, 1, 1),
      end: serialOf(2026, 10, 31),
      products: ['Civil 3D'],
    }),
    project({ name: 'Later', start: serialOf(2027, 11, 1), end: serialOf(2028, 10, 31) }),
  ]);
  expect(rejected).toEqual([]);
  expect(found.map(({ burst, replaced }) => [burst.mean, burst.sd, replaced])).toEqual([
    [0, 0, 100],
    [0, 0, 0],
  ]);
  expect(found[0]?.basis).toBe(
    'Ends before the pool\'s year (Nov 2026 – Oct 2027): no tokens. It takes the 100 tokens of the project "Bridge" out of the history.',
  );
  expect(found[1]?.basis).toBe("Starts after the pool's year (Nov 2026 – Oct 2027): no tokens.");
  for (const { burst } of found)
    expect(burst.monthShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('rows that stand for a whole year teach a twelfth of their tokens as a month', () => {
  const report: RawCell[][] = [
    [
      'email',
      'offering_name',
      'seat_assignment',
      'days_used',
      'tokens_used',
      'last_accessed',
      'access_option',
    ],
    ['ada@example.com', 'Revit', 'Assigned', 60, 1200, '2026-10-15', 'Flex'],
  ];
  const reading = readUsage(report, {
    card: { ...guideCard, rows: guideCard.rows.map((r) => ({ ...r, basis: 'day' as const })) },
  });
  expect(reading.monthlyDetail).toBe(false);
  const year = usageYear(reading, null);
  const demand = poolDemand(reading, year, { by: 'auto' });
  const { effects: found } = plannedEffects([project({ people: 1 })], reading, year, demand);
  expect(found[0]?.burst.mean).toBeCloseTo(11.991786 * 100, 2);
});

test('expected demand is the history, less what was replaced once, plus the chance-weighted projects', () => {
  const names = ['Bridge', 'Tower', 'Interiors', 'Films', 'Bo', 'Harbour', 'bridge ', ''];
  const groupings = fc.constantFrom<ClusterBy>('auto', 'project', 'team', 'department', 'user');
  const planned = fc.array(
    fc.record({
      name: fc.nat(1000).map((n) => `Plan ${n}`),
      continues: fc.constantFrom(...names),
      start: fc.integer({
        min: firstSerialOfMonth(LAST_MONTH) - 300,
        max: firstSerialOfMonth(LAST_MONTH) + 500,
      }),
      days: fc.integer({ min: 1, max: 800 }),
      people: fc.integer({ min: 1, max: 30 }),
      figure: fc.option(fc.integer({ min: 0, max: 300 })),
      probability: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(planned, groupings, (plans, by) => {
      const {
        effects: found,
        demand,
        before,
      } = effects(
        plans.map(({ name, continues, start, days, people, figure, probability }, index) =>
          project({
            row: index + 2,
            name,
            continues,
            start,
            end: start + days - 1,
            people,
            probability,
            tokensPerPersonMonth: figure,
          }),
        ),
        USAGE,
        by,
      );
      const replaced = found.reduce((sum, effect) => sum + effect.replaced, 0);
      expect(demand.base).toBeCloseTo(before.base - replaced, 6);
      expect(demand.base).toBeGreaterThanOrEqual(0);
      for (const { burst } of found) {
        expect(burst.monthShares).toHaveLength(12);
        expect(burst.monthShares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
        expect(burst.mean).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 60 },
  );
});
