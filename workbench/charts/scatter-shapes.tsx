/** The lines and marked points of a scatter chart, each with a tooltip of its figures. */
import type { ReactElement } from 'react';
import type { GridMarker } from '../office/grid';
import { PIXELS } from './model';
import type { AxesXY, ChartModel, ChartSeries, SeriesXY } from './model';
import type { ScatterPlan } from './places';

/** A marker around a place; nothing for `none`. */
export function markerShape(
  style: GridMarker,
  x: number,
  y: number,
  size: number,
  paint: { readonly fill: string; readonly stroke: string },
): ReactElement | null {
  const r = size / 2;
  const look = { ...paint, strokeWidth: 1.25, strokeLinejoin: 'round' as const };
  const points = (list: readonly (readonly [number, number])[]): string =>
    list.map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(' ');
  if (style === 'circle') return <circle cx={x} cy={y} r={r} {...look} />;
  if (style === 'square') return <rect x={x - r} y={y - r} width={size} height={size} {...look} />;
  if (style === 'diamond') {
    const d = r * 1.2;
    return (
      <polygon
        points={points([
          [0, -d],
          [d, 0],
          [0, d],
          [-d, 0],
        ])}
        {...look}
      />
    );
  }
  if (style === 'triangle')
    return (
      <polygon
        points={points([
          [0, -r * 1.1],
          [r * 1.1, r],
          [-r * 1.1, r],
        ])}
        {...look}
      />
    );
  return null;
}

/** The sample of a series beside its name in the legend; `x` and `y` are the left end and the middle. */
export function legendSample(xy: SeriesXY, color: string, x: number, y: number): ReactElement {
  const middle = x + (xy.line.visible ? 10 : 5);
  const { style, size, fill, edge } = xy.marker;
  return (
    <>
      {xy.line.visible && (
        <line
          x1={x}
          x2={x + 20}
          y1={y}
          y2={y}
          stroke={color}
          strokeWidth={xy.line.weight * PIXELS}
          strokeLinecap="round"
        />
      )}
      {markerShape(style, middle, y, Math.min(11, size * PIXELS), { fill, stroke: edge })}
    </>
  );
}

interface Spot {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export function scatterMarks(model: ChartModel, axes: AxesXY, plan: ScatterPlan): ReactElement {
  const { plot } = plan;
  const clip = `flex-chart-clip-${model.id}`;
  return (
    <g key="scatter">
      <clipPath id={clip}>
        <rect x={plot.x} y={plot.y - 2} width={plot.width} height={plot.height + 4} />
      </clipPath>
      {model.series.map((series, at) => {
        if (series.xy === undefined) return null;
        const spots = spotsOf(series, series.xy, plan);
        return (
          <g key={at}>
            {series.xy.line.visible && (
              <path
                d={pathOf(spots)}
                clipPath={`url(#${clip})`}
                fill="none"
                stroke={series.color}
                strokeWidth={series.xy.line.weight * PIXELS}
                strokeLinejoin="round"
                strokeLinecap="round"
              />
            )}
            {spots.map((spot) =>
              spot === null ? null : pointOf(model, axes, series, series.xy as SeriesXY, spot, plot),
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Points without both figures are gaps, as Excel leaves them. */
function spotsOf(
  series: ChartSeries,
  xy: SeriesXY,
  { plot, scale, xScale, second }: ScatterPlan,
): (Spot | null)[] {
  const up = xy.secondary && second !== null ? second.scale : scale;
  return series.values.map((value, index) => {
    const x = xy.x[index] ?? null;
    if (value === null || x === null) return null;
    return { index, x: plot.x + xScale.at(x) * plot.width, y: plot.y + (1 - up.at(value)) * plot.height };
  });
}

function pathOf(spots: readonly (Spot | null)[]): string {
  let pen = 'M';
  let path = '';
  for (const spot of spots) {
    if (spot === null) {
      pen = 'M';
      continue;
    }
    path += `${pen}${spot.x.toFixed(1)} ${spot.y.toFixed(1)}`;
    pen = 'L';
  }
  return path;
}

function pointOf(
  model: ChartModel,
  axes: AxesXY,
  series: ChartSeries,
  xy: SeriesXY,
  { index, x, y }: Spot,
  plot: ScatterPlan['plot'],
): ReactElement | null {
  if (x < plot.x - 1 || x > plot.x + plot.width + 1 || y < plot.y - 1 || y > plot.y + plot.height + 1)
    return null;
  const { style, size, fill, edge } = xy.marker;
  const format = xy.secondary && axes.secondary !== null ? axes.secondary.format : axes.value.format;
  const place = axes.x.format(xy.x[index] ?? 0);
  const value = format(series.values[index] ?? 0);
  return (
    <g key={index}>
      {markerShape(style, x, y, size * PIXELS, { fill: series.pointColors[index] || fill, stroke: edge }) ?? (
        <circle cx={x} cy={y} r={5} fill="transparent" />
      )}
      <title>{`${model.series.length > 1 ? `${series.name}, ` : ''}${place}: ${value}`}</title>
    </g>
  );
}
