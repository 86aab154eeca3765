/** Where everything of a scatter chart goes: numbers along both axes, a second value axis on the right. */
import type { AxesXY, ChartModel, NumberAxis } from './model';
import type { Anchor, Box, ScatterPlan } from './places';
import { numberScale } from './scale';
import type { Scale } from './scale';
import { textWidth } from './text';

export interface Margins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** @param margins room taken by titles and legend; @param size of the text */
export function scatterPlan(model: ChartModel, axes: AxesXY, margins: Margins, size: number): ScatterPlan {
  const height = Math.max(40, model.height - margins.top - margins.bottom - 22);
  const steps = Math.max(2, height / 38);
  const scale = numberScale(valuesOf(model, false), steps, axes.value);
  const second = axes.secondary === null ? null : numberScale(valuesOf(model, true), steps, axes.secondary);
  const texts = textsOf(scale, axes.value);
  const secondTexts = second === null ? [] : textsOf(second, axes.secondary ?? axes.value);
  const left = margins.left + widest(texts, size) + 8;
  const right = margins.right + (second === null ? 0 : widest(secondTexts, size) + 8);
  const { xScale, shown, overhang } = xAxis(model, axes.x, model.width - left - right, size);
  const plot: Box = {
    x: left,
    y: margins.top,
    // A label under the last tick reaches beyond the plot; a second axis has made that room.
    width: model.width - left - Math.max(right, margins.right + overhang),
    height,
  };
  const base = plot.y + plot.height;
  const along = (value: number): number => plot.x + xScale.at(value) * plot.width;
  return {
    plot,
    scale,
    xScale,
    xTicks: xScale.ticks.map(along),
    second:
      second === null
        ? null
        : {
            scale: second,
            title: axes.secondary?.title ?? '',
            ticks: second.ticks.map((value, index) => ({
              text: secondTexts[index] ?? '',
              x: plot.x + plot.width + 7,
              y: base - second.at(value) * plot.height + 4,
            })),
          },
    valueTicks: scale.ticks.map((value, index) => {
      const y = base - scale.at(value) * plot.height;
      return {
        value,
        text: texts[index] ?? '',
        x1: plot.x,
        x2: plot.x + plot.width,
        y1: y,
        y2: y,
        textX: plot.x - 6,
        textY: y + 4,
        anchor: 'end' as Anchor,
      };
    }),
    categoryLabels: shown.map(({ value, text }) => ({
      x: along(value),
      y: base + 17,
      lines: [text],
      anchor: 'middle' as Anchor,
      turn: 0,
    })),
  };
}

/** The x axis, with labels on every tick, or on every second or third where they would touch. */
function xAxis(model: ChartModel, axis: NumberAxis, width: number, size: number) {
  const values = model.series.flatMap((series) => present(series.xy?.x ?? []));
  const guess = numberScale(values, 6, axis);
  const room = widest(textsOf(guess, axis), size) + 10;
  const xScale = numberScale(values, Math.max(2, Math.min(10, width / room)), axis);
  const texts = textsOf(xScale, axis);
  const slot = width / Math.max(1, (xScale.max - xScale.min) / tickStep(xScale));
  const every = Math.max(1, Math.ceil(room / slot - 1e-9));
  const shown = xScale.ticks
    .map((value, index) => ({ value, text: texts[index] ?? '' }))
    .filter((_tick, index) => index % every === 0);
  const last = shown.at(-1);
  const beyond =
    last === undefined ? 0 : textWidth(last.text, size) / 2 - (1 - xScale.at(last.value)) * width;
  return { xScale, shown, overhang: Math.max(0, beyond) };
}

function tickStep({ ticks, min, max }: Scale): number {
  return (ticks[1] ?? max) - (ticks[0] ?? min) || 1;
}

const textsOf = (scale: Scale, axis: NumberAxis): string[] => scale.ticks.map((value) => axis.format(value));

const widest = (texts: readonly string[], size: number): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, size)));

const present = (values: readonly (number | null)[]): number[] =>
  values.filter((value): value is number => value !== null);

const valuesOf = (model: ChartModel, secondary: boolean): number[] =>
  model.series
    .filter((series) => (series.xy?.secondary ?? false) === secondary)
    .flatMap((series) => present(series.values));
