/**
 * Where everything of a sheet document goes: one column of blocks from A1 down, a blank row between blocks.
 * Both writers (Excel, xlsx file) place by this, so a figure has the same address in either.
 */
import { absoluteAddress, cellAddress, quotedSheet, type CellRect } from './address';
import type {
  Block,
  CellValue,
  ChartSeries,
  ChartSpec,
  Computed,
  Figure,
  SheetDocument,
  TableBlock,
  TableCell,
  TextLine,
} from './document';
import { cellValue, sumOf } from './cells';
import { resolveFormula } from './formula';

export const ROW_POINTS = 15;

export interface PlacedText {
  readonly row: number;
  readonly style: TextLine['style'] | 'heading' | 'note' | 'empty';
  readonly cell: PlacedCell;
}

/** Text, number or formula of one cell. Data text stays raw here: each writer keeps it from becoming a formula. */
export type PlacedCell =
  { readonly kind: 'value'; readonly value: CellValue } | ({ readonly kind: 'formula' } & Computed);

export interface PlacedFigure {
  readonly figure: Figure;
  readonly row: number;
  readonly value: PlacedCell;
}

export interface PlacedTable {
  readonly block: TableBlock;
  /** Header and body. */
  readonly rect: CellRect;
  readonly header: CellRect;
  readonly body: CellRect;
  /** Row of the totals; null without. */
  readonly totalsRow: number | null;
}

export interface PlacedSeries {
  readonly name: string;
  readonly color: string;
  readonly values: CellRect;
  /** Where its x values stand: the chart's categories, or the one cell of a marked point. */
  readonly x: CellRect;
  readonly secondary: boolean;
  /** Set for a marked point: `values` and `x` are one cell each. */
  readonly marker: NonNullable<ChartSeries['point']>['marker'] | null;
}

export interface PlacedChart {
  readonly chart: ChartSpec;
  readonly categories: CellRect;
  readonly series: readonly PlacedSeries[];
  /** Points from the sheet's top left corner. */
  readonly left: number;
  readonly top: number;
}

export interface SheetLayout {
  readonly sheet: string;
  readonly texts: readonly PlacedText[];
  readonly figures: readonly PlacedFigure[];
  readonly tables: readonly PlacedTable[];
  readonly charts: readonly PlacedChart[];
  /** Workbook names: `='Flex Summary'!$B$5`. */
  readonly names: readonly { readonly name: string; readonly row: number; readonly formula: string }[];
  /** Column widths in characters, from column A. */
  readonly widths: readonly number[];
  /** Heights in points of rows that are not ROW_POINTS high. */
  readonly heights: ReadonlyMap<number, number>;
  /** Rows to freeze from the top; 0 = none. */
  readonly frozenRows: number;
  /** Everything written, charts included. */
  readonly used: CellRect;
}

/** Points between charts, and between a table and the chart beside it. */
const CHART_GAP = 12;
const FIGURE_WIDTHS = [30, 16, 14] as const;
const HEIGHTS: Readonly<Partial<Record<PlacedText['style'], number>>> = {
  title: 26,
  finding: 20,
  heading: 20,
};

/** Width of a column of so many characters, in points (Calibri 11: 7 pixels a character and 5 of padding). */
export function charsToPoints(chars: number): number {
  return (chars * 7 + 5) * 0.75;
}

