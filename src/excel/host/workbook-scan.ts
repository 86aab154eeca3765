/** Every sheet of the workbook, hidden ones too, and what is entered in its cells. */
import type { RawCell } from '../../engine/usage/types';
import type { CellRect } from '../../report/model/address';
import { readBlocks, type ReadOptions } from './block-reader';
import { throwIfCancelled } from './failure';
import { MARK_KEY } from './own-sheets';
import { rectOf } from './range-rect';

export interface ScannedSheet {
  readonly id: string;
  readonly name: string;
  /** Our mark; null = a sheet of the user's. */
  readonly mark: string | null;
  /** Null = an empty sheet. */
  readonly used: CellRect | null;
}

/** In the order of their tabs, in two requests. */
export async function allSheets(context: Excel.RequestContext): Promise<readonly ScannedSheet[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name');
  await context.sync();
  const looked = worksheets.items.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    const mark = sheet.customProperties.getItemOrNullObject(MARK_KEY);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    mark.load('value');
    return { sheet, used, mark };
  });
  await context.sync();
  return looked.map(({ sheet, used, mark }) => ({
    id: sheet.id,
    name: sheet.name,
    mark: mark.isNullObject ? null : String(mark.value),
    used: used.isNullObject ? null : rectOf(used),
  }));
}

/** Formulas and constants of a sheet, block by block from the top; `first` is the sheet's row of the block, counted from 0. */
export async function scanCells(
  context: Excel.RequestContext,
  sheet: ScannedSheet,
  see: (block: readonly (readonly RawCell[])[], first: number, used: CellRect) => void,
  options: ReadOptions = {},
): Promise<void> {
  const { used } = sheet;
  throwIfCancelled(options.signal);
  if (used === null) return;
  await readBlocks(context, sheet.name, used, (block, row) => see(block, used.row + row, used), {
    ...options,
    what: 'formulas',
  });
}
