/** The state of the last run of a command, told from the sheet it wrote. */
import { rectOf } from '../host/range-rect';
import { SHEETS } from '../../report/model/sheet-names';
import { splitAddress } from '../../report/model/address';
import { readBlocks } from '../host/block-reader';
import { createFingerprint } from '../host/fingerprint';
import { sheetStates } from '../host/own-sheets';
import { readRecord, RUN_KEYS } from './record';

export interface LastRun {
  /** ISO date-time. */
  readonly when: string;
  /** `Usage!A1:F48211`. */
  readonly input: string;
  readonly people: number;
  /** The input reads otherwise than at the run. */
  readonly stale: boolean;
}

/** Larger inputs are compared by their extent alone: reading a million rows to say "not yet stale" is not worth the wait. */
const COMPARED_CELLS = 500_000;

/** An input as it has just been read, so that it need not be read again to be compared. */
export interface KnownInput {
  readonly address: string;
  readonly fingerprint: string;
}

/** State of the last segmentation; null when nothing has been segmented, or our sheet was deleted. */
export async function lastRun(context: Excel.RequestContext, known?: KnownInput): Promise<LastRun | null> {
  return await lastRunOf(context, SHEETS.segments, known);
}

/** The same for any sheet of ours that bears a run's record. */
export async function lastRunOf(
  context: Excel.RequestContext,
  { name, mark }: { readonly name: string; readonly mark: string },
  known?: KnownInput,
): Promise<LastRun | null> {
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return null;
  const { when, input, people, fingerprint, source } = RUN_KEYS;
  const record = await readRecord(context, name, [when, input, people, fingerprint, source]);
  if (record[when] === '') return null;
  return {
    when: record[when],
    input: record[input],
    people: Number(record[people]),
    stale:
      known?.address === record[input]
        ? known.fingerprint !== record[fingerprint]
        : await isStale(context, record[input], record[fingerprint], record[source]),
  };
}

async function isStale(
  context: Excel.RequestContext,
  input: string,
  fingerprint: string,
  /** `sheet`, `selection` or `table:Name`. */
  source: string,
): Promise<boolean> {
  const { sheet, cells } = splitAddress(input);
  const found = context.workbook.worksheets.getItemOrNullObject(sheet);
  found.load('name');
  await context.sync();
  if (found.isNullObject) return true;
  const range = found.getRange(cells);
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  const used = found.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  const rect = rectOf(range);
  if (used.isNullObject || used.rowIndex + used.rowCount < rect.row + rect.rows) return true;
  // Rows appended below belong to a sheet or table that was read as a whole, not to a selection.
  if (source === 'sheet' && used.rowIndex + used.rowCount > rect.row + rect.rows) return true;
  if (
    source.startsWith('table:') &&
    (await tableRowsOf(context, source.slice('table:'.length))) !== rect.rows
  )
    return true;
  if (rect.rows * rect.columns > COMPARED_CELLS) return false;
  const now = createFingerprint();
  await readBlocks(context, sheet, rect, (block) => {
    now.add(block);
  });
  return now.text() !== fingerprint;
}

/** Rows of a table with its header; null when there is no such table. */
async function tableRowsOf(context: Excel.RequestContext, name: string): Promise<number | null> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('name');
  await context.sync();
  if (table.isNullObject) return null;
  const range = table.getRange();
  range.load('rowCount');
  await context.sync();
  return range.rowCount;
}