/** Places a document. Deterministic; never throws for data, only for a document whose formulas name columns it lacks. */
export function layout(document: SheetDocument): SheetLayout {
  const texts: PlacedText[] = [];
  const figures: PlacedFigure[] = [];
  const tables: PlacedTable[] = [];
  const spots = new Map<ChartSpec, { readonly left: number; readonly top: number }>();
  const names: { name: string; row: number; formula: string }[] = [];
  const widths: number[] = [];
  const heights = new Map<number, number>();
  let row = 0;

  const text = (line: string, style: PlacedText['style'], formula?: string): void => {
    texts.push({ row, style, cell: placedCell(line, formula) });
    const height = HEIGHTS[style];
    if (height !== undefined) heights.set(row, height);
    row += 1;
  };
  const widen = (column: number, chars: number): void => {
    widths[column] = Math.max(widths[column] ?? 0, chars);
  };

  for (const block of document.blocks) {
    if (row > 0) row += 1;
    placeBlock(block);
  }
  const placed = new Map(tables.map((table) => [table.block.name, table]));
  let right = Math.max(1, widths.length);
  for (const chart of document.charts) {
    const anchor = placed.get(anchorOf(chart));
    if (chart.placement === 'right' && anchor !== undefined) {
      const left = sumPoints(widths, anchor.rect.column + anchor.rect.columns) + CHART_GAP;
      spots.set(chart, { left, top: topOf(anchor.rect.row, heights) });
      right = Math.max(right, anchor.rect.columns + Math.ceil(chart.width / 48) + 1);
    }
  }
  const charts = document.charts.flatMap((chart): readonly PlacedChart[] => {
    const spot = spots.get(chart);
    return spot === undefined || !placed.has(chart.table) ? [] : [placeChart(chart, placed, spot)];
  });
  const frozen = document.freezeHeaderOf === undefined ? undefined : placed.get(document.freezeHeaderOf);
  return {
    sheet: document.name,
    texts,
    figures,
    tables,
    charts,
    names,
    widths: Array.from(widths, (w) => w ?? 10),
    heights,
    frozenRows: frozen === undefined ? 0 : frozen.header.row + 1,
    used: { row: 0, column: 0, rows: Math.max(1, row), columns: right },
  };

  function placeBlock(block: Block): void {
    if (block.kind === 'text') {
      for (const line of block.lines) text(line.text, line.style, line.formula);
      return;
    }
    if (block.heading !== undefined) text(block.heading, 'heading');
    if (block.kind === 'figures') {
      FIGURE_WIDTHS.forEach((chars, column) => {
        widen(column, chars);
      });
      for (const figure of block.figures) {
        figures.push({ figure, row, value: placedCell(figure.value, figure.formula) });
        if (figure.name !== undefined) {
          names.push({
            name: figure.name,
            row,
            formula: `=${quotedSheet(document.name)}!${absoluteAddress(row, 1)}`,
          });
        }
        row += 1;
      }
      return;
    }
    placeTable(block);
  }

  function placeTable(block: TableBlock): void {
    if (block.note !== undefined) text(block.note, 'note');
    block.columns.forEach((column, index) => {
      widen(index, column.width);
    });
    // A native table needs a body row: without data, the document's sentence stands in its first cell.
    const bodyRows = Math.max(1, block.rows.length);
    const columns = block.columns.length;
    const header: CellRect = { row, column: 0, rows: 1, columns };
    const totalsRow = block.totals === undefined ? null : row + 1 + bodyRows;
    const table: PlacedTable = {
      block,
      rect: { ...header, rows: bodyRows + 1 },
      header,
      body: { row: row + 1, column: 0, rows: bodyRows, columns },
      totalsRow,
    };
    tables.push(table);
    heights.set(row, 30);
    block.rows.forEach((cells, index) => {
      const lines = linesOf(block, cells);
      if (lines > 1) heights.set(row + 1 + index, lines * ROW_POINTS);
    });
    row += 1 + bodyRows + (totalsRow === null ? 0 : 1);
    placeBelow(block.name);
  }

  /** Charts below a table, in bands: a chart `beside` shares the band of the one before it. */
  function placeBelow(anchor: string): void {
    let band = { right: 0, top: 0, end: row };
    for (const chart of document.charts) {
      if (anchorOf(chart) !== anchor || chart.placement !== 'below') continue;
      const height = Math.ceil(chart.height / ROW_POINTS);
      if (chart.nextToPrevious !== true || band.right === 0) {
        band = { right: 4, top: band.end + 1, end: band.end + 1 };
      } else band.right += CHART_GAP;
      spots.set(chart, { left: band.right, top: topOf(band.top, heights) });
      band = { ...band, right: band.right + chart.width, end: Math.max(band.end, band.top + height) };
    }
    row = band.end;
  }
}

