/** Sample usage of invented people: a sheet `Usage` with a native table `Usage`. */
import type { CellRect } from '../../report/model/address';
import { sheetAddress } from '../../report/model/address';
import type { CellValue } from '../../report/model/document';
import { charsToPoints } from '../../report/model/layout';
import { writeBlocks } from '../host/block-writer';
import { ExcelFailure } from '../host/failure';
import { toFailure } from '../host/error-messages';
import { entryOf, stacked, type Entry } from '../host/sheet-cells';
import type { WrittenSheet } from '../sheets/document-writer';

export const SAMPLE_SHEET = 'Usage';
const SAMPLE_FILE = 'assets/sample/usage.json';

export interface SampleUsage {
  readonly columns: readonly string[];
  /** Which columns hold Excel dates, from 0. */
  readonly dateColumns: readonly number[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** Fetches the sample that is delivered beside the page. */
export async function fetchSample(): Promise<SampleUsage> {
  const answer = await fetch(new URL(SAMPLE_FILE, document.baseURI));
  if (!answer.ok) {
    throw new ExcelFailure(
      'SampleMissing',
      'The sample data could not be loaded from the add-in’s own site. Check the connection, then try again.',
      true,
      `HTTP ${answer.status}`,
    );
  }
  return (await answer.json()) as SampleUsage;
}

/** Writes the sample; on any failure nothing of it stays. @throws ExcelFailure when a sheet or table of that name exists */
export async function insertSample(
  context: Excel.RequestContext,
  sample: SampleUsage,
): Promise<WrittenSheet> {
  const { worksheets, tables } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(SAMPLE_SHEET);
  const table = tables.getItemOrNullObject(SAMPLE_SHEET);
  sheet.load('name');
  table.load('name');
  await context.sync();
  if (!sheet.isNullObject || !table.isNullObject) {
    throw new ExcelFailure(
      'SampleExists',
      `There is a ${sheet.isNullObject ? 'table' : 'sheet'} "${SAMPLE_SHEET}" already. Use it, or rename it and insert the sample again.`,
      true,
    );
  }
  try {
    return await write(context, sample);
  } catch (error) {
    await removeSheet();
    throw toFailure(error);
  }
}

async function write(context: Excel.RequestContext, sample: SampleUsage): Promise<WrittenSheet> {
  const columns = sample.columns.length;
  const sheet = context.workbook.worksheets.add(SAMPLE_SHEET);
  await context.sync();
  const rows = [sample.columns.map(entryOf), ...sample.rows.map((row) => entries(row, columns))];
  const lines = rows.map((line, row) => ({ row, column: 0, entries: [line] }));
  await writeBlocks(context, sheet, stacked(lines));
  const rect: CellRect = { row: 0, column: 0, rows: rows.length, columns };
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, rect.rows, columns), true);
  table.name = SAMPLE_SHEET;
  table.style = 'TableStyleLight9';
  for (const column of sample.dateColumns) {
    const dates = sheet.getRangeByIndexes(1, column, sample.rows.length, 1);
    (dates as { numberFormat: unknown }).numberFormat = 'yyyy-mm-dd';
  }
  sample.columns.forEach((_, column) => {
    const chars = column === 0 ? 24 : sample.dateColumns.includes(column) ? 12 : 18;
    sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = charsToPoints(chars);
  });
  sheet.freezePanes.freezeRows(1);
  sheet.activate();
  await context.sync();
  return { name: SAMPLE_SHEET, address: sheetAddress(SAMPLE_SHEET, rect) };
}

function entries(row: readonly CellValue[], columns: number): readonly Entry[] {
  return Array.from({ length: columns }, (_, column) => entryOf(row[column] ?? null));
}

async function removeSheet(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(SAMPLE_SHEET);
    sheet.load('name');
    await context.sync();
    if (sheet.isNullObject) return;
    sheet.delete();
    await context.sync();
  });
}
