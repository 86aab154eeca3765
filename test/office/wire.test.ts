import { loadHost } from './load';

test('values written to a range are read back from it', async () => {
  const { host } = await loadHost();
  const values = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange('A1:B2');
    range.values = [
      ['User', 'Hours'],
      ['Ann', 12.5],
    ];
    await context.sync();
    const read = sheet.getRange('A1:B2').load('values,address');
    await context.sync();
    return [read.values, read.address];
  });
  expect(values).toEqual([
    [
      ['User', 'Hours'],
      ['Ann', 12.5],
    ],
    'Sheet1!A1:B2',
  ]);
  expect(host.syncs).toBe(2);
});
