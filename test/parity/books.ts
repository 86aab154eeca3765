/** What a company holds, bought, planned and was offered, each as the rows of the list that says so. */
import { LAST_DAY, type Books, type Cell, type Rows } from './description';
import { PROJECTS, TEAMS, type Person } from './people';
import type { Draws } from './random';

export function books(draw: Draws, people: readonly Person[], usage: Rows): Books {
  const users = people.map(({ user }) => user);
  const rough = roughTokens(usage);
  const some = (share: number, header: readonly string[], rows: () => Rows): Rows | null => {
    const made = draw.chance(share) ? rows() : [];
    return made.length === 0 ? null : [header, ...made];
  };
  const byTeam = (usage[0] ?? []).includes('Team') && draw.chance(0.4);
  return {
    seats: some(0.6, ['User', 'Product', 'Assigned'], () => holdings(draw, users)),
    subscriptions: some(0.5, ['Product', 'Quantity', 'Start', 'End'], () => [
      ['Revit', draw.whole(1, 8), LAST_DAY - 200, LAST_DAY + draw.whole(30, 160)],
      ['AutoCAD', draw.whole(1, 5), LAST_DAY - 100, LAST_DAY + 265],
      ['AEC Collection', draw.whole(1, 3), LAST_DAY - 300, LAST_DAY + 65],
    ]),
    pins: some(0.4, ['User', 'Product', 'Keep on'], () => [
      [draw.pick(users), 'Revit', draw.pick(['Flex', 'Named User', 'AEC Collection'])],
      [draw.pick(users).toUpperCase(), 'AutoCAD', draw.pick(['Flex', 'Named User'])],
    ]),
    packs: packs(draw, rough, byTeam),
    transfers: some(byTeam ? 0.6 : 0, ['Date', 'From', 'To', 'Tokens'], () => [
      [LAST_DAY - 90, TEAMS[0], TEAMS[1], Math.ceil(rough * 0.01)],
    ]),
    adjustments: some(0.3, ['Date', 'Team', 'Tokens', 'Reason'], () => [
      [LAST_DAY - 60, byTeam ? TEAMS[0] : null, -draw.whole(1, 60), 'support case'],
    ]),
    shown: some(byTeam ? 0 : 0.4, ['Date', 'Team', 'Balance'], () => [
      [LAST_DAY - draw.whole(0, 20), null, Math.ceil(rough * draw.pick([0.2, 0.5, 0.9]))],
    ]),
    budgets: some(0.3, ['Name', 'Kind', 'Tokens', 'From', 'To'], () => [
      [draw.pick(TEAMS), 'team', Math.ceil(rough * 0.3), LAST_DAY - 250, LAST_DAY + 60],
      [draw.pick(PROJECTS), 'project', Math.ceil(rough * 0.1), LAST_DAY - 250, LAST_DAY + 60],
    ]),
    holidays: some(0.3, ['Date', 'To', 'Name'], () => [
      [LAST_DAY - 297, LAST_DAY - 288, 'Winter closing'],
      [LAST_DAY + 20, null, 'Founders'],
    ]),
    spareSeats: some(0.3, ['Product', 'Spare seats'], () => [['Revit', draw.whole(1, 3)]]),
    tiers: some(0.4, ['From quantity', 'Price'], () => tiers(draw, rough)),
    projects: some(0.4, PLAN, () => planned(draw)),
    quotes: some(0.5, QUOTE, () => quotes(draw, rough)),
  };
}

const PLAN = [
  'Project',
  'Start',
  'End',
  'People',
  'Products',
  'Tokens per person and month',
  'Probability',
  'Continues',
];
const QUOTE = ['Quote', 'Item', 'Quantity', 'Unit price', 'Discount', 'Term in years', 'Uplift per year'];

/** Tokens of a year, near enough for packs and tiers that are neither always empty nor always full. */
function roughTokens(usage: Rows): number {
  const units = usage.slice(1).reduce((sum, row) => sum + (typeof row[3] === 'number' ? row[3] : 0), 0);
  return Math.max(200, Math.round(units * 3));
}

/** A zoe who used nothing holds one too. */
function holdings(draw: Draws, users: readonly string[]): Rows {
  const held = users
    .filter(() => draw.chance(0.5))
    .map((user): readonly Cell[] => [
      draw.chance(0.3) ? user.toUpperCase() : user,
      draw.pick(['Revit', 'Revit', 'AutoCAD', 'AEC Collection', 'Civil 3D', 'Autodesk Docs']),
      draw.chance(0.7) ? LAST_DAY - draw.whole(100, 600) : null,
    ]);
  return [...held, ['zoe@firm.example', 'Revit', LAST_DAY - 300]];
}

function packs(draw: Draws, rough: number, byTeam: boolean): Rows {
  const header = ['Pack', 'Team', 'Kind', 'Quantity', 'Price', 'Start', 'Expiry'];
  const pack = (name: string, team: Cell, share: number, age: number): readonly Cell[] => [
    ...[name, team, draw.chance(0.1) ? 'carried forward' : 'purchase'],
    ...[
      Math.ceil(rough * share * (1 + draw.whole(0, 20) / 20)),
      draw.pick([0.3, 0.285, 2.85]),
      LAST_DAY - age,
    ],
    draw.chance(0.8) ? LAST_DAY - age + 364 : null,
  ];
  const owners: readonly Cell[] = byTeam ? TEAMS : [null];
  return [
    header,
    ...owners.flatMap((team, index) => [
      pack(`Order ${index + 1}`, team, 0.7 / owners.length, 410),
      pack(`Renewal ${index + 1}`, team, 0.8 / owners.length, 120),
    ]),
  ];
}

function tiers(draw: Draws, rough: number): Rows {
  return [
    [0, 0.3],
    [Math.ceil(rough * 0.4), 0.285],
    [Math.ceil(rough * draw.pick([0.9, 1.3])), 0.25],
  ];
}

function planned(draw: Draws): Rows {
  return [
    [
      'Airport',
      LAST_DAY + 40,
      LAST_DAY + 140,
      draw.whole(1, 4),
      'Revit',
      draw.chance(0.5) ? draw.whole(50, 300) : null,
      0.6,
      null,
    ],
    ['Phase two', LAST_DAY + 10, LAST_DAY + 100, 2, 'AutoCAD', draw.whole(20, 90), null, draw.pick(PROJECTS)],
  ];
}

function quotes(draw: Draws, rough: number): Rows {
  return [
    ['Vendor A', 'Flex tokens', Math.ceil(rough * 1.1), 0.3, 0.12, 3, 0.03],
    ['Vendor A', 'AEC Collection', draw.whole(1, 6), 3375, 0.1, null, null],
    ['Vendor B', 'Flex tokens', Math.ceil(rough * 0.8), 0.29, 0.05, 1, 0],
  ];
}
