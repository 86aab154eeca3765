/** Reads a chart's figures from the cells it shows, with the number formats its axes take from them. */
import type { Grid, GridAxis, GridChart, GridSeries, GridValue, Rect } from '../office/grid';
import { kindOf, PIXELS, SERIES_COLORS } from './model';
import type { AxesXY, ChartModel, NumberAxis, SeriesXY } from './model';

const GENERAL = '#,##0.##';

/** Writes a number in an Excel number format. */
export type NumberWriter = (format: string, value: number) => string;

export function modelOf(chart: GridChart, grid: Grid, write: NumberWriter): ChartModel {
  const kind = kindOf(chart.type);
  const { category, value } = chart.axes;
  const series = chart.series.map((each, index) => ({
    name: each.name,
    color: each.color || SERIES_COLORS[index % SERIES_COLORS.length] || SERIES_COLORS[0],
    pointColors: each.pointColors,
    values: each.values ? numbers(grid, chart.sheetId, each.values) : [],
    ...(kind === 'scatter' ? { xy: xyOf(each, grid, chart.sheetId) } : {}),
  }));
  const count = Math.max(0, ...series.map((each) => each.values.length));
  return {
    id: chart.id,
    kind,
    title: chart.title,
    categoryAxisTitle: category.title,
    valueAxisTitle: value.title,
    legend: chart.legendVisible,
    altText: chart.altText,
    categories: categoriesOf(grid, chart.sheetId, chart.series[0]?.categories ?? null, count, write),
    series,
    ...(kind === 'scatter' ? { axes: axesOf(chart, grid, write) } : {}),
    format: formatter(value.numberFormat === 'General' ? GENERAL : value.numberFormat, write),
    width: chart.width * PIXELS,
    height: chart.height * PIXELS,
  };
}

const formatter =
  (format: string, write: NumberWriter) =>
  (value: number): string =>
    write(format || GENERAL, value).replace(/\.$/, '');

function numbers(grid: Grid, sheetId: string, rect: Rect): (number | null)[] {
  return grid
    .read(sheetId, rect)
    .flat()
    .map((value) => (typeof value === 'number' ? value : null));
}

/** As in Excel, one text among the x values turns all of them into 1, 2, 3, …; so does having none. */
function xyOf(series: GridSeries, grid: Grid, sheetId: string): SeriesXY {
  const cells = series.categories ? grid.read(sheetId, series.categories).flat() : [];
  const counted = cells.length === 0 || cells.some((value) => typeof value === 'string');
  const count = series.values ? series.values.rows * series.values.columns : 0;
  const x = counted
    ? Array.from({ length: count }, (_none, index) => index + 1)
    : cells.map((value) => (typeof value === 'number' ? value : null));
  return { x, secondary: series.secondary, line: series.line, marker: series.marker };
}

function axesOf(chart: GridChart, grid: Grid, write: NumberWriter): AxesXY {
  const first = (secondary: boolean): GridSeries | undefined =>
    chart.series.find((series) => series.secondary === secondary);
  const axis = (of: GridAxis, cells: Rect | null | undefined): NumberAxis => ({
    ...of,
    format: formatter(
      of.numberFormat === 'General' ? cellFormat(grid, chart.sheetId, cells) : of.numberFormat,
      write,
    ),
  });
  const { category, value, secondary } = chart.axes;
  const second = first(true);
  return {
    x: axis(category, (first(false) ?? second)?.categories),
    value: axis(value, first(false)?.values),
    secondary: second === undefined ? null : axis(secondary, second.values),
  };
}

/** An axis without a format of its own shows numbers as its cells do. */
function cellFormat(grid: Grid, sheetId: string, cells: Rect | null | undefined): string {
  if (!cells) return GENERAL;
  const format = grid.numberFormats(sheetId, { ...cells, rows: 1, columns: 1 })[0]?.[0] ?? 'General';
  return format === 'General' || format === '@' ? GENERAL : format;
}

function words(value: GridValue, format: string, write: NumberWriter): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'number' && format !== 'General') return write(format, value);
  return String(value);
}

function categoriesOf(
  grid: Grid,
  sheetId: string,
  rect: Rect | null,
  count: number,
  write: NumberWriter,
): string[] {
  if (!rect) return Array.from({ length: count }, (_, index) => String(index + 1));
  const formats = grid.numberFormats(sheetId, rect).flat();
  return grid
    .read(sheetId, rect)
    .flat()
    .map((value, index) => words(value, formats[index] ?? 'General', write));
}
