/** The assumption cells of a sheet of ours: as the earlier run left them, and as they read now. */
import type { RawCell } from '../../engine/usage/types';
import type { CellValue } from '../../report/model/document';
import { sameValue, type SheetAssumptions } from './values-from-sheet';
import { readRecord, RUN_KEYS } from './record';

/** A named cell: its value (null = blank) and where it stands. */
export interface NamedCell {
  readonly value: CellValue;
  /** `'Flex Pool'!B31`. */
  readonly address: string;
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
 * @param sheet the sheet of ours that bears the run's record
 * @param read a cell's value as the record writes it
 * @returns null when that sheet bears no record of assumptions
 */
export async function readSheetAssumptions(
  context: Excel.RequestContext,
  sheet: string,
  cells: ReadonlyMap<string, NamedCell>,
  read: (key: string, value: CellValue) => CellValue = (_, value) => value,
): Promise<SheetAssumptions | null> {
  const { assumptions, pane: paneKey, adopted: adoptedKey } = RUN_KEYS;
  const record = await readRecord(context, sheet, [assumptions, paneKey, adoptedKey]);
  const [used, pane, adopted] = [record[assumptions], record[paneKey], record[adoptedKey]];
  if (used === '' || pane === '') return null;
  return {
    used: JSON.parse(used) as Record<string, CellValue>,
    pane: JSON.parse(pane) as Record<string, CellValue>,
    adopted: adopted.split(',').filter((key) => key !== ''),
    now: Object.fromEntries([...cells].map(([key, { value }]) => [key, read(key, value)])),
  };
}
