/** The Grid of the Office host, on Univer: what the add-in does to a workbook becomes visible cells, tables and charts. */
import { mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import { InsertSheetMutation } from '@univerjs/sheets';
import {
  AddConditionalRuleMutation,
  DeleteConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { formatRect, quoteSheet } from './office/address';
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
} from './office/grid';
import { rectOf } from './univer/address';
import { Book } from './univer/book';
import { Calculation } from './univer/calculation';
import { CellArea, type ErrorMessages } from './univer/cell-area';
import { watchChanges } from './univer/changes';
import { ruleOf } from './univer/conditional';
import { SheetLayout } from './univer/sheet-layout';
import type { StartedUniver } from './univer/start';
import { Tables } from './univer/tables';

/** Shows charts; the grid hands them over with their data still as cell rects. */
export interface ChartBoard {
  put(chart: GridChart): void;
  drop(id: string): void;
  dropSheet(sheetId: string): void;
}

/** Rows of 15 points and columns of 48, as in Excel. */
export const SHEET_SIZES = {
  rowCount: 1000,
  columnCount: 30,
  defaultRowHeight: 20,
  defaultColumnWidth: 64,
} as const;

export class UniverGrid implements Grid {
  private readonly book: Book;
  private readonly calculation: Calculation;
  private readonly area: CellArea;
  private readonly layout: SheetLayout;
  private readonly tableSights: Tables;
  private readonly rules = new Map<string, GridConditional>();
  private readonly changeHandlers: ((change: GridChange) => void)[] = [];
  private readonly selectionHandlers: (() => void)[] = [];
  private nextSheet = 1;

  constructor(
    started: StartedUniver,
    private readonly charts: ChartBoard,
    messages: ErrorMessages,
  ) {
    this.book = new Book(started);
    this.calculation = new Calculation(this.book.injector);
    this.area = new CellArea(this.book, messages);
    this.layout = new SheetLayout(this.book);
    this.tableSights = new Tables(this.book, this.area);
    watchChanges(this.book.commands, {
      calculates: () => this.calculation.touched(),
      changed: (sheetId, rect) => {
        const source = this.book.isWriting ? 'addin' : 'user';
        for (const handler of this.changeHandlers) handler({ sheetId, rect, source });
      },
      selected: () => {
        for (const handler of this.selectionHandlers) handler();
      },
    });
  }

  sheets(): GridSheet[] {
    return this.book.model
      .getSheets()
      .map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getName(), visible: !sheet.isSheetHidden() }));
  }

  addSheet(name: string, index?: number): GridSheet {
    let id = `sheet-${this.nextSheet++}`;
    while (this.book.model.getSheetBySheetId(id)) id = `sheet-${this.nextSheet++}`;
    const sheet = mergeWorksheetSnapshotWithDefault({ id, name, ...SHEET_SIZES });
    this.book.run(InsertSheetMutation.id, { index: index ?? this.book.model.getSheets().length, sheet });
    return { id, name, visible: true };
  }

  deleteSheet(id: string): void {
    this.tableSights.dropSheet(id);
    for (const rule of [...this.rules.values()]) if (rule.sheetId === id) this.dropConditional(rule.id);
    this.charts.dropSheet(id);
    this.book.asAddin(() => this.book.facade.deleteSheet(id));
  }

  renameSheet(id: string, name: string): void {
    // The command, not the mutation: it also rewrites formulas and names that point to the sheet.
    this.book.asAddin(() => this.book.sheetFacade(id).setName(name));
    this.calculation.touched();
  }

  moveSheet(id: string, index: number): void {
    this.book.asAddin(() => this.book.facade.moveSheet(this.book.sheetFacade(id), index));
  }

  activeSheet(): string {
    return this.book.facade.getActiveSheet().getSheetId();
  }

  activateSheet(id: string): void {
    if (id !== this.activeSheet()) this.book.asAddin(() => this.book.facade.setActiveSheet(id));
  }

  selection(): { sheetId: string; rect: Rect } {
    const range = this.book.facade.getActiveRange();
    if (!range) return { sheetId: this.activeSheet(), rect: { row: 0, column: 0, rows: 1, columns: 1 } };
    const sheetId = range.getSheetId();
    return { sheetId, rect: this.book.clip(sheetId, rectOf(range.getRange())) };
  }

  select(sheetId: string, rect: Rect): void {
    this.activateSheet(sheetId);
    this.book.asAddin(() => {
      const sheet = this.book.sheetFacade(sheetId);
      const { row, column, rows, columns } = this.book.clip(sheetId, rect);
      sheet.setActiveSelection(sheet.getRange(row, column, rows, columns));
      const seen = sheet.getVisibleRange();
      const across = seen && column >= seen.startColumn && column < seen.endColumn;
      const down = seen && (row >= seen.startRow || row < sheet.getFrozenRows()) && row < seen.endRow;
      if (!across || !down) sheet.scrollToCell(Math.max(0, row - 2), Math.max(0, column - 1));
    });
  }

  read(sheetId: string, rect: Rect): GridValue[][] {
    return this.area.read(sheetId, rect);
  }

  readFormulas(sheetId: string, rect: Rect): GridValue[][] {
    return this.area.formulas(sheetId, rect);
  }

  spillOf(sheetId: string, row: number, column: number): Rect | null {
    return this.area.spillOf(sheetId, row, column);
  }

  write(sheetId: string, rect: Rect, values: readonly (readonly (GridValue | undefined)[])[]): void {
    this.area.write(sheetId, rect, values);
  }

  clear(sheetId: string, rect: Rect, what: 'all' | 'contents' | 'formats'): void {
    this.area.clear(sheetId, rect, what);
  }

  usedRange(sheetId: string, valuesOnly: boolean): Rect | null {
    return this.area.usedRange(sheetId, valuesOnly);
  }

  setNumberFormat(sheetId: string, rect: Rect, codes: readonly (readonly string[])[]): void {
    this.area.setNumberFormat(sheetId, rect, codes);
  }

  numberFormats(sheetId: string, rect: Rect): string[][] {
    return this.area.numberFormats(sheetId, rect);
  }

  setFormat(sheetId: string, rect: Rect, format: CellFormat): void {
    this.area.setFormat(sheetId, rect, format);
  }

  format(sheetId: string, row: number, column: number): CellFormat {
    return this.area.format(sheetId, row, column);
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void {
    this.layout.setColumnWidth(sheetId, column, columns, width);
  }

  columnWidth(sheetId: string, column: number): number {
    return this.layout.columnWidth(sheetId, column);
  }

  setRowHeight(sheetId: string, row: number, rows: number, height: number): void {
    this.layout.setRowHeight(sheetId, row, rows, height);
  }

  rowHeight(sheetId: string, row: number): number {
    return this.layout.rowHeight(sheetId, row);
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.layout.freeze(sheetId, rows, columns);
  }

  setGridlines(sheetId: string, on: boolean): void {
    this.layout.setGridlines(sheetId, on);
  }

  setTabColor(sheetId: string, color: string): void {
    this.layout.setTabColor(sheetId, color);
  }

  setNote(sheetId: string, row: number, column: number, text: string | null): void {
    this.layout.setNote(sheetId, row, column, text);
  }

  setValidationList(sheetId: string, rect: Rect, choices: readonly string[] | null): void {
    this.layout.setValidationList(sheetId, rect, choices);
  }

  putTable(table: GridTable): void {
    this.tableSights.put(table);
  }

  dropTable(id: string): void {
    this.tableSights.drop(id);
  }

  putChart(chart: GridChart): void {
    this.charts.put(chart);
  }

  dropChart(id: string): void {
    this.charts.drop(id);
  }

  putConditional(rule: GridConditional): void {
    this.dropConditional(rule.id);
    this.book.run(AddConditionalRuleMutation.id, { subUnitId: rule.sheetId, rule: ruleOf(rule) });
    this.rules.set(rule.id, { ...rule });
  }

  dropConditional(id: string): void {
    const known = this.rules.get(id);
    if (!known) return;
    this.book.run(DeleteConditionalRuleMutation.id, { subUnitId: known.sheetId, cfId: id });
    this.rules.delete(id);
  }

  putName(name: string, sheetId: string, rect: Rect): void {
    const reference = `${quoteSheet(this.book.sheet(sheetId).getName())}!${formatRect(rect, true)}`;
    // Never deleted and made anew: Univer empties the formulas that use a deleted name.
    this.book.asAddin(() => {
      const known = this.book.facade.getDefinedName(name);
      if (known === null) this.book.facade.insertDefinedName(name, reference);
      else if (known.getFormulaOrRefString() !== reference) known.setRef(reference);
    });
    this.calculation.touched();
  }

  dropName(name: string): void {
    this.book.asAddin(() => this.book.facade.deleteDefinedName(name));
  }

  calculated(): Promise<void> {
    return this.calculation.settled();
  }

  onChange(handler: (change: GridChange) => void): void {
    this.changeHandlers.push(handler);
  }

  onSelection(handler: () => void): void {
    this.selectionHandlers.push(handler);
  }

  /** Tables as shown, for the page's test hooks. */
  tables(): readonly GridTable[] {
    return this.tableSights.all();
  }

  /** Conditional formats as shown, for the page's test hooks. */
  conditionals(): readonly GridConditional[] {
    return [...this.rules.values()];
  }
}
