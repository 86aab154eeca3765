/** Charts of a sheet document as they arrive in the workbook. */
import { writeDocuments } from '../../../src/excel/sheets/document-writer';
import type { ChartSeries, ChartSpec, Column, SheetDocument } from '../../../src/report/model/document';
import type { GridChart } from '../../../workbench/office/grid';
import { loadHost } from '../../office/load';

const column = (key: string, header: string, numberFormat = '#,##0'): Column => ({
  key,
  header,
  kind: 'tokens',
  numberFormat,
  width: 12,
});
const COLUMNS = [column('size', 'Size'), column('risk', 'Risk', '0%'), column('cost', 'Cost')];
const COST: ChartSeries = { key: 'cost', name: 'Expected cost', color: '#0072B2' };
const RISK: ChartSeries = { key: 'risk', name: 'Stockout risk', color: '#D55E00', secondary: true };
const point = (name: string, row: number, marker: 'circle' | 'diamond', key = 'cost'): ChartSeries => ({
  key,
  name,
  color: '#009E73',
  point: { table: 'FlexPoolSizes', xKey: 'size', row, marker },
});

function document(chart: Partial<ChartSpec>): SheetDocument {
  return {
    name: 'Flex Pool',
    mark: 'pool',
    blocks: [
      {
        kind: 'table',
        name: 'FlexPoolSizes',
        columns: COLUMNS,
        rows: [
          [50_000, 0.5, 30],
          [60_000, 0.1, 20],
        ],
      },
      {
        kind: 'table',
        name: 'FlexPoolCurve',
        columns: COLUMNS,
        rows: [
          [42_000, 0.95, 60],
          [50_000, 0.5, 30],
          [60_000, 0.1, 20],
        ],
      },
    ],
    charts: [
      {
        name: 'FlexPoolCost',
        title: '60,000 tokens cost the least',
        type: 'scatter',
        table: 'FlexPoolCurve',
        categoryKey: 'size',
        series: [COST, RISK],
        categoryAxisTitle: 'Pool size, tokens',
        valueAxisTitle: 'Cost, USD',
        categoryNumberFormat: '#,##0',
        valueNumberFormat: '#,##0',
        secondaryAxisTitle: 'Stockout risk',
        secondaryNumberFormat: '0%',
        placement: 'below',
        width: 465,
        height: 240,
        ...chart,
      },
    ],
    conditional: [],
    gridlines: false,
    tabColor: '#0072B2',
    print: { orientation: 'landscape' },
  };
}

async function written(chart: Partial<ChartSpec>): Promise<GridChart> {
  const { grid } = await loadHost();
  await Excel.run((context) => writeDocuments(context, [document(chart)]));
  const charts = [...grid.charts.values()];
  expect(charts).toHaveLength(1);
  return charts[0]!;
}

test('the curve is two lines over the sizes of the table, cost on the left axis and risk on the right', async () => {
  const { type, series, axes, legendVisible } = await written({});
  expect(type).toBe('XYScatterLinesNoMarkers');
  expect(legendVisible).toBe(true);
  const sizes = { row: 5, column: 0, rows: 3, columns: 1 };
  expect(series).toMatchObject([
    {
      name: 'Expected cost',
      color: '#0072B2',
      secondary: false,
      categories: sizes,
      values: { ...sizes, column: 2 },
    },
    {
      name: 'Stockout risk',
      color: '#D55E00',
      secondary: true,
      categories: sizes,
      values: { ...sizes, column: 1 },
    },
  ]);
  expect(series.every(({ line, marker }) => line.visible && marker.style === 'none')).toBe(true);
  expect(axes.value).toMatchObject({ title: 'Cost, USD', numberFormat: '#,##0', minimum: null });
  expect(axes.secondary).toMatchObject({
    title: 'Stockout risk',
    numberFormat: '0%',
    minimum: 0,
    maximum: 1,
  });
  expect(axes.category).toMatchObject({
    title: 'Pool size, tokens',
    numberFormat: '#,##0',
    minimum: 40_000,
    maximum: 60_000,
  });
});

test('chosen sizes are marked points over the cells of their row, each smaller than the one below it', async () => {
  const { series } = await written({
    series: [COST, point('Baseline', 0, 'circle'), point('Cheapest', 1, 'diamond')],
  });
  expect(series.slice(1)).toMatchObject([
    {
      name: 'Baseline',
      line: { visible: false },
      marker: { style: 'circle', fill: '#009E73' },
      categories: { row: 1, column: 0, rows: 1, columns: 1 },
      values: { row: 1, column: 2, rows: 1, columns: 1 },
    },
    { name: 'Cheapest', marker: { style: 'diamond' }, values: { row: 2, column: 2 } },
  ]);
  expect(series[1]!.marker.size).toBeGreaterThan(series[2]!.marker.size);
});

test('a point or the right-hand line may come first in a document; the legend then reads left axis, right axis', async () => {
  const now = { ...point('Risk now', 0, 'circle', 'risk'), secondary: true };
  const { series } = await written({ series: [now, RISK, point('Baseline', 0, 'diamond'), COST] });
  expect(series.map(({ name, secondary, marker }) => [name, secondary, marker.style])).toEqual([
    ['Baseline', false, 'diamond'],
    ['Expected cost', false, 'none'],
    ['Risk now', true, 'circle'],
    ['Stockout risk', true, 'none'],
  ]);
});

test('a line chart is coloured by its lines, has no number on every point and no limits of its own', async () => {
  const { type, series, axes } = await written({ type: 'line', series: [COST] });
  expect(type).toBe('Line');
  expect(series).toMatchObject([{ color: '#0072B2', name: 'Expected cost' }]);
  expect(axes.category.minimum).toBeNull();
});

test('bars keep their fill and the colours of their points', async () => {
  const { series } = await written({
    type: 'bar',
    series: [COST],
    pointColors: ['#111111', '#222222', '#333333'],
  });
  expect(series).toMatchObject([{ color: '#0072B2', pointColors: ['#111111', '#222222', '#333333'] }]);
});
