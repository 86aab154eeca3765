/** Scatter charts through the real client: what is set arrives and can be read back, what Excel refuses is refused. */
import type { GridChart } from '../../workbench/office/grid';
import { loadHost } from './load';

const ROWS = [
  ['Size', 'Cost', 'Risk'],
  [40_000, 70_000, 0.9],
  [50_000, 52_000, 0.5],
  [60_000, 61_000, 0.1],
];

type Batch = (sheet: Excel.Worksheet, chart: Excel.Chart) => void;

/** A scatter chart of Cost over Size in A1:C4 and what a batch does to it. */
async function scatter(batch: Batch, type = 'XYScatterLinesNoMarkers'): Promise<GridChart> {
  const { grid } = await loadHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C4').values = ROWS;
    const chart = sheet.charts.add(type as Excel.ChartType, sheet.getRange('B1:B4'), 'Columns');
    chart.series.getItemAt(0).setXAxisValues(sheet.getRange('A2:A4'));
    batch(sheet, chart);
    await context.sync();
  });
  return [...grid.charts.values()][0]!;
}

async function codeOf(batch: Batch, type?: string): Promise<string> {
  try {
    await scatter(batch, type);
  } catch (error) {
    return (error as OfficeExtension.Error).code;
  }
  return 'none';
}

function addRisk(sheet: Excel.Worksheet, chart: Excel.Chart): Excel.ChartSeries {
  const risk = chart.series.add('Risk');
  risk.setValues(sheet.getRange('C2:C4'));
  risk.setXAxisValues(sheet.getRange('A2:A4'));
  return risk;
}

test('a single column with its header becomes one series, and x values set afterwards are its places', async () => {
  const { series } = await scatter(() => undefined);
  expect(series).toMatchObject([
    {
      name: 'Cost',
      values: { row: 1, column: 1, rows: 3 },
      categories: { row: 1, column: 0, rows: 3 },
      secondary: false,
      line: { visible: true },
      marker: { style: 'none' },
    },
  ]);
});

test('of several columns, a scatter chart takes the first for the x values, though they are numbers', async () => {
  const { grid } = await loadHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C4').values = ROWS;
    sheet.charts.add('XYScatterLines', sheet.getRange('A1:C4'), 'Columns');
    sheet.charts.add('Line', sheet.getRange('A1:C4'), 'Columns');
    await context.sync();
  });
  const [xy, line] = [...grid.charts.values()];
  expect(xy!.series.map(({ name, categories }) => [name, categories?.column])).toEqual([
    ['Cost', 0],
    ['Risk', 0],
  ]);
  expect(line!.series.map(({ name, categories }) => [name, categories])).toEqual([
    ['Size', null],
    ['Cost', null],
    ['Risk', null],
  ]);
});

test('a series on the second axis brings that axis, with title, format and limits that can be read back', async () => {
  await loadHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:C4').values = ROWS;
    const chart = sheet.charts.add('XYScatterLinesNoMarkers', sheet.getRange('B1:B4'), 'Columns');
    addRisk(sheet, chart).axisGroup = 'Secondary';
    const risk = chart.series.getItemAt(1);
    const second = chart.axes.getItem('Value', 'Secondary');
    second.title.text = 'Stockout risk';
    second.numberFormat = '0%';
    second.maximum = 1;
    const x = chart.axes.categoryAxis;
    x.numberFormat = '#,##0';
    x.minimum = 40_000;
    x.majorUnit = 5_000;
    await context.sync();
    risk.load('axisGroup,chartType,name');
    second.load('maximum,minimum,numberFormat,axisGroup,title/text');
    x.load('minimum,maximum,majorUnit,numberFormat');
    chart.axes.valueAxis.load('numberFormat,axisGroup');
    await context.sync();
    expect([risk.axisGroup, risk.chartType, risk.name]).toEqual([
      'Secondary',
      'XYScatterLinesNoMarkers',
      'Risk',
    ]);
    expect([second.maximum, second.minimum, second.numberFormat, second.axisGroup]).toEqual([
      1,
      '',
      '0%',
      'Secondary',
    ]);
    expect(second.title.text).toBe('Stockout risk');
    expect([x.minimum, x.maximum, x.majorUnit, x.numberFormat]).toEqual([40_000, '', 5_000, '#,##0']);
    expect([chart.axes.valueAxis.numberFormat, chart.axes.valueAxis.axisGroup]).toEqual([
      'General',
      'Primary',
    ]);
    x.minimum = '';
    risk.axisGroup = 'Primary';
    await context.sync();
    x.load('minimum');
    await context.sync();
    expect(x.minimum).toBe('');
  });
});

