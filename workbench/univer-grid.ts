/** The Grid of the Office host, on Univer: what the add-in does to a workbook becomes visible cells, tables and charts. */
import {
  DataValidationRenderMode,
  ICommandService,
  mergeWorksheetSnapshotWithDefault,
  type ICellData,
  type Injector,
  type IObjectMatrixPrimitiveType,
  type IStyleData,
  type Nullable,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/engine-formula';
import {
  InsertSheetMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetStyleCommand,
  SetTabColorMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import {
  AddConditionalRuleMutation,
  DeleteConditionalRuleMutation,
} from '@univerjs/sheets-conditional-formatting';
import { AddSheetTableMutation, DeleteSheetTableMutation } from '@univerjs/sheets-table';
import type { FRange, FWorksheet } from '@univerjs/sheets/facade';
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
import { formatRect, quoteSheet } from './office/address';
import { rangeOf, rectOf } from './univer/address';
import { Calculation } from './univer/calculation';
import { recordOf, valueOf } from './univer/cells';
import { ruleOf } from './univer/conditional';
import { watchChanges } from './univer/changes';
import type { StartedUniver } from './univer/start';
import { formatOf, pixels, points, styleOf } from './univer/styles';
import { themeFor } from './univer/table-themes';

/** Shows charts; the grid hands them over with their data still as cell rects. */
export interface ChartBoard {
  put(chart: GridChart): void;
  drop(id: string): void;
  dropSheet(sheetId: string): void;
}

/** Message of an error a FLEX function left in a cell, '' when there is none. */
export type ErrorMessages = (sheetId: string, row: number, column: number, error: string) => string;

/** Rows of 15 points and columns of 48, as in Excel. */
const NEW_SHEET = { rowCount: 1000, columnCount: 30, defaultRowHeight: 20, defaultColumnWidth: 64 } as const;

type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

export class UniverGrid implements Grid {
  private readonly injector: Injector;
  private readonly commands: ICommandService;
  private readonly unitId: string;
  private readonly calculation: Calculation;
  private readonly shownRules = new Map<string, GridConditional>();
  private readonly shownTables = new Map<string, GridTable>();
  private readonly changeHandlers: ((change: GridChange) => void)[] = [];
  private readonly selectionHandlers: (() => void)[] = [];
  /** Above 0 while the host is writing: what changes then is the add-in's doing. */
  private writing = 0;
  private nextSheet = 1;

  constructor(
    private readonly started: StartedUniver,
    private readonly charts: ChartBoard,
    private readonly messages: ErrorMessages,
  ) {
    this.injector = started.univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.unitId = started.workbook.getId();
    this.calculation = new Calculation(this.injector);
    watchChanges(this.commands, {
      calculates: () => this.calculation.touched(),
      changed: (sheetId, rect) => {
        const source = this.writing > 0 ? 'addin' : 'user';
        for (const handler of this.changeHandlers) handler({ sheetId, rect, source });
      },
      selected: () => {
        for (const handler of this.selectionHandlers) handler();
      },
    });
  }

  sheets(): GridSheet[] {
    return this.book()
      .getSheets()
      .map((sheet) => ({ id: sheet.getSheetId(), name: sheet.getName(), visible: !sheet.isSheetHidden() }));
  }

  addSheet(name: string, index?: number): GridSheet {
    let id = `sheet-${this.nextSheet++}`;
    while (this.book().getSheetBySheetId(id)) id = `sheet-${this.nextSheet++}`;
    const sheet = mergeWorksheetSnapshotWithDefault({ id, name, ...NEW_SHEET });
    this.run(InsertSheetMutation.id, { index: index ?? this.book().getSheets().length, sheet });
    return { id, name, visible: true };
  }

  deleteSheet(id: string): void {
    for (const table of [...this.shownTables.values()]) if (table.sheetId === id) this.dropTable(table.id);
    for (const rule of [...this.shownRules.values()]) if (rule.sheetId === id) this.dropConditional(rule.id);
    this.charts.dropSheet(id);
    this.asAddin(() => this.started.workbook.deleteSheet(id));
  }

  renameSheet(id: string, name: string): void {
    // The command, not the mutation: it also rewrites formulas and names that point to the sheet.
    this.asAddin(() => this.facade(id).setName(name));
    this.calculation.touched();
  }

  moveSheet(id: string, index: number): void {
    this.asAddin(() => this.started.workbook.moveSheet(this.facade(id), index));
  }

  activeSheet(): string {
    return this.started.workbook.getActiveSheet().getSheetId();
  }

  activateSheet(id: string): void {
    if (id !== this.activeSheet()) this.asAddin(() => this.started.workbook.setActiveSheet(id));
  }

  selection(): { sheetId: string; rect: Rect } {
    const range = this.started.workbook.getActiveRange();
    if (!range) return { sheetId: this.activeSheet(), rect: { row: 0, column: 0, rows: 1, columns: 1 } };
    return { sheetId: range.getSheetId(), rect: this.clip(range.getSheetId(), rectOf(range.getRange())) };
  }

  select(sheetId: string, rect: Rect): void {
    this.activateSheet(sheetId);
    this.asAddin(() => {
      const sheet = this.facade(sheetId);
      const at = this.clip(sheetId, rect);
      sheet.setActiveSelection(sheet.getRange(at.row, at.column, at.rows, at.columns));
      const seen = sheet.getVisibleRange();
      const inView =
        seen &&
        (at.row >= seen.startRow || at.row < sheet.getFrozenRows()) &&
        at.row < seen.endRow &&
        at.column >= seen.startColumn &&
        at.column < seen.endColumn;
      if (!inView) sheet.scrollToCell(Math.max(0, at.row - 2), Math.max(0, at.column - 1));
    });
  }

  read(sheetId: string, rect: Rect): GridValue[][] {
    return this.cells(sheetId, rect, (cell, row, column) => {
      const value = valueOf(cell);
      if (value === null || typeof value !== 'object') return value;
      const message = this.messages(sheetId, row, column, value.error);
      return message === '' ? value : { ...value, message };
    });
  }

  readFormulas(sheetId: string, rect: Rect): GridValue[][] {
    const model = this.injector.get(FormulaDataModel);
    return this.cells(sheetId, rect, (cell, row, column) => {
      if (!cell?.f && !cell?.si) return valueOf(cell);
      return model.getFormulaStringByCell(row, column, sheetId, this.unitId) ?? cell.f ?? valueOf(cell);
    });
  }

  write(sheetId: string, rect: Rect, values: readonly (readonly (GridValue | undefined)[])[]): void {
    this.reach(sheetId, rect);
    this.put(sheetId, rect, (row, column) => {
      const value = values[row]?.[column];
      return value === undefined ? undefined : recordOf(value);
    });
  }

  clear(sheetId: string, rect: Rect, what: 'all' | 'contents' | 'formats'): void {
    const contents = what === 'formats' ? {} : { v: null, f: null, si: null, p: null };
    const formats = what === 'contents' ? {} : { s: null };
    const matrix = this.sheet(sheetId).getCellMatrix();
    const clipped = this.clip(sheetId, rect);
    this.put(
      sheetId,
      clipped,
      (row, column) =>
        matrix.getValue(clipped.row + row, clipped.column + column) ? { ...contents, ...formats } : undefined,
      what === 'formats' ? 'formats' : 'contents',
    );
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
    this.sheet(sheetId)
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (cell && (cell.f || cell.si || valueOf(cell) !== null || (!valuesOnly && cell.s)))
          see(row, column);
      });
    for (const [row, columns] of Object.entries(this.spilled(sheetId))) {
      for (const column of Object.keys(columns ?? {})) see(Number(row), Number(column));
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  setNumberFormat(sheetId: string, rect: Rect, codes: readonly (readonly string[])[]): void {
    const clipped = this.clip(sheetId, rect);
    const formatAt = (row: number, column: number): ICellData | undefined => {
      const code = codes[row]?.[column] ?? codes[0]?.[0];
      if (code === undefined) return undefined;
      return { s: { n: code === 'General' || code === '' ? null : { pattern: code } } };
    };
    this.put(sheetId, clipped, formatAt, 'formats');
  }

  numberFormats(sheetId: string, rect: Rect): string[][] {
    return this.cells(sheetId, rect, (cell) => this.style(cell)?.n?.pattern ?? 'General');
  }

  setFormat(sheetId: string, rect: Rect, format: CellFormat): void {
    const s = styleOf(format);
    this.put(sheetId, this.clip(sheetId, rect), () => ({ s }), 'formats');
  }

  format(sheetId: string, row: number, column: number): CellFormat {
    return formatOf(this.style(this.sheet(sheetId).getCellRaw(row, column)));
  }

  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void {
    const clipped = this.clip(sheetId, { row: 0, column, rows: 1, columns });
    this.run(SetWorksheetColWidthMutation.id, {
      subUnitId: sheetId,
      ranges: [rangeOf(clipped)],
      colWidth: Math.round(pixels(width)),
    });
  }

  columnWidth(sheetId: string, column: number): number {
    return points(this.sheet(sheetId).getColumnWidth(column));
  }

  setRowHeight(sheetId: string, row: number, rows: number, height: number): void {
    const ranges = [rangeOf(this.clip(sheetId, { row, column: 0, rows, columns: 1 }))];
    this.run(SetWorksheetRowHeightMutation.id, {
      subUnitId: sheetId,
      ranges,
      rowHeight: Math.round(pixels(height)),
    });
    this.run(SetWorksheetRowIsAutoHeightMutation.id, { subUnitId: sheetId, ranges, autoHeightInfo: 0 });
  }

  rowHeight(sheetId: string, row: number): number {
    return points(this.sheet(sheetId).getRowHeight(row));
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.run(SetFrozenMutation.id, {
      subUnitId: sheetId,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  setGridlines(sheetId: string, on: boolean): void {
    this.run(ToggleGridlinesMutation.id, { subUnitId: sheetId, showGridlines: on ? 1 : 0 });
  }

  setTabColor(sheetId: string, color: string): void {
    this.run(SetTabColorMutation.id, { subUnitId: sheetId, color });
  }

  setNote(sheetId: string, row: number, column: number, text: string | null): void {
    this.asAddin(() => {
      const cell: FRange = this.facade(sheetId).getRange(row, column);
      if (text === null || text === '') {
        if (cell.getNote()) cell.deleteNote();
        return;
      }
      const height = Math.min(220, 34 + 18 * Math.ceil(text.length / 30));
      const id = `note-${sheetId}-${row}-${column}`;
      cell.createOrUpdateNote({ id, row, col: column, width: 220, height, note: text, show: false });
    });
  }

  setValidationList(sheetId: string, rect: Rect, choices: readonly string[] | null): void {
    this.asAddin(() => {
      const range: FRange = this.facade(sheetId).getRange(rangeOf(this.clip(sheetId, rect)));
      range.setDataValidation(null);
      if (choices === null || choices.length === 0) return;
      const rule = this.started.api
        .newDataValidation()
        .requireValueInList([...choices], false, true)
        .setOptions({ renderMode: DataValidationRenderMode.ARROW })
        .build();
      range.setDataValidation(rule);
    });
  }

  putTable(table: GridTable): void {
    this.dropTable(table.id);
    this.reach(table.sheetId, table.rect);
    const header = this.read(table.sheetId, { ...table.rect, rows: 1 })[0] ?? [];
    this.run(AddSheetTableMutation.id, {
      tableId: table.id,
      subUnitId: table.sheetId,
      name: table.name,
      range: rangeOf(table.rect),
      header: header.map((text, index) =>
        text === null || typeof text === 'object' ? `Column${index + 1}` : String(text),
      ),
      options: { showHeader: table.showHeaders, tableStyleId: themeFor(table.style) },
    });
    this.shownTables.set(table.id, { ...table });
  }

  dropTable(id: string): void {
    const shown = this.shownTables.get(id);
    if (!shown) return;
    this.run(DeleteSheetTableMutation.id, { tableId: id, subUnitId: shown.sheetId });
    this.shownTables.delete(id);
  }

  putChart(chart: GridChart): void {
    this.charts.put(chart);
  }

  dropChart(id: string): void {
    this.charts.drop(id);
  }

  putConditional(rule: GridConditional): void {
    this.dropConditional(rule.id);
    this.run(AddConditionalRuleMutation.id, { subUnitId: rule.sheetId, rule: ruleOf(rule) });
    this.shownRules.set(rule.id, { ...rule });
  }

  dropConditional(id: string): void {
    const known = this.shownRules.get(id);
    if (!known) return;
    this.run(DeleteConditionalRuleMutation.id, { subUnitId: known.sheetId, cfId: id });
    this.shownRules.delete(id);
  }

  putName(name: string, sheetId: string, rect: Rect): void {
    const reference = `${quoteSheet(this.sheet(sheetId).getName())}!${formatRect(rect, true)}`;
    // Never deleted and made anew: Univer empties the formulas that use a deleted name.
    this.asAddin(() => {
      const known = this.started.workbook.getDefinedName(name);
      if (known === null) this.started.workbook.insertDefinedName(name, reference);
      else if (known.getFormulaOrRefString() !== reference) known.setRef(reference);
    });
    this.calculation.touched();
  }

  dropName(name: string): void {
    this.asAddin(() => this.started.workbook.deleteDefinedName(name));
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

  /** Conditional formats as shown, for the page's test hooks. */
  conditionals(): readonly GridConditional[] {
    return [...this.shownRules.values()];
  }

  tables(): readonly GridTable[] {
    return [...this.shownTables.values()];
  }

  private asAddin<T>(act: () => T): T {
    this.writing += 1;
    try {
      return act();
    } finally {
      this.writing -= 1;
    }
  }

  /** Runs a mutation on our workbook. Mutations leave no undo step: undo belongs to what the user did. */
  private run(id: string, params: Record<string, unknown>): void {
    const done = this.asAddin(() => this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }));
    if (!done) throw new Error(`The workbench's grid refused ${id}.`);
  }

  private put(
    sheetId: string,
    rect: Rect,
    record: (row: number, column: number) => ICellData | undefined,
    changes: 'contents' | 'formats' = 'contents',
  ): void {
    const cellValue: Cells = {};
    let any = false;
    for (let row = 0; row < rect.rows; row += 1) {
      const line: Record<number, ICellData> = {};
      for (let column = 0; column < rect.columns; column += 1) {
        const cell = record(row, column);
        if (cell === undefined) continue;
        line[rect.column + column] = cell;
        any = true;
      }
      cellValue[rect.row + row] = line;
    }
    if (!any) return;
    // Named as a style command, or Univer takes a record without a formula for one that removes it.
    const trigger = changes === 'formats' ? { trigger: SetStyleCommand.id } : {};
    this.run(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue, ...trigger });
  }

  private cells<T>(
    sheetId: string,
    rect: Rect,
    see: (cell: Nullable<ICellData>, row: number, column: number) => T,
  ): T[][] {
    const matrix = this.sheet(sheetId).getCellMatrix();
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

  /** Cells that show a value spilled by a formula elsewhere. */
  private spilled(sheetId: string): Cells {
    return this.injector.get(FormulaDataModel).getArrayFormulaCellData()[this.unitId]?.[sheetId] ?? {};
  }

  private style(cell: Nullable<ICellData>): Nullable<IStyleData> {
    return cell ? this.book().getStyles().getStyleByCell(cell) : null;
  }

  private book(): Workbook {
    return this.started.workbook.getWorkbook();
  }

  private sheet(id: string): Worksheet {
    const sheet = this.book().getSheetBySheetId(id);
    if (!sheet) throw new Error(`The workbook has no sheet with the id ${id}.`);
    return sheet;
  }

  private facade(id: string): FWorksheet {
    const sheet = this.started.workbook.getSheetBySheetId(id);
    if (!sheet) throw new Error(`The workbook has no sheet with the id ${id}.`);
    return sheet;
  }

  /** The part of a rect that lies on the sheet: Excel's rows and columns reach further than the grid's. */
  private clip(sheetId: string, rect: Rect): Rect {
    const sheet = this.sheet(sheetId);
    const row = Number.isNaN(rect.row) ? 0 : rect.row;
    const column = Number.isNaN(rect.column) ? 0 : rect.column;
    const rows = Number.isNaN(rect.rows) ? sheet.getRowCount() : rect.rows;
    const columns = Number.isNaN(rect.columns) ? sheet.getColumnCount() : rect.columns;
    return {
      row,
      column,
      rows: Math.max(1, Math.min(rows, sheet.getRowCount() - row)),
      columns: Math.max(1, Math.min(columns, sheet.getColumnCount() - column)),
    };
  }

  /** Lets the sheet grow to hold a rect. */
  private reach(sheetId: string, rect: Rect): void {
    const sheet = this.sheet(sheetId);
    const rows = rect.row + rect.rows;
    const columns = rect.column + rect.columns;
    if (rows > sheet.getRowCount()) {
      this.run(SetWorksheetRowCountMutation.id, { subUnitId: sheetId, rowCount: rows + 200 });
    }
    if (columns > sheet.getColumnCount()) {
      this.run(SetWorksheetColumnCountMutation.id, { subUnitId: sheetId, columnCount: columns + 10 });
    }
  }
}
