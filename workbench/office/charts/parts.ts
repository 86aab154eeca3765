/** Title and legend of a chart. */
import type { GridChart } from '../grid';
import type { Served } from '../served';
import type { WorkbookState } from '../state';
import { remembered } from '../served';

export type Change = (apply: () => void, member: string) => void;

export const fontPart = (state: WorkbookState, key: string) => (): Served => ({
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
