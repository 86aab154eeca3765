/** The Office and CustomFunctions globals an add-in meets. */
import { connectPane } from '../../workbench/office/browser';
import { createOfficeHost } from '../../workbench/office/host';
import { loadHost } from './load';
import { MemoryGrid } from './memory-grid';

test('Office is ready in Excel on the platform asked for', async () => {
  await loadHost({ platform: 'mac' });
  await expect(Office.onReady()).resolves.toEqual({ host: 'Excel', platform: 'Mac' });
  expect(Office.context.platform).toBe('Mac');
});

test('the requirement sets of the manifest are supported and one above is not', async () => {
  await loadHost();
  const { requirements } = Office.context;
  expect(requirements.isSetSupported('ExcelApi', '1.12')).toBe(true);
  expect(requirements.isSetSupported('ExcelApi', '1.21')).toBe(false);
  expect(requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
  expect(requirements.isSetSupported('CustomFunctionsRuntime', '1.3')).toBe(true);
  expect(requirements.isSetSupported('ExcelApiOnline', '1.1')).toBe(false);
});

test('Excel on the web gives no theme, and the languages are the ones asked for', async () => {
  await loadHost({ displayLanguage: 'de-DE' });
  expect(Office.context.officeTheme).toBeUndefined();
  expect(Office.context.displayLanguage).toBe('de-DE');
});

test('a ribbon command and a custom function that were associated can be called by name', async () => {
  const { connection } = await loadHost();
  const done = jest.fn();
  Office.actions.associate('segmentUsers', (event: { completed(): void }) => event.completed());
  connection.office.actions._mappings.get('segmentUsers')?.({
    completed: done,
    source: { id: 'segmentUsers' },
  });
  expect(done).toHaveBeenCalledTimes(1);
  CustomFunctions.associate('BREAKEVEN', () => 1940);
  expect(connection.customFunctions.mappings.get('BREAKEVEN')?.()).toBe(1940);
});

test('a custom function error carries its code and message', async () => {
  await loadHost();
  const error = new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, 'No such product.');
  expect([error.code, error.message]).toEqual(['#N/A', 'No such product.']);
});

test('a window without the client says which script is missing', () => {
  const host = createOfficeHost({ grid: new MemoryGrid() });
  expect(() => connectPane({}, host)).toThrow('excel-web-16.00.js');
});

test('two workbooks in turn do not see each other', async () => {
  const put = (value: number): Promise<void> =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[value]];
      await context.sync();
    });
  const first = await loadHost();
  await put(1);
  const second = await loadHost();
  await put(2);
  const cell = { row: 0, column: 0, rows: 1, columns: 1 };
  expect(first.grid.read(first.grid.activeSheet(), cell)).toEqual([[1]]);
  expect(second.grid.read(second.grid.activeSheet(), cell)).toEqual([[2]]);
});
