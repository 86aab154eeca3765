/** The workbook of the portfolio, worked out by LibreOffice. */
import { recalculated, sheetsOf } from './libreoffice';
import { json, program } from './program';

const cli = program();
afterAll(cli.remove);

recalculated(
  'savings of people, spare seats, missing prices and unneeded tokens add up to the total in the workbook too',
  () => {
    const usage = cli.file(
      'use.csv',
      [
        'User,Product,Date,Hours',
        'ann@example.com,Revit,2026-03-02,100',
        'bob@example.com,Revit,2026-10-05,1000',
        'cy@example.com,Revit,2026-10-05,50',
        'cy@example.com,Autodesk Docs,2026-10-05,50',
      ].join('\n'),
    );
    const seats = cli.file(
      'seats.csv',
      'User,Product\nann@example.com,Revit\ncy@example.com,AEC Collection\n',
    );
    const owned = cli.file(
      'owned.csv',
      'Product,Quantity,End\nRevit,3,2026-12-31\nAutodesk Docs,1,\nAEC Collection,1,2026-12-31\n',
    );
    const tiers = cli.file('tiers.csv', 'From quantity,Price\n10000,0.3\n');
    const words = [usage, '--seats', seats, '--subscriptions', owned, '--tiers', tiers];
    expect(cli.run('portfolio', ...words, '--xlsx', 'mix.xlsx')).toMatchObject({ err: '' });
    const rows = sheetsOf(cli.folder, 'mix.xlsx')('Flex Portfolio');
    expect(rows.flat().filter((cell) => /^(#|Err:)/.test(cell))).toEqual([]);
    const cell = (label: string): number =>
      Number(rows.find(([first]) => first?.startsWith(label) === true)?.[1]);
    // ann 2,910 − 150. Two Revit seats are held by nobody; the price of Docs is missing, so its spare seat counts 0.
    expect(cell('People, row by row')).toBeCloseTo(2760, 6);
    expect(cell('Owned seats that nobody holds')).toBeCloseTo(2 * 2910, 6);
    // cy's Collection at 3,375 for 250 tokens = 75.
    expect(cell('People with a price missing')).toBeCloseTo(3300, 6);
    // 10,000 tokens are bought today and then; 5,000 of them are used today, 5,750 then.
    expect(cell('Tokens bought beyond need')).toBeCloseTo(225, 6);
    expect(cell('Saving from renewal')).toBeCloseTo(2760 + 5820 + 3300 + 225, 6);
    const { figures } = json(cli.run('portfolio', ...words, '--json'))['portfolio'] as {
      readonly figures: Readonly<Record<string, number>>;
    };
    expect(cell('Saving from renewal')).toBeCloseTo(figures['Flex_PortfolioSaving'] ?? NaN, 6);
  },
  180_000,
);
