/** Values, formulas and formats of cells, spilled values included. */
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import type { CellFormat, GridValue, Rect } from '../office/grid';
import type { Book, Cells } from './book';
import { recordOf, valueOf } from './cells';
import { formatOf, styleOf } from './styles';

/** Message of an error a FLEX function left in a cell, '' when there is none. */
export type ErrorMessages = (sheetId: string, row: number, column: number, error: string) => string;

export class CellArea {
  constructor(
    private readonly book: Book,
    private readonly messages: ErrorMessages,
  ) {}

  read(sheetId: string, rect: Rect): GridValue[][] {
    return this.each(sheetId, rect, (cell, row, column) => {
      const value = valueOf(cell);
      if (value === null || typeof value !== 'object') return value;
      const message = this.messages(sheetId, row, column, value.error);
      return message === '' ? value : { ...value, message };
    });
  }

  formulas(sheetId: string, rect: Rect): GridValue[][] {
    const model = this.book.injector.get(FormulaDataModel);
    return this.each(sheetId, rect, (cell, row, column) => {
      if (!cell?.f && !cell?.si) return valueOf(cell);
      return model.getFormulaStringByCell(row, column, sheetId, this.book.unitId) ?? cell.f ?? valueOf(cell);
    });
  }

  write(sheetId: string, rect: Rect, values: readonly (readonly (GridValue | undefined)[])[]): void {
    this.book.reach(sheetId, rect);
    this.book.put(sheetId, rect, 'contents', (row, column) => {
      const value = values[row]?.[column];
      return value === undefined ? undefined : recordOf(value);
    });
  }

  clear(sheetId: string, rect: Rect, what: 'all' | 'contents' | 'formats'): void {
    const matrix = this.book.sheet(sheetId).getCellMatrix();
    const clipped = this.book.clip(sheetId, rect);
    const used = (row: number, column: number): boolean =>
      Boolean(matrix.getValue(clipped.row + row, clipped.column + column));
    if (what !== 'formats') {
      const empty = { v: null, f: null, si: null, p: null };
      this.book.put(sheetId, clipped, 'contents', (row, column) => (used(row, column) ? empty : undefined));
    }
    if (what !== 'contents') {
      this.book.put(sheetId, clipped, 'formats', (row, column) =>
        used(row, column) ? { s: null } : undefined,
      );
    }
  }

  usedRange(sheetId: string, valuesOnly: boolean): Rect | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const see = (row: number, column: number): void => {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    const isUsed = (cell: Nullable<ICellData>): boolean =>
      Boolean(cell && (cell.f || cell.si || valueOf(cell) !== null || (!valuesOnly && cell.s)));
    const matrix = this.book.sheet(sheetId).getCellMatrix();
    matrix.forValue((row, column, cell) => {
      if (isUsed(cell)) see(row, column);
    });
    for (const [row, columns] of Object.entries(this.spilled(sheetId))) {
      for (const column of Object.keys(columns ?? {})) see(Number(row), Number(column));
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  setNumberFormat(sheetId: string, rect: Rect, codes: readonly (readonly string[])[]): void {
    this.book.put(sheetId, this.book.clip(sheetId, rect), 'formats', (row, column) => {
      const code = codes[row]?.[column] ?? codes[0]?.[0];
      if (code === undefined) return undefined;
      return { s: { n: code === 'General' || code === '' ? null : { pattern: code } } };
    });
  }

  numberFormats(sheetId: string, rect: Rect): string[][] {
    return this.each(sheetId, rect, (cell) => this.style(cell)?.n?.pattern ?? 'General');
  }

  setFormat(sheetId: string, rect: Rect, format: CellFormat): void {
    const s = styleOf(format);
    this.book.put(sheetId, this.book.clip(sheetId, rect), 'formats', () => ({ s }));
  }

  format(sheetId: string, row: number, column: number): CellFormat {
    return formatOf(this.style(this.book.sheet(sheetId).getCellRaw(row, column)));
  }

  private each<T>(
    sheetId: string,
    rect: Rect,
    see: (cell: Nullable<ICellData>, row: number, column: number) => T,
  ): T[][] {
    const matrix = this.book.sheet(sheetId).getCellMatrix();
    const spilled = this.spilled(sheetId);
    return Array.from({ length: rect.rows }, (_, down) => {
      const row = rect.row + down;
      return Array.from({ length: rect.columns }, (_none, across) => {
        const column = rect.column + across;
        const own = matrix.getValue(row, column);
        const empty = own?.v === undefined || own.v === null;
        const spill = empty ? spilled[row]?.[column] : undefined;
        return see(spill ? { ...own, ...spill } : own, row, column);
      });
    });
  }

  /** Cells that the formula of a cell fills, its own among them. */
  spillOf(sheetId: string, row: number, column: number): Rect | null {
    const all = this.book.injector.get(FormulaDataModel).getArrayFormulaRange();
    const found = all[this.book.unitId]?.[sheetId]?.[row]?.[column];
    if (!found) return null;
    const { startRow, startColumn, endRow, endColumn } = found;
    return {
      row: startRow,
      column: startColumn,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    };
  }

  /** Cells that show a value spilled by a formula elsewhere. */
  private spilled(sheetId: string): Cells {
    const all = this.book.injector.get(FormulaDataModel).getArrayFormulaCellData();
    return all[this.book.unitId]?.[sheetId] ?? {};
  }

  private style(cell: Nullable<ICellData>): Nullable<IStyleData> {
    return cell ? this.book.model.getStyles().getStyleByCell(cell) : null;
  }
}
