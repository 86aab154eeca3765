import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { json, program, SAMPLE } from '../program';

jest.setTimeout(120_000);
const cli = program();
afterAll(cli.remove);

const LISTS = ['--purchases', 'assets/sample/purchases.csv', '--seats', 'assets/sample/seats.csv'];

async function sheetsOf(file: string) {
  const { sheets } = await readXlsx(readFileSync(path.join(cli.folder, file)));
  return new Map(sheets.map(({ name, rows }) => [name, rows.flat().map((cell) => String(cell ?? ''))]));
}

test('one workbook holds every part the inputs allow, the assumptions behind them, and the checks', async () => {
  const ended = cli.run('report', SAMPLE, ...LISTS, '--xlsx', 'whole.xlsx', '--json');
  expect([ended.code, ended.err]).toEqual([0, '']);
  const report = json(ended)['report'] as Readonly<Record<string, unknown>>;
  expect(report['leftOut']).toEqual([]);
  const sheets = await sheetsOf('whole.xlsx');
  expect([...sheets.keys()]).toEqual([
    ...['Flex Summary', 'Flex Segments', 'Flex Pool', 'Flex Monitor', 'Flex Pool Ledger', 'Flex Alerts'],
    ...['Flex Chargeback', 'Flex Portfolio', 'Flex Actions', 'Flex Assumptions', 'Flex Checks'],
  ]);
  // Every sheet with inputs is named on the sheet of assumptions, and the card with Revit at 5 tokens an hour.
  const assumptions = sheets.get('Flex Assumptions') ?? [];
  for (const name of ['Flex Summary', 'Flex Pool', 'Flex Monitor', 'Flex Chargeback', 'Flex Portfolio']) {
    expect(assumptions).toContain(name);
  }
  const revit = assumptions.indexOf('Revit');
  expect(assumptions.slice(revit, revit + 4)).toEqual(['Revit', 'hour', '5', '2910']);
});

test('what is left out is said where the files are named, in the JSON and on the summary', async () => {
  const ended = cli.run('report', SAMPLE, '--xlsx', 'some.xlsx');
  const monitor = 'Flex Monitor is left out: give the packs you bought with --purchases FILE.';
  expect(ended.out).toContain(monitor);
  expect(ended.out).toMatch(/Flex Actions is left out: .*--seats FILE/);
  const sheets = await sheetsOf('some.xlsx');
  expect(sheets.get('Flex Summary')).toContain(monitor);
  expect([...sheets.keys()]).not.toEqual(expect.arrayContaining(['Flex Monitor']));
  expect([...sheets.keys()]).not.toEqual(expect.arrayContaining(['Flex Actions']));
  expect([...sheets.keys()]).toEqual(expect.arrayContaining(['Flex Portfolio', 'Flex Pool', 'Flex Checks']));
});

test('the parts say what their own commands say, as of one day', () => {
  const figures = (command: string, ...words: readonly string[]) =>
    (json(cli.run(command, SAMPLE, ...words, '--json'))[command] as { figures: Record<string, unknown> })
      .figures;
  const report = figures('report', ...LISTS, '--xlsx', 'parts.xlsx');
  expect(report).toMatchObject(figures('segment'));
  expect(report).toMatchObject(figures('portfolio', '--seats', 'assets/sample/seats.csv'));
  // The latest row of the sample is of 30 October 2026.
  expect(report).toMatchObject(figures('monitor', ...LISTS, '--as-of', '2026-10-30'));
  expect(report).toMatchObject(figures('pool', '--population', 'flex'));
});

test('a part that the data cannot carry is left out, and a list that is wrong stops the run', () => {
  const few = cli.file(
    'few.csv',
    'User,Product,Date,Hours\nann,Revit,2026-03-02,10\nbob,Revit,2026-10-05,20\n',
  );
  const ended = cli.run('report', few, '--tolerance', '1%', '--xlsx', 'few.xlsx');
  expect(ended.code).toBe(0);
  expect(ended.out).toMatch(/The pool is left out\. .*tolerance above 1 %/);
  const bad = cli.file('bad.csv', 'Quantity,Start,Expiry\n1,2026-01-01,\n');
  expect(cli.run('report', few, '--purchases', bad, '--xlsx', 'bad.xlsx')).toMatchObject({
    code: 2,
    out: '',
  });
});
