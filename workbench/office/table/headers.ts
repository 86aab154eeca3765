/** Excel keeps the header cells of a table as text, filled and different from each other. */
import type { GridTable, GridValue, Rect } from '../grid';
import type { WorkbookState } from '../state';
import { intersect } from '../address';

export function headersOf(state: WorkbookState, table: GridTable): string[] {
  if (!table.showHeaders) return Array.from({ length: table.rect.columns }, (_none, i) => `Column${i + 1}`);
  const row = state.grid.read(table.sheetId, { ...table.rect, rows: 1 })[0] ?? [];
  return row.map(headerText);
}

const headerText = (value: GridValue): string =>
  value === null
    ? ''
    : typeof value === 'object'
      ? value.error
      : typeof value === 'boolean'
        ? String(value).toUpperCase()
        : String(value);

/** Puts right what a write into `touched` did to the header row of `table`. */
export function fixHeaders(state: WorkbookState, table: GridTable, touched: Rect): void {
  if (!table.showHeaders) return;
  const header = { ...table.rect, rows: 1 };
  if (intersect(header, touched) === null) return;
  const raw = state.grid.read(table.sheetId, header)[0] ?? [];
  const seen = new Set<string>();
  const unique = raw.map((value, index) => {
    const wanted = headerText(value) || `Column${index + 1}`;
    let name = wanted;
    for (let count = 2; seen.has(name.toLowerCase()); count += 1) name = `${wanted}${count}`;
    seen.add(name.toLowerCase());
    return name;
  });
  if (unique.every((name, index) => name === raw[index])) return;
  state.grid.write(table.sheetId, header, [unique.map((name) => (/^[='@]/.test(name) ? `'${name}` : name))]);
}
