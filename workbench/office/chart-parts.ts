/** Title, legend and axes of a chart. */
import type { GridChart } from './grid';
import type { Json } from './wire';
import type { Scalar, Served } from './served';
import type { WorkbookState } from './state';
import { remembered } from './served';
import { failure } from './failure';

export type Change = (apply: () => void, member: string) => void;

const fontPart = (state: WorkbookState, key: string) => (): Served => ({
  kind: 'ChartTitleFormat',
  parts: {
    font: () => ({
      kind: 'ChartFont',
      scalars: remembered(state.bag(key), {
        bold: false,
        italic: false,
        color: '#404040',
        size: 10,
        name: 'Calibri',
        underline: 'None',
      }),
    }),
  },
});

export function titleObject(state: WorkbookState, chart: GridChart, change: Change): Served {
  const bag = state.bag(`${chart.id} title`);
  return {
    kind: 'ChartTitle',
    scalars: {
      ...remembered(bag, { overlay: false, position: 'Automatic', horizontalAlignment: 'Center' }),
      text: {
        get: () => chart.title,
        set: (value) => change(() => void (chart.title = String(value)), 'title.text'),
      },
      visible: {
        get: () => chart.title !== '',
        set: (value) =>
          change(() => {
            if (value === false) chart.title = '';
            else if (chart.title === '') chart.title = 'Chart Title';
          }, 'title.visible'),
      },
    },
    parts: { format: fontPart(state, `${chart.id} title font`) },
  };
}

export function legendObject(state: WorkbookState, chart: GridChart, change: Change): Served {
  return {
    kind: 'ChartLegend',
    scalars: {
      ...remembered(state.bag(`${chart.id} legend`), { position: 'Bottom', overlay: false }),
      visible: {
        get: () => chart.legendVisible,
        set: (value) => change(() => void (chart.legendVisible = value === true), 'legend.visible'),
      },
    },
    parts: { format: fontPart(state, `${chart.id} legend font`) },
  };
}

export function axesObject(state: WorkbookState, chart: GridChart, change: Change): Served {
  const category = (): Served => axisObject(state, chart, change, 'category');
  const value = (): Served => axisObject(state, chart, change, 'value');
  return {
    kind: 'ChartAxes',
    parts: { categoryAxis: category, valueAxis: value },
    gives: {
      getItem: ([type]) => {
        if (type === 'Category') return category();
        if (type === 'Value') return value();
        throw failure('ItemNotFound', 'ChartAxes.getItem');
      },
    },
  };
}

function axisObject(
  state: WorkbookState,
  chart: GridChart,
  change: Change,
  which: 'category' | 'value',
): Served {
  const key = `${chart.id} ${which}`;
  const field = which === 'category' ? 'categoryAxisTitle' : 'valueAxisTitle';
  const format: Scalar =
    which === 'value'
      ? {
          get: () => chart.valueNumberFormat,
          set: (value: Json) =>
            change(() => void (chart.valueNumberFormat = String(value)), 'axes.numberFormat'),
        }
      : (remembered(state.bag(key), { numberFormat: 'General' })['numberFormat'] as Scalar);
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
        minimum: '',
        maximum: '',
        majorUnit: '',
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
      numberFormat: format,
      type: { get: () => (which === 'category' ? 'Category' : 'Value') },
    },
    parts: {
      title: () => ({
        kind: 'ChartAxisTitle',
        scalars: {
          text: {
            get: () => chart[field],
            set: (value) => change(() => void (chart[field] = String(value)), 'axes.title.text'),
          },
          visible: {
            get: () => chart[field] !== '',
            set: (value) =>
              change(() => {
                if (value === false) chart[field] = '';
                else if (chart[field] === '') chart[field] = 'Axis Title';
              }, 'axes.title.visible'),
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
