/** Axes of a chart: category, value, and the second value axis while a series is drawn against it. */
import type { GridAxis, GridChart } from '../grid';
import type { Change } from './parts';
import type { Argument, Scalar, Served } from '../served';
import type { WorkbookState } from '../state';
import type { Json } from '../wire';
import { fontPart } from './parts';
import { isXY } from './types';
import { remembered } from '../served';
import { failure, refused } from '../failure';

type Which = keyof GridChart['axes'];
type Bound = 'minimum' | 'maximum' | 'majorUnit';

export const newAxis = (): GridAxis => ({
  title: '',
  numberFormat: 'General',
  minimum: null,
  maximum: null,
  majorUnit: null,
});

export function axesObject(state: WorkbookState, chart: GridChart, change: Change): Served {
  const axis = (which: Which) => (): Served => axisObject(state, chart, change, which);
  return {
    kind: 'ChartAxes',
    parts: { categoryAxis: axis('category'), valueAxis: axis('value') },
    gives: { getItem: ([type, group]) => axis(whichAxis(chart, type, group))() },
  };
}

function whichAxis(chart: GridChart, type: Argument | undefined, group: Argument | undefined): Which {
  const location = 'ChartAxes.getItem';
  const second = group === 'Secondary';
  if (!second && group !== undefined && group !== null && group !== 'Primary')
    throw failure('InvalidArgument', location, `There is no axis group "${String(group)}".`);
  if (type !== 'Category' && type !== 'Value') throw failure('ItemNotFound', location);
  if (!second) return type === 'Category' ? 'category' : 'value';
  if (!chart.series.some((series) => series.secondary))
    throw failure('ItemNotFound', location, 'No series is drawn against a second axis.');
  // Excel hides it: the series of both groups share the first category axis.
  if (type === 'Category') throw refused('ChartAxes', 'getItem("Category", "Secondary")');
  return 'secondary';
}

function axisObject(state: WorkbookState, chart: GridChart, change: Change, which: Which): Served {
  const key = `${chart.id} ${which}`;
  const axis = chart.axes[which];
  const kept = (apply: () => void, member: string): void => change(apply, `axes.${member}`);
  const bound = (name: Bound): Scalar => ({
    get: () => axis[name] ?? '',
    set: (value) => {
      const wanted = boundOf(chart, which, axis, name, value);
      kept(() => void (axis[name] = wanted), name);
    },
  });
  const grid = (name: string) => (): Served => ({
    kind: 'ChartGridlines',
    scalars: remembered(state.bag(`${key} ${name}`), {
      visible: which === 'value' && name === 'majorGridlines',
    }),
  });
  return {
    kind: 'ChartAxis',
    scalars: {
      ...remembered(state.bag(key), {
        visible: true,
        minorUnit: '',
        reversePlotOrder: false,
        tickLabelPosition: 'NextToAxis',
        majorTickMark: 'None',
        minorTickMark: 'None',
        linkNumberFormat: false,
        displayUnit: 'None',
        categoryType: 'Automatic',
        position: 'Automatic',
      }),
      minimum: bound('minimum'),
      maximum: bound('maximum'),
      majorUnit: bound('majorUnit'),
      numberFormat: {
        get: () => axis.numberFormat,
        set: (value) => kept(() => void (axis.numberFormat = String(value)), 'numberFormat'),
      },
      type: { get: () => (which === 'category' ? 'Category' : 'Value') },
      axisGroup: { get: () => (which === 'secondary' ? 'Secondary' : 'Primary') },
    },
    parts: {
      title: () => ({
        kind: 'ChartAxisTitle',
        scalars: {
          text: {
            get: () => axis.title,
            set: (value) => kept(() => void (axis.title = String(value)), 'title.text'),
          },
          visible: {
            get: () => axis.title !== '',
            set: (value) =>
              kept(() => {
                if (value === false) axis.title = '';
                else if (axis.title === '') axis.title = 'Axis Title';
              }, 'title.visible'),
          },
        },
        parts: { format: fontPart(state, `${key} title font`) },
      }),
      format: fontPart(state, `${key} font`),
      majorGridlines: grid('majorGridlines'),
      minorGridlines: grid('minorGridlines'),
    },
  };
}

/** Numbers set a bound, empty text leaves it to Excel again. */
function boundOf(chart: GridChart, which: Which, axis: GridAxis, name: Bound, value: Json): number | null {
  const location = `ChartAxis.${name}`;
  if (which === 'category' && !isXY(chart.type))
    throw failure('InvalidArgument', location, 'This chart has names along its category axis, not numbers.');
  if (value === '') return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw failure('InvalidArgument', location);
  if (name === 'majorUnit' && value <= 0) throw failure('InvalidArgument', location);
  const minimum = name === 'minimum' ? value : axis.minimum;
  const maximum = name === 'maximum' ? value : axis.maximum;
  if (minimum !== null && maximum !== null && minimum >= maximum)
    throw failure('InvalidArgument', location, `The axis would run from ${minimum} to ${maximum}.`);
  return value;
}