test('a marked point keeps its shape, size and colours and draws no line; the lines beside it stay lines', async () => {
  const { type, series } = await scatter((sheet, chart) => {
    const point = chart.series.add('Cheapest');
    point.setValues(sheet.getRange('B3'));
    point.setXAxisValues(sheet.getRange('A3'));
    point.chartType = 'XYScatter';
    point.markerStyle = 'Diamond';
    point.markerSize = 11;
    point.markerBackgroundColor = '#CC79A7';
    point.markerForegroundColor = '#FFFFFF';
    const line = chart.series.getItemAt(0).format.line;
    line.color = '#0072B2';
    line.weight = 1.5;
  });
  expect(type).toBe('XYScatterLinesNoMarkers');
  expect(series).toMatchObject([
    {
      type: 'XYScatterLinesNoMarkers',
      color: '#0072B2',
      line: { visible: true, weight: 1.5 },
      marker: { style: 'none' },
    },
    {
      name: 'Cheapest',
      type: 'XYScatter',
      line: { visible: false },
      marker: { style: 'diamond', size: 11, fill: '#CC79A7', edge: '#FFFFFF' },
    },
  ]);
});

test('the fill of a line is that of its markers: a line is coloured by its line', async () => {
  const { series } = await scatter((_sheet, chart) => {
    const first = chart.series.getItemAt(0);
    first.format.line.color = '#0072B2';
    first.format.fill.setSolidColor('#D55E00');
  });
  expect(series[0]).toMatchObject({ color: '#0072B2', marker: { fill: '#D55E00' } });
});

interface Refusal {
  readonly what: string;
  readonly code: string;
  readonly batch: Batch;
  readonly type?: string;
}

test.each<Refusal>([
  {
    what: 'the second axis while no series is drawn against it',
    code: 'ItemNotFound',
    batch: (_s, chart) => void (chart.axes.getItem('Value', 'Secondary').title.text = 'x'),
  },
  {
    what: 'an axis group that is none',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.axes.getItem('Value', 'Third' as 'Primary').title.text = 'x'),
  },
  {
    what: 'the only series moved to the second axis',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.series.getItemAt(0).axisGroup = 'Secondary'),
  },
  {
    what: 'a series that is not there',
    code: 'ItemNotFound',
    batch: (_s, chart) => void (chart.series.getItemAt(3).name = 'x'),
  },
  {
    what: 'a marker of 80 points',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.series.getItemAt(0).markerSize = 80),
  },
  {
    what: 'a marker style that is none',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.series.getItemAt(0).markerStyle = 'Heart' as 'Circle'),
  },
  {
    what: 'a colour that is none',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.series.getItemAt(0).markerBackgroundColor = '#12'),
  },
  {
    what: 'a gap width of lines',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.series.getItemAt(0).gapWidth = 50),
  },
  {
    what: 'a name of 256 characters',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.series.getItemAt(0).name = 'x'.repeat(256)),
  },
  {
    what: 'an axis that ends before it starts',
    code: 'InvalidArgument',
    batch: (_s, chart) => {
      chart.axes.valueAxis.minimum = 10;
      chart.axes.valueAxis.maximum = 5;
    },
  },
  {
    what: 'a limit in words',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.axes.valueAxis.minimum = 'low'),
  },
  {
    what: 'a step of 0',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.axes.valueAxis.majorUnit = 0),
  },
  {
    what: 'a limit of an axis of names',
    code: 'InvalidArgument',
    batch: (_s, chart) => void (chart.axes.categoryAxis.minimum = 1),
    type: 'ColumnClustered',
  },
  {
    what: 'columns beside lines, which the grid cannot draw',
    code: 'NotImplemented',
    batch: (_s, chart) => void (chart.series.getItemAt(0).chartType = 'ColumnClustered'),
  },
  {
    what: 'a dashed line, which the grid cannot draw',
    code: 'NotImplemented',
    batch: (_s, chart) => void (chart.series.getItemAt(0).format.line.lineStyle = 'Dash'),
  },
  {
    what: 'the second category axis',
    code: 'NotImplemented',
    batch: (sheet, chart) => {
      addRisk(sheet, chart).axisGroup = 'Secondary';
      chart.axes.getItem('Category', 'Secondary').title.text = 'x';
    },
  },
])('$what is refused', async ({ code, batch, type }) => {
  expect(await codeOf(batch, type)).toBe(code);
});
