/** What a workbook knows beyond its cells: the host keeps it and asks the grid to show it. */
import type { Grid, GridChart, GridConditional, GridSheet, GridTable, Place, Rect } from './grid';
import type { Served } from './served';
import type { Json } from './wire';
import { failure } from './failure';
import { intersect } from './address';

export interface DefinedName {
  name: string;
  /** Sheet the name belongs to; null = the workbook. */
  readonly scope: string | null;
  /** null: a formula or constant, or cells of a deleted sheet. */
  place: Place | null;
  formula: string;
  comment: string;
  visible: boolean;
}

/** A threaded comment; its author is whoever wrote it and cannot be changed. */
export interface CommentRecord {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  text: string;
  readonly author: string;
}

export interface Rule extends GridConditional {
  readonly type: string;
  /** Given by the add-in, in the shape Office.js uses; null until set. */
  given: Json;
}

/** Office.js page set-up and switches of one sheet. */
export interface SheetRecord {
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  tabColor: string;
  gridlines: boolean;
  frozen: { rows: number; columns: number };
  protected: boolean;
  readonly bag: Map<string, Json>;
  readonly page: Map<string, Json>;
  readonly properties: Map<string, { key: string; value: string }>;
  readonly notes: Map<string, { row: number; column: number; text: string; author: string }>;
  readonly validations: { rect: Rect; rule: Json; bag: Map<string, Json> }[];
}

export interface SheetEvent {
  readonly kind: 'added' | 'deleted' | 'renamed' | 'activated' | 'deactivated';
  readonly sheetId: string;
  readonly detail?: Readonly<Record<string, string>>;
}

/** Makes the objects that many others give: through the state, so that their files need not import each other in a circle. */
export interface Objects {
  readonly worksheet: (sheetId: string) => Served;
  readonly range: (place: Place) => Served;
}

export class WorkbookState {
  /** Set by the service that serves this workbook. */
  objects!: Objects;
  readonly tables = new Map<string, GridTable>();
  readonly charts = new Map<string, GridChart>();
  readonly rules: Rule[] = [];
  readonly comments = new Map<string, CommentRecord>();
  readonly names: DefinedName[] = [];
  readonly settings = new Map<string, Json>();
  readonly documentProperties = new Map<string, Json>();
  readonly customDocumentProperties = new Map<string, Json>();
  readonly references = new Map<string, Place>();
  /** Things remembered for objects that the grid does not show, by object id. */
  readonly bags = new Map<string, Map<string, Json>>();
  enableEvents = true;
  /** Highest ExcelApi requirement set the workbook serves. */
  excelApi = '1.20';
  calculationMode = 'Automatic';
  /** Set while a request of a merged undo group runs. */
  inUndoGroup = false;
  /** Cells were written since the last settled calculation. */
  dirty = false;
  onCells: (place: Place) => void = () => undefined;
  onSheet: (event: SheetEvent) => void = () => undefined;
  private readonly records = new Map<string, SheetRecord>();
  private lastId = 0;

  constructor(readonly grid: Grid) {}

  nextId(prefix: string): string {
    this.lastId += 1;
    return `${prefix}${this.lastId}`;
  }

  bag(key: string): Map<string, Json> {
    const bag = this.bags.get(key) ?? new Map<string, Json>();
    this.bags.set(key, bag);
    return bag;
  }

  sheet(id: string): GridSheet {
    const found = this.grid.sheets().find((sheet) => sheet.id === id);
    if (found === undefined) throw failure('ItemNotFound', 'Worksheet');
    return found;
  }

  /** By id or by name in any case; null when there is none. */
  findSheet(key: string): GridSheet | null {
    const sheets = this.grid.sheets();
    const name = key.toLowerCase();
    return (
      sheets.find((sheet) => sheet.id === key) ??
      sheets.find((sheet) => sheet.name.toLowerCase() === name) ??
      null
    );
  }

  record(sheetId: string): SheetRecord {
    const known = this.records.get(sheetId);
    if (known !== undefined) return known;
    const record: SheetRecord = {
      visibility: 'Visible',
      tabColor: '',
      gridlines: true,
      frozen: { rows: 0, columns: 0 },
      protected: false,
      bag: new Map(),
      page: new Map(),
      properties: new Map(),
      notes: new Map(),
      validations: [],
    };
    this.records.set(sheetId, record);
    return record;
  }

  tablesOf(sheetId: string): GridTable[] {
    return [...this.tables.values()].filter((table) => table.sheetId === sheetId);
  }

  chartsOf(sheetId: string): GridChart[] {
    return [...this.charts.values()].filter((chart) => chart.sheetId === sheetId);
  }

  tableOver(place: Place): GridTable | undefined {
    return this.tablesOf(place.sheetId).find((table) => intersect(table.rect, place.rect) !== null);
  }

  assertWritable(sheetId: string, location: string): void {
    this.sheet(sheetId);
    if (this.record(sheetId).protected) throw failure('AccessDenied', location, 'The sheet is protected.');
  }

  /** Names of tables and of workbook names share one space, in any case. */
  nameTaken(name: string): boolean {
    const wanted = name.toLowerCase();
    return (
      [...this.tables.values()].some((table) => table.name.toLowerCase() === wanted) ||
      this.names.some((item) => item.scope === null && item.name.toLowerCase() === wanted)
    );
  }

  cellsChanged(place: Place): void {
    this.dirty = true;
    this.onCells(place);
  }

  dropTable(table: GridTable): void {
    this.tables.delete(table.id);
    this.grid.dropTable(table.id);
  }

  dropRule(rule: Rule): void {
    const index = this.rules.indexOf(rule);
    if (index >= 0) this.rules.splice(index, 1);
    this.grid.dropConditional(rule.id);
  }

  /** Removes a sheet with all that stands on it; names that pointed there become #REF!. */
  deleteSheet(sheetId: string): void {
    const others = this.grid.sheets().filter((sheet) => sheet.id !== sheetId);
    if (!others.some((sheet) => this.record(sheet.id).visibility === 'Visible')) {
      throw failure(
        'InvalidOperation',
        'Worksheet.delete',
        'A workbook must contain at least one visible worksheet.',
      );
    }
    for (const table of this.tablesOf(sheetId)) this.dropTable(table);
    for (const chart of this.chartsOf(sheetId)) {
      this.charts.delete(chart.id);
      this.grid.dropChart(chart.id);
    }
    for (const rule of this.rules.filter((item) => item.sheetId === sheetId)) this.dropRule(rule);
    for (const [id, comment] of this.comments) if (comment.sheetId === sheetId) this.comments.delete(id);
    for (const item of [...this.names]) {
      if (item.scope === sheetId) this.names.splice(this.names.indexOf(item), 1);
      else if (item.place?.sheetId === sheetId) {
        item.place = null;
        item.formula = '=#REF!';
        this.grid.dropName(item.name);
      }
    }
    this.grid.deleteSheet(sheetId);
    this.records.delete(sheetId);
    for (const [id, place] of this.references) if (place.sheetId === sheetId) this.references.delete(id);
    this.onSheet({ kind: 'deleted', sheetId });
  }
}
