import { guideCard, retailCard } from '../../../src/engine/catalog';
import { serialOf } from '../../../src/engine/numeric';
import { learnRates, readPeople, type RawCell } from '../../../src/engine/usage';
import { readUsage } from '../../../src/engine/usage/reader/reader';

const PEOPLE: RawCell[][] = [
  [
    'E-mail',
    'Hashed Autodesk ID',
    'User type',
    'Department',
    'Cost centre',
    'Project',
    'Manager',
    'End date',
    'Role',
  ],
  ['ADA@example.com', '', 'contractor', 'Design', 'C1', 'Bridge', 'Max', '31.12.2026', 'Architect'],
  ['', 'h2', 'internal', '', 'C2', '', '', '', ''],
  ['', '', '', '', '', '', '', '', ''],
  ['ada@example.com', '', 'employee', '', '', '', '', '', ''],
  ['', '', 'employee', '', '', '', '', '', ''],
  ['cy@example.com', '', '', '', '', '', '', 'soon', ''],
];

test('people are joined by e-mail or hash, and the unmatched are listed', () => {
  const usage = [
    ['Email', 'Hashed Autodesk ID', 'Product', 'Date', 'Hours', 'Department'],
    ['ada@example.com', 'h1', 'Revit', 46000, 1, 'Sales'],
    ['*****', 'h2', 'Revit', 46000, 1, 'Sales'],
    ['dee@example.com', 'h4', 'Revit', 46000, 1, ''],
  ];
  const reading = readUsage(usage, { card: guideCard, people: readPeople(PEOPLE) });
  expect(reading.people).toEqual({ matched: 2, unmatched: ['dee@example.com'] });
  const [ada, two, dee] = reading.table.users;
  expect(ada).toMatchObject({
    userType: 'contractor',
    department: 'Design',
    project: 'Bridge',
    costCentre: 'C1',
    manager: 'Max',
    role: 'Architect',
    endDate: serialOf(2026, 12, 31),
  });
  expect(two).toMatchObject({
    key: 'h2',
    userType: 'employee',
    department: 'Sales',
    costCentre: 'C2',
    endDate: null,
  });
  expect(dee?.costCentre).toBeUndefined();
});

test('people rows that cannot be used are listed, and the first of two rows for one person counts', () => {
  const table = readPeople(PEOPLE);
  expect(table.read).toBe(5);
  expect(table.rejected.map(({ row, reason }) => [row, reason])).toEqual([
    [5, 'listed before, in row 2: that row counts'],
    [6, 'no e-mail, hash or user'],
    [7, 'not a date'],
  ]);
});

test('a people table without a key column says which column it needs', () => {
  expect(() => readPeople([['Department', 'Manager']])).toThrow('no column Email, hash or User');
});

function dayRows(...tokens: number[]): RawCell[][] {
  return [
    ['Team', 'Email', 'Product', 'Day used', 'Tokens used'],
    ...tokens.map((value, day): RawCell[] => ['T', 'ada@example.com', 'Civil 3D', 46000 + day, value]),
  ];
}

test('an empty rate is learnt as the commonest day, with its support', () => {
  const [learnt] = learnRates(readUsage(dayRows(9, 9, 9, 18, 0, -9), { card: retailCard }));
  expect(learnt).toEqual({
    product: 'Civil 3D',
    rate: 9,
    support: 3,
    days: 4,
    cardRate: null,
    verdict: 'fills',
    sentence: 'Your export, 3 of 4 days: 9 tokens a day for Civil 3D; the card has no rate for it.',
  });
});

test('a filled rate that the export contradicts is a warning, a day with a refund teaches nothing', () => {
  const range = [
    ['Email', 'Product', 'Day used', 'Tokens used'],
    ['ada@example.com', 'Revit', 46000, 12],
    ['ada@example.com', 'Revit', 46000, -2],
    ['bo@example.com', 'Revit', 46001, 11],
  ];
  const [learnt] = learnRates(readUsage(range, { card: retailCard }));
  expect(learnt).toMatchObject({ rate: 11, support: 1, days: 1, cardRate: 10, verdict: 'disagrees' });
});

test('tokens that were worked out from the card teach nothing about the card', () => {
  const range = [
    ['User', 'Product', 'Date', 'Days', 'Tokens'],
    ['Ada', 'Revit', 46000, 1, ''],
    ['Ada', 'Revit', 46002, 1, ''],
  ];
  expect(learnRates(readUsage(range, { card: retailCard }))).toEqual([]);
});

test('hourly and yearly data teach no day rate', () => {
  const hourly = [
    ['User', 'Product', 'Date', 'Hours', 'Tokens'],
    ['Ada', 'Revit', 46000, 1, 5],
  ];
  expect(learnRates(readUsage(hourly, { card: guideCard }))).toEqual([]);
  const yearly = [
    ['email', 'offering_name', 'days_used', 'tokens_used', 'last_accessed'],
    ['ada@example.com', 'Revit', 1, 10, '2026-03-01'],
  ];
  expect(learnRates(readUsage(yearly, { card: retailCard }))).toEqual([]);
});

test('a project class of the people table reaches the person, whichever of its names heads the column', () => {
  for (const header of ['Project class', 'project_class', 'Class', 'Criticality']) {
    const people = readPeople([
      ['Email', 'Role', header],
      ['ada@example.com', 'Architect', 'Critical'],
      ['bo@example.com', 'Modeller', '#N/A'],
    ]);
    const usage = [
      ['Email', 'Product', 'Date', 'Hours'],
      ['ada@example.com', 'Revit', 46000, 1],
      ['bo@example.com', 'Revit', 46000, 1],
      ['cy@example.com', 'Revit', 46000, 1],
    ];
    const { users } = readUsage(usage, { card: guideCard, people }).table;
    expect(users.map((user) => user.projectClass)).toEqual(['Critical', '', undefined]);
    expect(users[0]?.role).toBe('Architect');
  }
});
