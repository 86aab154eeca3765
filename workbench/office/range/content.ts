/** Values, formulas, texts and number formats of a range: what is read and what an assignment does. */
import type { GridValue, Place, Rect } from '../grid';
import type { Json } from '../wire';
import type { WorkbookState } from '../state';
import { displayed } from './display';
import { entryOf } from '../entry';
import { failure } from '../failure';
import { fixHeaders } from '../table/headers';

/** Above this many cells Excel answers null instead of values. */
export const READ_LIMIT_CELLS = 5_000_000;

export const cellCount = (rect: Rect): number => rect.rows * rect.columns;

const shown = (value: GridValue): Json => {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
};

const tooLarge = (place: Place): boolean => cellCount(place.rect) > READ_LIMIT_CELLS;

export function readValues(state: WorkbookState, place: Place): Json {
  if (tooLarge(place)) return null;
  return state.grid.read(place.sheetId, place.rect).map((row) => row.map(shown));
}

export function readFormulas(state: WorkbookState, place: Place): Json {
  if (tooLarge(place)) return null;
  return state.grid.readFormulas(place.sheetId, place.rect).map((row) => row.map(shown));
}

export function readTexts(state: WorkbookState, place: Place): Json {
  if (tooLarge(place)) return null;
  const formats = state.grid.numberFormats(place.sheetId, place.rect);
  return state.grid
    .read(place.sheetId, place.rect)
    .map((row, r) => row.map((value, c) => displayed(value, formats[r]?.[c] ?? 'General')));
}

export function readTypes(state: WorkbookState, place: Place): Json {
  if (tooLarge(place)) return null;
  return state.grid.read(place.sheetId, place.rect).map((row) =>
    row.map((value) => {
      if (value === null) return 'Empty';
      if (typeof value === 'object') return 'Error';
      return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Double' : 'Boolean';
    }),
  );
}

export function readNumberFormats(state: WorkbookState, place: Place): Json {
  return tooLarge(place) ? null : state.grid.numberFormats(place.sheetId, place.rect);
}

/** One value for all cells, or rows of the range's own shape; anything else is refused as Excel refuses it. */
export function shaped(value: Json, rect: Rect, location: string): readonly (readonly Json[])[] {
  if (!Array.isArray(value)) {
    const row = new Array<Json>(rect.columns).fill(value);
    return new Array<readonly Json[]>(rect.rows).fill(row);
  }
  const rows = value as readonly Json[];
  const fits =
    rows.length === rect.rows && rows.every((row) => Array.isArray(row) && row.length === rect.columns);
  if (!fits) {
    throw failure(
      'InvalidArgument',
      location,
      'The number of rows or columns in the input array does not match the size or dimensions of the range.',
    );
  }
  return rows as readonly (readonly Json[])[];
}

export function writeEntries(state: WorkbookState, place: Place, value: Json, location: string): void {
  state.assertWritable(place.sheetId, location);
  const { sheetId, rect } = place;
  const rows = shaped(value, rect, location);
  const formats = state.grid.numberFormats(sheetId, rect);
  const taken: { row: number; column: number; format: string }[] = [];
  const entries = rows.map((row, r) =>
    row.map((json, c) => {
      const format = formats[r]?.[c] ?? 'General';
      const entry = entryOf(json, format);
      if (entry.format !== undefined && format === 'General')
        taken.push({ row: r, column: c, format: entry.format });
      return entry.value;
    }),
  );
  state.grid.write(sheetId, rect, entries);
  for (const cell of taken) {
    const one = { row: rect.row + cell.row, column: rect.column + cell.column, rows: 1, columns: 1 };
    state.grid.setNumberFormat(sheetId, one, [[cell.format]]);
  }
  for (const table of state.tablesOf(sheetId)) fixHeaders(state, table, rect);
  state.cellsChanged(place);
}

export function writeNumberFormats(state: WorkbookState, place: Place, value: Json): void {
  state.assertWritable(place.sheetId, 'Range.numberFormat');
  const rows = shaped(value, place.rect, 'Range.numberFormat');
  const current = rows.some((row) => row.includes(null))
    ? state.grid.numberFormats(place.sheetId, place.rect)
    : null;
  let last: readonly Json[] | null = null;
  let lastCodes: string[] = [];
  // Rows of one assignment are often the same array; the grid may rely on that.
  const codes = rows.map((row, r) => {
    if (row === last && current === null) return lastCodes;
    last = row;
    lastCodes = row.map((code, c) => (code === null ? (current?.[r]?.[c] ?? 'General') : String(code)));
    return lastCodes;
  });
  state.grid.setNumberFormat(place.sheetId, place.rect, codes);
}

export function clearPlace(state: WorkbookState, place: Place, applyTo: string): void {
  state.assertWritable(place.sheetId, 'Range.clear');
  const kinds: Readonly<Record<string, 'all' | 'contents' | 'formats'>> = {
    All: 'all',
    Contents: 'contents',
    Formats: 'formats',
  };
  const what = kinds[applyTo];
  if (what === undefined) throw failure('NotImplemented', 'Range.clear', `"${applyTo}" is not served.`);
  state.grid.clear(place.sheetId, place.rect, what);
  if (what !== 'formats') {
    for (const table of state.tablesOf(place.sheetId)) fixHeaders(state, table, place.rect);
    state.cellsChanged(place);
  }
}
