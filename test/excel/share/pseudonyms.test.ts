import { createHmac } from 'node:crypto';
import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import { loadHost, type LoadedHost } from '../../office/load';
import { monitorOf } from '../monitor/workbook';
import { typeRow } from '../pool/workbook';
import { addPeopleAround, inspect, KEY, pseudonymise } from './workbook';
import { cells, dump, fill, OCTOBER, tableRows, type Cell } from '../workbook';

jest.setTimeout(60_000);

/** Names and what stands for them in any spelling; none may be left. */
const PEOPLE = [
  'ann.lee@x.org',
  'Ann Lee',
  'ben@x.org',
  'Ben Ode',
  'cara@x.org',
  'Cara Moss',
  'dora@x.org',
  'Kim Boss',
];

/** Six people in Design, two in Field, one in Harbour Works. */
const TEAMS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  Design: [
    ['ann.lee@x.org', 'Ann Lee'],
    ['d1@x.org', 'Dee One'],
    ['d2@x.org', 'Dee Two'],
    ['d3@x.org', 'Dee Three'],
    ['d4@x.org', 'Dee Four'],
    ['d5@x.org', 'Dee Five'],
  ],
  Field: [
    ['ben@x.org', 'Ben Ode'],
    ['cara@x.org', 'Cara Moss'],
  ],
  'Harbour Works': [['dora@x.org', 'Dora Pew']],
};

function usage(): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [['User', 'Name', 'Product', 'Date', 'Hours', 'Team']];
  for (let day = OCTOBER - 60; day <= OCTOBER; day += 1) {
    for (const [team, people] of Object.entries(TEAMS)) {
      for (const [user, name] of people) rows.push([user, name, 'Revit', day, 2, team]);
    }
  }
  return rows;
}

let loaded: LoadedHost;
beforeEach(async () => {
  loaded = await loadHost({ evaluate: () => null });
  fill(loaded, 'Usage', usage());
});

const text = (): string => JSON.stringify(dump(loaded.host)).toLowerCase();
const named = (): readonly string[] =>
  [...PEOPLE, ...Object.values(TEAMS).flat(2)].filter((name) => text().includes(name.toLowerCase()));
const alias = (person: string): string =>
  `p-${createHmac('sha256', Buffer.from(KEY, 'hex')).update(person).digest('hex').slice(0, 10)}`;

/** Sheets of ours with people and teams on them, and people in every other place a workbook has. */
async function filled(): Promise<void> {
  const services = createPaneServices();
  await services.commands.segment.run(
    { kind: 'sheet', name: 'Usage' },
    DEFAULT_SETTINGS,
    {},
    () => undefined,
    new AbortController().signal,
  );
  await services.insertLedger(false);
  typeRow(loaded, 'FlexPacks', 0, { Pack: 'Order 1', Quantity: 9000, Price: 0.3, Start: OCTOBER - 90 });
  await monitorOf({});
  typeRow(loaded, 'FlexSegments', 0, { Owner: 'Kim Boss', Note: 'asked ANN LEE, see ben@x.org' });
  await addPeopleAround(loaded, 'Ann Lee', 'ann.lee@x.org');
}

test('no name is left in any cell, chart, comment, note, name or property', async () => {
  await filled();
  expect(named().length).toBeGreaterThan(15);
  const outcome = await pseudonymise();
  expect(named()).toEqual([]);
  expect(text()).not.toContain('somebody else');
  // Nine of the usage, and the owner.
  expect(outcome).toMatchObject({ people: 10, comments: 1, notes: 1, left: [] });
  expect(loaded.host.state.comments.size).toBe(0);
  const ann = alias('ann.lee@x.org');
  expect(cells(loaded, 'Mine', true)[0]).toEqual([`=IF(A2="${ann}","${ann}","")`, `=${ann}`]);
});

test('a person keeps one alias in every cell, also by name, and the alias is the key’s own HMAC', async () => {
  await pseudonymise();
  const rows = cells(loaded, 'Usage');
  const ann = alias('ann.lee@x.org');
  expect(rows[1]?.slice(0, 2)).toEqual([ann, ann]);
  expect(rows.filter((row) => row[0] === ann)).toHaveLength(61);
  expect(new Set(rows.slice(1).map((row) => row[0])).size).toBe(9);
});

test('another key gives other aliases, and the key stands nowhere in the workbook', async () => {
  await pseudonymise({ key: createPaneServices().newPseudonymKey() });
  expect(cells(loaded, 'Usage')[1]?.[0]).toMatch(/^p-[0-9a-f]{10}$/);
  expect(cells(loaded, 'Usage')[1]?.[0]).not.toBe(alias('ann.lee@x.org'));
  fill(loaded, 'Usage', usage());
  await pseudonymise();
  expect(text()).not.toContain(KEY);
});

test('a key that is none is refused, and nothing changes', async () => {
  const before = dump(loaded.host);
  await expect(pseudonymise({ key: 'secret' })).rejects.toMatchObject({ code: 'BadKey', untouched: true });
  expect(dump(loaded.host)).toEqual(before);
});

test("sheets of the user's stay as they are until he agrees, and the outcome says that they name people", async () => {
  await filled();
  const usageBefore = cells(loaded, 'Usage');
  const outcome = await pseudonymise({ ownSheets: false });
  expect(cells(loaded, 'Usage')).toEqual(usageBefore);
  expect(outcome.left.map((line) => line.split(' is yours')[0])).toEqual(['Usage', 'Mine']);
  expect(JSON.stringify(tableRows(loaded, 'FlexSegments')).toLowerCase()).not.toContain('ann');
});

test('a sheet whose name names a person keeps it, and the outcome says so', async () => {
  fill(loaded, 'Ann Lee', [['Notes'], ['none']]);
  const { left } = await pseudonymise();
  expect(left).toEqual([
    'The name of the sheet Ann Lee names a person and stays. Rename the sheet before you send it.',
  ]);
});

test('teams of fewer than five people are one row, whose figures are their sum, and their names are gone', async () => {
  await filled();
  const before = tableRows(loaded, 'FlexBurnByTeam');
  const total = (rows: readonly Record<string, unknown>[]): number =>
    rows.reduce((sum, row) => sum + Number(row['Last 28 days'] ?? 0), 0);
  // 9 people × 28 days × 2 h × 5 tokens = 2,520.
  expect(total(before)).toBe(2520);
  const outcome = await pseudonymise();
  const after = tableRows(loaded, 'FlexBurnByTeam').filter((row) => (row['Team'] ?? '') !== '');
  // Field 2 and Harbour Works 1 are 3 people, still fewer than five: Design goes with them.
  expect(outcome.smallTeams).toBe(3);
  expect(after.map((row) => [row['Team'], row['Last 28 days']])).toEqual([['Groups under 5 people', 2520]]);
  expect(text()).not.toContain('harbour works');
});

test('a look beforehand counts who is named where, and changes nothing', async () => {
  await filled();
  const before = dump(loaded.host);
  const { personal } = await inspect();
  expect(dump(loaded.host)).toEqual(before);
  expect(personal.people).toBe(10);
  expect(personal.sheets.find(({ sheet }) => sheet === 'Usage')).toEqual({
    sheet: 'Usage',
    ours: false,
    columns: ['User', 'Name'],
    // 9 people on 61 days, twice each.
    cells: 1098,
  });
  expect(personal).toMatchObject({ comments: 1, notes: 1 });
});
