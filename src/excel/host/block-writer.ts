/** Writes assignments block by block. The only module that syncs in a loop while writing. */
import { throwIfCancelled } from './failure';
import { breathe } from './session';
import type { Assignment } from './sheet-cells';

/** Small assignments travel together up to this many cells; a block of many rows travels alone. */
const CELLS_TOGETHER = 2000;

export interface BlockWriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Rows just written. */
  readonly onRows?: (rows: number) => void;
}

/** Assignments must each be within the size of a request (`stacked` sees to that). */
export async function writeBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  assignments: readonly Assignment[],
  { signal, onRows }: BlockWriteOptions = {},
): Promise<void> {
  for (const batch of batches(assignments)) {
    throwIfCancelled(signal);
    context.application.suspendApiCalculationUntilNextSync();
    for (const assignment of batch) assign(sheet, assignment);
    await context.sync();
    onRows?.(batch.reduce((sum, { entries }) => sum + entries.length, 0));
    await breathe();
  }
}

/** Queues one assignment. */
export function assign(sheet: Excel.Worksheet, { row, column, entries }: Assignment): void {
  const columns = entries[0]?.length ?? 0;
  if (columns === 0) return;
  sheet.getRangeByIndexes(row, column, entries.length, columns).values = entries.map((line) => [...line]);
}

function batches(assignments: readonly Assignment[]): readonly (readonly Assignment[])[] {
  const grouped: Assignment[][] = [];
  let cells = 0;
  for (const assignment of assignments) {
    const size = assignment.entries.length * (assignment.entries[0]?.length ?? 0);
    const last = grouped[grouped.length - 1];
    if (last !== undefined && cells + size <= CELLS_TOGETHER) {
      last.push(assignment);
      cells += size;
    } else {
      grouped.push([assignment]);
      cells = size;
    }
  }
  return grouped;
}
