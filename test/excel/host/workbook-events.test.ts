import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import { workbook } from '../workbook';

const settled = (ms = 50) => new Promise((resolve) => setTimeout(resolve, ms));

test('the pane hears of the user’s edits and selections, not of what a run writes, and nothing once it has left', async () => {
  const { grid } = await workbook();
  const services = createPaneServices();
  const heard: string[] = [];
  const sheets: (string | undefined)[] = [];
  const stop = services.onWorkbookChange((what, sheet) => {
    heard.push(what);
    if (what === 'data') sheets.push(sheet);
  });
  await settled();
  const usage = grid.sheets()[0]!.id;
  const cell = { row: 1, column: 3, rows: 1, columns: 1 };
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Usage').getRange('D2').values = [[900]];
    await context.sync();
  });
  await settled();
  expect(heard).not.toContain('data');
  grid.edit('Usage', cell, [[901]]);
  await settled();
  expect(heard).toContain('data');
  expect(sheets).toContain('Usage');
  grid.select(usage, cell);
  await settled();
  expect(heard).toContain('selection');
  heard.length = 0;
  const run = services.commands.segment.run(
    { kind: 'sheet', name: 'Usage' },
    DEFAULT_SETTINGS,
    {},
    () => undefined,
    new AbortController().signal,
  );
  await run;
  await settled(100);
  expect(heard.filter((what) => what !== 'selection')).toEqual([]);
  await settled(600);
  stop();
  await settled();
  heard.length = 0;
  grid.select(usage, { ...cell, row: 5 });
  await settled();
  expect(heard).toEqual([]);
});
