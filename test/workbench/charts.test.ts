import { kindOf, type ChartModel } from '../../workbench/charts/model';
import { planOf } from '../../workbench/charts/plan';
import { valueScale } from '../../workbench/charts/scale';
import { shorten, textWidth, wrapped } from '../../workbench/charts/text';

const chart = (change: Partial<ChartModel>): ChartModel => ({
  id: 'c',
  kind: 'column',
  title: 'Most people fit Flex',
  categoryAxisTitle: '',
  valueAxisTitle: 'People',
  legend: true,
  altText: '',
  categories: ['Named User', 'Flex'],
  series: [{ name: 'Users', color: '#0072B2', pointColors: [], values: [22, 172] }],
  format: String,
  width: 480,
  height: 300,
  ...change,
});

test('a value axis starts at zero, ends above the highest value and steps by round numbers', () => {
  const scale = valueScale([22, 172], 4);
  expect(scale.ticks).toEqual([0, 50, 100, 150, 200]);
  expect(scale.at(0)).toBe(0);
  expect(scale.at(200)).toBe(1);
});

test('negative savings have room below zero, and a chart of nothing still has an axis', () => {
  expect(valueScale([-30, 80], 4).ticks[0]).toBeLessThanOrEqual(-30);
  expect(valueScale([], 4).ticks.length).toBeGreaterThan(1);
});

test('stacked columns are measured by their sum', () => {
  const series = [1, 2].map((n) => ({ name: `s${n}`, color: '#000', pointColors: [], values: [60, 60] }));
  expect(planOf(chart({ kind: 'stackedColumn', series })).scale.max).toBeGreaterThanOrEqual(120);
  expect(planOf(chart({ kind: 'column', series })).scale.max).toBeLessThan(120);
});

test('bars run sideways with their names beside them; one series needs no legend, two do', () => {
  const bars = planOf(chart({ kind: 'bar' }));
  expect(bars.sideways).toBe(true);
  expect(bars.categoryLabels.every((label) => label.x < bars.plot.x)).toBe(true);
  expect(bars.legend).toEqual([]);
  const two = ['a', 'b'].map((name) => ({ name, color: '#000', pointColors: [], values: [1, 2] }));
  expect(planOf(chart({ series: two })).legend.map((entry) => entry.name)).toEqual(['a', 'b']);
});

test('everything of a small chart stays inside it', () => {
  const names = Array.from({ length: 14 }, (_, month) => `Month number ${month}`);
  const values = names.map((_, index) => index * 1000);
  const model = chart({
    categories: names,
    series: [{ name: 'Tokens', color: '#000', pointColors: [], values }],
    width: 300,
    height: 200,
  });
  const { plot } = planOf(model);
  expect(plot.x).toBeGreaterThan(0);
  expect(plot.x + plot.width).toBeLessThanOrEqual(300);
  expect(plot.y + plot.height).toBeLessThanOrEqual(200);
});

test('long words are cut with an ellipsis, long titles wrap at words', () => {
  expect(textWidth(shorten('Architecture Engineering', 11, 80), 11)).toBeLessThanOrEqual(80);
  expect(shorten('Revit', 11, 200)).toBe('Revit');
  const lines = wrapped('264 of 403 people fit Flex, 53 to review', 14, 180, 2);
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).toMatch(/^264 of 403 people/);
});

test('a chart type that is not drawn is refused by name', () => {
  expect(kindOf('BarClustered')).toBe('bar');
  expect(() => kindOf('Radar')).toThrow('Radar');
});
