import { chartLimits } from '../../../src/report/model/chart-axes';
import type {
  CellValue,
  ChartSpec,
  Column,
  SheetDocument,
  TableBlock,
} from '../../../src/report/model/document';
import { layout } from '../../../src/report/model/layout';

const column = (key: string): Column => ({
  key,
  header: key,
  kind: 'tokens',
  numberFormat: '#,##0',
  width: 12,
});
const table = (name: string, rows: readonly (readonly CellValue[])[]): TableBlock => ({
  kind: 'table',
  name,
  columns: ['size', 'risk', 'cost'].map(column),
  rows,
});

function limits(
  rows: readonly (readonly CellValue[])[],
  spec: Partial<ChartSpec> = {},
  sizes = [[52_000, 0.4, 1]],
) {
  const document: SheetDocument = {
    name: 'Flex Pool',
    mark: 'pool',
    blocks: [table('Curve', rows), table('Sizes', sizes)],
    charts: [
      {
        name: 'Risk',
        title: 'Risk',
        type: 'scatter',
        table: 'Curve',
        categoryKey: 'size',
        series: [
          { key: 'cost', name: 'Cost', color: '#0072B2' },
          { key: 'risk', name: 'Risk', color: '#D55E00', secondary: true },
          {
            key: 'cost',
            name: 'Best',
            color: '#009E73',
            point: { table: 'Sizes', xKey: 'size', row: 0, marker: 'circle' },
          },
        ],
        secondaryNumberFormat: '0%',
        placement: 'below',
        width: 465,
        height: 240,
        ...spec,
      },
    ],
    conditional: [],
    gridlines: false,
    tabColor: '#0072B2',
    print: { orientation: 'portrait' },
  };
  const placed = layout(document);
  return chartLimits(placed.charts[0]!, placed);
}

test('the size axis runs in round steps just around the sizes drawn, not from zero', () => {
  const { x } = limits([
    [38_500, 0.98, 10],
    [74_500, 0, 20],
  ]);
  expect(x).toEqual({ minimum: 35_000, maximum: 75_000, step: 5_000 });
});

test('a marked point outside the curve is inside the chart', () => {
  const rows = [
    [40_000, 0.5, 1],
    [60_000, 0.1, 2],
  ];
  expect(limits(rows, {}, [[83_000, 0.1, 1]]).x).toEqual({ minimum: 40_000, maximum: 90_000, step: 10_000 });
});

test('a risk that comes near 100 % ends there; a small one is left to Excel', () => {
  expect(
    limits([
      [1, 1, 5],
      [2, 0, 6],
    ]).secondary,
  ).toEqual({ minimum: 0, maximum: 1, step: 0.2 });
  expect(
    limits([
      [1, 0.3, 5],
      [2, 0, 6],
    ]).secondary,
  ).toBeNull();
});

test('money is left to Excel, and so is every axis whose figures are formulas or all alike', () => {
  expect(
    limits(
      [
        [1, 1, 5],
        [2, 0, 6],
      ],
      { valueNumberFormat: '#,##0' },
    ).value,
  ).toBeNull();
  const open = limits([
    [1, null, 5],
    [null, 0, 6],
  ]);
  expect([open.x, open.secondary]).toEqual([null, null]);
  expect(limits([[52_000, 1, 5]]).x).toBeNull();
});

test('a chart of names has no limits', () => {
  expect(
    limits(
      [
        [1, 1, 5],
        [2, 0, 6],
      ],
      { type: 'line' },
    ),
  ).toEqual({ x: null, value: null, secondary: null });
});
