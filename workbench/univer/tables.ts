/** Tables as Univer shows them, with the style and the filter buttons the host asks for. */
import { AddSheetTableMutation, DeleteSheetTableMutation, TableManager } from '@univerjs/sheets-table';
import type { GridTable } from '../office/grid';
import { rangeOf } from './address';
import type { Book } from './book';
import type { CellArea } from './cell-area';
import { themeFor } from './table-themes';

function looksAlike(a: GridTable, b: GridTable): boolean {
  const sight = ({ name, rect, showHeaders, showFilter, style }: GridTable): string =>
    JSON.stringify([name, rect, showHeaders, showFilter, style]);
  return sight(a) === sight(b);
}

export class Tables {
  private readonly shown = new Map<string, GridTable>();

  constructor(
    private readonly book: Book,
    private readonly cells: CellArea,
  ) {
    this.hideUnwantedFilters();
  }

  put(table: GridTable): void {
    const before = this.shown.get(table.id);
    const { sheetId, rect } = table;
    const header = (this.cells.read(sheetId, { ...rect, rows: 1 })[0] ?? []).map((text, index) =>
      text === null || typeof text === 'object' ? `Column${index + 1}` : String(text),
    );
    if (before && looksAlike(before, table) && this.hasHeader(table.id, header)) return;
    this.drop(table.id);
    this.book.reach(sheetId, rect);
    this.shown.set(table.id, { ...table });
    this.book.run(AddSheetTableMutation.id, {
      tableId: table.id,
      subUnitId: sheetId,
      name: table.name,
      range: rangeOf(rect),
      header,
      options: { showHeader: table.showHeaders, tableStyleId: themeFor(table.style) },
    });
  }

  drop(id: string): void {
    const table = this.shown.get(id);
    if (!table) return;
    this.shown.delete(id);
    this.book.run(DeleteSheetTableMutation.id, { tableId: id, subUnitId: table.sheetId });
  }

  dropSheet(sheetId: string): void {
    for (const table of [...this.shown.values()]) if (table.sheetId === sheetId) this.drop(table.id);
  }

  all(): readonly GridTable[] {
    return [...this.shown.values()];
  }

  private hasHeader(id: string, header: readonly string[]): boolean {
    const known = this.book.facade.getTableInfo(id)?.columns.map((column) => column.displayName);
    return JSON.stringify(known) === JSON.stringify(header);
  }

  /** Univer shows filter buttons on every table with a header and has no switch for it. */
  private hideUnwantedFilters(): void {
    const manager = this.book.injector.get(TableManager);
    const all = manager.getSheetFilterRangeWithState.bind(manager);
    manager.getSheetFilterRangeWithState = (unitId: string, sheetId: string) =>
      all(unitId, sheetId).filter(({ tableId }) => this.shown.get(tableId)?.showFilter ?? true);
  }
}
