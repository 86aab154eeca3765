/** Native charts and conditional formats of a placed document. */
import type { ConditionalRule } from '../../report/model/document';
import { columnLetters, type CellRect } from '../../report/model/address';
import { chartLimits, type AxisLimits } from '../../report/model/chart-axes';
import { resolveFormula } from '../../report/model/formula';
import { columnRect, type PlacedChart, type SheetLayout } from '../../report/model/layout';

const TYPES = {
  bar: 'BarClustered',
  column: 'ColumnClustered',
  stackedColumn: 'ColumnStacked',
  line: 'Line',
  scatter: 'XYScatterLinesNoMarkers',
} as const;

const MARKERS = { circle: 'Circle', diamond: 'Diamond', square: 'Square', triangle: 'Triangle' } as const;
const LINE_POINTS = 2.25;
/** The first marked point is the largest, so that points on the same spot show inside one another. */
const MARKER_POINTS = [13, 11, 10, 9] as const;
const MARKER_EDGE = '#FFFFFF';

/** Queues the conditional formats of all tables. */
export function addConditionalFormats(
  sheet: Excel.Worksheet,
  layout: SheetLayout,
  rules: readonly ConditionalRule[],
): void {
  for (const rule of rules) {
    const table = layout.tables.find((placed) => placed.block.name === rule.table);
    if (table === undefined) continue;
    const { row, column, rows } = columnRect(table, rule.column);
    const first = (key: string): string => `$${columnLetters(columnRect(table, key).column)}${row + 1}`;
    const formula =
      rule.test.kind === 'formula'
        ? resolveFormula(rule.test.formula, first)
        : `=$${columnLetters(column)}${row + 1}="${rule.test.text.replace(/"/g, '""')}"`;
    const added = sheet.getRangeByIndexes(row, column, rows, 1).conditionalFormats.add('Custom').custom;
    added.rule.formula = formula;
    if (rule.fill !== undefined) added.format.fill.color = rule.fill;
    if (rule.fontColor !== undefined) added.format.font.color = rule.fontColor;
    if (rule.bold !== undefined) added.format.font.bold = rule.bold;
  }
}

/** Queues a chart: data, title, colours, axes, size and place. */
export function addChart(sheet: Excel.Worksheet, placed: PlacedChart, layout: SheetLayout): void {
  const { chart: spec, left, top } = placed;
  const source = placed.series.find((series) => series.marker === null);
  if (source === undefined) return;
  // One column with its header: Excel makes exactly one series of it and takes the header for the name, whatever stands below.
  const named = { ...source.values, row: source.values.row - 1, rows: source.values.rows + 1 };
  const chart = sheet.charts.add(TYPES[spec.type], rangeOf(sheet, named), 'Columns');
  chart.name = spec.name;
  chart.title.text = spec.title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.left = left;
  chart.top = top;
  chart.width = spec.width;
  chart.height = spec.height;
  chart.legend.visible = placed.series.length > 1;
  addSeries(sheet, chart, placed);
  spec.pointColors?.forEach((color, index) => {
    chart.series.getItemAt(0).points.getItemAt(index).format.fill.setSolidColor(color);
  });
  const { categoryAxis, valueAxis } = chart.axes;
  // Excel draws the first bar at the bottom; the table's order reads from the top.
  if (spec.type === 'bar') categoryAxis.reversePlotOrder = true;
  nameAxis(valueAxis, spec.valueAxisTitle, spec.valueNumberFormat);
  nameAxis(categoryAxis, spec.categoryAxisTitle, spec.categoryNumberFormat);
  if (spec.type !== 'scatter') return;
  chart.legend.position = 'Top';
  categoryAxis.majorGridlines.visible = false;
  const limits = chartLimits(placed, layout);
  limitAxis(categoryAxis, limits.x);
  limitAxis(valueAxis, limits.value);
  if (!placed.series.some((series) => series.secondary)) return;
  // The second axis exists from the moment a series is drawn against it.
  const secondary = chart.axes.getItem('Value', 'Secondary');
  nameAxis(secondary, spec.secondaryAxisTitle, spec.secondaryNumberFormat);
  limitAxis(secondary, limits.secondary);
}

function rangeOf(sheet: Excel.Worksheet, { row, column, rows, columns }: CellRect): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rows, columns);
}

/**
 * Each series is finished before the next is made, those of the first axis first: Excel sorts series by axis, so the order stays
 * what it is, and the first axis is never left without one. The axis comes last; colours and markers move along with it.
 */
function addSeries(sheet: Excel.Worksheet, chart: Excel.Chart, placed: PlacedChart): void {
  const { type } = placed.chart;
  const lined = type === 'line' || type === 'scatter';
  const ordered = [...placed.series].sort((a, b) => Number(a.secondary) - Number(b.secondary));
  let marked = 0;
  ordered.forEach((series, index) => {
    const item = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
    item.setValues(rangeOf(sheet, series.values));
    item.name = series.name;
    item.setXAxisValues(rangeOf(sheet, series.x));
    item.hasDataLabels = !lined && ordered.length === 1;
    if (series.marker !== null) {
      item.chartType = 'XYScatter';
      mark(item, series.color, series.marker, MARKER_POINTS[marked] ?? MARKER_POINTS[3]);
      marked += 1;
    } else if (lined) {
      item.format.line.color = series.color;
      item.format.line.weight = LINE_POINTS;
    } else item.format.fill.setSolidColor(series.color);
    if (type === 'scatter' && series.secondary) item.axisGroup = 'Secondary';
  });
}

function mark(item: Excel.ChartSeries, color: string, marker: keyof typeof MARKERS, points: number): void {
  item.markerStyle = MARKERS[marker];
  item.markerSize = points;
  item.markerBackgroundColor = color;
  // A light edge keeps a point apart from the lines it lies on and from its neighbours.
  item.markerForegroundColor = MARKER_EDGE;
}

function nameAxis(axis: Excel.ChartAxis, title: string | undefined, format: string | undefined): void {
  if (title !== undefined) axis.title.text = title;
  if (format !== undefined) axis.numberFormat = format;
}

function limitAxis(axis: Excel.ChartAxis, limits: AxisLimits | null): void {
  if (limits === null) return;
  axis.minimum = limits.minimum;
  axis.maximum = limits.maximum;
  axis.majorUnit = limits.step;
}
