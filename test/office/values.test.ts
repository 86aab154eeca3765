/** What a cell holds after an assignment, as Excel would have it. */
import { loadHost, type LoadedHost } from './load';

async function entered(
  value: unknown,
  format?: string,
): Promise<Record<'value' | 'text' | 'formula' | 'format', unknown>> {
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A1');
    cell.clear();
    if (format !== undefined) cell.numberFormat = [[format]];
    cell.values = [[value]];
    cell.load('values,text,formulas,numberFormat');
    await context.sync();
    return {
      value: cell.values[0]?.[0] as unknown,
      text: cell.text[0]?.[0],
      formula: cell.formulas[0]?.[0] as unknown,
      format: cell.numberFormat[0]?.[0] as unknown,
    };
  });
}

describe('a value assigned to a cell', () => {
  let loaded: LoadedHost;
  beforeEach(async () => {
    loaded = await loadHost();
  });

  test('is read back with its address, after two syncs', async () => {
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:B2').values = [
        ['User', 'Hours'],
        ['Ann', 12.5],
      ];
      await context.sync();
      const range = sheet.getRange('A1:B2').load('values,address');
      await context.sync();
      return [range.values, range.address];
    });
    expect(read).toEqual([
      [
        ['User', 'Hours'],
        ['Ann', 12.5],
      ],
      'Sheet1!A1:B2',
    ]);
    expect(loaded.host.syncs).toBe(2);
  });

  test.each([
    ['1,234.50', 1234.5],
    ['25%', 0.25],
    ['TRUE', true],
    ['2026-03-01', 46082],
    ['3/1/2026', 46082],
    ['1E5', 100_000],
    ['1,23', '1,23'],
    ['2026-02-30', '2026-02-30'],
    ['ann@x.org', 'ann@x.org'],
    ['#N/A', '#N/A'],
  ])('becomes what Excel makes of the text %s', async (text, value) => {
    expect((await entered(text)).value).toBe(value);
  });

  test('stays text in a cell whose format is Text', async () => {
    expect(await entered('007', '@')).toMatchObject({ value: '007', text: '007' });
    expect(await entered('=1+1', '@')).toMatchObject({ value: '=1+1', formula: '=1+1' });
    expect([...loaded.grid.page('Sheet1').formulasIn({ row: 0, column: 0, rows: 9, columns: 9 })]).toEqual(
      [],
    );
  });

  test('stays text behind an apostrophe, which formulas do not give back', async () => {
    expect(await entered("'=HYPERLINK(1)")).toMatchObject({
      value: '=HYPERLINK(1)',
      formula: '=HYPERLINK(1)',
    });
    expect([...loaded.grid.page('Sheet1').formulasIn({ row: 0, column: 0, rows: 9, columns: 9 })]).toEqual(
      [],
    );
  });

  test('is a formula when its text starts with an equals sign', async () => {
    loaded = await loadHost({ evaluate: (formula) => (formula === '=1+1' ? 2 : null) });
    expect(await entered('=1+1')).toMatchObject({ value: 2, formula: '=1+1' });
  });

  test('leaves a cell as it is when it is null and empties it when it is empty text', async () => {
    await entered(5);
    await Excel.run(async (context) => {
      const pair = context.workbook.worksheets.getActiveWorksheet().getRange('A1:B1');
      pair.values = [[null, 6]];
      pair.load('values');
      await context.sync();
      expect(pair.values).toEqual([[5, 6]]);
      pair.values = [['', null]];
      pair.load('values,valueTypes');
      await context.sync();
      expect(pair.values).toEqual([['', 6]]);
      expect(pair.valueTypes).toEqual([['Empty', 'Double']]);
    });
  });

  test.each([
    [1234.5, '#,##0', '1,235'],
    [0.1234, '0.0%', '12.3%'],
    [1940, '$#,##0.00', '$1,940.00'],
    [-5, '#,##0;(#,##0)', '(5)'],
    [46082, 'yyyy-mm-dd', '2026-03-01'],
    [46082.5, 'd mmm yyyy hh:mm', '1 Mar 2026 12:00'],
    [0.1 + 0.2, 'General', '0.3'],
    [12, '0" h"', '12 h'],
  ])('%s in format %s shows as %s', async (value, format, text) => {
    expect((await entered(value, format)).text).toBe(text);
  });

  test('in a large block goes out in pieces, as the client sends it, and comes back whole', async () => {
    const rows = Array.from({ length: 5_000 }, (_none, i) => [`user${i}`, i, i / 2]);
    const back = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1:C5000');
      range.values = rows;
      range.load('values');
      await context.sync();
      return range.values;
    });
    expect(back).toEqual(rows);
    expect(loaded.host.requests[0]?.actions).toBeGreaterThan(20);
  });
});

describe('the header row of a table', () => {
  test('keeps its texts different and filled', async () => {
    await loadHost();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:C2').values = [
        ['Hours', 'hours', ''],
        [1, 2, 3],
      ];
      const header = sheet.tables.add('A1:C2', true).getHeaderRowRange().load('values');
      await context.sync();
      expect(header.values).toEqual([['Hours', 'hours2', 'Column3']]);
      sheet.getRange('B1').values = [['HOURS']];
      const again = sheet.getRange('A1:C1').load('values');
      await context.sync();
      expect(again.values).toEqual([['Hours', 'HOURS2', 'Column3']]);
    });
  });
});
