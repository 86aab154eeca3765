/** Where usage is read from: the selection, a native table or a sheet. */
import { rectOf } from '../host/range-rect';
import { sheetAddress, splitAddress, type CellRect } from '../../report/model/address';
import { PEOPLE_SHEET, SHEETS, TABLES } from '../../report/model/sheet-names';
import { ExcelFailure } from '../host/failure';
import type { SourceChoice, SourceOption } from '../contract/services';

/** A rectangle of a worksheet with values in it. */
export interface SourceRange {
  readonly choice: SourceChoice;
  readonly sheet: string;
  /** Of the sheet, whatever its name. */
  readonly sheetId: string;
  readonly rect: CellRect;
  /** `Usage!A1:F48211`. */
  readonly address: string;
}

const OWN_SHEETS: readonly string[] = [...Object.values(SHEETS).map(({ name }) => name), PEOPLE_SHEET];

/** Finds the cells of a choice, cut down to those that hold values. @throws ExcelFailure when there is nothing to read */
export async function resolveSource(
  context: Excel.RequestContext,
  choice: SourceChoice,
): Promise<SourceRange> {
  const range = await rangeOf(context, choice);
  const used = range.worksheet.getUsedRangeOrNullObject(true);
  const cells = range.getIntersectionOrNullObject(used.getResizedRange(0, 0));
  range.worksheet.load('name,id');
  range.load('cellCount');
  used.load('address,rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const { name: sheet, id: sheetId } = range.worksheet;
  if (choice.kind !== 'table' && OWN_SHEETS.includes(sheet)) {
    throw nothing(
      `"${sheet}" holds results or settings, not usage. Select your usage rows, or choose their table or sheet.`,
    );
  }
  if (used.isNullObject)
    throw nothing(`The sheet "${sheet}" is empty. Put your usage there, or choose another table or sheet.`);
  // One selected cell stands for the data around it.
  const whole = choice.kind === 'selection' && range.cellCount === 1;
  if (!whole) {
    cells.load('address,rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    if (cells.isNullObject)
      throw nothing('The selection holds no values. Select your usage rows with their header.');
  }
  const rect = rectOf(whole ? used : cells);
  if (rect.rows < 2) {
    throw nothing(`${sheetAddress(sheet, rect)} is a single row. Select your usage rows with their header.`);
  }
  return { choice, sheet, sheetId, rect, address: sheetAddress(sheet, rect) };
}

async function rangeOf(context: Excel.RequestContext, choice: SourceChoice): Promise<Excel.Range> {
  const { workbook } = context;
  if (choice.kind === 'selection' && choice.address === undefined) return workbook.getSelectedRange();
  if (choice.kind === 'selection') return announcedRange(context, choice.address ?? '');
  if (choice.kind === 'table') {
    const table = workbook.tables.getItemOrNullObject(choice.name);
    table.load('name');
    await context.sync();
    if (table.isNullObject)
      throw nothing(`There is no table "${choice.name}" any more. Choose the data again.`);
    return table.getRange();
  }
  const sheet = workbook.worksheets.getItemOrNullObject(choice.name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject)
    throw nothing(`There is no sheet "${choice.name}" any more. Choose the data again.`);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  if (used.isNullObject)
    throw nothing(
      `The sheet "${choice.name}" is empty. Put your usage there, or choose another table or sheet.`,
    );
  return used;
}

/** The cells the pane announced. @throws ExcelFailure when their sheet is gone */
async function announcedRange(context: Excel.RequestContext, address: string): Promise<Excel.Range> {
  const { sheet: name, cells } = splitAddress(address);
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject)
    throw nothing(`There is no sheet "${name}" any more. Select your usage rows again.`);
  return sheet.getRange(cells);
}

/** Everything usage could be read from: the selection first, then tables, then sheets without such a table. */
export async function listSources(context: Excel.RequestContext): Promise<readonly SourceOption[]> {
  const { worksheets, tables } = context.workbook;
  worksheets.load('items/name,items/visibility');
  tables.load('items/name,items/worksheet/name');
  await context.sync();
  const sheets = worksheets.items.filter(
    (sheet) => !OWN_SHEETS.includes(sheet.name) && sheet.visibility === 'Visible',
  );
  const used = sheets.map((sheet) => {
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load('address,rowCount');
    return range;
  });
  const free = tables.items.filter(
    (table) => isHistory(table.name, table.worksheet.name) || !OWN_SHEETS.includes(table.worksheet.name),
  );
  const ranges = free.map((table) => {
    const range = table.getRange();
    range.load('address');
    return range;
  });
  await context.sync();
  const options: SourceOption[] = [...(await selectionOption(context))];
  free.forEach((table, index) => {
    const address = ranges[index]?.address ?? '';
    options.push({ choice: { kind: 'table', name: table.name }, label: `Table ${table.name}`, address });
  });
  sheets.forEach((sheet, index) => {
    const range = used[index];
    if (range === undefined || range.isNullObject || range.rowCount < 2) return;
    options.push({
      choice: { kind: 'sheet', name: sheet.name },
      label: `Sheet ${sheet.name}`,
      address: range.address,
    });
  });
  return options;
}

/** The history that exports are appended to is usage like any other, though it stands on a sheet of ours. */
function isHistory(table: string, sheet: string): boolean {
  return sheet === SHEETS.usage.name && table === TABLES.usage;
}

/** The selection, when it is one rectangle of at least two rows outside our sheets. */
async function selectionOption(context: Excel.RequestContext): Promise<readonly SourceOption[]> {
  const range = context.workbook.getSelectedRange();
  range.load('address,rowCount,worksheet/name');
  try {
    await context.sync();
  } catch {
    // Several areas, a chart or a picture are selected: there is no rectangle to offer.
    return [];
  }
  if (range.rowCount < 2 || OWN_SHEETS.includes(range.worksheet.name)) return [];
  const { cells } = splitAddress(range.address);
  return [{ choice: { kind: 'selection' }, label: `Selection ${cells}`, address: range.address }];
}

/** `Usage!D214` of a cell given by its worksheet row (from 1) and its column in the source (from 0). */
export function sourceCell(source: SourceRange, sheetRow: number, column: number): string {
  const rect = { row: sheetRow - 1, column: source.rect.column + column, rows: 1, columns: 1 };
  return sheetAddress(source.sheet, rect);
}

function nothing(message: string): ExcelFailure {
  return new ExcelFailure('NothingToRead', message, true);
}