/** One body cell of a placed table: formulas resolved to this row, `row` counting from the body's first. */
export function bodyCell(table: PlacedTable, row: number, column: number): PlacedCell {
  const { block, body } = table;
  if (block.rows.length === 0) return placedCell(column === 0 ? (block.emptyText ?? null) : null);
  const given = block.rows[row]?.[column] ?? null;
  if (typeof given !== 'object' || given === null) return placedCell(given);
  const formula = resolveFormula(given.formula, (key) => {
    const index = block.columns.findIndex((candidate) => candidate.key === key);
    return index < 0 ? undefined : cellAddress(body.row + row, body.column + index);
  });
  return placedCell(given.value, formula);
}

/** Address of a column's body in a placed table; throws for a key the table lacks. */
export function columnRect(table: PlacedTable, key: string): CellRect {
  const index = table.block.columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`The table ${table.block.name} has no column ${key}.`);
  return { row: table.body.row, column: table.body.column + index, rows: table.body.rows, columns: 1 };
}

/** The cells of the totals row below a table: its label, and a native sum under each column named. */
export function totalCells({
  block,
}: PlacedTable): readonly { readonly column: number; readonly cell: PlacedCell }[] {
  const { totals, columns } = block;
  if (totals === undefined) return [];
  const sums = totals.sums.map((key) => {
    const { formula, value } = sumOf(block, key);
    return { column: columns.findIndex((column) => column.key === key), cell: placedCell(value, formula) };
  });
  return [{ column: 0, cell: placedCell(totals.label) }, ...sums];
}

function anchorOf(chart: ChartSpec): string {
  return chart.anchorTable ?? chart.table;
}

function placeChart(
  chart: ChartSpec,
  tables: ReadonlyMap<string, PlacedTable>,
  spot: { readonly left: number; readonly top: number },
): PlacedChart {
  const table = named(tables, chart.table);
  const categories = columnRect(table, chart.categoryKey);
  return {
    chart,
    categories,
    series: chart.series.map(({ name, color, key, secondary, point }): PlacedSeries => {
      const shared = { name, color, secondary: secondary === true };
      if (point === undefined) {
        return { ...shared, values: columnRect(table, key), x: categories, marker: null };
      }
      const cell = (of: string): CellRect => {
        const column = columnRect(named(tables, point.table), of);
        return { ...column, row: column.row + point.row, rows: 1 };
      };
      return { ...shared, values: cell(key), x: cell(point.xKey), marker: point.marker };
    }),
    ...spot,
  };
}

function named(tables: ReadonlyMap<string, PlacedTable>, name: string): PlacedTable {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`The document has no table ${name}, which a chart names.`);
  return table;
}

/** A width counts digits; letters are narrower. Four fifths of a digit would be their mean in Calibri: this is on the safe side. */
const LETTERS_A_DIGIT = 1.1;

/** Lines that a text takes when it is broken between words, at so many letters a line; a longer word is broken within. */
function wrappedLines(text: string, letters: number): number {
  let lines = 1;
  let filled = 0;
  for (const { length } of text.split(' ')) {
    const joined = filled === 0 ? length : filled + 1 + length;
    if (joined <= letters) {
      filled = joined;
      continue;
    }
    if (filled > 0) lines += 1;
    lines += Math.max(0, Math.ceil(length / letters) - 1);
    filled = length % letters === 0 ? Math.min(length, letters) : length % letters;
  }
  return lines;
}

/** Lines the longest wrapped text of a row takes; 1 without one. */
function linesOf(block: TableBlock, cells: readonly TableCell[]): number {
  return block.columns.reduce((lines, column, index) => {
    const cell = cellValue(cells[index]);
    return column.wrap === true && typeof cell === 'string'
      ? Math.max(lines, wrappedLines(cell, Math.floor(column.width * LETTERS_A_DIGIT)))
      : lines;
  }, 1);
}

function placedCell(value: CellValue, formula?: string): PlacedCell {
  return formula === undefined ? { kind: 'value', value } : { kind: 'formula', formula, value };
}

function sumPoints(widths: readonly number[], columns: number): number {
  return widths.slice(0, columns).reduce((sum, chars) => sum + charsToPoints(chars), 0);
}

function topOf(row: number, heights: ReadonlyMap<number, number>): number {
  let extra = 0;
  for (const [at, height] of heights) if (at < row) extra += height - ROW_POINTS;
  return row * ROW_POINTS + extra;
}
