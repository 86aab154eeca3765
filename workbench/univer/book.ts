/** The one workbook in Univer: its sheets, and the way changes are made to it on the add-in's behalf. */
import { ICommandService } from '@univerjs/core';
import type {
  ICellData,
  Injector,
  IObjectMatrixPrimitiveType,
  Nullable,
  Workbook,
  Worksheet,
} from '@univerjs/core';
import {
  SetRangeValuesMutation,
  SetStyleCommand,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
} from '@univerjs/sheets';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import type { Rect } from '../office/grid';
import type { StartedUniver } from './start';

export type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

export class Book {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly unitId: string;
  private writing = 0;

  constructor(readonly started: StartedUniver) {
    this.injector = started.univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.unitId = started.workbook.getId();
  }

  get facade(): FWorkbook {
    return this.started.workbook;
  }

  get model(): Workbook {
    return this.started.workbook.getWorkbook();
  }

  /** True while the host is writing: what changes then is the add-in's doing. */
  get isWriting(): boolean {
    return this.writing > 0;
  }

  sheet(id: string): Worksheet {
    const sheet = this.model.getSheetBySheetId(id);
    if (!sheet) throw new Error(`The workbook has no sheet with the id ${id}.`);
    return sheet;
  }

  sheetFacade(id: string): FWorksheet {
    const sheet = this.facade.getSheetBySheetId(id);
    if (!sheet) throw new Error(`The workbook has no sheet with the id ${id}.`);
    return sheet;
  }

  asAddin<T>(act: () => T): T {
    this.writing += 1;
    try {
      return act();
    } finally {
      this.writing -= 1;
    }
  }

  /** Runs a mutation on the workbook. Mutations leave no undo step: undo belongs to what the user did. */
  run(id: string, params: Record<string, unknown>): void {
    const done = this.asAddin(() => this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }));
    if (!done) throw new Error(`The workbench's grid refused ${id}.`);
  }

  /**
   * Changes cells of a rect; undefined leaves one alone.
   * @param what a change of formats has to say so: without that Univer drops the formula of every cell that comes without one
   */
  put(
    sheetId: string,
    rect: Rect,
    what: 'contents' | 'formats',
    record: (row: number, column: number) => ICellData | undefined,
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
    const trigger = what === 'formats' ? { trigger: SetStyleCommand.id } : {};
    this.run(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue, ...trigger });
  }

  /** The part of a rect that lies on the sheet: Excel's rows and columns reach further than the grid's. */
  clip(sheetId: string, rect: Rect): Rect {
    const sheet = this.sheet(sheetId);
    // Univer gives NaN for the missing ends of whole rows and columns.
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
  reach(sheetId: string, rect: Rect): void {
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
