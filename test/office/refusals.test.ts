/** What Excel refuses, the host refuses with the same code. */
import { loadHost } from './load';

type Batch = (context: Excel.RequestContext, sheet: Excel.Worksheet) => unknown;

async function codeOf(batch: Batch): Promise<string> {
  try {
    await Excel.run(async (context) => {
      await batch(context, context.workbook.worksheets.getActiveWorksheet());
      await context.sync();
    });
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
  return 'none';
}

test.each<[string, string, Batch]>([
  ['a property read before load and sync', 'PropertyNotLoaded', (_c, sheet) => sheet.getRange('A1').values],
  [
    'values of another shape',
    'InvalidArgument',
    (_c, sheet) => void (sheet.getRange('A1:B2').values = [[1, 2]]),
  ],
  ['ragged rows', 'InvalidArgument', (_c, sheet) => void (sheet.getRange('A1:B2').values = [[1, 2], [3]])],
  [
    'a large block of another shape',
    'InvalidArgument',
    (_c, sheet) => void (sheet.getRange('A1:B2000').values = Array.from({ length: 1_999 }, () => [1, 2])),
  ],
  ['a sheet that is not there', 'ItemNotFound', (c) => c.workbook.worksheets.getItem('No').load('name')],
  ['a table that is not there', 'ItemNotFound', (c) => c.workbook.tables.getItem('No').load('name')],
  ['a name that is not there', 'ItemNotFound', (c) => c.workbook.names.getItem('No').load('name')],
  ['a setting that is not there', 'ItemNotFound', (c) => c.workbook.settings.getItem('No').load('value')],
  [
    'a column that is not there',
    'ItemNotFound',
    (_c, sheet) => {
      sheet.getRange('A1:B1').values = [['a', 'b']];
      sheet.tables.add('A1:B2', true).columns.getItem('c').load('name');
    },
  ],
  ['an address that is none', 'InvalidArgument', (_c, sheet) => sheet.getRange('A0').load('address')],
  [
    'a cell beyond the last row',
    'InvalidArgument',
    (_c, sheet) => sheet.getRange('A1').getOffsetRange(-1, 0).load('address'),
  ],
  ['a sheet name over 31 characters', 'InvalidArgument', (c) => c.workbook.worksheets.add('x'.repeat(32))],
  ['a sheet name with a slash', 'InvalidArgument', (c) => c.workbook.worksheets.add('a/b')],
  ['a sheet name in use', 'ItemAlreadyExists', (c) => c.workbook.worksheets.add('sheet1')],
  ['deleting the only visible sheet', 'InvalidOperation', (_c, sheet) => sheet.delete()],
  [
    'a table over a table',
    'InvalidArgument',
    (_c, sheet) => {
      sheet.tables.add('A1:B3', true);
      sheet.tables.add('B3:C5', true);
    },
  ],
  [
    'a table name in use',
    'ItemAlreadyExists',
    (_c, sheet) => {
      sheet.tables.add('A1:B3', true).name = 'Usage';
      sheet.tables.add('D1:E3', true).name = 'usage';
    },
  ],
  [
    'a table named like a cell',
    'InvalidArgument',
    (_c, sheet) => void (sheet.tables.add('A1:B3', true).name = 'FY26'),
  ],
  [
    'a name in use by a table',
    'ItemAlreadyExists',
    (c, sheet) => {
      sheet.tables.add('A1:B3', true).name = 'Usage';
      c.workbook.names.add('Usage', sheet.getRange('D1'));
    },
  ],
  [
    'a value in a protected sheet',
    'AccessDenied',
    (_c, sheet) => {
      sheet.protection.protect();
      sheet.getRange('A1').values = [[1]];
    },
  ],
  [
    'a mark that is no text',
    'InvalidArgument',
    (_c, sheet) => sheet.customProperties.add('a', 1 as unknown as string),
  ],
  [
    'a custom function in a conditional format',
    'InvalidArgument',
    (_c, sheet) => {
      const format = sheet.getRange('A1').conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = '=FLEX.BREAKEVEN("Revit")>1';
    },
  ],
  [
    'a call on a null object',
    'ItemNotFound',
    (c) => c.workbook.worksheets.getItemOrNullObject('No').delete(),
  ],
])('%s is refused', async (_what, code, batch) => {
  await loadHost();
  expect(await codeOf(batch)).toBe(code);
});

test('a member the host does not serve is refused by name', async () => {
  await loadHost();
  const run = Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').merge();
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({
    code: 'NotImplemented',
    message: expect.stringContaining('Range.merge') as string,
  });
});

test('deleting a sheet inside a merged undo group is refused', async () => {
  const { host } = await loadHost();
  const run = Excel.run({ mergeUndoGroup: true }, async (context) => {
    context.workbook.worksheets.add('Other').delete();
    await context.sync();
  });
  await expect(run).rejects.toMatchObject({ code: 'UndoNotSupported' });
  expect(host.state.inUndoGroup).toBe(false);
});

test('notes are an API of ExcelApi 1.18: an older Excel has none', async () => {
  await loadHost({ excelApi: '1.17' });
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.17')).toBe(true);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.18')).toBe(false);
  expect(await codeOf((_c, sheet) => sheet.notes.add('A1', 'x'))).toBe('ApiNotFound');
});
