/** A chart as SVG: title, axes with titles, gridlines, marks, legend. Colours of text and lines come from the page. */
import type { ReactElement } from 'react';
import { marksOf } from './drawn-shapes';
import { legendSample } from './scatter-shapes';
import { planOf } from './plan';
import type { ChartModel } from './model';

export function ChartView({ model }: { readonly model: ChartModel }): ReactElement {
  const plan = planOf(model);
  const { plot } = plan;
  const label = model.altText || model.title;
  return (
    <svg
      className="flex-chart"
      role="img"
      aria-label={label}
      width="100%"
      height="100%"
      viewBox={`0 0 ${model.width} ${model.height}`}
      preserveAspectRatio="none"
    >
      <rect
        className="flex-chart-paper"
        x={0.5}
        y={0.5}
        width={model.width - 1}
        height={model.height - 1}
        rx={4}
      />
      {plan.title.map((line, index) => (
        <text key={`title${index}`} className="flex-chart-title" x={14} y={24 + index * 18}>
          {line}
        </text>
      ))}
      {plan.legend.map((entry) => (
        <g key={`${entry.x} ${entry.y}`} transform={`translate(${entry.x} ${entry.y})`}>
          {entry.xy === null ? (
            <rect width={10} height={10} y={-9} rx={2} fill={entry.color} />
          ) : (
            legendSample(entry.xy, entry.color, 0, -4)
          )}
          <text x={entry.lead}>{entry.text}</text>
        </g>
      ))}
      {plan.valueTicks.map((tick) => (
        <g key={`tick${tick.value}`}>
          <line
            className={tick.value === 0 ? 'flex-chart-zero' : 'flex-chart-grid'}
            x1={tick.x1}
            y1={tick.y1}
            x2={tick.x2}
            y2={tick.y2}
          />
          <text className="flex-chart-quiet" x={tick.textX} y={tick.textY} textAnchor={tick.anchor}>
            {tick.text}
          </text>
        </g>
      ))}
      {plan.scatter?.xTicks.map((x) => (
        <line
          key={`x${x}`}
          className="flex-chart-zero"
          x1={x}
          x2={x}
          y1={plot.y + plot.height}
          y2={plot.y + plot.height + 4}
        />
      ))}
      {plan.scatter && (
        <line
          className="flex-chart-zero"
          x1={plot.x}
          x2={plot.x + plot.width}
          y1={plot.y + plot.height}
          y2={plot.y + plot.height}
        />
      )}
      {plan.scatter?.second?.ticks.map((tick) => (
        <text key={`second${tick.y}`} className="flex-chart-quiet" x={tick.x} y={tick.y}>
          {tick.text}
        </text>
      ))}
      {marksOf(model, plan)}
      {plan.categoryLabels.map((each, index) => (
        <text
          key={`category${index}`}
          className={plan.scatter ? 'flex-chart-quiet' : undefined}
          textAnchor={each.anchor}
          transform={`translate(${each.x} ${each.y})${each.turn ? ` rotate(${each.turn})` : ''}`}
        >
          {each.lines.map((line, at) => (
            <tspan key={at} x={0} dy={at === 0 ? 0 : 13}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
      {plan.horizontalTitle !== '' && (
        <text
          className="flex-chart-quiet"
          x={plot.x + plot.width / 2}
          y={plan.horizontalTitleY}
          textAnchor="middle"
        >
          {plan.horizontalTitle}
        </text>
      )}
      {plan.verticalTitle !== '' && (
        <text
          className="flex-chart-quiet"
          transform={`translate(18 ${plot.y + plot.height / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {plan.verticalTitle}
        </text>
      )}
      {plan.scatter?.second && plan.scatter.second.title !== '' && (
        <text
          className="flex-chart-quiet"
          transform={`translate(${model.width - 12} ${plot.y + plot.height / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {plan.scatter.second.title}
        </text>
      )}
    </svg>
  );
}
