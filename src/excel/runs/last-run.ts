/** The state of the last run of a command, told from the sheet it wrote. */
import { rectOf } from '../host/range-rect';
import { splitAddress } from '../../report/model/address';
import { sheetStates } from '../host/own-sheets';
import type { LastRun } from '../contract/services';
import { usageFingerprint } from '../usage/fingerprint';
import { fingerprints, type Input } from './input';
import { readRecord, recordedInputs, RUN_KEYS } from './record';
import { changedCells, readEarlierCells, type InputCells } from './sheet-assumptions';

/** Larger inputs are compared by their extent alone: reading a million rows to say "not yet stale" is not worth the wait. */
const COMPARED_CELLS = 500_000;

/** What a run leaves to be compared with, as its declaration says. */
export interface Recorded {
  /** In the order of their tabs; the first bears the record. */
  readonly writes: readonly [OwnSheet, ...OwnSheet[]];
  readonly reads: readonly { readonly input: Input }[];
  /** Named cells of the sheets it writes that count in the next run. */
  readonly cells?: CommandCells;
  /** Sheets of ours with entries of the user's that the next run takes over. */
  readonly keeps?: readonly string[];
}

export interface OwnSheet {
  readonly name: string;
  readonly mark: string;
}

export interface CommandCells extends InputCells {
  /** Sheets on which they stand. */
  readonly sheets: readonly string[];
}

/** What was looked at already, so that an input of several runs is read once. */
export interface Looked {
  readonly usage: Map<string, Promise<string>>;
  readonly inputs: Map<string, string>;
}

export const nothingLooked = (): Looked => ({ usage: new Map(), inputs: new Map() });

/** An input as it has just been read, so that it need not be read again to be compared. */
export interface KnownInput {
  readonly address: string;
  readonly fingerprint: string;
}

/** State of the last run of a command; null when it has not run, or its sheet was deleted. */
export async function lastRunOf(
  context: Excel.RequestContext,
  { writes: [{ name, mark }], reads, cells }: Recorded,
  known?: KnownInput,
  looked: Looked = nothingLooked(),
): Promise<LastRun | null> {
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return null;
  const { when, input, people, fingerprint, source, inputs } = RUN_KEYS;
  const record = await readRecord(context, name, [when, input, people, fingerprint, source, inputs]);
  if (record[when] === '') return null;
  const changed: string[] = [];
  const same =
    known?.address === record[input]
      ? known.fingerprint === record[fingerprint]
      : await isUnchanged(context, record[input], record[fingerprint], record[source], looked);
  if (!same) changed.push('the usage');
  const then = recordedInputs(record[inputs]);
  const compared = reads.map((each) => each.input).filter(({ key }) => key in then);
  const now = await fingerprints(context, compared, looked.inputs);
  changed.push(...compared.filter(({ key }) => now[key] !== then[key]).map(({ label }) => label));
  if (cells !== undefined) {
    const { assumptions } = await readEarlierCells(context, name, cells);
    if (assumptions !== null && changedCells(assumptions).length > 0) changed.push('the input cells');
  }
  return {
    when: record[when],
    input: record[input],
    people: Number(record[people]),
    stale: changed.length > 0,
    changed,
  };
}

async function isUnchanged(
  context: Excel.RequestContext,
  input: string,
  fingerprint: string,
  /** `sheet`, `selection` or `table:Name`. */
  source: string,
  { usage }: Looked,
): Promise<boolean> {
  const { sheet, cells } = splitAddress(input);
  const found = context.workbook.worksheets.getItemOrNullObject(sheet);
  found.load('name,id');
  await context.sync();
  if (found.isNullObject) return false;
  const range = found.getRange(cells);
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  const used = found.getUsedRangeOrNullObject(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  const rect = rectOf(range);
  if (used.isNullObject || used.rowIndex + used.rowCount < rect.row + rect.rows) return false;
  // Rows appended below belong to a sheet or table that was read as a whole, not to a selection.
  if (source === 'sheet' && used.rowIndex + used.rowCount > rect.row + rect.rows) return false;
  if (
    source.startsWith('table:') &&
    (await tableRowsOf(context, source.slice('table:'.length))) !== rect.rows
  )
    return false;
  if (rect.rows * rect.columns > COMPARED_CELLS) return true;
  const now = usage.get(input) ?? usageFingerprint(context, { sheet, sheetId: found.id, rect });
  usage.set(input, now);
  return (await now) === fingerprint;
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
