import { readFileSync } from 'node:fs';
import path from 'node:path';
import { json, program, SAMPLE } from '../program';

const cli = program();
afterAll(cli.remove);

type Rows = readonly Readonly<Record<string, unknown>>[];
type Result = Readonly<Record<string, Rows>> & { readonly figures: Readonly<Record<string, unknown>> };
const checked = (...words: readonly string[]): Result =>
  json(cli.run('compliance', ...words, '--json'))['compliance'] as Result;

/** Ann left in June and burns on; the service account works; Bob holds a seat. Revit takes 5 tokens an hour, $0.30 each. */
const USAGE = cli.file(
  'usage.csv',
  [
    'User,Product,Date,Hours,Tokens',
    'ann@example.com,Revit,2026-05-04,10,50',
    'ann@example.com,Revit,2026-07-06,8,40',
    'ann@example.com,Revit,2026-07-07,6,30',
    'svc-batch@example.com,Revit,2026-07-06,4,20',
    'bob@example.com,AutoCAD,2026-07-06,7,7',
  ].join('\n'),
);
const PEOPLE = cli.file('people.csv', 'Email,End date\nann@example.com,2026-06-30\nbob@example.com,\n');
const SEATS = cli.file('seats.csv', 'User,Product,Assigned\nbob@example.com,AutoCAD,2025-03-01\n');

test('who left and burns on, and accounts of services, are found with their rows and figures', () => {
  const { FlexFindings, FlexChecks, figures } = checked(USAGE, '--people', PEOPLE, '--seats', SEATS);
  const departed = FlexFindings?.find((row) => row['Rule'] === 'departed');
  expect(departed).toMatchObject({ Who: 'ann@example.com', Severity: 'high', State: 'open', Rows: '3, 4' });
  // After 30 June: 40 + 30 = 70 tokens × $0.30 = $21.00; the 50 of May do not count.
  expect(departed?.['Evidence']).toMatch(/70 tokens \(\$21\.00\)/);
  expect(FlexFindings?.find((row) => row['Rule'] === 'service name')).toMatchObject({
    Who: 'svc-batch@example.com',
    Rows: '5',
  });
  // Ten checks; the sessions of two machines need Start, End and Machine.
  expect(FlexChecks).toHaveLength(10);
  expect(FlexChecks?.find((row) => row['Rule'] === 'overlapping sessions')).toMatchObject({ Ran: 'no' });
  expect(figures['Flex_ComplianceOpen']).toBe(FlexFindings?.length);
});

test('without a people table nobody can tell who left, and the check says so', () => {
  const { FlexChecks, FlexFindings } = checked(USAGE);
  expect(FlexChecks?.find((row) => row['Rule'] === 'departed')).toMatchObject({ Ran: 'no' });
  expect(FlexFindings?.some((row) => row['Rule'] === 'departed')).toBe(false);
});

test('states and reasons of an earlier run are kept, from its workbook and from its CSV; what is gone is closed', () => {
  const words = [USAGE, '--people', PEOPLE];
  expect(cli.run('compliance', ...words, '--csv', 'findings.csv', '--xlsx', 'c.xlsx').code).toBe(0);
  const same = checked(...words, '--findings', 'c.xlsx');
  expect(same['new']).toEqual([]);
  const text = readFileSync(path.join(cli.folder, 'findings.csv'), 'utf8');
  const accepted = cli.file(
    'accepted.csv',
    text
      .split('\r\n')
      .map((line) => (/departed/i.test(line) ? line.replace(',open,,', ',accepted,Notice period,') : line))
      .join('\r\n'),
  );
  const departed = checked(...words, '--findings', accepted)['FlexFindings']?.find(
    (row) => row['Rule'] === 'departed',
  );
  expect(departed).toMatchObject({ State: 'accepted', Reason: 'Notice period' });
  const fewer = cli.file(
    'fewer.csv',
    'User,Product,Date,Hours,Tokens\nann@example.com,Revit,2026-05-04,10,50\nbob@example.com,AutoCAD,2026-07-31,7,7\n',
  );
  const later = checked(fewer, '--people', PEOPLE, '--findings', 'c.xlsx');
  expect(later['FlexFindings']?.find((row) => row['Rule'] === 'departed')).toMatchObject({ State: 'closed' });
});

test('the register has Flex beside seats, and its costs sum', () => {
  const { FlexItam, figures } = checked(USAGE, '--seats', SEATS);
  expect(FlexItam?.find((row) => row['User'] === 'bob@example.com')).toMatchObject({
    Product: 'AutoCAD',
    'Assigned since': '2025-03-01',
    'Seat price': 2030,
  });
  // Ann 120 tokens × $0.30 = $36.
  expect(FlexItam?.find((row) => row['User'] === 'ann@example.com')).toMatchObject({
    Access: 'Flex',
    Tokens: 120,
    'Yearly cost': 36,
  });
  const sum = FlexItam?.reduce((total, row) => total + Number(row['Yearly cost']), 0);
  expect(figures['Flex_ItamCost']).toBeCloseTo(sum ?? NaN, 6);
  expect(
    cli.run('compliance', USAGE, '--seats', SEATS, '--table', 'FlexItam', '--csv', 'itam.csv').code,
  ).toBe(0);
  const lines = readFileSync(path.join(cli.folder, 'itam.csv'), 'utf8').trim().split('\r\n');
  expect(lines[0]).toMatch(/^User,Name,Product,Access,Assigned since,/);
  expect(lines).toHaveLength(1 + (FlexItam?.length ?? 0));
});

test('the check of cloud products runs on the moves that the portfolio proposes, and names none that the card only does not list', () => {
  const rule = 'cloud entitlement';
  const result = checked(SAMPLE, '--seats', 'assets/sample/seats.csv');
  expect(result['FlexChecks']?.find((row) => row['Rule'] === rule)).toMatchObject({ Ran: 'yes' });
  // Navisworks Manage stands in a Collection and not on the guide's card: that is not "not on Flex".
  expect(result['FlexFindings']?.filter((row) => row['Rule'] === rule)).toEqual([]);
});

describe('lists that cannot be used end with 2 and say what to do', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    [
      'people without a key',
      [USAGE, '--people', cli.file('nokey.csv', 'Name,End date\nAnn,2026-06-30\n')],
      /nokey\.csv: .*no column Email, hash or User/,
    ],
    [
      'findings with a state that is none',
      [USAGE, '--findings', cli.file('state.csv', 'Id,Rule,State,Reason\nx,departed,maybe,\n')],
      /state\.csv.*State in .* is "maybe"\. Enter open, accepted, closed/,
    ],
    ['a table that is none', [USAGE, '--table', 'Itam', '--csv', 'x.csv'], /no table "Itam" here.*FlexItam/],
  ];
  test.each(cases)('%s', (_, words, sentence) => {
    const { code, out, err } = cli.run('compliance', ...words);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
});
