/** Reads and writes many small rectangles of a workbook in few requests. */
import type { RawCell } from '../../engine/usage/types';
import type { CellRect } from '../../report/model/address';
import { readBlocks } from './block-reader';
import { writeBlocks } from './block-writer';
import { throwIfCancelled } from './failure';
import { stacked, type Assignment, type Entry } from './sheet-cells';

export interface SheetRect {
  readonly sheet: string;
  readonly rect: CellRect;
}

export type Cells = readonly (readonly RawCell[])[];

/** Cells and rectangles of one request; a larger rectangle is read by itself, block by block. */
const CELLS_TOGETHER = 20_000;
const RECTS_TOGETHER = 500;

/** Values, in the order asked. */
export async function readRects(
  context: Excel.RequestContext,
  rects: readonly SheetRect[],
  signal?: AbortSignal,
): Promise<readonly Cells[]> {
  const read: Cells[] = [];
  let at = 0;
  while (at < rects.length) {
    throwIfCancelled(signal);
    const next = rects.slice(at, at + togetherFrom(rects, at));
    const [only] = next;
    if (next.length === 1 && only !== undefined && cellsOf(only) > CELLS_TOGETHER) {
      const rows: (readonly RawCell[])[] = [];
      await readBlocks(context, only.sheet, only.rect, (block) => rows.push(...block));
      read.push(rows);
    } else {
      const ranges = next.map(({ sheet, rect }) => {
        const { row, column, rows, columns } = rect;
        const range = context.workbook.worksheets
          .getItem(sheet)
          .getRangeByIndexes(row, column, rows, columns);
        range.load('values');
        return range;
      });
      await context.sync();
      read.push(...ranges.map(({ values }) => values as Cells));
    }
    at += next.length;
  }
  return read;
}

/** How many of the rectangles from `at` on go into one request; at least one. */
function togetherFrom(rects: readonly SheetRect[], at: number): number {
  let cells = 0;
  let count = 0;
  for (const rect of rects.slice(at, at + RECTS_TOGETHER)) {
    cells += cellsOf(rect);
    if (count > 0 && cells > CELLS_TOGETHER) break;
    count += 1;
  }
  return count;
}

function cellsOf({ rect }: SheetRect): number {
  return rect.rows * rect.columns;
}

export interface RectEntries extends SheetRect {
  readonly entries: readonly (readonly Entry[])[];
}

/** Writes sheet by sheet; neighbours below one another travel as one. */
export async function writeRects(
  context: Excel.RequestContext,
  rects: readonly RectEntries[],
  signal?: AbortSignal,
): Promise<void> {
  const bySheet = new Map<string, Assignment[]>();
  for (const { sheet, rect, entries } of rects) {
    const rows = bySheet.get(sheet) ?? [];
    bySheet.set(sheet, rows);
    entries.forEach((line, index) =>
      rows.push({ row: rect.row + index, column: rect.column, entries: [line] }),
    );
  }
  for (const [sheet, rows] of bySheet) {
    const sorted = [...rows].sort((a, b) => a.column - b.column || a.row - b.row);
    await writeBlocks(context, context.workbook.worksheets.getItem(sheet), stacked(sorted), { signal });
  }
}
