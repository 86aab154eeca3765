/** A small table of the user's: a text file, or one of our native tables inside a workbook that the add-in or this program wrote. */
import path from 'node:path';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { FlexError } from '../../engine/errors';
import { parseIsoDate, counted } from '../../engine/numeric';
import type { BookRows } from '../../engine/usage/book-table';
import type { RejectedRow } from '../../engine/usage/types';
import { rectOfAddress, sheetAddress, type CellRect } from '../../report/model/address';
import { countText } from '../../report/model/formats';
import { isBlankCell, type PlacedRange } from '../../report/model/placed-range';
import type { PlacedReject } from '../../report/segments/summary-tables';
import { BadInput } from '../program/bad-input';
import { fileBytes } from './file-fault';
import { readWholeTable } from './table-file';
import type { Row } from './table-rows';
import { opened, rawCell } from './xlsx-file';

/** Where a table stands in a workbook of ours. */
export interface ListPlace {
  readonly sheet: string;
  readonly table: string;
}

export interface ListFile extends PlacedRange {
  /** The native table it was looked for as; '' = another one. */
  readonly table: string;
  /** `packs.csv`, or `flex.xlsx, sheet Flex Pool Ledger`. */
  readonly name: string;
}

/**
 * Of a workbook, the native table of one of these places, else the sheet of that name, else the sheet with known column names.
 * @throws BadInput when the file cannot be read
 */
export async function readListFile(file: string, places: readonly ListPlace[]): Promise<ListFile> {
  const inWorkbook = isWorkbook(file) ? await readPlaces(file, places) : [];
  const [found] = inWorkbook;
  if (found !== undefined) return found;
  const { rows, sheet } = await readWholeTable(file);
  const name = path.basename(file);
  const rect = {
    row: 0,
    column: 0,
    rows: rows.length,
    columns: Math.max(0, ...rows.map((row) => row.length)),
  };
  return { table: '', name: sheet === '' ? name : `${name}, sheet ${sheet}`, sheet, rect, values: rows };
}

/** What a workbook holds of these tables, in their order; sheets of the name stand in for a table that is not there. */
export async function readPlaces(file: string, places: readonly ListPlace[]): Promise<readonly ListFile[]> {
  const name = path.basename(file);
  const data = await fileBytes(file);
  const wanted = new Set(places.map(({ sheet }) => sheet));
  const { sheets } = await opened(name, () => readXlsx(data, { sheets: (each) => wanted.has(each.name) }));
  return places.flatMap((place) => {
    const sheet = sheets.find((each) => each.name === place.sheet);
    return sheet === undefined ? [] : [listOf(sheet, place, name)];
  });
}

/** Whether a file says by its name that it is a workbook. */
export function isWorkbook(file: string): boolean {
  return /\.xls[xm]$/i.test(file);
}

function listOf({ name: sheet, rows, tables }: Sheet, { table }: ListPlace, file: string): ListFile {
  const cells = rows.map((row): Row => row.map(rawCell));
  const whole: CellRect = {
    row: 0,
    column: 0,
    rows: cells.length,
    columns: Math.max(0, ...cells.map((row) => row.length)),
  };
  const rect = rectOfAddress(tables?.find((each) => each.name === table)?.range ?? '') ?? whole;
  return {
    table,
    name: `${file}, sheet ${sheet}`,
    sheet,
    rect,
    values: Array.from({ length: rect.rows }, (_, row) =>
      Array.from(
        { length: rect.columns },
        (__, column) => cells[rect.row + row]?.[rect.column + column] ?? null,
      ),
    ),
  };
}

/** Whether anything stands below the header. */
export function isFilled({ values }: ListFile): boolean {
  return values.slice(1).some((cells) => cells.some((cell) => !isBlankCell(cell)));
}

/** @throws BadInput with the file's name before what the engine says of the table */
export function readAs<T>(file: ListFile, read: (rows: readonly Row[]) => T): T {
  try {
    return read(file.values);
  } catch (error) {
    if (error instanceof FlexError) throw new BadInput(`${file.name}: ${error.message}`);
    throw error;
  }
}

/** A text file has only texts: plain numbers of it become numbers. */
export function numbersOf(row: Row): Row {
  return row.map((cell) =>
    typeof cell === 'string' && /^\d+(\.\d+)?$/.test(cell.trim()) ? Number(cell) : cell,
  );
}

/** A text file has its dates as year-month-day: such texts become serials. */
export function datesOf(row: Row): Row {
  return row.map((cell) => (typeof cell === 'string' ? (parseIsoDate(cell) ?? cell) : cell));
}

/** One sentence with the first row that could not be used; none where all could. */
export function rejectNote(
  file: ListFile,
  { read, rejected }: Omit<BookRows<unknown>, 'rows'>,
): readonly string[] {
  const [first] = rejected;
  if (first === undefined) return [];
  const one = rejected.length === 1;
  return [
    `${countText(rejected.length)} of ${counted(read, 'row')} of ${file.name} could not be used and ${one ? 'is' : 'are'} left out. The first, row ${file.rect.row + first.row}: ${first.reason}.`,
  ];
}

/** Rows that could not be used, as the sheets list them. */
export function placedIn(file: ListFile, rejected: readonly RejectedRow[]): readonly PlacedReject[] {
  return rejected.map(({ row, column, value, reason }) => {
    const sheetRow = file.rect.row + row;
    const header = file.values.findIndex((cells) =>
      cells.some((cell) => String(cell ?? '').trim() === column),
    );
    const at = (file.values[header] ?? []).findIndex((cell) => String(cell ?? '').trim() === column);
    const address =
      file.sheet === ''
        ? `${file.name}, row ${sheetRow}`
        : sheetAddress(file.sheet, {
            row: sheetRow - 1,
            column: file.rect.column + Math.max(0, at),
            rows: 1,
            columns: 1,
          });
    return { sheetRow, address, column, value, reason };
  });
}
