/** Look of a sheet as a whole: widths, heights, frozen panes, gridlines, tab colour, notes, lists of choices. */
import { DataValidationRenderMode } from '@univerjs/core';
import {
  SetFrozenMutation,
  SetTabColorMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/sheets';
import type { FRange } from '@univerjs/sheets/facade';
import type { Rect } from '../office/grid';
import { rangeOf } from './address';
import type { Book } from './book';
import { pixels, points } from './styles';

const NOTE_WIDTH = 220;

export class SheetLayout {
  constructor(private readonly book: Book) {}

  setColumnWidth(sheetId: string, column: number, columns: number, width: number): void {
    this.book.run(SetWorksheetColWidthMutation.id, {
      subUnitId: sheetId,
      ranges: [rangeOf(this.book.clip(sheetId, { row: 0, column, rows: 1, columns }))],
      colWidth: Math.round(pixels(width)),
    });
  }

  columnWidth(sheetId: string, column: number): number {
    return points(this.book.sheet(sheetId).getColumnWidth(column));
  }

  setRowHeight(sheetId: string, row: number, rows: number, height: number): void {
    const ranges = [rangeOf(this.book.clip(sheetId, { row, column: 0, rows, columns: 1 }))];
    const rowHeight = Math.round(pixels(height));
    this.book.run(SetWorksheetRowHeightMutation.id, { subUnitId: sheetId, ranges, rowHeight });
    this.book.run(SetWorksheetRowIsAutoHeightMutation.id, { subUnitId: sheetId, ranges, autoHeightInfo: 0 });
  }

  rowHeight(sheetId: string, row: number): number {
    return points(this.book.sheet(sheetId).getRowHeight(row));
  }

  freeze(sheetId: string, rows: number, columns: number): void {
    this.book.run(SetFrozenMutation.id, {
      subUnitId: sheetId,
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
  }

  setGridlines(sheetId: string, on: boolean): void {
    this.book.run(ToggleGridlinesMutation.id, { subUnitId: sheetId, showGridlines: on ? 1 : 0 });
  }

  setTabColor(sheetId: string, color: string): void {
    this.book.run(SetTabColorMutation.id, { subUnitId: sheetId, color });
  }

  setNote(sheetId: string, row: number, column: number, text: string | null): void {
    this.book.asAddin(() => {
      const cell: FRange = this.book.sheetFacade(sheetId).getRange(row, column);
      if (text === null || text === '') {
        if (cell.getNote()) cell.deleteNote();
        return;
      }
      const height = Math.min(220, 34 + 18 * Math.ceil(text.length / 30));
      const id = `note-${sheetId}-${row}-${column}`;
      cell.createOrUpdateNote({ id, row, col: column, width: NOTE_WIDTH, height, note: text, show: false });
    });
  }

  setValidationList(sheetId: string, rect: Rect, choices: readonly string[] | null): void {
    this.book.asAddin(() => {
      const { row, column, rows, columns } = this.book.clip(sheetId, rect);
      const range: FRange = this.book.sheetFacade(sheetId).getRange(row, column, rows, columns);
      range.setDataValidation(null);
      if (choices === null || choices.length === 0) return;
      const rule = this.book.started.api
        .newDataValidation()
        .requireValueInList([...choices], false, true)
        .setOptions({ renderMode: DataValidationRenderMode.ARROW })
        .build();
      range.setDataValidation(rule);
    });
  }
}
