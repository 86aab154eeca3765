import { readFileSync } from 'node:fs';
import path from 'node:path';
import { json, program, SAMPLE } from '../program';

jest.setTimeout(180_000);
const cli = program();
afterAll(cli.remove);

type Rows = readonly Readonly<Record<string, unknown>>[];
type Result = Readonly<Record<string, Rows>> & { readonly figures: Readonly<Record<string, unknown>> };
const imported = (...words: readonly string[]): Result =>
  json(cli.run('import', ...words, '--json'))['import'] as Result;
const file = (name: string): string => readFileSync(path.join(cli.folder, name), 'utf8');

/** Ann uses Revit on two days, Bob on one. */
const WEEK_1 = cli.file(
  'week1.csv',
  'User,Product,Date,Hours,Tokens\nann,Revit,2026-03-02,2,10\nann,Revit,2026-03-03,4,20\nbob,Revit,2026-03-03,1,5\n',
);
/** Ann's Tuesday is corrected, her Wednesday is new, Bob's Tuesday is as it was. */
const WEEK_2 = cli.file(
  'week2.csv',
  'User,Product,Date,Hours,Tokens\nann,Revit,2026-03-03,5,25\nann,Revit,2026-03-04,3,15\nbob,Revit,2026-03-03,1,5\n',
);

test('a second export is appended: new days, corrected ones, the same ones, and what only the history has', () => {
  expect(cli.run('import', WEEK_1, '--csv', 'history.csv', '--xlsx', 'history.xlsx').code).toBe(0);
  for (const history of ['history.csv', 'history.xlsx']) {
    const { figures, FlexUsage } = imported(WEEK_2, '--history', history);
    expect(figures).toMatchObject({
      Flex_AppendNew: 1,
      Flex_AppendChanged: 1,
      Flex_AppendSame: 1,
      Flex_AppendKept: 1,
      // 10 + 25 + 15 of Ann, 5 of Bob.
      Flex_UsageTokens: 55,
      Flex_UsageLastDay: '2026-03-04',
    });
    expect(FlexUsage?.map((row) => [row['User'], row['Date'], row['Tokens']])).toEqual(
      expect.arrayContaining([
        ['ann', '2026-03-02', 10],
        ['ann', '2026-03-03', 25],
        ['ann', '2026-03-04', 15],
        ['bob', '2026-03-03', 5],
      ]),
    );
  }
});

test('the same export twice changes nothing, and without a place to write nothing is written', () => {
  cli.run('import', WEEK_1, '--csv', 'once.csv');
  const before = file('once.csv');
  const again = cli.run('import', WEEK_1, '--history', 'once.csv');
  expect(again.out).toMatch(/holds everything of this export already, nothing changes/);
  expect(file('once.csv')).toBe(before);
  expect(cli.run('import', WEEK_1, '--history', 'once.csv', '--csv', 'twice.csv').code).toBe(0);
  expect(file('twice.csv')).toBe(before);
});

test('results over an imported workbook and over its CSV are those over the export', () => {
  cli.run('import', SAMPLE, '--csv', 'sample.csv', '--xlsx', 'sample.xlsx');
  const result = (input: string) => {
    const { figures, FlexSegments } = json(cli.run('segment', input, '--json'))['segment'] as Result;
    // A history is sorted, so people come in another order.
    const people = FlexSegments?.map((row) => [
      row['User'],
      row['Segment'],
      row['Recommended cost'],
      row['Reason'],
    ]);
    return { figures, people: people?.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)) };
  };
  const straight = result(SAMPLE);
  expect(straight.people).toHaveLength(403);
  expect(result('sample.csv')).toEqual(straight);
  expect(result('sample.xlsx')).toEqual(straight);
  const monitored = (input: string) =>
    (
      json(
        cli.run(
          ...[
            'monitor',
            input,
            '--purchases',
            'assets/sample/purchases.csv',
            '--as-of',
            '2026-10-31',
            '--json',
          ],
        ),
      )['monitor'] as Result
    ).figures;
  expect(monitored('sample.xlsx')).toEqual(monitored(SAMPLE));
});

test('a reported workbook carries usage and packs: imported again, every result is the same', () => {
  const purchases = ['--purchases', 'assets/sample/purchases.csv', '--as-of', '2026-10-31'];
  const reported = cli.run('report', SAMPLE, ...purchases, '--with-usage', '--xlsx', 'report.xlsx', '--json');
  expect([reported.code, reported.err]).toEqual([0, '']);
  expect(cli.run('import', 'report.xlsx', '--csv', 'again.csv').code).toBe(0);
  expect(cli.run('import', 'report.xlsx', '--table', 'FlexPacks', '--csv', 'packs.csv').code).toBe(0);
  expect(
    file('packs.csv')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',').slice(3).join(',')),
  ).toEqual([
    '420000,0.3,2025-09-01,2026-08-31',
    '850000,0.285,2026-02-01,2027-01-31',
    '150000,0.3,2026-08-01,2027-07-31',
  ]);
  const again = cli.run(
    ...[
      'report',
      'again.csv',
      '--purchases',
      'packs.csv',
      '--as-of',
      '2026-10-31',
      '--xlsx',
      'second.xlsx',
      '--json',
    ],
  );
  const figures = (ended: typeof again) => (json(ended)['report'] as Result).figures;
  expect(figures(again)).toEqual(figures(reported));
});

describe('what cannot be kept as a history ends with 2 and says why', () => {
  const months = cli.file(
    'months.csv',
    [
      'User,Product,Date,Hours',
      ...Array.from({ length: 3 }, (_, at) => `ann,Revit,2026-0${at + 1}-01,120`),
    ].join('\n'),
  );
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['months', [months], /A history needs days/],
    [
      'a history with a row that would be lost',
      [
        WEEK_1,
        '--history',
        cli.file('broken.csv', 'User,Product,Date,Hours\nann,Revit,2026-03-02,2\nann,Revit,2026-03-03,n/a\n'),
      ],
      /broken\.csv cannot be read.*row 3 \(Hours: not a number\)/,
    ],
    ['no file', [], /import needs USAGE/],
  ];
  test.each(cases)('%s', (_, words, sentence) => {
    const { code, out, err } = cli.run('import', ...words);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
});

test('of a workbook with results before its usage, the usage is read', () => {
  cli.run('report', SAMPLE, '--with-usage', '--xlsx', 'results-first.xlsx');
  const { rows, provenance } = json(cli.run('segment', 'results-first.xlsx', '--json')) as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  expect(rows).toEqual({ read: 16376, used: 16376, rejected: 0 });
  expect(provenance?.['input']).toBe('results-first.xlsx, sheet Flex Usage');
});
