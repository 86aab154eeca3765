import type { LoadedHost } from '../../office/load';
import { formulaWorkbook, freeze, inspect, restore } from './workbook';
import { cells, dump, fill, sheetNames } from '../workbook';

let loaded: LoadedHost;
beforeEach(async () => {
  loaded = await formulaWorkbook();
});

const visibility = (name: string): string => {
  const sheet = loaded.grid.sheets().find((each) => each.name === name)!;
  return loaded.host.state.record(sheet.id).visibility;
};

describe('The sharing check', () => {
  test('lists every formula that needs the add-in, what it shows and what a colleague without it sees', async () => {
    const before = dump(loaded.host);
    const { formulas, frozen } = await inspect();
    expect(formulas.total).toBe(3);
    expect(formulas.bySheet).toEqual([{ sheet: 'Report', count: 3 }]);
    expect(
      formulas.cells.map(({ address, functions, shows, cells: many }) => [address, functions, shows, many]),
    ).toEqual([
      ['Report!A1', ['FLEX.BREAKEVEN'], '1940', 1],
      ['Report!D1', ['FLEX.SEGMENT'], 'User', 4],
      ['Report!A3', ['FLEX.COST'], '3.6 a year', 1],
    ]);
    expect(formulas.cells.every(({ without }) => without === '#NAME?')).toBe(true);
    expect(frozen).toBeNull();
    expect(dump(loaded.host)).toEqual(before);
  });

  test('finds formulas on hidden sheets too, and as Excel shows them where the add-in is missing', async () => {
    fill(loaded, 'Away', [['=_xldudf_FLEX_COST(3)+1']]);
    const away = loaded.grid.sheets().find(({ name }) => name === 'Away')!;
    loaded.host.state.record(away.id).visibility = 'VeryHidden';
    const { formulas } = await inspect();
    expect(formulas.cells.at(-1)).toMatchObject({ address: 'Away!A1', functions: ['FLEX.COST'] });
  });
});

describe('Freeze to values', () => {
  test('leaves what each formula shows, spilled cells too, and nothing that needs the add-in', async () => {
    const outcome = await freeze();
    expect(outcome).toMatchObject({ formulas: 3, cells: 6, left: [] });
    expect(cells(loaded, 'Report', true)).toEqual([
      [1940, '=SUM(1,2)', '=FLEX.COST(1)', 'User', 'Units'],
      ['text', 'FLEX.COST(1)', null, 'ann', 7],
      ['3.6 a year', null, null, null, null],
    ]);
    expect(visibility('Flex Frozen')).toBe('VeryHidden');
    expect((await inspect()).formulas.total).toBe(0);
    expect((await inspect()).frozen).toMatchObject({ formulas: 3 });
  });

  test('leaves a formula without a result as it is, and says which', async () => {
    fill(loaded, 'Slow', [['=FLEX.COST(NA())']]);
    const outcome = await freeze();
    expect(outcome.left).toEqual([{ address: 'Slow!A1', shows: '#BUSY!' }]);
    expect(cells(loaded, 'Slow', true)).toEqual([['=FLEX.COST(NA())']]);
  });

  test('refuses when a sheet of the user bears the name of the record', async () => {
    fill(loaded, 'Flex Frozen', [['mine']]);
    const before = dump(loaded.host);
    await expect(freeze()).rejects.toMatchObject({ code: 'SheetNotOurs', untouched: true });
    expect(dump(loaded.host)).toEqual(before);
  });
});

describe('Restore', () => {
  test('puts every formula back exactly, leaves no record, and frees the cells a formula spills to', async () => {
    await freeze();
    const outcome = await restore();
    expect(outcome).toMatchObject({ formulas: 3, edited: [], lost: [] });
    expect(cells(loaded, 'Report', true)).toEqual([
      ['=FLEX.BREAKEVEN("Revit")', '=SUM(1,2)', '=FLEX.COST(1)', '=FLEX.SEGMENT(Usage!A1:D9)', 'Units'],
      ['text', 'FLEX.COST(1)', null, 'ann', 7],
      ['=ROUND(FLEX.COST(12),2)&" a year"', null, null, null, null],
    ]);
    const report = loaded.grid.sheets().find(({ name }) => name === 'Report')!;
    // It spills again: its cells hold nothing of their own.
    expect(loaded.grid.spillOf(report.id, 0, 3)).toMatchObject({ rows: 2, columns: 2 });
    expect(sheetNames(loaded)).not.toContain('Flex Frozen');
  });

  test('refuses for cells that somebody changed since, lists them, and keeps their formulas in the record', async () => {
    await freeze();
    loaded.grid.edit('Report', { row: 0, column: 0, rows: 1, columns: 1 }, [[2000]]);
    // One of the cells the second formula had filled.
    loaded.grid.edit('Report', { row: 1, column: 4, rows: 1, columns: 1 }, [[8]]);
    const outcome = await restore();
    expect(outcome.formulas).toBe(1);
    expect(outcome.edited).toEqual([
      { address: 'Report!A1', formula: '=FLEX.BREAKEVEN("Revit")' },
      { address: 'Report!D1:E2', formula: '=FLEX.SEGMENT(Usage!A1:D9)' },
    ]);
    expect(cells(loaded, 'Report', true)[0]).toEqual([2000, '=SUM(1,2)', '=FLEX.COST(1)', 'User', 'Units']);
    expect((await inspect()).frozen).toMatchObject({ formulas: 2 });
    loaded.grid.edit('Report', { row: 0, column: 0, rows: 1, columns: 1 }, [[1940]]);
    expect((await restore()).formulas).toBe(1);
  });

  test('finds its sheet again after it was renamed, and says what it cannot find', async () => {
    fill(loaded, 'Gone', [['=FLEX.BREAKEVEN("Revit")']]);
    await freeze();
    const id = (name: string) => loaded.grid.sheets().find((sheet) => sheet.name === name)!.id;
    loaded.grid.renameSheet(id('Report'), 'Board');
    loaded.grid.deleteSheet(id('Gone'));
    const outcome = await restore();
    expect(outcome.formulas).toBe(3);
    expect(outcome.lost).toEqual([{ address: 'Gone!A1', formula: '=FLEX.BREAKEVEN("Revit")' }]);
    expect(cells(loaded, 'Board', true)[0]?.[0]).toBe('=FLEX.BREAKEVEN("Revit")');
  });

  test('a second freeze adds to the record of the first', async () => {
    await freeze();
    fill(loaded, 'More', [['=FLEX.BREAKEVEN("Revit")']]);
    await freeze();
    expect((await restore()).formulas).toBe(4);
    expect(cells(loaded, 'More', true)).toEqual([['=FLEX.BREAKEVEN("Revit")']]);
  });
});
