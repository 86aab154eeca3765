import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { isoDate, serialOf } from '../../../src/engine/numeric';
import { SAMPLE_PACKS } from '../../../src/report/monitor/ledger/sample';
import { sampleSeats, sampleSubscriptions } from '../../../src/report/portfolio/seats/sample';
import { json, program, SAMPLE } from '../program';

const cli = program();
afterAll(cli.remove);

type Rows = readonly Readonly<Record<string, unknown>>[];
const monitored = (...words: readonly string[]) =>
  json(cli.run('monitor', ...words, '--json'))['monitor'] as Readonly<Record<string, unknown>>;
const figuresOf = (result: Readonly<Record<string, unknown>>) =>
  result['figures'] as Readonly<Record<string, unknown>>;

/** 300 days from 1 January 2026 to 27 October, the same hours of Revit on each: 5 tokens an hour on the guide card. */
const LAST_DAY = '2026-10-27';
function usage(tokens: number): string {
  const first = serialOf(2026, 1, 1);
  const rows = Array.from(
    { length: 300 },
    (_, day) => `ann@example.com,Revit,${isoDate(first + day)},${tokens / 5 / 300}`,
  );
  return cli.file(`burned-${tokens}.csv`, ['User,Product,Date,Hours', ...rows].join('\n'));
}
const packs = cli.file('packs.csv', 'Quantity,Start,Expiry,Price\n1000,2026-01-01,2026-12-31,3\n');
const YEAR = ['--purchases', packs, '--as-of', LAST_DAY] as const;

// Of 1,000 tokens: 600 burned leave 40 %, 750 leave 25 %, 850 leave 15 %, 920 leave 8 %.
const LEVELS: readonly [string, number, number, string][] = [
  ['nothing to do above 30 %', 600, 0, 'OK'],
  ['review at or below 30 %', 750, 10, 'Review (30%)'],
  ['top up at or below 20 %', 850, 20, 'Top-up (20%) – early'],
  ['escalate at or below 10 %', 920, 30, 'Escalate (10%) – early'],
];
test.each(LEVELS)('the exit code tells a schedule what to do: %s', (_, tokens, code, status) => {
  // 40 % left in October partly expire unused; that alert has a test of its own.
  const ended = cli.run('monitor', usage(tokens), ...YEAR, '--waste-share', '100%', '--json');
  expect([ended.code, ended.err]).toEqual([code, '']);
  const figures = figuresOf(json(ended)['monitor'] as Readonly<Record<string, unknown>>);
  expect(figures['Flex_MonitorStatus']).toBe(status);
  expect(figures['Flex_MonitorBalance']).toBeCloseTo(1000 - tokens, 3);
  // (1,000 − tokens) ÷ (tokens ÷ 300 a day): 200, 100, 53 (52.9) and 26 (26.1) days.
  expect(figures['Flex_MonitorDaysOfCover']).toBe(Math.round(((1000 - tokens) * 300) / tokens));
});

test('tokens that will expire unused ask for a review, usage that is too old is never OK', () => {
  // 400 left, 2 a day over the 65 days to the expiry: 270 are left over, 27 % of the pool.
  const wasted = cli.run('monitor', usage(600), ...YEAR, '--json');
  expect(wasted.code).toBe(10);
  const result = json(wasted)['monitor'] as Readonly<Record<string, Rows>>;
  expect(result['FlexAlertRegister']?.map((alert) => alert['Kind'])).toEqual(['expiry waste']);
  const old = cli.run(
    ...['monitor', usage(600), '--purchases', packs, '--as-of', '2026-11-10', '--waste-share', '1', '--json'],
  );
  expect([old.code, json(old)['monitor']]).toEqual([10, expect.objectContaining({ status: 'Data too old' })]);
});

test('thresholds follow the options, and a pool with no day of warning left is ordered for', () => {
  const words = [usage(750), ...YEAR, '--waste-share', '1'];
  expect(
    cli.run('monitor', ...words, '--review-at', '20%', '--top-up-at', '10%', '--escalate-at', '5%').code,
  ).toBe(0);
  // 25 % left is review; with an order that takes 100 days the earliest date comes first.
  expect(cli.run('monitor', ...words, '--lead-days', '100').code).toBe(20);
});

test('without --as-of the day is today, so a forgotten export is called too old', () => {
  const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  const rows = Array.from({ length: 60 }, (_, day) => `ann@example.com,Revit,${ago(160 - day)},1`);
  const old = cli.file('forgotten.csv', ['User,Product,Date,Hours', ...rows].join('\n'));
  const bought = cli.file('this-year.csv', `Quantity,Start,Expiry,Price\n1000,${ago(170)},${ago(-190)},3\n`);
  const { code, out } = cli.run('monitor', old, '--purchases', bought, '--waste-share', '1');
  expect(out).toContain('Data too old');
  expect(code).toBe(10);
});

