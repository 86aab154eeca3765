/** A workbook as the user reads it: named cells and native tables, with their formulas worked out. */
import { evaluateFormula, type Scope } from '../report/formula';
import type { LoadedHost } from '../office/load';
import type { Rect } from '../../workbench/office/grid';
import type { Scalar } from './figures';

export function sheetFigures(loaded: LoadedHost): Map<string, Scalar> {
  const sheets = new SheetCells(loaded);
  const figures = new Map<string, Scalar>();
  for (const { name, place } of loaded.host.state.names) {
    if (place !== null) figures.set(name, sheets.at(place.sheetId, place.rect.row, place.rect.column));
  }
  for (const { name, sheetId, rect } of loaded.host.state.tables.values()) {
    const header = sheets.row(sheetId, rect, 0);
    const body = Array.from({ length: rect.rows - 1 }, (_, row) => sheets.row(sheetId, rect, row + 1));
    const rows = isEmpty(body) ? [] : body;
    rows.forEach((cells, row) => {
      cells.forEach((value, column) => figures.set(`${name} ${row + 1} ${String(header[column])}`, value));
    });
    figures.set(`${name} rows`, rows.length);
  }
  return figures;
}

/** A native table needs a row: one that is empty has a blank one, or says in its first cell why. */
function isEmpty(body: readonly (readonly Scalar[])[]): boolean {
  const [only = []] = body;
  const told = only.length === 1 ? only : only.slice(1);
  return body.length === 1 && told.every((cell) => (cell ?? '') === '');
}

class SheetCells {
  private readonly kept = new Map<string, Scalar>();

  constructor(private readonly loaded: LoadedHost) {}

  row(sheetId: string, rect: Rect, index: number): readonly Scalar[] {
    return Array.from({ length: rect.columns }, (_, column) =>
      this.at(sheetId, rect.row + index, rect.column + column),
    );
  }

  at(sheetId: string, row: number, column: number): Scalar {
    const key = `${sheetId} ${row} ${column}`;
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const cell = { row, column, rows: 1, columns: 1 };
    const text = this.loaded.grid.readFormulas(sheetId, cell)[0]?.[0] ?? null;
    const value = isFormula(this.loaded, sheetId, cell, text)
      ? evaluateFormula(String(text), this.scope(sheetId))
      : (this.loaded.grid.read(sheetId, cell)[0]?.[0] ?? null);
    this.kept.set(key, value as Scalar);
    return value as Scalar;
  }

  private scope(sheetId: string): Scope {
    const { state } = this.loaded.host;
    return {
      named: (name) => {
        const place = state.names.find((each) => each.name.toLowerCase() === name.toLowerCase())?.place;
        if (place === undefined || place === null) throw new Error(`No cell is named ${name}.`);
        return this.at(place.sheetId, place.rect.row, place.rect.column);
      },
      column: (name, header) => {
        const table = [...state.tables.values()].find((each) => each.name === name);
        if (table === undefined) throw new Error(`There is no table ${name}.`);
        const at = this.row(table.sheetId, table.rect, 0).indexOf(header);
        if (at < 0) throw new Error(`${name} has no column ${header}.`);
        return Array.from({ length: table.rect.rows - 1 }, (_, row) =>
          this.at(table.sheetId, table.rect.row + 1 + row, table.rect.column + at),
        );
      },
      cell: (address) => {
        const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        return this.at(sheetId, Number(digits) - 1, column);
      },
    };
  }
}

/** Text that only looks like a formula reads the same either way. */
function isFormula({ grid }: LoadedHost, sheetId: string, cell: Rect, text: unknown): boolean {
  return typeof text === 'string' && text.startsWith('=') && grid.read(sheetId, cell)[0]?.[0] !== text;
}
