/** Excel's chart types that the host serves, and what holds for their kinds. */
import type { GridChart, GridSeries } from '../grid';
import type { Argument } from '../served';
import { failure } from '../failure';
import { textArgument } from '../arguments';

const TYPES = new Set([
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineMarkers',
  'LineStacked',
  'Area',
  'AreaStacked',
  'Pie',
  'Doughnut',
  'XYScatter',
  'XYScatterLines',
  'XYScatterLinesNoMarkers',
]);

/** X values on a number axis, each series with its own. */
export const isXY = (type: string): boolean => type.startsWith('XYScatter');
/** Drawn as lines and markers, not as areas of a fill. */
export const isLined = (type: string): boolean => isXY(type) || type.startsWith('Line');
export const isBarred = (type: string): boolean => /^(Bar|Column)/.test(type);

export function chartType(type: Argument | undefined, location: string): string {
  const text = textArgument(type, location);
  if (!TYPES.has(text)) throw failure('InvalidArgument', location, `The chart type "${text}" is not served.`);
  return text;
}

/** Lines and markers as a type brings them along. */
export function looksOf(type: string, color: string): Pick<GridSeries, 'line' | 'marker'> {
  const marked = ['LineMarkers', 'XYScatter', 'XYScatterLines'].includes(type);
  return {
    line: { visible: isLined(type) && type !== 'XYScatter', weight: 2.25 },
    marker: { style: marked ? 'circle' : 'none', size: 5, fill: color, edge: color },
  };
}

/** Changes all series of a chart. */
export function retype(chart: GridChart, type: string): void {
  chart.type = type;
  for (const series of chart.series) retypeSeries(series, type);
}

export function retypeSeries(series: GridSeries, type: string): void {
  series.type = type;
  Object.assign(series, looksOf(type, series.color));
}
