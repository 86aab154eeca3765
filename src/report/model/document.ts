/**
 * A sheet as plain data: what a writer (Excel, xlsx file) needs and nothing of how it does it.
 * Positions come from layout.ts, so that every writer places blocks alike.
 */
import type { Completeness } from '../../engine/usage';

export type CellValue = string | number | boolean | null;

/** A native formula with leading `=`, and what it gives on the sheet as written: in a table `{@key}` is the cell of that column in the same row; names and structured references are allowed. */
export interface Computed {
  readonly formula: string;
  readonly value: CellValue;
}

/** A value that stands in a column of formulas stands instead of one ("price missing"). */
export type TableCell = CellValue | Computed;

export type ColumnKind =
  'text' | 'integer' | 'units' | 'tokens' | 'money' | 'price' | 'share' | 'date' | 'flag';

export interface Column {
  /** Stable id; also the key of the user's own columns and of JSON outputs. */
  readonly key: string;
  /** As shown, with its unit where it has one. Unique within the table. */
  readonly header: string;
  readonly kind: ColumnKind;
  /** Excel number format code (en-US notation). */
  readonly numberFormat: string;
  /** In characters. */
  readonly width: number;
  /** Becomes a note on the header cell. */
  readonly note?: string;
  /** The user's own column: its values survive a rerun, matched by the table's key column. */
  readonly userOwned?: boolean;
  /** Long text on several lines: layout.ts gives the row the height it needs. */
  readonly wrap?: boolean;
  /** Values offered in a list. */
  readonly choices?: readonly string[];
  readonly align?: 'left' | 'right' | 'center';
}

export interface TableBlock {
  readonly kind: 'table';
  /** Native table name, e.g. `FlexSegments`. */
  readonly name: string;
  readonly heading?: string;
  readonly columns: readonly Column[];
  /** One cell a column. */
  readonly rows: readonly (readonly TableCell[])[];
  /** Column key that identifies a row (for user-owned columns and changes). */
  readonly keyColumn?: string;
  /** Shown in the first body row when `rows` is empty. */
  readonly emptyText?: string;
  /** Filter buttons in the header; default true. */
  readonly filter?: boolean;
  /** A row below the table: `label` under the first column, native sums under the columns named. */
  readonly totals?: { readonly label: string; readonly sums: readonly string[] };
  /** A sentence under the heading. */
  readonly note?: string;
}

/** Label | value | unit | note, one a row; the value may be a named cell. */
export interface Figure {
  readonly label: string;
  /** Workbook name of the value's cell, e.g. `Flex_TokenPrice`. */
  readonly name?: string;
  readonly value: CellValue;
  /** Native formula (with leading =) that gives `value` on the sheet as written. */
  readonly formula?: string;
  readonly numberFormat: string;
  readonly unit?: string;
  readonly note?: string;
  /** An assumption the user may change: styled as an input. */
  readonly input?: boolean;
  /** Values offered in a list. */
  readonly choices?: readonly string[];
}

export interface FiguresBlock {
  readonly kind: 'figures';
  readonly heading?: string;
  readonly figures: readonly Figure[];
}

export interface TextBlock {
  readonly kind: 'text';
  readonly lines: readonly TextLine[];
}

export interface TextLine {
  readonly text: string;
  readonly style: 'title' | 'subtitle' | 'finding' | 'body' | 'warning';
  /** Native formula shown instead of `text`, which is what it gives when written. */
  readonly formula?: string;
}

export type Block = TableBlock | FiguresBlock | TextBlock;

export interface ChartSpec {
  readonly name: string;
  /** States the finding. */
  readonly title: string;
  /** `scatter`: the category column holds numbers, drawn as straight lines between points along a value axis. */
  readonly type: 'bar' | 'column' | 'stackedColumn' | 'line' | 'scatter';
  /** Table whose columns feed the chart. */
  readonly table: string;
  readonly categoryKey: string;
  readonly series: readonly ChartSeries[];
  /** Colours by point, in row order (single series). */
  readonly pointColors?: readonly string[];
  readonly categoryAxisTitle?: string;
  readonly valueAxisTitle?: string;
  readonly valueNumberFormat?: string;
  readonly categoryNumberFormat?: string;
  /** The axis of the series marked `secondary`. */
  readonly secondaryAxisTitle?: string;
  readonly secondaryNumberFormat?: string;
  /** Placed beside its anchor table (right of the last column) or below it; size in points. */
  readonly placement: 'right' | 'below';
  /** Table it stands at, where that is not the one that feeds it: a chart of a long table may stand at a short one. */
  readonly anchorTable?: string;
  /** Below only: right of the chart before it at the same anchor, instead of under it. */
  readonly nextToPrevious?: boolean;
  readonly width: number;
  readonly height: number;
}

export interface ChartSeries {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  /** Scatter only: drawn against the second value axis. */
  readonly secondary?: boolean;
  /** Scatter only: one marked point instead of a line, taken from a row (0 = first) of the named table of the same document. */
  readonly point?: {
    readonly table: string;
    readonly xKey: string;
    readonly row: number;
    readonly marker: 'circle' | 'diamond' | 'square' | 'triangle';
  };
}

/** Native conditional format on a table column. */
export interface ConditionalRule {
  readonly table: string;
  readonly column: string;
  readonly test:
    | { readonly kind: 'equals'; readonly text: string }
    /** `{@key}` as in Computed; native functions only. */
    | { readonly kind: 'formula'; readonly formula: string };
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
}

export interface Provenance {
  readonly product: string;
  readonly version: string;
  /** ISO date-time text, given by the caller. */
  readonly when: string;
  /** `Usage!A1:F48211`. */
  readonly input: string;
  readonly inputFingerprint: string;
  readonly card: string;
  readonly cardDate: string;
  readonly read: number;
  readonly used: number;
  readonly rejected: number;
  /** On which part of the data the result rests; null where no usage was read. */
  readonly completeness: Completeness | null;
}

export interface SheetDocument {
  /** Sheet name, starts with `Flex `. */
  readonly name: string;
  /** Mark kept in the worksheet's custom properties: only marked sheets are replaced. */
  readonly mark: string;
  readonly blocks: readonly Block[];
  readonly charts: readonly ChartSpec[];
  readonly conditional: readonly ConditionalRule[];
  /** Name of the table whose header row is frozen (with everything above it), if any. */
  readonly freezeHeaderOf?: string;
  readonly gridlines: boolean;
  readonly tabColor: string;
  readonly print: {
    readonly orientation: 'portrait' | 'landscape';
    /** Columns printed, from column A; all when absent. */
    readonly columns?: number;
    /** Everything on one page, however long; else one page wide. */
    readonly onePage?: boolean;
  };
  readonly provenance?: Provenance;
  /** Facts about the run kept with the sheet, beside its mark; texts below 255 characters, never personal. */
  readonly properties?: Readonly<Record<string, string>>;
}
