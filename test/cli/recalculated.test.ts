/** The workbooks of the command line, worked out by LibreOffice. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceParts } from '../../src/cli/workbook/package-parts';
import { recalculated, sheetsOf } from './libreoffice';
import { json, program, SAMPLE } from './program';

const cli = program();
afterAll(cli.remove);

const sheets = (file: string): ((name: string) => string[][]) => sheetsOf(cli.folder, file);

const figure = (rows: string[][], label: string): number =>
  Number(rows.find(([first]) => first === label)?.[1]);

function totals(...options: string[]): Record<string, number> {
  const result = json(cli.run('segment', SAMPLE, ...options, '--json'))['segment'] as Record<
    string,
    Record<string, number>
  >;
  return result['figures'] ?? {};
}

recalculated(
  'a reported workbook calculates to what the engine says, also after its token price and a discount were changed',
  () => {
    expect(cli.run('report', SAMPLE, '--xlsx', 'report.xlsx')).toMatchObject({ code: 0, err: '' });
    const asWritten = sheets('report.xlsx')('Flex Summary');
    const engine = totals();
    expect(figure(asWritten, 'Cost as recommended')).toBeCloseTo(engine['Flex_RecommendedCost'] ?? NaN, 2);
    expect(figure(asWritten, 'Saving against the other way')).toBeCloseTo(engine['Flex_Saving'] ?? NaN, 2);
    expect(figure(asWritten, 'Tokens in the year')).toBeCloseTo(engine['Flex_YearTokens'] ?? NaN, 6);
    expect(asWritten.flat().filter((cell) => /^(#|Err:)/.test(cell))).toEqual([]);

    const price = asWritten.findIndex(([label]) => label === 'Token price') + 1;
    const bytes = replaceParts(readFileSync(path.join(cli.folder, 'report.xlsx')), (name, text) =>
      name === 'xl/worksheets/sheet1.xml'
        ? text().replace(new RegExp(`(<c r="B${price}"[^>]*><v>)[^<]*`), (_, open: string) => `${open}0.31`)
        : null,
    );
    writeFileSync(path.join(cli.folder, 'changed.xlsx'), bytes);
    const changed = sheets('changed.xlsx')('Flex Summary');
    // The decisions are those of the run; each person's cost follows the price.
    const people =
      (json(cli.run('segment', SAMPLE, '--json'))['segment'] as Record<string, Record<string, unknown>[]>)[
        'FlexSegments'
      ] ?? [];
    const cost = people
      .filter((row) => row['Saving'] !== 'price missing')
      .reduce(
        (sum, row) =>
          sum + Number(row['Recommended seats (list)']) + Number(row['Recommended tokens']) * 0.31,
        0,
      );
    expect(figure(changed, 'Cost as recommended')).toBeCloseTo(cost, 2);
    expect(changed.flat().some((cell) => /token price now 0\.31/.test(cell))).toBe(true);
  },
  180_000,
);

recalculated(
  'the sizes of a reported pool cost in LibreOffice what the engine says, and no cell shows an error',
  () => {
    expect(cli.run('pool', SAMPLE, '--xlsx', 'pool.xlsx').code).toBe(0);
    const rows = sheets('pool.xlsx')('Flex Pool');
    const result = json(cli.run('pool', SAMPLE, '--json'))['pool'] as Record<
      string,
      Record<string, unknown>[]
    >;
    for (const size of result['FlexPoolSizes'] ?? []) {
      const row = rows.find(([name]) => name === size['Choice']);
      expect(Number(row?.[8])).toBeCloseTo(Number(size['Expected cost']), 2);
    }
    expect(rows.flat().filter((cell) => /^(#|Err:)/.test(cell))).toEqual([]);
  },
  180_000,
);

/** Figures of a run, by workbook name. */
function figuresOf(command: string, ...words: readonly string[]): Readonly<Record<string, number>> {
  const result = json(cli.run(command, SAMPLE, ...words, '--json'))[command];
  return (result as { readonly figures: Readonly<Record<string, number>> }).figures;
}

recalculated(
  'a whole report works out to what the program says: pool, mix, actions, invoices; every check agrees',
  () => {
    const lists = [
      ...['--purchases', 'assets/sample/purchases.csv', '--seats', 'assets/sample/seats.csv'],
      ...['--subscriptions', 'assets/sample/subscriptions.csv'],
    ];
    const said = figuresOf('report', ...lists, '--xlsx', 'whole.xlsx');
    const sheet = sheets('whole.xlsx');
    for (const name of ['Flex Summary', 'Flex Segments', 'Flex Pool', 'Flex Assumptions', 'Flex Checks']) {
      expect([
        name,
        sheet(name)
          .flat()
          .filter((cell) => /^(#|Err:)/.test(cell)),
      ]).toEqual([name, []]);
    }
    const monitor = sheet('Flex Monitor');
    expect(figure(monitor, 'Balance')).toBeCloseTo(said['Flex_MonitorBalance'] ?? NaN, 4);
    const share = monitor.find(([label]) => label === 'Share of the pool left')?.[1] ?? '';
    // The cell reads 18.030275%.
    expect(Number(share.replace('%', '')) / 100).toBeCloseTo(said['Flex_MonitorShare'] ?? NaN, 6);
    const mix = sheet('Flex Portfolio');
    expect(figure(mix, 'Cost proposed')).toBeCloseTo(said['Flex_PortfolioCost'] ?? NaN, 2);
    expect(figure(mix, 'Saving from renewal')).toBeCloseTo(said['Flex_PortfolioSaving'] ?? NaN, 2);
    expect(figure(sheet('Flex Actions'), 'Still to do')).toBe(said['Flex_ActionsOpen']);
    // Of the packs that have started: 126,000 + 242,250 + 45,000.
    expect(figure(sheet('Flex Chargeback'), 'Invoices')).toBeCloseTo(413250, 2);
    expect(figure(sheet('Flex Chargeback'), 'Difference')).toBe(0);
    expect(figure(sheet('Flex Assumptions'), 'Token price')).toBe(0.3);
    expect(figure(sheet('Flex Checks'), 'Broken')).toBe(0);
    expect(figure(sheet('Flex Checks'), 'Compared')).toBeGreaterThan(20);
  },
  240_000,
);

recalculated(
  'the levers of a renewal and the register of compliance work out to what the program says',
  () => {
    const seats = ['--seats', 'assets/sample/seats.csv'];
    const renewal = figuresOf('renewal', ...seats, '--xlsx', 'renewal.xlsx');
    const levers = sheets('renewal.xlsx')('Flex Renewal');
    expect(figure(levers, 'All levers, low')).toBeCloseTo(renewal['Flex_RenewalLow'] ?? NaN, 2);
    expect(figure(levers, 'All levers as they count')).toBeCloseTo(renewal['Flex_RenewalChosen'] ?? NaN, 2);
    const compliance = figuresOf('compliance', ...seats, '--xlsx', 'compliance.xlsx');
    const sheet = sheets('compliance.xlsx');
    expect(figure(sheet('Flex Compliance'), 'Open')).toBe(compliance['Flex_ComplianceOpen']);
    expect(figure(sheet('Flex ITAM'), 'Cost of the register')).toBeCloseTo(
      compliance['Flex_ItamCost'] ?? NaN,
      2,
    );
  },
  240_000,
);
