/** The history on `Flex Usage` in a few figures, read from its key figures instead of its rows. */
import { sheetAddress } from '../../report/model/address';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { USAGE_FIGURES } from '../../report/usage/document';
import type { MonitorInspection } from '../contract/monitor';
import { sheetStates } from '../host/own-sheets';
import { rectOf } from '../host/range-rect';
import { readNamedCells } from '../runs/sheet-assumptions';

/** Null without a history of ours. */
export async function historyOnSheet(context: Excel.RequestContext): Promise<MonitorInspection['history']> {
  const { name, mark } = SHEETS.usage;
  const [state] = await sheetStates(context, [name]);
  if (state?.mark !== mark) return null;
  const table = context.workbook.worksheets.getItem(name).tables.getItemOrNullObject(TABLES.usage);
  table.load('name');
  const cells = await readNamedCells(context, {
    firstDay: USAGE_FIGURES.firstDay,
    lastDay: USAGE_FIGURES.lastDay,
  });
  await context.sync();
  if (table.isNullObject) return null;
  const range = table.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  const [firstDay, lastDay] = [cells.get('firstDay')?.value, cells.get('lastDay')?.value];
  if (typeof firstDay !== 'number' || typeof lastDay !== 'number') return null;
  const rect = rectOf(range);
  return { address: sheetAddress(name, rect), rows: rect.rows - 1, firstDay, lastDay };
}
