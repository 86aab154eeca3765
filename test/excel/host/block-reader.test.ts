import { readBlocks } from '../../../src/excel/host/block-reader';
import type { RawCell } from '../../../src/engine/usage/types';
import { workbook, type Cell } from '../workbook';

function numbered(rows: number, text = ''): Cell[][] {
  return Array.from({ length: rows }, (_, i) => [i, `${text}${i}`]);
}

async function readAll(rows: number, options: Parameters<typeof readBlocks>[4] = {}) {
  const read: RawCell[] = [];
  const sizes: number[] = [];
  await Excel.run((context) =>
    readBlocks(
      context,
      'Usage',
      { row: 0, column: 0, rows, columns: 2 },
      (block, first) => {
        expect(first).toBe(read.length);
        sizes.push(block.length);
        for (const row of block) read.push(row[0]);
      },
      options,
    ),
  );
  return { read, sizes };
}

test('every row is read once and in order, however it is cut into blocks', async () => {
  await workbook(numbered(45_000));
  const { read, sizes } = await readAll(45_000);
  expect(read).toEqual(Array.from({ length: 45_000 }, (_, i) => i));
  expect(Math.max(...sizes)).toBeLessThanOrEqual(20_000);
});

test('wide rows are read in smaller blocks, so that no answer comes near the 5 MB limit', async () => {
  const loaded = await workbook(numbered(9_000, 'x'.repeat(1_000)));
  await readAll(9_000);
  expect(loaded.host.largestResponse).toBeLessThan(2_400_000);
});

test('rows that grow longer further down are still read: the block is halved when Excel refuses it', async () => {
  const rows = [...numbered(60, ''), ...numbered(12_000, 'y'.repeat(1_500))];
  const loaded = await workbook(rows);
  const { read } = await readAll(rows.length);
  expect(read).toHaveLength(rows.length);
  expect(loaded.host.requests.some((request) => request.error === 'ResponsePayloadSizeLimitExceeded')).toBe(
    true,
  );
});

test('when even a hundred rows cannot be read, the message names the rows', async () => {
  const loaded = await workbook(numbered(400));
  for (let k = 1; k < 12; k += 1) loaded.host.failSync(k, { code: 'ResponsePayloadSizeLimitExceeded' });
  await expect(readAll(400)).rejects.toMatchObject({
    code: 'UnreadableBlock',
    message: expect.stringContaining('rows 1 to 50 of Usage'),
  });
});

test('cancelling stops before the next block', async () => {
  await workbook(numbered(45_000));
  const controller = new AbortController();
  let done = 0;
  const reading = readAll(45_000, {
    signal: controller.signal,
    onRows: (rows) => {
      done = rows;
      if (rows > 1_000) controller.abort();
    },
  });
  await expect(reading).rejects.toMatchObject({ code: 'Cancelled' });
  expect(done).toBeLessThan(45_000);
});
