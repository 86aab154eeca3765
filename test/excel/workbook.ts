/** A workbook for the tests of the Excel layer: usage on a sheet, and everything in it as one comparable value. */
import type { OfficeHost } from '../../workbench/office/host';
import { loadHost, type LoadedHost, type LoadOptions } from '../office/load';

export type Cell = string | number | boolean | null;

/** Everything a user could see or miss: sheets in order, cells, formats, tables, charts, names, rules, comments, properties, settings. */
export function dump(host: OfficeHost): unknown {
  const { state, grid } = host;
  const sheets = grid.sheets().map((sheet) => {
    const record = state.record(sheet.id);
    const used = grid.usedRange(sheet.id, false);
    return {
      id: sheet.id,
      name: sheet.name,
      visibility: record.visibility,
      tab: record.tabColor,
      gridlines: record.gridlines,
      frozen: record.frozen,
      page: [...record.page],
      properties: [...record.properties.values()],
      notes: [...record.notes.values()],
      validations: record.validations.map(({ rect, rule }) => ({ rect, rule })),
      formulas: used === null ? null : grid.readFormulas(sheet.id, used),
      values: used === null ? null : grid.read(sheet.id, used),
      formats: used === null ? null : grid.numberFormats(sheet.id, used),
      tables: state.tablesOf(sheet.id).map((table) => ({ ...table })),
      charts: state.chartsOf(sheet.id).map((chart) => ({ ...chart })),
      rules: state.rules
        .filter((rule) => rule.sheetId === sheet.id)
        .map(({ rect, given }) => ({ rect, given })),
    };
  });
  const names = state.names
    .map(({ name, formula, place, comment }) => ({ name, formula, place, comment }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const text = JSON.stringify({
    sheets,
    names,
    settings: [...state.settings],
    // One that was never set and one that is empty look the same.
    properties: [...state.documentProperties].filter(([, value]) => value !== ''),
    custom: [...state.customDocumentProperties],
    comments: [...state.comments],
    active: grid.activeSheet(),
  });
  return JSON.parse(text);
}

/** Puts rows on a sheet of the grid, as a user would have. */
export function fill({ grid }: LoadedHost, name: string, rows: readonly (readonly Cell[])[]): void {
  const [first] = grid.sheets();
  const existing = grid.sheets().find((sheet) => sheet.name === name);
  const blank =
    first !== undefined && first.name === 'Sheet1' && grid.usedRange(first.id, true) === null
      ? first
      : undefined;
  if (existing === undefined && blank !== undefined) grid.renameSheet(blank.id, name);
  const sheet = existing ?? blank ?? grid.addSheet(name);
  grid.clear(sheet.id, { row: 0, column: 0, rows: 40_000, columns: 40 }, 'contents');
  grid.write(sheet.id, { row: 0, column: 0, rows: rows.length, columns: rows[0]?.length ?? 0 }, rows);
}

export const HEADER = ['User', 'Product', 'Date', 'Hours', 'User type'] as const;
/** 15 October 2026. */
export const OCTOBER = 46310;

/** Three people worked out by hand on the guide card, and two rows that cannot be used. */
export const USAGE: readonly (readonly Cell[])[] = [
  [...HEADER],
  ['ann@x.org', 'Revit', OCTOBER - 200, 900, 'Employee'],
  ['ann@x.org', 'Revit', OCTOBER, 1100, 'Employee'],
  ['ben@x.org', 'Revit', OCTOBER - 300, 60, 'Employee'],
  ['ben@x.org', 'Revit', OCTOBER - 60, 40, 'Employee'],
  ['cara@x.org', 'Civil 3D', OCTOBER - 30, 100, 'Contractor'],
  ['dora@x.org', 'Revit', OCTOBER - 30, 'n/a', 'Employee'],
  ['\'=HYPERLINK("http://x")', 'Revit', OCTOBER - 300, 10, 'Employee'],
  ['eve@x.org', 'Unheard Of', OCTOBER, 10, 'Employee'],
];

/** A workbook with usage on the sheet `Usage`. */
export async function workbook(
  rows: readonly (readonly Cell[])[] = USAGE,
  options: LoadOptions = {},
): Promise<LoadedHost> {
  const loaded = await loadHost(options);
  fill(loaded, 'Usage', rows);
  return loaded;
}

/** Cells of a sheet as values, '' for blank. */
export function cells({ grid }: LoadedHost, sheet: string, formulas = false): unknown[][] {
  const found = grid.sheets().find((candidate) => candidate.name === sheet);
  if (found === undefined) throw new Error(`There is no sheet ${sheet}.`);
  const used = grid.usedRange(found.id, true);
  if (used === null) return [];
  const rect = { row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns };
  return formulas ? grid.readFormulas(found.id, rect) : grid.read(found.id, rect);
}

/** Body of a native table by header: one record a row. */
export function tableRows(loaded: LoadedHost, name: string, formulas = false): Record<string, unknown>[] {
  const table = [...loaded.host.state.tables.values()].find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`There is no table ${name}.`);
  const read = formulas
    ? loaded.grid.readFormulas(table.sheetId, table.rect)
    : loaded.grid.read(table.sheetId, table.rect);
  const [header = [], ...rows] = read;
  return rows.map((row) => Object.fromEntries(header.map((key, index) => [String(key), row[index] ?? null])));
}

export function sheetNames({ grid }: LoadedHost): string[] {
  return grid.sheets().map((sheet) => sheet.name);
}

/** Writes one cell of a table's column in the row of a person, as a user typing. */
export function type(loaded: LoadedHost, table: string, user: string, column: string, value: Cell): void {
  const found = [...loaded.host.state.tables.values()].find((candidate) => candidate.name === table);
  if (found === undefined) throw new Error(`There is no table ${table}.`);
  const read = loaded.grid.read(found.sheetId, found.rect);
  const at = (read[0] ?? []).findIndex((header) => header === column);
  const row = read.findIndex((line) => line[0] === user);
  if (at < 0 || row < 0) throw new Error(`There is no ${column} of ${user}.`);
  loaded.grid.write(
    found.sheetId,
    { row: found.rect.row + row, column: found.rect.column + at, rows: 1, columns: 1 },
    [[value]],
  );
}
