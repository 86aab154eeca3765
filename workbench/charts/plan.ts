/** Where everything of a chart goes, so that drawing is only drawing. */
import { legendOf } from './legend';
import type { ChartModel } from './model';
import type { ChartPlan } from './places';
import { valueScale } from './scale';
import type { Scale } from './scale';
import { scatterPlan } from './scatter-plan';
import { shorten, textWidth, wrapped } from './text';

const EDGE = 14;
const TEXT = 11;
const TITLE = 14;

export function isStacked(model: ChartModel): boolean {
  return model.kind === 'stackedColumn' || model.kind === 'stackedBar';
}

/** Highest and lowest points the value axis has to hold. */
function extremes(model: ChartModel): number[] {
  if (!isStacked(model))
    return model.series.flatMap((series) => series.values.filter((value) => value !== null));
  return model.categories.flatMap((_, index) => {
    const values = model.series.map((series) => series.values[index] ?? 0);
    return [
      values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0),
      values.filter((value) => value < 0).reduce((sum, value) => sum + value, 0),
    ];
  });
}

export function planOf(model: ChartModel): ChartPlan {
  const sideways = model.kind === 'bar' || model.kind === 'stackedBar';
  const title = model.title === '' ? [] : wrapped(model.title, TITLE * 1.06, model.width - 2 * EDGE, 2);
  const top = (title.length > 0 ? 18 + title.length * 18 : EDGE) + 4;
  const { entries: legend, height: legendHeight } = legendOf(model, EDGE, top + 10, TEXT);
  const plotTop = top + (legend.length > 0 ? legendHeight + 9 : 8);
  const horizontalTitle = sideways ? model.valueAxisTitle : model.categoryAxisTitle;
  const verticalTitle = sideways ? model.categoryAxisTitle : model.valueAxisTitle;
  const left = EDGE + (verticalTitle !== '' ? 14 : 0);
  const bottomTitle = horizontalTitle !== '' ? 18 : 0;
  const words = { title, legend, horizontalTitle, verticalTitle, horizontalTitleY: model.height - 10 };
  if (model.axes !== undefined) {
    const right = EDGE + (model.axes.secondary?.title ? 16 : 0);
    const scatter = scatterPlan(
      model,
      model.axes,
      { left, top: plotTop, right, bottom: 8 + bottomTitle },
      TEXT,
    );
    const { plot, scale, valueTicks, categoryLabels } = scatter;
    return { ...words, sideways: false, plot, scale, valueTicks, categoryLabels, scatter };
  }
  const scale = valueScale(
    extremes(model),
    sideways ? Math.max(2, model.width / 90) : Math.max(2, model.height / 60),
  );
  const common = { ...words, sideways, scale, scatter: null };
  return sideways
    ? { ...common, ...barPlan(model, scale, left, plotTop, bottomTitle) }
    : { ...common, ...columnPlan(model, scale, left, plotTop, bottomTitle) };
}

type Placed = Pick<ChartPlan, 'plot' | 'valueTicks' | 'categoryLabels'>;

function barPlan(model: ChartModel, scale: Scale, left: number, top: number, bottomTitle: number): Placed {
  const longest = Math.max(0, ...model.categories.map((each) => textWidth(each, TEXT)));
  const names = Math.min(longest, model.width * 0.38);
  const x = left + names + 10;
  const plot = {
    x,
    y: top,
    width: model.width - x - EDGE - 26,
    height: model.height - top - 26 - bottomTitle,
  };
  const slot = plot.height / Math.max(1, model.categories.length);
  return {
    plot,
    valueTicks: scale.ticks.map((value) => {
      const at = plot.x + scale.at(value) * plot.width;
      return {
        value,
        text: model.format(value),
        x1: at,
        x2: at,
        y1: plot.y,
        y2: plot.y + plot.height,
        textX: at,
        textY: plot.y + plot.height + 16,
        anchor: 'middle' as const,
      };
    }),
    categoryLabels: model.categories.map((each, index) => ({
      x: x - 8,
      y: plot.y + (index + 0.5) * slot + 4,
      lines: [shorten(each, TEXT, names + 2)],
      anchor: 'end' as const,
      turn: 0,
    })),
  };
}

function columnPlan(model: ChartModel, scale: Scale, left: number, top: number, bottomTitle: number): Placed {
  const texts = scale.ticks.map((value) => model.format(value));
  const x = left + Math.max(0, ...texts.map((text) => textWidth(text, TEXT))) + 8;
  const width = model.width - x - EDGE;
  const slot = width / Math.max(1, model.categories.length);
  const lines = model.categories.map((each) => wrapped(each, TEXT, slot - 6, 2));
  const fits = model.categories.every((each, index) => (lines[index] ?? []).join(' ') === each);
  const turned = fits ? 0 : -38;
  const longest = Math.min(120, Math.max(0, ...model.categories.map((each) => textWidth(each, TEXT))));
  const two = lines.some((each) => each.length > 1);
  const names = fits ? (two ? 34 : 21) : 14 + longest * 0.62;
  const plot = { x, y: top, width, height: Math.max(40, model.height - top - names - 8 - bottomTitle) };
  const base = plot.y + plot.height;
  const every = fits ? 1 : Math.max(1, Math.ceil(15 / slot));
  return {
    plot,
    valueTicks: scale.ticks.map((value, index) => {
      const y = base - scale.at(value) * plot.height;
      return {
        value,
        text: texts[index] ?? '',
        x1: x,
        x2: x + width,
        y1: y,
        y2: y,
        textX: x - 6,
        textY: y + 4,
        anchor: 'end' as const,
      };
    }),
    categoryLabels: model.categories.flatMap((each, index) =>
      index % every !== 0
        ? []
        : [
            {
              x: x + (index + 0.5) * slot + (fits ? 0 : 4),
              y: base + (fits ? 16 : 14),
              // A turned label reaches left and down: the first ones are cut at the chart's edge.
              lines: fits
                ? (lines[index] ?? [])
                : [shorten(each, TEXT, Math.min(longest, (x + (index + 0.5) * slot) / 0.79))],
              anchor: fits ? ('middle' as const) : ('end' as const),
              turn: turned,
            },
          ],
    ),
  };
}
