/** What the add-in hears of what the user and itself do. */
import { loadHost } from './load';

const CELL = { row: 1, column: 1, rows: 1, columns: 1 };

test('an edit by the user is heard with its address; one by the add-in says so', async () => {
  const { host, grid } = await loadHost();
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.onChanged.add((args) => {
      heard.push(`${args.address} ${args.source} ${args.triggerSource}`);
      return Promise.resolve();
    });
    await context.sync();
    grid.edit('Sheet1', CELL, [[7]]);
    await host.events.delivered();
    sheet.getRange('C3').values = [[8]];
    await context.sync();
    await host.events.delivered();
  });
  expect(heard).toEqual(['B2 Local Unknown', 'C3 Local ThisLocalAddin']);
});

test('nothing is heard while events are off or after the handler left', async () => {
  const { host, grid } = await loadHost();
  let heard = 0;
  await Excel.run(async (context) => {
    const handle = context.workbook.worksheets.onChanged.add(() => {
      heard += 1;
      return Promise.resolve();
    });
    context.runtime.enableEvents = false;
    await context.sync();
    grid.edit('Sheet1', CELL, [[1]]);
    await host.events.delivered();
    expect(heard).toBe(0);
    context.runtime.enableEvents = true;
    await context.sync();
    grid.edit('Sheet1', CELL, [[2]]);
    await host.events.delivered();
    expect(heard).toBe(1);
    handle.remove();
    await context.sync();
    grid.edit('Sheet1', CELL, [[3]]);
    await host.events.delivered();
    expect(heard).toBe(1);
  });
});

test('a new selection, a new sheet and a deleted sheet are heard', async () => {
  const { host, grid } = await loadHost();
  const heard: string[] = [];
  const hear = (what: string) => (): Promise<void> => {
    heard.push(what);
    return Promise.resolve();
  };
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onAdded.add(hear('added'));
    worksheets.onDeleted.add(hear('deleted'));
    worksheets.onSelectionChanged.add(hear('selection in a sheet'));
    context.workbook.onSelectionChanged.add(hear('selection'));
    await context.sync();
    grid.select(grid.activeSheet(), CELL);
    await host.events.delivered();
    const added = worksheets.add('Other');
    await context.sync();
    added.delete();
    await context.sync();
    await host.events.delivered();
  });
  expect(heard).toEqual(['selection in a sheet', 'selection', 'added', 'deleted']);
});

test('an event of one workbook is not heard in the next', async () => {
  const first = await loadHost();
  let heard = 0;
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(() => {
      heard += 1;
      return Promise.resolve();
    });
    await context.sync();
  });
  const second = await loadHost();
  second.grid.edit('Sheet1', CELL, [[1]]);
  first.grid.edit('Sheet1', CELL, [[1]]);
  await second.host.events.delivered();
  await first.host.events.delivered();
  expect(heard).toBe(0);
});