test('the workbook of a run is the book and the register of the next: same figures, nothing raised twice, an owner kept', () => {
  const words = [SAMPLE, '--as-of', '2026-10-31'];
  const first = monitored(...words, '--purchases', 'assets/sample/purchases.csv', '--xlsx', 'first.xlsx');
  const again = monitored(...words, '--purchases', 'first.xlsx', '--alerts', 'first.xlsx');
  expect(first['raisedNow']).toEqual(['review|2026-08-01', 'top-up|2026-08-01']);
  expect(again).toEqual({ ...first, raisedNow: [] });
  cli.run('monitor', ...words, '--purchases', 'first.xlsx', '--csv', 'alerts.csv');
  const text = readFileSync(path.join(cli.folder, 'alerts.csv'), 'utf8');
  const owned = cli.file(
    'owned.csv',
    text.replace(/open,\r/, 'acknowledged,Kim\r').replace('2026-10-31', '2026-10-24'),
  );
  const register = monitored(...words, '--purchases', 'first.xlsx', '--alerts', owned)[
    'FlexAlertRegister'
  ] as Rows;
  expect(register.find((alert) => alert['Owner'] === 'Kim')).toMatchObject({
    State: 'acknowledged',
    Raised: '2026-10-24',
  });
});

test('packs burn by the ledger: first to expire first, what is used sums to the usage, chargeback to the invoices', () => {
  const result = monitored(SAMPLE, '--purchases', 'assets/sample/purchases.csv', '--as-of', '2026-10-31');
  const lots = result['FlexLots'] as Rows;
  expect(lots.map((lot) => lot['Pack'])).toEqual(['First order', 'Renewal 2026', 'Top-up August']);
  expect(lots[0]).toMatchObject({ Quantity: 420000, Burned: 420000, Balance: 0 });
  const balance = lots.reduce((sum, lot) => sum + Number(lot['Balance']), 0);
  expect(figuresOf(result)['Flex_MonitorBalance']).toBeCloseTo(balance, 6);
  // 420,000 × 0.30 + 850,000 × 0.285 + 150,000 × 0.30 = 126,000 + 242,250 + 45,000 = 413,250 invoiced.
  const charged = (result['FlexChargebackLines'] as Rows).reduce(
    (sum, line) => sum + Number(line['Total']),
    0,
  );
  const left = lots.reduce((sum, lot) => sum + Number(lot['Cost of balance']), 0);
  expect(charged + left).toBeCloseTo(413250, 2);
});

describe('lists that cannot be used end with 2 and say what to do', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['no packs at all', [SAMPLE], /--purchases FILE, with the columns Quantity/],
    [
      'packs without a price column',
      [SAMPLE, '--purchases', cli.file('noprice.csv', 'Quantity,Start,Expiry\n1,2026-01-01,2026-12-31\n')],
      /noprice\.csv: The table of packs has no column Price/,
    ],
    [
      'no pack that can be used',
      [SAMPLE, '--purchases', cli.file('zero.csv', 'Quantity,Start,Expiry,Price\n0,2026-01-01,,3\n')],
      /zero\.csv could not be used.*row 2: the quantity must be above 0/,
    ],
    [
      'thresholds that rise',
      [SAMPLE, '--purchases', packs, '--review-at', '10%'],
      /--review-at, --top-up-at and --escalate-at must fall/,
    ],
    [
      'a register without its columns',
      [SAMPLE, '--purchases', packs, '--alerts', cli.file('noalerts.csv', 'Id,Kind\nx,review\n')],
      /noalerts\.csv has no column "Raised"/,
    ],
  ];
  test.each(cases)('%s', (_, words, sentence) => {
    const { code, out, err } = cli.run('monitor', ...words);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
});

test('a row of the packs that cannot be used is said, and the others count', () => {
  const some = cli.file(
    'some.csv',
    'Quantity,Start,Expiry,Price\n1000,2026-01-01,2026-12-31,3\n500,2026-01-01,2026-12-31,free\n',
  );
  const result = monitored(usage(600), '--purchases', some, '--as-of', LAST_DAY);
  expect(result['notes']).toContainEqual(expect.stringMatching(/1 of 2 rows of some\.csv.*row 3/));
  expect(figuresOf(result)['Flex_MonitorPool']).toBe(1000);
});

test('the sample lists beside the usage are those that the add-in inserts', () => {
  const rows = (name: string) =>
    Papa.parse<string[]>(readFileSync(path.join(cli.folder, `assets/sample/${name}.csv`), 'utf8'), {
      skipEmptyLines: true,
    }).data.slice(1);
  const text = (cells: readonly unknown[], dates: number) =>
    cells.map((cell, at) => (cell === null ? '' : at >= dates ? isoDate(Number(cell)) : String(cell)));
  expect(rows('purchases')).toEqual(SAMPLE_PACKS.rows.map((cells) => text(cells, 5)));
  expect(rows('seats')).toEqual(sampleSeats().map((cells) => text(cells, 2)));
  expect(rows('subscriptions')).toEqual(sampleSubscriptions().map((cells) => text(cells, 2)));
});
