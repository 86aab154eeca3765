/** A spreadsheet in memory for tests and benches: columns of values, formulas kept as text. Holds a full sheet. */
import type {
  CellFormat,
  Grid,
  GridChange,
  GridChart,
  GridConditional,
  GridSheet,
  GridTable,
  GridValue,
  Rect,
} from '../../workbench/office/grid';
import { bounding } from '../../workbench/office/address';
import { MemorySheet } from './memory-sheet';

/** Computes a formula: its text, where it stands, and how to read other cells. */
export type Evaluate = (
  formula: string,
  at: { sheetId: string; row: number; column: number },
  grid: MemoryGrid,
) => GridValue;

export class MemoryGrid implements Grid {
  readonly tables = new Map<string, GridTable>();
  readonly charts = new Map<string, GridChart>();
  readonly conditionals = new Map<string, GridConditional>();
  readonly names = new Map<string, { sheetId: string; rect: Rect }>();
  /** Results that fill more cells than that of their formula: a test says which formula gives what. */
  readonly spills = new Map<string, readonly (readonly GridValue[])[]>();
  private readonly pages: MemorySheet[] = [];
  private active = '';
  private selected: { sheetId: string; rect: Rect };
  private readonly changeHandlers: ((change: GridChange) => void)[] = [];
  private readonly selectionHandlers: (() => void)[] = [];
  private lastId = 0;

