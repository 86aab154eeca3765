/** Scatter charts as the workbench draws them. */
import type { ChartModel, ChartSeries, NumberAxis, SeriesXY } from '../../workbench/charts/model';
import { planOf } from '../../workbench/charts/plan';
import { numberScale } from '../../workbench/charts/scale';
import { textWidth } from '../../workbench/charts/text';

const FREE = { minimum: null, maximum: null, majorUnit: null };
const axis = (change: Partial<NumberAxis> = {}): NumberAxis => ({
  title: 'Axis',
  format: (value) => value.toLocaleString('en-US'),
  ...FREE,
  ...change,
});
const LINE: Omit<SeriesXY, 'x'> = {
  secondary: false,
  line: { visible: true, weight: 2.25 },
  marker: { style: 'none', size: 5, fill: '#000', edge: '#000' },
};
const series = (
  name: string,
  points: readonly (readonly [number, number])[],
  xy: Partial<SeriesXY> = {},
): ChartSeries => ({
  name,
  color: '#0072B2',
  pointColors: [],
  values: points.map(([, y]) => y),
  xy: { ...LINE, x: points.map(([x]) => x), ...xy },
});
const marked = (name: string, x: number, y: number): ChartSeries =>
  series(name, [[x, y]], {
    line: { visible: false, weight: 1 },
    marker: { style: 'circle', size: 11, fill: '#000', edge: '#fff' },
  });

const COST = series('Expected cost', [
  [38_500, 83_000],
  [52_000, 28_700],
  [74_500, 22_500],
]);
const RISK = series(
  'Stockout risk',
  [
    [38_500, 0.985],
    [74_500, 0],
  ],
  { secondary: true },
);

function chart(change: Partial<ChartModel> = {}): ChartModel {
  return {
    id: 'c',
    kind: 'scatter',
    title: '61,500 tokens cost the least',
    categoryAxisTitle: 'Pool size, tokens',
    valueAxisTitle: 'Expected cost, USD',
    legend: true,
    altText: '',
    categories: [],
    series: [
      COST,
      RISK,
      marked('Baseline', 52_000, 28_700),
      marked('Guide rule', 60_000, 20_000),
      marked('Risk-calibrated', 62_000, 19_400),
      marked('Cost-optimal', 61_500, 19_300),
    ],
    axes: {
      x: axis({ minimum: 35_000, maximum: 75_000, majorUnit: 5_000 }),
      value: axis(),
      secondary: axis({
        format: (value) => `${Math.round(value * 100)}%`,
        minimum: 0,
        maximum: 1,
        majorUnit: 0.2,
      }),
    },
    format: String,
    width: 620,
    height: 320,
    ...change,
  };
}

test('an axis of its own choice starts at zero for spread figures and near them for close ones, with air above', () => {
  expect(numberScale([0, 1], 6, FREE).ticks.at(-1)).toBeCloseTo(1.2);
  expect(numberScale([22_500, 83_000], 5, FREE).min).toBe(0);
  expect(numberScale([95, 100], 5, FREE).min).toBeGreaterThan(80);
  const loss = numberScale([-40, 60], 5, FREE);
  expect([loss.min < -40, loss.max > 60, loss.ticks.includes(0)]).toEqual([true, true, true]);
});

test('an axis of nothing, of one figure or of zeros still has two ticks', () => {
  for (const values of [[], [7], [0, 0], [-3]]) {
    const { ticks, min, max } = numberScale(values, 5, FREE);
    expect(ticks.length).toBeGreaterThan(1);
    expect(max).toBeGreaterThan(min);
  }
});

test('given limits and step are kept to', () => {
  const scale = numberScale([1, 2], 9, { minimum: 0, maximum: 1, majorUnit: 0.2 });
  expect(scale.ticks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(scale.at(0.5)).toBe(0.5);
});

test('each series is measured by the axis it is drawn against', () => {
  const { scale, scatter } = planOf(chart());
  expect(scale.max).toBeGreaterThanOrEqual(83_000);
  expect(scatter?.second?.scale.max).toBe(1);
  expect(scatter?.second?.ticks.map((tick) => tick.text)).toEqual(['0%', '20%', '40%', '60%', '80%', '100%']);
  const one = planOf(chart({ series: [COST], axes: { x: axis(), value: axis(), secondary: null } }));
  expect(one.scatter?.second).toBeNull();
});

test('at 620 by 320 nothing leaves the chart, and no two labels touch', () => {
  const { plot, legend, categoryLabels, valueTicks, scatter } = planOf(chart());
  const second = scatter?.second?.ticks ?? [];
  expect(plot.width).toBeGreaterThan(400);
  expect(plot.height).toBeGreaterThan(150);
  for (const tick of second) expect(tick.x + textWidth(tick.text, 11)).toBeLessThan(620 - 20);
  for (const tick of valueTicks) expect(tick.textX - textWidth(tick.text, 11)).toBeGreaterThan(20);
  for (const entry of legend) {
    expect(entry.x + entry.lead + textWidth(entry.text, 11)).toBeLessThanOrEqual(620 - 14);
    expect(entry.y).toBeLessThan(plot.y);
  }
  const boxes = categoryLabels.map(({ x, lines }) => [
    x - textWidth(lines[0]!, 11) / 2,
    x + textWidth(lines[0]!, 11) / 2,
  ]);
  boxes.slice(1).forEach(([start], index) => expect(start).toBeGreaterThan(boxes[index]![1]!));
  expect(boxes.at(-1)![1]).toBeLessThan(620);
  expect(legend.map((entry) => entry.name)).toEqual(chart().series.map(({ name }) => name));
});

test('in a narrow chart the size axis drops labels instead of printing them over one another', () => {
  const { categoryLabels } = planOf(chart({ width: 280, height: 200 }));
  const xs = categoryLabels.map(({ x, lines }) => [x, textWidth(lines[0]!, 11)] as const);
  expect(xs.length).toBeGreaterThan(1);
  expect(xs.length).toBeLessThan(9);
  xs.slice(1).forEach(([x, width], index) =>
    expect(x - width / 2).toBeGreaterThan(xs[index]![0] + xs[index]![1] / 2),
  );
});

test('a legend too long for one row goes on in a second, and the plot makes room for it', () => {
  const names = [
    'Expected cost of a year',
    'Probability of a stockout',
    'The pool of last year',
    'Rule of the guide',
    'Size at the tolerated risk',
  ];
  const many = planOf(
    chart({
      series: names.map((name) =>
        series(name, [
          [1, 1],
          [2, 2],
        ]),
      ),
      width: 400,
    }),
  );
  const rows = new Set(many.legend.map((entry) => entry.y));
  expect(rows.size).toBeGreaterThan(1);
  expect(Math.max(...rows)).toBeLessThan(many.plot.y);
});
