/** The assumption cells of a sheet of ours: as the earlier run left them, and as they read now. */
import { cellNames, type AssumptionTable } from '../../engine/assumptions/row';
import { fromCell } from '../../engine/assumptions/value';
import type { RawCell } from '../../engine/usage/types';
import type { CellValue } from '../../report/model/document';
import { sameValue, type EarlierCells, type NamedCell, type SheetAssumptions } from './assumptions';
import { readRecord, RUN_KEYS } from './record';

/** Cells by key: their names, and a value as the settings and the record of a run say it. */
export interface InputCells {
  readonly names: Readonly<Record<string, string>>;
  readonly read: (key: string, value: CellValue) => CellValue;
}

/** The cells that show the assumptions of a table. */
export function cellsOf(table: AssumptionTable): InputCells {
  return {
    names: cellNames(table),
    read: (key, value) => {
      const row = table[key];
      return row === undefined ? value : fromCell(row, value);
    },
  };
}

/** Cells by key of `names`; a name that is gone, or points to nothing, is absent. */
export async function readNamedCells(
  context: Excel.RequestContext,
  names: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, NamedCell>> {
  const keys = Object.keys(names);
  const items = keys.map((key) => context.workbook.names.getItemOrNullObject(names[key] ?? ''));
  for (const item of items) item.load('name');
  await context.sync();
  const ranges = items.map((item) => {
    if (item.isNullObject) return null;
    const range = item.getRangeOrNullObject();
    range.load('values,address');
    return range;
  });
  await context.sync();
  const cells = new Map<string, NamedCell>();
  keys.forEach((key, index) => {
    const range = ranges[index];
    if (range === null || range === undefined || range.isNullObject) return;
    const value = range.values[0]?.[0] as RawCell;
    cells.set(key, { value: value === undefined || value === '' ? null : value, address: range.address });
  });
  return cells;
}

/** Keys of the cells that read otherwise than the run used them. */
export function changedCells({ used, now }: SheetAssumptions): readonly string[] {
  return Object.keys(now).filter((key) => key in used && !sameValue(used[key] ?? null, now[key] ?? null));
}

/**
 * The cells as they read now, beside what the run used; no assumptions where its sheet bears no record of them.
 * @param sheet the sheet of ours that bears the run's record
 */
export async function readEarlierCells(
  context: Excel.RequestContext,
  sheet: string,
  { names, read }: InputCells,
): Promise<EarlierCells> {
  const cells = await readNamedCells(context, names);
  const { assumptions, pane: paneKey, adopted: adoptedKey } = RUN_KEYS;
  const record = await readRecord(context, sheet, [assumptions, paneKey, adoptedKey]);
  const [used, pane, adopted] = [record[assumptions], record[paneKey], record[adoptedKey]];
  if (used === '' || pane === '') return { cells, assumptions: null };
  return {
    cells,
    assumptions: {
      used: JSON.parse(used) as Record<string, CellValue>,
      pane: JSON.parse(pane) as Record<string, CellValue>,
      adopted: adopted.split(',').filter((key) => key !== ''),
      now: Object.fromEntries([...cells].map(([key, { value }]) => [key, read(key, value)])),
    },
  };
}
