/** Reads arguments of methods as the kind a method wants, or refuses them as Excel does. */
import type { Place, Rect } from './grid';
import type { Json } from './wire';
import type { WorkbookState } from './state';
import { failure } from './failure';
import { parseRect, splitSheet } from './address';
import { isServed, type Argument } from './served';

export function textArgument(argument: Argument | undefined, location: string): string {
  if (typeof argument !== 'string') throw failure('InvalidArgument', location);
  return argument;
}

export function integerArgument(argument: Argument | undefined, location: string, fallback?: number): number {
  if ((argument === undefined || argument === null) && fallback !== undefined) return fallback;
  if (typeof argument !== 'number' || !Number.isInteger(argument)) throw failure('InvalidArgument', location);
  return argument;
}

export function jsonArgument(argument: Argument | undefined, location: string): Json {
  if (isServed(argument)) throw failure('InvalidArgument', location);
  return argument ?? null;
}

/** A range object, or an address; without a sheet in the address it lies on `sheetId`. */
export function placeArgument(
  state: WorkbookState,
  argument: Argument | undefined,
  location: string,
  sheetId: string | null,
): Place {
  if (isServed(argument) && argument.place !== undefined) return argument.place;
  if (typeof argument !== 'string') throw failure('InvalidArgument', location);
  const place = placeOfText(state, argument, sheetId);
  if (place === null) throw failure('InvalidArgument', location, `"${argument}" is not an address here.`);
  return place;
}

/** An address or the name of a range or table; null when it is none. */
export function placeOfText(state: WorkbookState, text: string, sheetId: string | null): Place | null {
  const { sheet, cells } = splitSheet(text);
  const home = sheet === null ? sheetId : (state.findSheet(sheet)?.id ?? null);
  if (sheet !== null && home === null)
    throw failure('ItemNotFound', 'Range', `There is no sheet "${sheet}".`);
  const rect: Rect | null = parseRect(cells);
  if (rect !== null) return { sheetId: home ?? state.grid.activeSheet(), rect };
  const wanted = cells.toLowerCase();
  const named =
    state.names.find((item) => item.scope === home && item.name.toLowerCase() === wanted) ??
    state.names.find((item) => item.scope === null && item.name.toLowerCase() === wanted);
  if (named?.place) return named.place;
  const table = [...state.tables.values()].find((item) => item.name.toLowerCase() === wanted);
  if (table === undefined) return null;
  const header = table.showHeaders ? 1 : 0;
  const body = { ...table.rect, row: table.rect.row + header, rows: table.rect.rows - header };
  return { sheetId: table.sheetId, rect: body };
}
