import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { breakEvenTable } from '../../src/engine/breakeven';
import { guideCard, priceTerms } from '../../src/engine/catalog';
import { segmentUsers, summarizeSegments } from '../../src/engine/segments';
import { readUsage } from '../../src/engine/usage/reader/reader';
import type { RawCell } from '../../src/engine/usage';
import { segmentColumns } from '../../src/report/segments/columns';
import { LINES, json, program, SAMPLE } from './program';

const cli = program();
afterAll(cli.remove);

type Records = readonly Readonly<Record<string, unknown>>[];
type Result = Readonly<Record<string, Records>>;

const sample = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../assets/sample/usage.json'), 'utf8'),
) as {
  readonly columns: string[];
  readonly rows: RawCell[][];
};
const terms = priceTerms(guideCard, { seatDiscount: 0.25 });
const reading = readUsage([sample.columns, ...sample.rows], { card: guideCard });
const { rows: people } = segmentUsers(reading, {
  card: guideCard,
  terms,
  asOf: null,
  externalDomains: [],
  rankingHoursPerDay: 8,
});

describe('JSON of a segmentation', () => {
  const ended = cli.run('segment', SAMPLE, '--seat-discount', '25%', '--json');
  const result = json(ended);
  const segment = result['segment'] as Result;

  test('comes alone: one object, its row counts first, everything read accounted for', () => {
    expect(ended.err).toBe('');
    expect(Object.keys(result)).toEqual(['rows', 'complete', 'shares', 'rejected', 'provenance', 'segment']);
    expect(result['complete']).toBe(true);
    expect(ended.out.startsWith('{\n  "rows": {\n    "read": 16382,')).toBe(true);
    const { read, used, rejected } = result['rows'] as Record<string, number>;
    expect(read).toBe((used ?? 0) + (rejected ?? 0));
    expect(result['rejected']).toEqual(reading.rejected);
  });

  test("has the sheet's columns, in the sheet's order", () => {
    const headers = segmentColumns('USD').map(({ column }) => column.header);
    expect(Object.keys(segment['FlexSegments']?.[0] ?? {})).toEqual(headers);
  });

  test('says of every person what the engine says', () => {
    const shown = segment['FlexSegments']?.map((row) => [
      row['User'],
      row['Segment'],
      row['Flex cost'],
      row['Saving'],
      row['Recommended cost'],
    ]);
    const missing = 'price missing';
    expect(shown).toEqual(
      people.map((row) => [
        row.user,
        row.segment,
        row.flexCost ?? missing,
        row.saving ?? missing,
        row.recommendedCost ?? missing,
      ]),
    );
  });

  test("adds up to the engine's totals", () => {
    const totals = segment['FlexSegmentSummary']?.map((row) => [
      row['Segment'],
      row['Users'],
      row['Tokens'],
      row['Cost'],
      row['Saving'],
      row['Price missing'],
    ]);
    expect(totals).toEqual(
      summarizeSegments(people).map((row) => [
        row.segment,
        row.users,
        row.tokens,
        row.cost,
        row.saving,
        row.priceMissing,
      ]),
    );
  });
});

test('break-evens are those of FLEX.BREAKEVENTABLE, under the same headers', () => {
  const result = json(cli.run('breakeven', '--seat-discount', '0.25', '--json'))['breakeven'] as Result;
  const [header = [], ...rows] = breakEvenTable(guideCard, terms);
  const shown = result['FlexBreakEven']?.map((row) => header.map((name) => row[String(name)] ?? ''));
  expect(shown).toEqual(rows.map((row) => row.map((cell) => cell ?? '')));
});

test('the same run prints the same text twice, with no control character in a pipe', () => {
  const [first, second] = [cli.run('segment', SAMPLE), cli.run('segment', SAMPLE)];
  expect(first).toEqual(second);
  expect(first.err).toBe('');
  expect(first.out).not.toMatch(/(?!\n)\p{Cc}/u);
});

test('a sizing prints the same figures as JSON twice, and the pool of the people on Flex is smaller', () => {
  const all = json(cli.run('pool', SAMPLE, '--json'))['pool'] as Record<string, unknown>;
  const again = json(cli.run('pool', SAMPLE, '--json'))['pool'];
  expect(again).toEqual(all);
  const flex = json(cli.run('pool', SAMPLE, '--population', 'flex', '--json'))['pool'] as Record<
    string,
    unknown
  >;
  const baseline = (of: Record<string, unknown>): number =>
    (of['figures'] as Record<string, number>)['Flex_PoolBaseline'] ?? NaN;
  expect(baseline(flex)).toBeLessThan(baseline(all));
  expect(baseline(flex)).toBeGreaterThan(0);
});

test('the same usage as CSV, TSV and workbook gives the same people', async () => {
  const { writeXlsx } = await import('hucre/xlsx');
  const table = LINES.map((line) => line.split(','));
  const cells = table.map((row, index) =>
    row.map((cell, at) =>
      index > 0 && at === 3 ? Number(cell) : index > 0 && at === 2 ? new Date(cell) : cell,
    ),
  );
  const book = await writeXlsx({
    sheets: [
      { name: 'Read me', rows: [['Usage export', 'for finance']] },
      { name: 'Usage', rows: [['Account report'], [], ...cells] },
    ],
  });
  const files = [
    cli.file('u.csv', LINES.join('\n')),
    cli.file('u.tsv', table.map((row) => row.join('\t')).join('\n')),
    cli.file('u.xlsx', book),
  ];
  const results = files.map((file) => json(cli.run('segment', file, '--json')));
  for (const result of results) {
    expect(result['rows']).toEqual({ read: 3, used: 3, rejected: 0 });
    expect(result['segment']).toEqual(results[0]?.['segment']);
  }
  expect(results[2]?.['provenance']).toMatchObject({ input: 'u.xlsx, sheet Usage' });
});

describe('text that begins like a formula', () => {
  const EVIL = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=2', ' =3', '＝1', 'x;=1', '=HYPERLINK("http://x","y")'];
  const quote = (text: string): string => `"${text.replace(/"/g, '""')}"`;
  const usage = cli.file(
    'evil.csv',
    ['User,Product,Date,Hours', ...EVIL.map((user) => `${quote(user)},Revit,2026-01-05,5`)].join('\n'),
  );
  const ended = cli.run('segment', usage, '--csv', 'evil-out.csv', '--xlsx', 'evil-out.xlsx');

  test('stays text in a CSV file', () => {
    expect(ended).toMatchObject({ code: 0, err: '' });
    const text = readFileSync(path.join(cli.folder, 'evil-out.csv'), 'utf8');
    expect(text.startsWith('\uFEFFUser,Segment,')).toBe(true);
    const first = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.replace(/^"/, ''));
    expect(first).toHaveLength(EVIL.length);
    for (const line of first) expect(line).not.toMatch(/^\s*[=+\-@＝]|;\s*[=+@]/u);
  });

  test('stays text in a workbook', async () => {
    const book = await readXlsx(readFileSync(path.join(cli.folder, 'evil-out.xlsx')), { readStyles: true });
    const cells = book.sheets.flatMap((sheet) => [...(sheet.cells ?? new Map()).values()]);
    const formulas = cells.flatMap((cell: { formula?: string }) => cell.formula ?? []);
    expect(formulas.length).toBeGreaterThan(10);
    expect(formulas.filter((formula) => /HYPERLINK|^1\+1|^\+?1$/.test(formula))).toEqual([]);
    const values = book.sheets.flatMap(({ rows }) => rows.flat());
    for (const user of ['=1+1', '+1', '-1', '@SUM(A1)']) expect(values).toContain(user);
  });
});
