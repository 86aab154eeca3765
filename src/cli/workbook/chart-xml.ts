/** A placed chart in DrawingML, with what the file library cannot write: a second axis, single marked points, mixed in one plot. */
import { chartLimits } from '../../report/model/chart-axes';
import { absoluteAddress, quotedSheet, type CellRect } from '../../report/model/address';
import type { PlacedChart, PlacedSeries, SheetLayout } from '../../report/model/layout';
import { categoryAxis, fill, line, textSize, titleXml, valueAxis } from './chart-axes-xml';
import { element, escaped, val } from './xml';

const LINE_POINTS = 2.25;
/** The first marked point is the largest, so that points on the same spot show inside one another. */
const MARKER_POINTS = [13, 11, 10, 9] as const;
const MARKER_EDGE = '#FFFFFF';
const [CATEGORY, VALUE, SECOND_X, SECOND_Y] = [111, 112, 113, 114] as const;

export function chartXml(placed: PlacedChart, layout: SheetLayout): string {
  const { chart } = placed;
  const many = placed.series.length > 1;
  const body = element(
    'c:chart',
    {},
    titleXml(chart.title, 1200, true),
    val('c:autoTitleDeleted', 0),
    element('c:plotArea', {}, element('c:layout'), ...plots(placed, layout)),
    ...(many ? [element('c:legend', {}, val('c:legendPos', 't'), val('c:overlay', 0), textSize(900))] : []),
    val('c:plotVisOnly', 0),
    val('c:dispBlanksAs', 'gap'),
  );
  const white = element('c:spPr', {}, fill('#FFFFFF'), line('#D9D9D9', 0.75));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    element(
      'c:chartSpace',
      {
        'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
        'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
        'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      },
      val('c:roundedCorners', 0),
      body,
      white,
    )
  );
}

function plots(placed: PlacedChart, layout: SheetLayout): readonly string[] {
  const { chart } = placed;
  if (chart.type === 'scatter') return scatterPlots(placed, layout);
  const flat = chart.type === 'bar';
  const series = placed.series.map((each, index) => categorySeries(each, index, placed, layout));
  const axes = [val('c:axId', CATEGORY), val('c:axId', VALUE)];
  const stacked = chart.type === 'stackedColumn';
  const plot =
    chart.type === 'line'
      ? element(
          'c:lineChart',
          {},
          val('c:grouping', 'standard'),
          val('c:varyColors', 0),
          ...series,
          val('c:marker', 1),
          ...axes,
        )
      : element(
          'c:barChart',
          {},
          val('c:barDir', flat ? 'bar' : 'col'),
          val('c:grouping', stacked ? 'stacked' : 'clustered'),
          val('c:varyColors', 0),
          ...series,
          val('c:gapWidth', 60),
          ...(stacked ? [val('c:overlap', 100)] : []),
          ...axes,
        );
  return [
    plot,
    categoryAxis({
      id: CATEGORY,
      crosses: VALUE,
      position: flat ? 'l' : 'b',
      title: chart.categoryAxisTitle,
      format: chart.categoryNumberFormat,
      reversed: flat,
    }),
    valueAxis({
      id: VALUE,
      crosses: CATEGORY,
      position: flat ? 'b' : 'l',
      title: chart.valueAxisTitle,
      format: chart.valueNumberFormat,
      gridlines: true,
      // The order of a bar chart is turned round; its value axis stays at the foot.
      at: flat ? 'max' : 'autoZero',
    }),
  ];
}

