/** Series of a chart: data, kind, axis group, and the colours, lines and markers the grid draws. */
import type { GridChart, GridMarker, GridSeries } from '../grid';
import type { Argument, Scalar, Served } from '../served';
import type { WorkbookState } from '../state';
import type { Change } from './parts';
import type { Json } from '../wire';
import { remembered } from '../served';
import { failure } from '../failure';
import { integerArgument, placeArgument } from '../arguments';
import { colorOf } from '../range/format';
import { newSeries } from './source';
import { pointsObject } from './points';
import { chartType, isBarred, isLined, isXY, retypeSeries } from './types';

const MARKERS: Readonly<Record<string, GridMarker>> = {
  None: 'none',
  Circle: 'circle',
  Automatic: 'circle',
  Diamond: 'diamond',
  Square: 'square',
  Triangle: 'triangle',
};

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
        const index = chart.series.length;
        const added = newSeries(String(name ?? `Series${index + 1}`), chart.type, index);
        change(() => chart.series.push(added), 'series.add');
        return at(index);
      },
    },
  };
}

function seriesObject(
  state: WorkbookState,
  chart: GridChart,
  series: GridSeries,
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
  return {
    kind: 'ChartSeries',
    scalars: {
      name: {
        get: () => series.name,
        set: (value) => change(() => void (series.name = nameOf(value)), 'series.name'),
      },
      chartType: {
        get: () => series.type,
        set: (value) => {
          const type = mixableType(chart, value);
          change(() => retypeSeries(series, type), 'series.chartType');
        },
      },
      axisGroup: {
        get: () => (series.secondary ? 'Secondary' : 'Primary'),
        set: (value) => {
          const secondary = secondaryOf(chart, series, value);
          change(() => void (series.secondary = secondary), 'series.axisGroup');
        },
      },
      ...markerScalars(series, change),
      ...fitting(remembered(state.bag(key), { gapWidth: 150, overlap: 0 }), () => isBarred(series.type)),
      smooth: {
        get: () => false,
        set: (value) => {
          if (value !== false)
            throw failure('NotImplemented', 'ChartSeries.smooth', 'Smoothed lines are not served.');
        },
      },
      ...remembered(state.bag(key), { hasDataLabels: false, varyByCategories: false, plotOrder: index + 1 }),
    },
    parts: {
      points: () => pointsObject(state, series, key, change),
      format: () => formatObject(series, change),
      dataLabels: () => ({
        kind: 'ChartDataLabels',
        scalars: remembered(state.bag(`${key} labels`), {
          showValue: true,
          numberFormat: 'General',
          position: isLined(series.type) ? 'Right' : 'OutsideEnd',
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

function nameOf(value: Json): string {
  const name = String(value);
  if (name.length > 255)
    throw failure('InvalidArgument', 'ChartSeries.name', 'A name has at most 255 characters.');
  return name;
}

/** The grid draws one kind of chart at a time; XY charts may have lines and marked points beside each other. */
function mixableType(chart: GridChart, value: Json): string {
  const type = chartType(value, 'ChartSeries.chartType');
  if (type !== chart.type && !(isXY(type) && isXY(chart.type)))
    throw failure('NotImplemented', 'ChartSeries.chartType', `${type} within ${chart.type} is not served.`);
  return type;
}

function secondaryOf(chart: GridChart, series: GridSeries, value: Json): boolean {
  const location = 'ChartSeries.axisGroup';
  if (value !== 'Primary' && value !== 'Secondary') throw failure('InvalidArgument', location);
  if (value === 'Primary') return false;
  if (!isXY(chart.type))
    throw failure('NotImplemented', location, 'A second axis is served for XY charts only.');
  if (chart.series.every((each) => each === series || each.secondary))
    throw failure('InvalidArgument', location, 'The first value axis needs a series.');
  return true;
}

/** Members that Excel refuses on charts of another kind. */
function fitting(
  scalars: Readonly<Record<string, Scalar>>,
  fits: () => boolean,
): Readonly<Record<string, Scalar>> {
  const entries = Object.entries(scalars).map(([name, scalar]): [string, Scalar] => [
    name,
    {
      get: scalar.get,
      set: (value) => {
        if (!fits())
          throw failure('InvalidArgument', `ChartSeries.${name}`, 'Charts of this type have none.');
        scalar.set?.(value);
      },
    },
  ]);
  return Object.fromEntries(entries);
}

function markerScalars(series: GridSeries, change: Change): Readonly<Record<string, Scalar>> {
  const marker = (member: string, apply: () => void): void => change(apply, `series.${member}`);
  const color = (part: 'fill' | 'edge', member: string): Scalar => ({
    get: () => series.marker[part],
    set: (value) => {
      const wanted = colorOf(value, `ChartSeries.${member}`);
      marker(member, () => void (series.marker[part] = wanted));
    },
  });
  return fitting(
    {
      markerStyle: {
        get: () => Object.keys(MARKERS).find((name) => MARKERS[name] === series.marker.style) ?? 'None',
        set: (value) => {
          const style = MARKERS[String(value)];
          if (style === undefined)
            throw failure('InvalidArgument', 'ChartSeries.markerStyle', `"${String(value)}" is not served.`);
          marker('markerStyle', () => void (series.marker.style = style));
        },
      },
      markerSize: {
        get: () => series.marker.size,
        set: (value) => {
          if (typeof value !== 'number' || value < 2 || value > 72)
            throw failure('InvalidArgument', 'ChartSeries.markerSize', 'A marker has 2 to 72 points.');
          marker('markerSize', () => void (series.marker.size = value));
        },
      },
      markerBackgroundColor: color('fill', 'markerBackgroundColor'),
      markerForegroundColor: color('edge', 'markerForegroundColor'),
    },
    () => isLined(series.type),
  );
}

function formatObject(series: GridSeries, change: Change): Served {
  // Of lines, Excel's fill is that of the markers: the line keeps its colour.
  const fill = (color: Argument | undefined): void => {
    const wanted = colorOf(color as string, 'ChartSeriesFormat.fill');
    change(() => {
      if (isLined(series.type)) series.marker.fill = wanted;
      else series.color = wanted;
    }, 'series.format.fill');
  };
  const line = (apply: () => void): void => change(apply, 'series.format.line');
  return {
    kind: 'ChartSeriesFormat',
    parts: {
      fill: () => ({
        kind: 'ChartFill',
        calls: { setSolidColor: ([color]) => fill(color), clear: () => fill('') },
      }),
      line: () => ({
        kind: 'ChartLineFormat',
        scalars: {
          color: {
            get: () => series.color,
            set: (value) => {
              const wanted = colorOf(value, 'ChartLineFormat.color');
              // A colour makes a line that was not there.
              line(() => Object.assign(series, { color: wanted, line: { ...series.line, visible: true } }));
            },
          },
          weight: {
            get: () => series.line.weight,
            set: (value) => {
              if (typeof value !== 'number' || value <= 0)
                throw failure('InvalidArgument', 'ChartLineFormat.weight');
              line(() => void (series.line.weight = value));
            },
          },
          lineStyle: {
            get: () => (series.line.visible ? 'Continuous' : 'None'),
            set: (value) => {
              if (value !== 'None' && value !== 'Continuous' && value !== 'Automatic')
                throw failure(
                  'NotImplemented',
                  'ChartLineFormat.lineStyle',
                  `${String(value)} is not served.`,
                );
              line(() => void (series.line.visible = value !== 'None'));
            },
          },
        },
      }),
    },
  };
}
