/** Sizes, cell-edit mode and injected failures. */
import { loadHost } from './load';

const text = 'x'.repeat(1_000);
const block = (rows: number): string[][] => Array.from({ length: rows }, () => [text]);

const write = (rows: number, sheet = 'Sheet1'): Promise<void> =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(`A1:A${rows}`).values = block(rows);
    await context.sync();
  });

const used = (): Promise<string | null> =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets
      .getItem('Sheet1')
      .getUsedRangeOrNullObject(true)
      .load('address');
    await context.sync();
    return range.isNullObject ? null : range.address;
  });

test('a request over 5 MB is refused on the web and does nothing; on the desktop it goes through', async () => {
  const { host } = await loadHost();
  await expect(write(5_400)).rejects.toMatchObject({ code: 'RequestPayloadSizeLimitExceeded' });
  expect(host.largestRequest).toBeGreaterThan(5 * 1024 * 1024);
  expect(await used()).toBeNull();
  host.platform = 'desktop';
  await write(5_400);
  expect(await used()).toBe('Sheet1!A1:A5400');
});

test('an answer over 5 MB is refused on the web', async () => {
  const { host } = await loadHost({ platform: 'desktop' });
  await write(5_400);
  host.platform = 'web';
  const read = Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('A1:A5400').load('values');
    await context.sync();
  });
  await expect(read).rejects.toMatchObject({ code: 'ResponsePayloadSizeLimitExceeded' });
});

test('more than five million cells are answered with null instead of values', async () => {
  await loadHost();
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sheet1').getRange('A:E').load('values,cellCount');
    await context.sync();
    expect(range.cellCount).toBe(5_242_880);
    expect(range.values).toBeNull();
  });
});

test('while the user edits a cell a sync is refused, or waits when it asked to', async () => {
  const { host } = await loadHost();
  host.editing = true;
  await expect(write(1)).rejects.toMatchObject({ code: 'InvalidOperationInCellEditMode' });
  let done = false;
  const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('B2').values = [[1]];
    await context.sync();
    done = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(done).toBe(false);
  host.editing = false;
  await waiting;
  expect(await used()).toBe('Sheet1!B2');
});

describe('an injected failure', () => {
  const three = (): Promise<void> =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1').values = [[1]];
      sheet.getRange('A2').values = [[2]];
      sheet.getRange('A3').values = [[3]];
      await context.sync();
    });

  test('before the sync leaves the workbook alone', async () => {
    const { host } = await loadHost();
    host.failNext('GeneralException');
    await expect(three()).rejects.toMatchObject({ code: 'GeneralException' });
    expect(await used()).toBeNull();
  });

  test('part way leaves what ran before it, as Excel has no transaction', async () => {
    const { host } = await loadHost();
    host.failSync(1, { code: 'RequestAborted', when: 'after-some' });
    await expect(three()).rejects.toMatchObject({ code: 'RequestAborted' });
    expect(await used()).toBe('Sheet1!A1:A2');
  });

  test('after the sync has done everything and loses the answer', async () => {
    const { host } = await loadHost();
    host.failSync(1, { when: 'after' });
    await expect(three()).rejects.toMatchObject({ code: 'GeneralException' });
    expect(await used()).toBe('Sheet1!A1:A3');
  });

  test('hits the k-th sync from now and no other', async () => {
    const { host } = await loadHost();
    host.failSync(2);
    await three();
    await expect(three()).rejects.toMatchObject({ code: 'GeneralException' });
    await three();
    expect(host.requests.map((request) => request.error)).toEqual([null, 'GeneralException', null]);
  });

  test('at a member leaves what stood before it in the batch', async () => {
    const { host, grid } = await loadHost();
    host.failMember('TableCollection.add', { code: 'InvalidOperation' });
    const run = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:A2').values = [['User'], ['Ann']];
      sheet.tables.add('A1:A2', true);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: 'InvalidOperation' });
    expect(await used()).toBe('Sheet1!A1:A2');
    expect(grid.tables.size).toBe(0);
  });

  test('is gone after clearFaults', async () => {
    const { host } = await loadHost();
    host.failNext('GeneralException');
    host.clearFaults();
    await three();
    expect(await used()).toBe('Sheet1!A1:A3');
  });
});
