/** A table of one of our sheets with its place, so that a bad cell can be named. */
import type { RawCell } from '../../engine/usage/types';
import type { PlacedRange } from '../../report/model/placed-range';
import { readBlocks, type ReadOptions } from './block-reader';
import { rectOf } from './range-rect';

export { isBlankCell, placedCell, type PlacedRange } from '../../report/model/placed-range';

/** Null when the sheet or its table is not there. */
export async function readOwnTable(
  context: Excel.RequestContext,
  sheetName: string,
  tableName: string,
  options: ReadOptions,
): Promise<PlacedRange | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) return null;
  const table = sheet.tables.getItemOrNullObject(tableName);
  table.load('name');
  await context.sync();
  return table.isNullObject ? null : await readPlaced(context, sheetName, table.getRange(), options);
}

/** Everything on a sheet; null when there is no such sheet, or nothing on it. */
export async function readWholeSheet(
  context: Excel.RequestContext,
  sheetName: string,
  options: ReadOptions,
): Promise<PlacedRange | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) return null;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('address');
  await context.sync();
  return used.isNullObject ? null : await readPlaced(context, sheetName, used, options);
}

async function readPlaced(
  context: Excel.RequestContext,
  sheet: string,
  range: Excel.Range,
  options: ReadOptions,
): Promise<PlacedRange> {
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const rect = rectOf(range);
  const values: (readonly RawCell[])[] = [];
  await readBlocks(context, sheet, rect, (block) => values.push(...block), options);
  return { sheet, rect, values };
}
