/** Native charts and conditional formats of a placed document. */
import type { ConditionalRule } from '../report/document';
import { columnLetters } from '../report/address';
import { resolveFormula } from '../report/formula';
import { columnRect, type PlacedChart, type SheetLayout } from '../report/layout';

const TYPES = {
  bar: 'BarClustered',
  column: 'ColumnClustered',
  stackedColumn: 'ColumnStacked',
  line: 'Line',
} as const;

/** Queues the conditional formats of all tables. */
export function addConditionalFormats(
  sheet: Excel.Worksheet,
  layout: SheetLayout,
  rules: readonly ConditionalRule[],
): void {
  for (const rule of rules) {
    const table = layout.tables.find((placed) => placed.block.name === rule.table);
    if (table === undefined) continue;
    const { row, column, rows } = columnRect(table, rule.column);
    const first = (key: string): string => `$${columnLetters(columnRect(table, key).column)}${row + 1}`;
    const formula =
      rule.test.kind === 'formula'
        ? resolveFormula(rule.test.formula, first)
        : `=$${columnLetters(column)}${row + 1}="${rule.test.text.replace(/"/g, '""')}"`;
    const added = sheet.getRangeByIndexes(row, column, rows, 1).conditionalFormats.add('Custom').custom;
    added.rule.formula = formula;
    if (rule.fill !== undefined) added.format.fill.color = rule.fill;
    if (rule.fontColor !== undefined) added.format.font.color = rule.fontColor;
    if (rule.bold !== undefined) added.format.font.bold = rule.bold;
  }
}

/** Queues a chart: title, colours, axes, size and place. */
export function addChart(sheet: Excel.Worksheet, placed: PlacedChart): void {
  const { chart: spec, categories, left, top } = placed;
  const first = placed.series[0];
  if (first === undefined) return;
  const range = (rect: PlacedChart['categories']): Excel.Range =>
    sheet.getRangeByIndexes(rect.row, rect.column, rect.rows, rect.columns);
  // With its header, so that Excel takes the first row for the name whatever stands below; values are then set outright.
  const named = { ...first.values, row: first.values.row - 1, rows: first.values.rows + 1 };
  const chart = sheet.charts.add(TYPES[spec.type], range(named), 'Columns');
  chart.name = spec.name;
  chart.title.text = spec.title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.left = left;
  chart.top = top;
  chart.width = spec.width;
  chart.height = spec.height;
  chart.legend.visible = placed.series.length > 1;
  placed.series.forEach((series, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(series.name);
    drawn.setValues(range(series.values));
    drawn.name = series.name;
    drawn.setXAxisValues(range(categories));
    drawn.format.fill.setSolidColor(series.color);
    drawn.hasDataLabels = placed.series.length === 1;
  });
  spec.pointColors?.forEach((color, index) => {
    chart.series.getItemAt(0).points.getItemAt(index).format.fill.setSolidColor(color);
  });
  // Excel draws the first bar at the bottom; the table's order reads from the top.
  if (spec.type === 'bar') chart.axes.categoryAxis.reversePlotOrder = true;
  if (spec.valueAxisTitle !== undefined) chart.axes.valueAxis.title.text = spec.valueAxisTitle;
  if (spec.categoryAxisTitle !== undefined) chart.axes.categoryAxis.title.text = spec.categoryAxisTitle;
  if (spec.valueNumberFormat !== undefined) chart.axes.valueAxis.numberFormat = spec.valueNumberFormat;
}
