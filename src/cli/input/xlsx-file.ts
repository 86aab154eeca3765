/** Workbooks: the sheet that holds the table, as rows. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { readXlsx, streamXlsxRows, type Sheet } from 'hucre/xlsx';
import { knownHeader } from '../../engine/usage/reader/headers';
import type { RawCell } from '../../engine/usage/types';
import { rectOfAddress, type CellRect } from '../../report/model/address';
import { TABLES } from '../../report/model/sheet-names';
import { BadInput } from '../program/bad-input';
import { fileBytes } from './file-fault';
import type { Row, TableOptions, TableRead, TakeRows } from './table-rows';

/** Rows of each sheet looked at to find the table: an export may have titles above it. */
const LOOKED_AT = 20;
const BLOCK_ROWS = 5000;
/** How the names of our own sheets begin. */
const OURS = 'Flex ';
const DAY_MS = 86_400_000;
/** Serial of 1 January 1970. */
const UNIX_EPOCH = 25_569;

/** @throws BadInput when the file is no workbook that can be read, or has no such sheet */
export async function readXlsxFile(file: string, options: TableOptions, take: TakeRows): Promise<TableRead> {
  const name = path.basename(file);
  const data = await fileBytes(file);
  const fingerprint = createHash('sha256').update(data).digest('hex');
  const { sheet, rect } = await opened(name, () => chosenSheet(data, options.sheet, name));
  const [first, last] = rect === null ? [0, Infinity] : [rect.row, rect.row + rect.rows - 1];
  let block: Row[] = [];
  let next = first;
  const flush = (): void => {
    if (block.length > 0) take(block);
    block = [];
    options.onRows?.(next - first);
  };
  await opened(name, async () => {
    for await (const { index, values } of streamXlsxRows(data, { sheet })) {
      if (index < first || index > last) continue;
      // Blank rows are not stored: without them every row below would be named wrongly.
      for (; next < index; next += 1) add([]);
      const cells = values.map(rawCell);
      add(rect === null ? cells : cells.slice(rect.column, rect.column + rect.columns));
      next = index + 1;
    }
  });
  flush();
  return { skipped: first, sheet, fingerprint, notes: [] };

  function add(row: Row): void {
    block.push(row);
    if (block.length >= BLOCK_ROWS) flush();
  }
}

/** The library's own errors mean a damaged or foreign file; ours are passed on. */
export async function opened<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof BadInput || !(error instanceof Error) || !isReadError(error)) throw error;
    throw new BadInput(
      `${name} cannot be read as an xlsx workbook (${error.message}). Open it in Excel, save it as .xlsx without a password, and try again.`,
    );
  }
}

/** Names of the error classes of the reader. */
function isReadError(error: Error): boolean {
  return (
    /^(Parse|Zip|Xml|Encrypted|Unsupported|Defter|Hucre|Format|Decryption)/.test(error.name) ||
    error.constructor === Error
  );
}

interface ChosenSheet {
  readonly sheet: string;
  /** Where the table of the history stands, of a sheet that is ours; null = the whole sheet. */
  readonly rect: CellRect | null;
}

async function chosenSheet(data: Uint8Array, wanted: string | null, name: string): Promise<ChosenSheet> {
  const { sheets } = await readXlsx(data, { maxRows: LOOKED_AT });
  const names = sheets.map((sheet) => sheet.name);
  if (wanted !== null) {
    const found = names.find((each) => each.trim().toLowerCase() === wanted.trim().toLowerCase());
    const sheet = sheets.find((each) => each.name === found);
    if (sheet !== undefined) return { sheet: sheet.name, rect: historyIn(sheet) };
    throw new BadInput(`${name} has no sheet "${wanted}". It has: ${names.join(', ')}.`, 'no-sheet');
  }
  const filled = sheets.filter(({ rows }) =>
    rows.some((cells) => cells.some((cell) => cell !== null && cell !== '')),
  );
  const history = filled.find((sheet) => historyIn(sheet) !== null);
  const tables = filled.filter(({ rows }) => rows.some((cells) => isHeader(cells.map(rawCell))));
  // Our own results name people and products too; what they were made from comes first.
  const usage = tables.find((sheet) => !sheet.name.startsWith(OURS)) ?? tables[0];
  const chosen = history ?? usage ?? filled[0];
  if (chosen === undefined) throw new BadInput(`${name} has no sheet with cells in it.`, 'no-sheet');
  return { sheet: chosen.name, rect: historyIn(chosen) };
}

function historyIn({ tables }: Sheet): CellRect | null {
  return rectOfAddress(tables?.find((table) => table.name === TABLES.usage)?.range ?? '');
}

/** A row with at least two known column names (docs/rules.md, "Usage"). */
export function isHeader(cells: Row): boolean {
  return cells.filter((cell) => typeof cell === 'string' && knownHeader(cell) !== undefined).length >= 2;
}

/** Dates become serials, as Excel itself hands them over. */
export function rawCell(cell: string | number | boolean | Date | null | undefined): RawCell {
  // Thousandths of a second, as stored: what a double adds beyond would move a time by a millionth of a day.
  return cell instanceof Date ? Math.round((cell.getTime() / DAY_MS + UNIX_EPOCH) * 1e8) / 1e8 : cell;
}
