/** The small tables of our sheets that hold what the user typed, values and formulas together. */
import type { RawCell } from '../../../engine/usage/types';
import type { CellRect } from '../../../report/model/address';
import { ExcelFailure } from '../../host/failure';
import { sheetStates } from '../../host/own-sheets';
import { placedCell, type PlacedRange } from '../../host/own-tables';
import { rectOf } from '../../host/range-rect';

export interface TablePlace {
  readonly sheet: { readonly name: string; readonly mark: string };
  readonly table: string;
}

/** A table with its header first; `formulas` are the cells that hold one, counted from 0 within the table. */
export interface TypedTable extends PlacedRange {
  readonly formulas: readonly string[];
}

/** By name of the table; absent where the sheet is not ours, or has no such table. All in four requests, however many. */
export async function readTypedTables(
  context: Excel.RequestContext,
  places: readonly TablePlace[],
): Promise<ReadonlyMap<string, TypedTable>> {
  const states = await sheetStates(context, [...new Set(places.map(({ sheet }) => sheet.name))]);
  const ours = places.filter(({ sheet }) =>
    states.some(({ name, mark }) => name === sheet.name && mark === sheet.mark),
  );
  const found = new Map<string, TypedTable>();
  if (ours.length === 0) return found;
  const tables = ours.map(({ sheet, table }) => {
    const item = context.workbook.worksheets.getItem(sheet.name).tables.getItemOrNullObject(table);
    item.load('name');
    return { sheet: sheet.name, table, item };
  });
  await context.sync();
  const there = tables.filter(({ item }) => !item.isNullObject);
  if (there.length === 0) return found;
  const ranges = there.map(({ item }) => {
    const range = item.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount,values,formulas');
    return range;
  });
  await context.sync();
  there.forEach(({ sheet, table }, index) => {
    const range = ranges[index];
    if (range !== undefined) found.set(table, typedTable(sheet, table, range));
  });
  return found;
}

function typedTable(sheet: string, table: string, range: Excel.Range): TypedTable {
  const rect = rectOf(range);
  // Above its limits Excel may answer null instead of failing.
  const values = range.values as readonly (readonly RawCell[])[] | null;
  const formulas = range.formulas as readonly (readonly RawCell[])[] | null;
  if (!isWhole(values, rect) || !isWhole(formulas, rect)) {
    throw new ExcelFailure(
      'UnreadableTable',
      `Excel did not hand over the table ${table} of ${sheet}: it is too large. Delete rows you no longer need, then try again. The workbook is as it was before.`,
      true,
    );
  }
  const place = { sheet, rect, values };
  return {
    ...place,
    formulas: formulas.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        isFormula(cell, values[row]?.[column]) ? [placedCell(place, row, column)] : [],
      ),
    ),
  };
}

function isWhole(
  cells: readonly (readonly RawCell[])[] | null,
  rect: CellRect,
): cells is readonly (readonly RawCell[])[] {
  return cells !== null && cells.length === rect.rows && cells.every((row) => row.length === rect.columns);
}

/** Excel hands the formula of a cell without one over as its value: a text that begins with = is its own value. */
function isFormula(formula: RawCell, value: RawCell): boolean {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value;
}
