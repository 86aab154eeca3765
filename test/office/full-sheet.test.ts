/** A sheet filled to its last row can be held, read in blocks and written in blocks. */
import { loadHost } from './load';
import { MemoryGrid } from './memory-grid';

const ROWS = 1_048_575;
const BLOCK = 20_000;

function filled(): MemoryGrid {
  const grid = new MemoryGrid();
  const sheetId = grid.activeSheet();
  for (let start = 0; start < ROWS + 1; start += BLOCK) {
    const rows = Math.min(BLOCK, ROWS + 1 - start);
    const values = Array.from({ length: rows }, (_none, i) => {
      const row = start + i;
      return row === 0
        ? ['User', 'Product', 'Date', 'Hours', 'Team', 'Project']
        : [`u${row % 400}`, 'Revit', 45_000 + (row % 365), row % 9, 'T', 'P'];
    });
    grid.write(sheetId, { row: start, column: 0, rows, columns: 6 }, values);
  }
  return grid;
}

test('a full sheet is read in blocks under the web limit, to its last row', async () => {
  const { host } = await loadHost({ grid: filled() });
  let hours = 0;
  let rows = 0;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const used = sheet.getUsedRange(true).load('rowCount,columnCount');
    await context.sync();
    expect([used.rowCount, used.columnCount]).toEqual([ROWS + 1, 6]);
    for (let start = 1; start < used.rowCount; start += BLOCK) {
      const range = sheet
        .getRangeByIndexes(start, 0, Math.min(BLOCK, used.rowCount - start), 6)
        .load('values');
      await context.sync();
      for (const row of range.values) hours += row[3] as number;
      rows += range.values.length;
      range.untrack();
    }
  });
  expect(rows).toBe(ROWS);
  expect(hours).toBe(
    Array.from({ length: ROWS }, (_none, i) => (i + 1) % 9).reduce((sum, value) => sum + value, 0),
  );
  expect(host.largestResponse).toBeLessThan(2 * 1024 * 1024);
}, 60_000);

test('a block of 20,000 rows is written in one sync', async () => {
  const { host, grid } = await loadHost();
  const values = Array.from({ length: BLOCK }, (_none, i) => [`u${i}`, 'Revit', i, 2, 'T', 'P']);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, BLOCK, 6).values = values;
    await context.sync();
  });
  expect(host.syncs).toBe(1);
  expect(grid.read(grid.activeSheet(), { row: BLOCK - 1, column: 0, rows: 1, columns: 3 })).toEqual([
    ['u19999', 'Revit', 19_999],
  ]);
}, 60_000);
