/**
 * What the Office host needs from a spreadsheet. The memory grid (tests) and Univer (browser) both give it.
 * Rows and columns count from 0. The host owns tables, charts, names, formats' bookkeeping and asks the grid to show them.
 */
export type GridError = { readonly error: string; readonly message?: string };
export type GridValue = string | number | boolean | null | GridError;

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Cells of one sheet. */
export interface Place {
  readonly sheetId: string;
  readonly rect: Rect;
}

export interface CellFormat {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  color?: string;
  fontSize?: number;
  fontName?: string;
  /** '' clears. */
  fill?: string;
  horizontal?: 'General' | 'Left' | 'Center' | 'Right';
  vertical?: 'Top' | 'Center' | 'Bottom';
  wrap?: boolean;
  indent?: number;
  borderBottom?: { color: string; style: 'thin' | 'medium' } | null;
  borderTop?: { color: string; style: 'thin' | 'medium' } | null;
}

export interface GridTable {
  readonly id: string;
  readonly sheetId: string;
  name: string;
  rect: Rect;
  showHeaders: boolean;
  showFilter: boolean;
  style: string;
}

export type GridMarker = 'none' | 'circle' | 'diamond' | 'square' | 'triangle';

export interface GridAxis {
  title: string;
  numberFormat: string;
  /** null: chosen by the grid. */
  minimum: number | null;
  maximum: number | null;
  majorUnit: number | null;
}

export interface GridSeries {
  name: string;
  /** Excel's chart type; differs from the chart's only between kinds of XY charts. */
  type: string;
  color: string;
  pointColors: string[];
  values: Rect | null;
  /** Names along the category axis; of XY charts the x values. */
  categories: Rect | null;
  /** Drawn against the second value axis. */
  secondary: boolean;
  /** Line and XY charts. */
  line: { visible: boolean; /** Points. */ weight: number };
  marker: { style: GridMarker; /** Points. */ size: number; fill: string; edge: string };
}

export interface GridChart {
  readonly id: string;
  readonly sheetId: string;
  name: string;
  type: string;
  title: string;
  /** Position and size in points. */
  left: number;
  top: number;
  width: number;
  height: number;
  /** The second value axis is there while a series is drawn against it. */
  axes: { category: GridAxis; value: GridAxis; secondary: GridAxis };
  legendVisible: boolean;
  altText: string;
  series: GridSeries[];
  source: Rect;
}

export interface GridConditional {
  readonly id: string;
  readonly sheetId: string;
  rect: Rect;
  rule: { kind: 'containsText' | 'custom' | 'cellValue'; text?: string; formula?: string; operator?: string };
  fill?: string;
  color?: string;
  bold?: boolean;
}

export interface GridSheet {
  readonly id: string;
  name: string;
  visible: boolean;
}

export interface GridChange {
  readonly sheetId: string;
  readonly rect: Rect;
  /** Who changed it: the user in the grid, or the host on behalf of the add-in. */
  readonly source: 'user' | 'addin';
}

export interface Grid {
  sheets(): GridSheet[];
  addSheet(name: string, index?: number): GridSheet;
  deleteSheet(id: string): void;
  renameSheet(id: string, name: string): void;
  moveSheet(id: string, index: number): void;
  activeSheet(): string;
  activateSheet(id: string): void;
  selection(): { sheetId: string; rect: Rect };
  select(sheetId: string, rect: Rect): void;

  /** Values; blank is null. Never larger than asked. */
  read(sheetId: string, rect: Rect): GridValue[][];
  /** Formula text with leading '=', or the value. */
  readFormulas(sheetId: string, rect: Rect): GridValue[][];
  /** Cells a formula's result fills, its own among them; null or absent where it stays in its cell. */
  spillOf?(sheetId: string, row: number, column: number): Rect | null;
  /** undefined leaves a cell alone, null or '' clears it; text that starts with '=' is a formula, a leading ' makes it text. */
  write(sheetId: string, rect: Rect, values: readonly (readonly (GridValue | undefined)[])[]): void;
  clear(sheetId: string, rect: Rect, what: 'all' | 'contents' | 'formats'): void;
  /** Smallest rect holding values (valuesOnly) or values and formats; null when empty. */
  usedRange(sheetId: string, valuesOnly: boolean): Rect | null;
  setNumberFormat(sheetId: string, rect: Rect, codes: readonly (readonly string[])[]): void;
  numberFormats(sheetId: string, rect: Rect): string[][];
  setFormat(sheetId: string, rect: Rect, format: CellFormat): void;
  format(sheetId: string, row: number, column: number): CellFormat;
  /** Width in points. */
  setColumnWidth(sheetId: string, column: number, columns: number, points: number): void;
  columnWidth(sheetId: string, column: number): number;
  setRowHeight(sheetId: string, row: number, rows: number, points: number): void;
  rowHeight(sheetId: string, row: number): number;
  freeze(sheetId: string, rows: number, columns: number): void;
  setGridlines(sheetId: string, on: boolean): void;
  setTabColor(sheetId: string, color: string): void;
  /** Hides or shows a sheet's tab; a grid without it shows every sheet. */
  setSheetVisible?(sheetId: string, visible: boolean): void;
  setNote(sheetId: string, row: number, column: number, text: string | null): void;
  setValidationList(sheetId: string, rect: Rect, choices: readonly string[] | null): void;
  putTable(table: GridTable): void;
  dropTable(id: string): void;
  putChart(chart: GridChart): void;
  dropChart(id: string): void;
  putConditional(rule: GridConditional): void;
  dropConditional(id: string): void;
  putName(name: string, sheetId: string, rect: Rect): void;
  dropName(name: string): void;
  /** Settled calculation: resolves when no formula is pending. */
  calculated(): Promise<void>;
  onChange(handler: (change: GridChange) => void): void;
  onSelection(handler: () => void): void;
}
