/**
 * Reads a rectangle of a worksheet block by block: values or formulas, at most about 2 MB and 20,000 rows a request (Excel on the web
 * refuses 5 MB), halving on size errors. The only module that syncs in a loop while reading.
 */
import type { RawCell } from '../../engine/usage/types';
import type { CellRect } from '../../report/model/address';
import { ExcelFailure, throwIfCancelled } from './failure';
import { isSizeError } from './error-messages';
import { breathe } from './session';

export const BLOCK_BYTES = 2_000_000;
export const BLOCK_ROWS = 20_000;
export const SMALLEST_BLOCK = 100;
const PROBE_ROWS = 50;

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** What is handed over; values when omitted. */
  readonly what?: 'values' | 'formulas';
  /** Rows read so far, and in all. */
  readonly onRows?: (done: number, total: number) => void;
}

/**
 * Feeds `sink` every row of the rectangle, in order, without gaps.
 * @param rect counted from 0 on the sheet
 * @throws ExcelFailure `Cancelled`, or `UnreadableBlock` when even 100 rows cannot be read
 */
export async function readBlocks(
  context: Excel.RequestContext,
  sheet: string,
  rect: CellRect,
  sink: (block: readonly (readonly RawCell[])[], firstRow: number) => void,
  { signal, onRows, what = 'values' }: ReadOptions = {},
): Promise<void> {
  let row = 0;
  let size = Math.min(PROBE_ROWS, rect.rows);
  let ceiling = BLOCK_ROWS;
  while (row < rect.rows) {
    throwIfCancelled(signal);
    const rows = Math.min(size, rect.rows - row);
    const block = await readBlock(context, sheet, { ...rect, row: rect.row + row, rows }, what);
    if (block === null) {
      if (rows <= SMALLEST_BLOCK) {
        const first = rect.row + row + 1;
        throw new ExcelFailure(
          'UnreadableBlock',
          `Excel did not hand over rows ${first} to ${first + rows - 1} of ${sheet}. Split the data or remove very long texts, then try again. The workbook is as it was before.`,
          true,
        );
      }
      ceiling = Math.max(SMALLEST_BLOCK, Math.floor(rows / 2));
      size = ceiling;
      continue;
    }
    sink(block, row);
    row += rows;
    onRows?.(row, rect.rows);
    size = Math.max(1, Math.min(ceiling, Math.floor(BLOCK_BYTES / bytesPerRow(block))));
    await breathe();
  }
  throwIfCancelled(signal);
}

/** Null when Excel refuses the size or hands over something of another shape. */
async function readBlock(
  context: Excel.RequestContext,
  sheet: string,
  rect: CellRect,
  what: 'values' | 'formulas',
): Promise<readonly (readonly RawCell[])[] | null> {
  const range = context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);
  if (what === 'formulas') range.load('formulas');
  else range.load('values');
  try {
    await context.sync();
  } catch (error) {
    if (isSizeError(error, rect.rows > SMALLEST_BLOCK)) return null;
    throw error;
  }
  // Above its limits Excel may answer null, or nulls inside, instead of failing.
  const read = what === 'formulas' ? range.formulas : range.values;
  const values = read as readonly (readonly RawCell[])[] | null;
  range.untrack();
  const whole = values?.length === rect.rows && values.every((cells) => cells?.length === rect.columns);
  return whole ? values : null;
}

function bytesPerRow(block: readonly (readonly RawCell[])[]): number {
  const sample = block.slice(0, PROBE_ROWS);
  return Math.max(8, JSON.stringify(sample).length / sample.length);
}
