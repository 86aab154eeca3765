/** Excel.ChartCollection and Chart: what the grid draws, and what is only remembered. */
import type { GridChart, Place, Rect } from '../grid';
import type { Json } from '../wire';
import type { Argument, Served } from '../served';
import type { WorkbookState } from '../state';
import { remembered } from '../served';
import { failure } from '../failure';
import { integerArgument, placeArgument, textArgument } from '../arguments';
import { axesObject, newAxis } from './axes';
import { legendObject, titleObject } from './parts';
import { derivedSeries } from './source';
import { seriesCollectionObject } from './series';
import { chartType, retype } from './types';

export function chartsObject(state: WorkbookState, sheetId: string): Served {
  const charts = (): GridChart[] => state.chartsOf(sheetId);
  const named = (key: Json): GridChart | undefined =>
    charts().find((chart) => chart.id === key || chart.name.toLowerCase() === String(key).toLowerCase());
  const must = (chart: GridChart | undefined): Served => {
    if (chart === undefined) throw failure('ItemNotFound', 'ChartCollection.getItem');
    return chartObject(state, chart);
  };
  return {
    kind: 'ChartCollection',
    items: () => charts().map((chart) => chartObject(state, chart)),
    find: (key) => must(named(key)),
    scalars: { count: { get: () => charts().length } },
    calls: { getCount: () => charts().length },
    gives: {
      add: ([type, source, by]) => chartObject(state, addChart(state, sheetId, type, source, by)),
      getItem: ([key]) => must(named(key as Json)),
      getItemAt: ([index]) => must(charts()[integerArgument(index, 'ChartCollection.getItemAt')]),
      getItemOrNullObject: ([key]) => {
        const chart = named(key as Json);
        return chart === undefined ? null : chartObject(state, chart);
      },
    },
  };
}

function addChart(
  state: WorkbookState,
  sheetId: string,
  type: Argument | undefined,
  source: Argument | undefined,
  by: Argument | undefined,
): GridChart {
  state.assertWritable(sheetId, 'ChartCollection.add');
  const place = placeArgument(state, source, 'ChartCollection.add', sheetId);
  const kind = chartType(type, 'ChartCollection.add');
  const id = state.nextId('chart');
  const chart: GridChart = {
    id,
    sheetId,
    name: `Chart ${id.slice(5)}`,
    type: kind,
    title: '',
    left: 100,
    top: 50,
    width: 360,
    height: 216,
    axes: { category: newAxis(), value: newAxis(), secondary: newAxis() },
    legendVisible: true,
    altText: '',
    ...derivedSeries(state, place, kind, by === 'Rows' ? 'Rows' : by === 'Columns' ? 'Columns' : 'Auto'),
    source: place.rect,
  };
  // Excel titles a chart of one series with the series' name.
  if (chart.series.length === 1) chart.title = chart.series[0]?.name ?? '';
  state.charts.set(id, chart);
  state.grid.putChart(chart);
  return chart;
}

function chartObject(state: WorkbookState, chart: GridChart): Served {
  const change = (apply: () => void, member: string): void => {
    if (!state.charts.has(chart.id)) throw failure('ItemNotFound', 'Chart');
    state.assertWritable(chart.sheetId, `Chart.${member}`);
    apply();
    state.grid.putChart(chart);
  };
  const size = (name: 'left' | 'top' | 'width' | 'height') => ({
    get: () => chart[name],
    set: (value: Json) =>
      change(() => {
        if (typeof value !== 'number' || value < 0) throw failure('InvalidArgument', `Chart.${name}`);
        chart[name] = value;
      }, name),
  });
  return {
    kind: 'Chart',
    key: chart.id,
    scalars: {
      id: { get: () => chart.id },
      name: {
        get: () => chart.name,
        set: (value) => change(() => void (chart.name = textArgument(value, 'Chart.name')), 'name'),
      },
      chartType: {
        get: () => chart.type,
        set: (value) => {
          const type = chartType(value, 'Chart.chartType');
          change(() => retype(chart, type), 'chartType');
        },
      },
      left: size('left'),
      top: size('top'),
      width: size('width'),
      height: size('height'),
      ...remembered(state.bag(chart.id), { style: 2, displayBlanksAs: 'NotPlotted', plotVisibleOnly: true }),
    },
    parts: {
      title: () => titleObject(state, chart, change),
      axes: () => axesObject(state, chart, change),
      legend: () => legendObject(state, chart, change),
      series: () => seriesCollectionObject(state, chart, change),
      worksheet: () => state.objects.worksheet(chart.sheetId),
      dataLabels: () => ({
        kind: 'ChartDataLabels',
        scalars: remembered(state.bag(`${chart.id} labels`), {
          showValue: false,
          numberFormat: 'General',
          position: 'OutsideEnd',
        }),
      }),
      format: () => ({
        kind: 'ChartAreaFormat',
        parts: {
          font: () => ({
            kind: 'ChartFont',
            scalars: remembered(state.bag(`${chart.id} font`), {
              size: 10,
              color: '#404040',
              bold: false,
              name: 'Calibri',
              italic: false,
            }),
          }),
          fill: () => ({
            kind: 'ChartFill',
            calls: { clear: () => undefined, setSolidColor: () => undefined },
          }),
        },
      }),
    },
    calls: {
      delete: () => {
        if (!state.charts.delete(chart.id)) throw failure('ItemNotFound', 'Chart.delete');
        state.grid.dropChart(chart.id);
      },
      setPosition: ([start, end]) =>
        change(() => {
          const from = placeArgument(state, start, 'Chart.setPosition', chart.sheetId);
          const to =
            end === undefined || end === null
              ? null
              : placeArgument(state, end, 'Chart.setPosition', chart.sheetId);
          Object.assign(chart, boxOf(state, from, to, chart));
        }, 'setPosition'),
      setData: ([source, by]) =>
        change(() => {
          const place = placeArgument(state, source, 'Chart.setData', chart.sheetId);
          Object.assign(
            chart,
            derivedSeries(
              state,
              place,
              chart.type,
              by === 'Rows' ? 'Rows' : by === 'Columns' ? 'Columns' : 'Auto',
            ),
          );
          chart.source = place.rect;
        }, 'setData'),
      activate: () => undefined,
    },
  };
}

function boxOf(
  state: WorkbookState,
  from: Place,
  to: Place | null,
  chart: GridChart,
): Pick<GridChart, 'left' | 'top' | 'width' | 'height'> {
  const { grid } = state;
  const across = (column: number): number => sum(column, (i) => grid.columnWidth(chart.sheetId, i));
  const down = (row: number): number => sum(row, (i) => grid.rowHeight(chart.sheetId, i));
  const left = across(from.rect.column);
  const top = down(from.rect.row);
  if (to === null) return { left, top, width: chart.width, height: chart.height };
  const corner: Rect = to.rect;
  return {
    left,
    top,
    width: across(corner.column + corner.columns) - left,
    height: down(corner.row + corner.rows) - top,
  };
}

function sum(count: number, size: (index: number) => number): number {
  let total = 0;
  for (let i = 0; i < count; i += 1) total += size(i);
  return total;
}
