/** The figures a chart shows, read from its cells. */
import { modelOf } from '../../workbench/charts/reading';
import { displayed } from '../../workbench/office/range/display';
import { loadHost } from '../office/load';

/** A scatter chart over Size and Cost whose sizes are given. */
async function drawn(sizes: readonly (string | number)[]) {
  const { grid } = await loadHost();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const rows = sizes.map((size, index) => [size, (index + 1) / 10]);
    sheet.getRange(`A1:B${rows.length + 1}`).values = [['Size', 'Risk'], ...rows];
    sheet.getRange(`B2:B${rows.length + 1}`).numberFormat = rows.map(() => ['0%']);
    const chart = sheet.charts.add(
      'XYScatterLinesNoMarkers',
      sheet.getRange(`B1:B${rows.length + 1}`),
      'Columns',
    );
    chart.series.getItemAt(0).setXAxisValues(sheet.getRange(`A2:A${rows.length + 1}`));
    chart.axes.categoryAxis.numberFormat = '#,##0';
    await context.sync();
  });
  return modelOf([...grid.charts.values()][0]!, grid, (format, value) => displayed(value, format));
}

test('places and values come from the cells; an axis without a format shows numbers as its cells do', async () => {
  const { kind, series, axes } = await drawn([40_000, 50_000, 60_000]);
  expect(kind).toBe('scatter');
  expect(series[0]).toMatchObject({
    name: 'Risk',
    values: [0.1, 0.2, 0.3],
    xy: { x: [40_000, 50_000, 60_000] },
  });
  expect(axes?.value.format(0.25)).toBe('25%');
  expect(axes?.x.format(50_000)).toBe('50,000');
  expect(axes?.secondary).toBeNull();
});

test('one text among the places turns all of them into 1, 2, 3, as in Excel; a blank is a gap', async () => {
  expect((await drawn([40_000, 'n/a', 60_000])).series[0]?.xy?.x).toEqual([1, 2, 3]);
  expect((await drawn([40_000, '', 60_000])).series[0]?.xy?.x).toEqual([40_000, null, 60_000]);
});