function scatterPlots(placed: PlacedChart, layout: SheetLayout): readonly string[] {
  const { chart } = placed;
  const limits = chartLimits(placed, layout);
  let marked = 0;
  const drawn = placed.series.map((series, index) => {
    const size = series.marker === null ? 0 : (MARKER_POINTS[marked] ?? MARKER_POINTS[3]);
    if (series.marker !== null) marked += 1;
    return { secondary: series.secondary, xml: scatterSeries(series, index, size, layout.sheet) };
  });
  const plot = (secondary: boolean, x: number, y: number): string =>
    element(
      'c:scatterChart',
      {},
      val('c:scatterStyle', 'lineMarker'),
      val('c:varyColors', 0),
      ...drawn.filter((each) => each.secondary === secondary).map(({ xml }) => xml),
      val('c:axId', x),
      val('c:axId', y),
    );
  const across = { position: 'b', limits: limits.x, format: chart.categoryNumberFormat } as const;
  const second = drawn.some(({ secondary }) => secondary);
  return [
    plot(false, CATEGORY, VALUE),
    ...(second ? [plot(true, SECOND_X, SECOND_Y)] : []),
    valueAxis({ ...across, id: CATEGORY, crosses: VALUE, title: chart.categoryAxisTitle }),
    valueAxis({
      id: VALUE,
      crosses: CATEGORY,
      position: 'l',
      title: chart.valueAxisTitle,
      format: chart.valueNumberFormat,
      limits: limits.value,
      gridlines: true,
    }),
    ...(second
      ? [
          valueAxis({ ...across, id: SECOND_X, crosses: SECOND_Y, hidden: true }),
          valueAxis({
            id: SECOND_Y,
            crosses: SECOND_X,
            position: 'r',
            title: chart.secondaryAxisTitle,
            format: chart.secondaryNumberFormat,
            limits: limits.secondary,
            at: 'max',
          }),
        ]
      : []),
  ];
}

function scatterSeries(series: PlacedSeries, index: number, markerSize: number, sheet: string): string {
  const marker =
    series.marker === null
      ? element('c:marker', {}, val('c:symbol', 'none'))
      : element(
          'c:marker',
          {},
          val('c:symbol', series.marker),
          val('c:size', markerSize),
          element('c:spPr', {}, fill(series.color), line(MARKER_EDGE, 0.75)),
        );
  return element(
    'c:ser',
    {},
    ...seriesHead(series, index),
    element('c:spPr', {}, series.marker === null ? line(series.color, LINE_POINTS) : line(null, LINE_POINTS)),
    marker,
    element('c:xVal', {}, numbers(series.x, sheet)),
    element('c:yVal', {}, numbers(series.values, sheet)),
    val('c:smooth', 0),
  );
}

function categorySeries(
  series: PlacedSeries,
  index: number,
  placed: PlacedChart,
  layout: SheetLayout,
): string {
  const { chart, categories } = placed;
  const lined = chart.type === 'line';
  const kind = layout.tables
    .find(({ block }) => block.name === chart.table)
    ?.block.columns.find(({ key }) => key === chart.categoryKey)?.kind;
  const cats =
    kind === 'text' || kind === 'flag' ? texts(categories, layout.sheet) : numbers(categories, layout.sheet);
  const look = lined
    ? [
        element('c:spPr', {}, line(series.color, LINE_POINTS)),
        element('c:marker', {}, val('c:symbol', 'none')),
      ]
    : [element('c:spPr', {}, fill(series.color)), val('c:invertIfNegative', 0)];
  const points = (chart.pointColors ?? []).map((color, at) =>
    element(
      'c:dPt',
      {},
      val('c:idx', at),
      val('c:invertIfNegative', 0),
      val('c:bubble3D', 0),
      element('c:spPr', {}, fill(color)),
    ),
  );
  return element(
    'c:ser',
    {},
    ...seriesHead(series, index),
    ...look,
    ...(lined ? [] : points),
    ...(!lined && placed.series.length === 1 ? [labels()] : []),
    element('c:cat', {}, cats),
    element('c:val', {}, numbers(series.values, layout.sheet)),
    ...(lined ? [val('c:smooth', 0)] : []),
  );
}

function seriesHead(series: PlacedSeries, index: number): readonly string[] {
  return [
    val('c:idx', index),
    val('c:order', index),
    element('c:tx', {}, element('c:v', {}, escaped(series.name))),
  ];
}

function labels(): string {
  const shown = [
    'c:showLegendKey',
    'c:showVal',
    'c:showCatName',
    'c:showSerName',
    'c:showPercent',
    'c:showBubbleSize',
  ];
  return element('c:dLbls', {}, ...shown.map((name) => val(name, name === 'c:showVal' ? 1 : 0)));
}

function numbers(rect: CellRect, sheet: string): string {
  return element('c:numRef', {}, element('c:f', {}, escaped(address(rect, sheet))));
}

function texts(rect: CellRect, sheet: string): string {
  return element('c:strRef', {}, element('c:f', {}, escaped(address(rect, sheet))));
}

function address(rect: CellRect, sheet: string): string {
  const first = absoluteAddress(rect.row, rect.column);
  const last = absoluteAddress(rect.row + rect.rows - 1, rect.column + rect.columns - 1);
  return `${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}
