import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { ChecksOutcome } from '../../../src/excel/contract/share';
import { monitorOf, SOURCE, withPack } from '../monitor/workbook';
import { cells, fill, sheetNames, tableRows, workbook } from '../workbook';

jest.setTimeout(60_000);

const signal = (): AbortSignal => new AbortController().signal;
const write = (): Promise<ChecksOutcome> => createPaneServices().writeChecks(signal());

test('without any run the sheet says what to run first, and compares nothing', async () => {
  const loaded = await workbook();
  const outcome = await write();
  expect(outcome).toMatchObject({ sheet: 'Flex Checks', checks: 0 });
  expect(outcome.missing).toHaveLength(4);
  expect(cells(loaded, 'Flex Checks').flat()).toEqual(expect.arrayContaining([...outcome.missing]));
});

test('after Segment and Monitor every total is a native formula over the sheets that are there', async () => {
  const loaded = await withPack();
  await createPaneServices().commands.segment.run(SOURCE, DEFAULT_SETTINGS, {}, () => undefined, signal());
  await monitorOf({});
  const outcome = await write();
  expect(outcome.missing).toEqual([]);
  const rows = tableRows(loaded, 'FlexControlTotals', true);
  expect(rows).toHaveLength(outcome.checks);
  expect(outcome.checks).toBeGreaterThan(15);
  const formulas = rows
    .flatMap((row) => [row['First'], row['Second'], row['Difference'], row['State']])
    .map(String);
  expect(formulas.filter((formula) => !formula.startsWith('=') || formula.includes('FLEX.'))).toEqual([]);
  const packs = rows.find((row) => row['What'] === 'Packs and invoices')!;
  expect(packs['First']).toBe(
    '=SUMPRODUCT(FlexPacks[Quantity],FlexPacks[Price],--(FlexPacks[Start]<=Flex_MonitorAsOf))',
  );
});

test('a list whose column the user renamed is left out instead of broken', async () => {
  const loaded = await withPack();
  await monitorOf({});
  const table = [...loaded.host.state.tables.values()].find(({ name }) => name === 'FlexPacks')!;
  const { row, column } = table.rect;
  loaded.grid.edit(table.sheetId, { row, column: column + 4, rows: 1, columns: 1 }, [['Unit price']]);
  await write();
  expect(tableRows(loaded, 'FlexControlTotals').map((line) => line['What'])).not.toContain(
    'Packs and invoices',
  );
});

test("a sheet of the user's with that name is never replaced", async () => {
  const loaded = await workbook();
  fill(loaded, 'Flex Checks', [['mine']]);
  await expect(write()).rejects.toMatchObject({ code: 'SheetNotOurs', untouched: true });
  expect(sheetNames(loaded)).toEqual(['Usage', 'Flex Checks']);
});
