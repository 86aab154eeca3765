/** The state of the last segmentation, told from the marked sheet alone. */
import { rectOf } from './range-rect';
import { SHEETS } from '../report/marks';
import { splitAddress } from '../report/address';
import { readBlocks } from './block-reader';
import { createFingerprint } from './fingerprint';
import { sheetStates } from './own-sheets';
import { RUN_KEYS } from './previous-run';

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

/** Null when nothing has been segmented, or our sheet was deleted. */
export async function lastRun(context: Excel.RequestContext): Promise<LastRun | null> {
  const { name, mark } = SHEETS.segments;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return null;
  const { customProperties } = context.workbook.worksheets.getItem(name);
  const keys = [RUN_KEYS.when, RUN_KEYS.input, RUN_KEYS.people, RUN_KEYS.fingerprint, RUN_KEYS.source];
  const properties = keys.map((key) => customProperties.getItemOrNullObject(key));
  for (const property of properties) property.load('value');
  await context.sync();
  const [when = '', input = '', people = '', fingerprint = '', source = ''] = properties.map((p) =>
    p.isNullObject ? '' : p.value,
  );
  if (when === '') return null;
  return {
    when,
    input,
    people: Number(people),
    stale: await isStale(context, input, fingerprint, source),
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
