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