  constructor(private readonly evaluate: Evaluate | null = null) {
    const first = this.addSheet('Sheet1');
    this.active = first.id;
    this.selected = { sheetId: first.id, rect: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  /** The sheet itself, for tests that look at formats, notes and widths. */
  page(idOrName: string): MemorySheet {
    const found = this.pages.find((page) => page.id === idOrName || page.name === idOrName);
    if (found === undefined) throw new Error(`The memory grid has no sheet "${idOrName}".`);
    return found;
  }

  sheets(): GridSheet[] {
    return [...this.pages];
  }

  addSheet(name: string, index = this.pages.length): GridSheet {
    this.lastId += 1;
    const page = new MemorySheet(`{00000000-0000-0000-0000-${String(this.lastId).padStart(12, '0')}}`, name);
    this.pages.splice(index, 0, page);
    return page;
  }

  deleteSheet(id: string): void {
    const index = this.pages.indexOf(this.page(id));
    this.pages.splice(index, 1);
    if (this.active === id) this.active = this.pages[Math.min(index, this.pages.length - 1)]?.id ?? '';
    if (this.selected.sheetId === id) this.selected = { ...this.selected, sheetId: this.active };
  }

  renameSheet(id: string, name: string): void {
    this.page(id).name = name;
  }

  moveSheet(id: string, index: number): void {
    const page = this.page(id);
    this.pages.splice(this.pages.indexOf(page), 1);
    this.pages.splice(index, 0, page);
  }

  activeSheet(): string {
    return this.active;
  }

  activateSheet(id: string): void {
    this.active = this.page(id).id;
    if (this.selected.sheetId !== id) this.select(id, { row: 0, column: 0, rows: 1, columns: 1 });
  }

  selection(): { sheetId: string; rect: Rect } {
    return this.selected;
  }

  select(sheetId: string, rect: Rect): void {
    this.active = this.page(sheetId).id;
    this.selected = { sheetId, rect };
    for (const handler of this.selectionHandlers) handler();
  }

  read(sheetId: string, rect: Rect): GridValue[][] {
    const page = this.page(sheetId);
    const rows = page.read(rect);
    this.overlay(sheetId, rect, rows);
    if (this.evaluate === null) return rows;
    for (const { row, column, formula } of page.formulasIn(rect)) {
      const cells = rows[row - rect.row];
      if (cells !== undefined)
        cells[column - rect.column] = this.evaluate(formula, { sheetId, row, column }, this);
    }
    return rows;
  }

  readFormulas(sheetId: string, rect: Rect): GridValue[][] {
    const page = this.page(sheetId);
    const rows = page.read(rect);
    this.overlay(sheetId, rect, rows);
    for (const { row, column, formula } of page.formulasIn(rect)) {
      const cells = rows[row - rect.row];
      if (cells !== undefined) cells[column - rect.column] = formula;
    }
    return rows;
  }

  spillOf(sheetId: string, row: number, column: number): Rect | null {
    return (
      this.spilling(sheetId).find(({ rect }) => rect.row === row && rect.column === column)?.rect ?? null
    );
  }

  /** Spilled results of a sheet; one that finds no room stays in its cell. */
  private spilling(sheetId: string): { rect: Rect; values: readonly (readonly GridValue[])[] }[] {
    if (this.spills.size === 0) return [];
    const page = this.page(sheetId);
    const whole = { row: 0, column: 0, rows: 1_048_576, columns: 16_384 };
    return [...page.formulasIn(whole)].flatMap(({ row, column, formula }) => {
      const values = this.spills.get(formula);
      if (values === undefined) return [];
      const rect = { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
      const blocked = page.read(rect).some((cells, r) => cells.some((cell, c) => r + c > 0 && cell !== null));
      return blocked ? [] : [{ rect, values }];
    });
  }

  private overlay(sheetId: string, rect: Rect, rows: GridValue[][]): void {
    for (const spill of this.spilling(sheetId)) {
      spill.values.forEach((cells, r) =>
        cells.forEach((value, c) => {
          const row = rows[spill.rect.row + r - rect.row];
          const column = spill.rect.column + c - rect.column;
          if (r + c > 0 && row !== undefined && column >= 0 && column < rect.columns) row[column] = value;
        }),
      );
    }
  }

  write(sheetId: string, rect: Rect, values: readonly (readonly (GridValue | undefined)[])[]): void {
    this.page(sheetId).write(rect, values);
    this.changed({ sheetId, rect, source: 'addin' });
  }

  /** What a user types or pastes. */
  edit(sheetIdOrName: string, rect: Rect, values: readonly (readonly (GridValue | undefined)[])[]): void {
    const page = this.page(sheetIdOrName);
    page.write(rect, values);
    this.changed({ sheetId: page.id, rect, source: 'user' });
  }

  clear(sheetId: string, rect: Rect, what: 'all' | 'contents' | 'formats'): void {
    this.page(sheetId).clear(rect, what);
    if (what !== 'formats') this.changed({ sheetId, rect, source: 'addin' });
  }

  usedRange(sheetId: string, valuesOnly: boolean): Rect | null {
    const own = this.page(sheetId).usedRange(valuesOnly);
    return this.spilling(sheetId).reduce<Rect | null>(
      (all, { rect }) => (all === null ? rect : bounding(all, rect)),
      own,
    );
  }

  setNumberFormat(sheetId: string, rect: Rect, codes: readonly (readonly string[])[]): void {
    this.page(sheetId).setNumberFormat(rect, codes);
  }

  numberFormats(sheetId: string, rect: Rect): string[][] {
    return this.page(sheetId).numberFormats(rect);
  }

  setFormat(sheetId: string, rect: Rect, format: CellFormat): void {
    this.page(sheetId).layers.push({ rect, format });
  }

  format(sheetId: string, row: number, column: number): CellFormat {
    return this.page(sheetId).format(row, column);
  }

  setColumnWidth(sheetId: string, column: number, columns: number, points: number): void {
    for (let i = column; i < column + columns; i += 1) this.page(sheetId).widths.set(i, points);
  }

  columnWidth(sheetId: string, column: number): number {
    return this.page(sheetId).widths.get(column) ?? 48;
  }

  setRowHeight(sheetId: string, row: number, rows: number, points: number): void {
    for (let i = row; i < row + rows; i += 1) this.page(sheetId).heights.set(i, points);
  }

  rowHeight(sheetId: string, row: number): number {
    return this.page(sheetId).heights.get(row) ?? 15;
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.page(sheetId).frozen = { rows, columns };
  }

  setGridlines(sheetId: string, on: boolean): void {
    this.page(sheetId).gridlines = on;
  }

  setTabColor(sheetId: string, color: string): void {
    this.page(sheetId).tabColor = color;
  }

  setSheetVisible(sheetId: string, visible: boolean): void {
    this.page(sheetId).visible = visible;
  }

  setNote(sheetId: string, row: number, column: number, text: string | null): void {
    const { notes } = this.page(sheetId);
    if (text === null) notes.delete(`${row},${column}`);
    else notes.set(`${row},${column}`, text);
  }

  setValidationList(sheetId: string, rect: Rect, choices: readonly string[] | null): void {
    this.page(sheetId).validations.push({ rect, choices });
  }

  putTable(table: GridTable): void {
    this.tables.set(table.id, { ...table });
  }

  dropTable(id: string): void {
    this.tables.delete(id);
  }

  putChart(chart: GridChart): void {
    this.charts.set(chart.id, structuredClone(chart));
  }

  dropChart(id: string): void {
    this.charts.delete(id);
  }

  putConditional(rule: GridConditional): void {
    this.conditionals.set(rule.id, { ...rule, rule: { ...rule.rule } });
  }

  dropConditional(id: string): void {
    this.conditionals.delete(id);
  }

  putName(name: string, sheetId: string, rect: Rect): void {
    this.names.set(name, { sheetId, rect });
  }

  dropName(name: string): void {
    this.names.delete(name);
  }

  calculated(): Promise<void> {
    return Promise.resolve();
  }

  onChange(handler: (change: GridChange) => void): void {
    this.changeHandlers.push(handler);
  }

  onSelection(handler: () => void): void {
    this.selectionHandlers.push(handler);
  }

  private changed(change: GridChange): void {
    for (const handler of this.changeHandlers) handler(change);
  }
}
