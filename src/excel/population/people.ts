/** The user's own `Flex People` sheet: who is a contractor, in which department and project. Read, never written. */
import { FlexError } from '../../engine/errors';
import { readPeople, type PeopleTable } from '../../engine/usage';
import type { RawCell } from '../../engine/usage/types';
import { sheetAddress } from '../../report/model/address';
import { PEOPLE_SHEET } from '../../report/model/sheet-names';
import { readBlocks, type ReadOptions } from '../host/block-reader';

export interface PeopleRange {
  readonly table: PeopleTable;
  /** `'Flex People'!A1:F400`. */
  readonly address: string;
}

/** Null without the sheet, or when it is empty. @throws FlexError naming the sheet when it has no column to join by */
export async function loadPeople(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<PeopleRange | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(PEOPLE_SHEET);
  sheet.load('name');
  await context.sync();
  if (sheet.isNullObject) return null;
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return null;
  const rect = {
    row: used.rowIndex,
    column: used.columnIndex,
    rows: used.rowCount,
    columns: used.columnCount,
  };
  const rows: (readonly RawCell[])[] = [];
  await readBlocks(context, PEOPLE_SHEET, rect, (block) => rows.push(...block), options);
  try {
    return { table: readPeople(rows), address: sheetAddress(PEOPLE_SHEET, rect) };
  } catch (error) {
    if (error instanceof FlexError) throw error.at(PEOPLE_SHEET);
    throw error;
  }
}
