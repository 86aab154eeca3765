/** The bars, columns and lines of a chart, each with a tooltip of its figures. */
import type { ReactElement } from 'react';
import type { ChartModel, ChartSeries } from './model';
import { isStacked } from './plan';
import type { ChartPlan } from './places';
import { scatterMarks } from './scatter-shapes';

function colorAt(series: ChartSeries, index: number): string {
  return series.pointColors[index] || series.color;
}

function tip(model: ChartModel, series: ChartSeries, index: number): string {
  const value = series.values[index];
  const words = value === null || value === undefined ? 'no value' : model.format(value);
  const name = model.series.length > 1 ? `${series.name}, ` : '';
  return `${name}${model.categories[index] ?? ''}: ${words}`;
}

/** More points than this stand too close for dots: Excel's plain line has none, and only their tooltips stay. */
const MOST_DOTS = 40;

function lineMarks(model: ChartModel, plan: ChartPlan): ReactElement[] {
  const { plot, scale } = plan;
  const slot = plot.width / Math.max(1, model.categories.length);
  const dotted = model.categories.length <= MOST_DOTS;
  return model.series.map((series, at) => {
    const spots = series.values.map((value, index) =>
      value === null
        ? null
        : { index, x: plot.x + (index + 0.5) * slot, y: plot.y + (1 - scale.at(value)) * plot.height },
    );
    let pen = 'M';
    let path = '';
    for (const spot of spots) {
      // A gap in the figures is a gap in the line.
      if (spot === null) pen = 'M';
      else {
        path += `${pen}${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`;
        pen = 'L';
      }
    }
    return (
      <g key={`line${at}`}>
        <path
          d={path}
          fill="none"
          stroke={series.color}
          strokeWidth={2.25}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        {spots.map((spot) =>
          spot === null ? null : (
            <circle
              key={spot.index}
              {...(dotted ? { className: 'flex-chart-dot', fill: series.color } : { fill: 'transparent' })}
              cx={spot.x}
              cy={spot.y}
              r={3}
            >
              <title>{tip(model, series, spot.index)}</title>
            </circle>
          ),
        )}
      </g>
    );
  });
}

function barMarks(model: ChartModel, plan: ChartPlan): ReactElement[] {
  const { plot, scale, sideways } = plan;
  const stacked = isStacked(model);
  const along = sideways ? plot.height : plot.width;
  const slot = along / Math.max(1, model.categories.length);
  const thick = Math.min(44, (slot * 0.68) / (stacked ? 1 : Math.max(1, model.series.length)));
  const group = stacked ? thick : thick * model.series.length;
  return model.categories.flatMap((_, index) => {
    let above = 0;
    let below = 0;
    return model.series.flatMap((series, at) => {
      const value = series.values[index];
      if (value === null || value === undefined) return [];
      const from = stacked ? (value >= 0 ? above : below) : 0;
      if (value >= 0) above = from + value;
      else below = from + value;
      const start = scale.at(Math.min(from, from + value));
      const end = scale.at(Math.max(from, from + value));
      const across = index * slot + (slot - group) / 2 + (stacked ? 0 : at * thick);
      const box = sideways
        ? {
            x: plot.x + start * plot.width,
            y: plot.y + across,
            width: (end - start) * plot.width,
            height: thick,
          }
        : {
            x: plot.x + across,
            y: plot.y + (1 - end) * plot.height,
            width: thick,
            height: (end - start) * plot.height,
          };
      return [
        <rect key={`bar${index}-${at}`} {...box} rx={1.5} fill={colorAt(series, index)}>
          <title>{tip(model, series, index)}</title>
        </rect>,
      ];
    });
  });
}

export function marksOf(model: ChartModel, plan: ChartPlan): ReactElement[] {
  if (model.axes !== undefined && plan.scatter !== null)
    return [scatterMarks(model, model.axes, plan.scatter)];
  return model.kind === 'line' ? lineMarks(model, plan) : barMarks(model, plan);
}
