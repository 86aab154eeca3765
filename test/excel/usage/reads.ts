/** How often the whole of the usage goes over the wire. */
import type { LoadedHost } from '../../office/load';

/** Cells of the sheet `Usage` that are read during `work`, as multiples of its used range. */
export async function usageReads({ grid }: LoadedHost, work: () => Promise<unknown>): Promise<number> {
  const usage = grid.sheets().find(({ name }) => name === 'Usage');
  const used = usage === undefined ? null : grid.usedRange(usage.id, true);
  if (usage === undefined || used === null) throw new Error('There is no usage.');
  let cells = 0;
  const read = grid.read.bind(grid);
  const spy = jest.spyOn(grid, 'read').mockImplementation((id, rect) => {
    if (id === usage.id) cells += rect.rows * rect.columns;
    return read(id, rect);
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return cells / (used.rows * used.columns);
}
