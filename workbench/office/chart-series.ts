/** Series and points of a chart, with the colours the grid draws. */
import type { GridChart } from './grid';
import type { Argument, Served } from './served';
import type { WorkbookState } from './state';
import type { Change } from './chart-parts';
import { remembered } from './served';
import { failure } from './failure';
import { integerArgument, placeArgument } from './arguments';
import { colorOf } from './range-format';
import { cellCount } from './range-content';

type Series = GridChart['series'][number];

export function seriesCollectionObject(state: WorkbookState, chart: GridChart, change: Change): Served {
  const at = (index: number): Served => {
    const series = chart.series[index];
    if (series === undefined) throw failure('ItemNotFound', 'ChartSeriesCollection.getItemAt');
    return seriesObject(state, chart, series, index, change);
  };
  return {
    kind: 'ChartSeriesCollection',
    items: () => chart.series.map((_series, index) => at(index)),
    // The client finds loaded series again by position.
    find: (key) => at(Number(key)),
    scalars: { count: { get: () => chart.series.length } },
    calls: { getCount: () => chart.series.length },
    gives: {
      getItemAt: ([index]) => at(integerArgument(index, 'ChartSeriesCollection.getItemAt')),
      add: ([name]) => {
        change(
          () =>
            chart.series.push({
              name: String(name ?? 'Series'),
              color: '#4472C4',
              pointColors: [],
              values: null,
              categories: null,
            }),
          'series.add',
        );
        return at(chart.series.length - 1);
      },
    },
  };
}

function seriesObject(
  state: WorkbookState,
  chart: GridChart,
  series: Series,
  index: number,
  change: Change,
): Served {
  const key = `${chart.id} series ${index}`;
  const source = (argument: Argument | undefined, member: string) => {
    const place = placeArgument(state, argument, `ChartSeries.${member}`, chart.sheetId);
    // The grid draws from one sheet; Excel could read another.
    if (place.sheetId !== chart.sheetId)
      throw failure('NotImplemented', `ChartSeries.${member}`, 'Data of another sheet is not served.');
    return place.rect;
  };
  const paint = (color: Argument | undefined): void =>
    change(
      () => void (series.color = colorOf(color as string, 'ChartSeriesFormat.fill')),
      'series.format.fill',
    );
  return {
    kind: 'ChartSeries',
    scalars: {
      name: {
        get: () => series.name,
        set: (value) => change(() => void (series.name = String(value)), 'series.name'),
      },
      chartType: { get: () => chart.type },
      ...remembered(state.bag(key), {
        hasDataLabels: false,
        gapWidth: 150,
        overlap: 0,
        smooth: false,
        markerStyle: 'Automatic',
        markerSize: 5,
        varyByCategories: false,
        plotOrder: index + 1,
        axisGroup: 'Primary',
      }),
    },
    parts: {
      points: () => pointsObject(state, series, change),
      format: () => ({
        kind: 'ChartSeriesFormat',
        parts: {
          fill: () => ({
            kind: 'ChartFill',
            calls: { setSolidColor: ([color]) => paint(color), clear: () => paint('') },
          }),
          line: () => ({
            kind: 'ChartLineFormat',
            scalars: {
              ...remembered(state.bag(`${key} line`), { weight: 2.25, lineStyle: 'Continuous' }),
              color: { get: () => series.color, set: paint },
            },
          }),
        },
      }),
      dataLabels: () => ({
        kind: 'ChartDataLabels',
        scalars: remembered(state.bag(`${key} labels`), {
          showValue: true,
          numberFormat: 'General',
          position: 'OutsideEnd',
        }),
      }),
    },
    calls: {
      setValues: ([range]) =>
        change(() => void (series.values = source(range, 'setValues')), 'series.setValues'),
      setXAxisValues: ([range]) =>
        change(() => void (series.categories = source(range, 'setXAxisValues')), 'series.setXAxisValues'),
      delete: () => change(() => void chart.series.splice(chart.series.indexOf(series), 1), 'series.delete'),
    },
  };
}

function pointsObject(state: WorkbookState, series: Series, change: Change): Served {
  const count = (): number => (series.values === null ? 0 : cellCount(series.values));
  const at = (index: number): Served => {
    if (index < 0 || index >= count()) throw failure('InvalidArgument', 'ChartPointsCollection.getItemAt');
    const paint = (color: Argument | undefined): void =>
      change(() => {
        while (series.pointColors.length <= index) series.pointColors.push('');
        series.pointColors[index] = colorOf(color as string, 'ChartPointFormat.fill');
      }, 'points.format.fill');
    return {
      kind: 'ChartPoint',
      scalars: remembered(state.bag(`point ${index}`), { hasDataLabel: false }),
      parts: {
        format: () => ({
          kind: 'ChartPointFormat',
          parts: {
            fill: () => ({
              kind: 'ChartFill',
              calls: { setSolidColor: ([color]) => paint(color), clear: () => paint('') },
            }),
          },
        }),
      },
    };
  };
  return {
    kind: 'ChartPointsCollection',
    items: () => Array.from({ length: count() }, (_none, index) => at(index)),
    find: (key) => at(Number(key)),
    scalars: { count: { get: count } },
    calls: { getCount: count },
    gives: { getItemAt: ([index]) => at(integerArgument(index, 'ChartPointsCollection.getItemAt')) },
  };
}
