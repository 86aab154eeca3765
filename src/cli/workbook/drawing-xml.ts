/** Where the charts of a sheet stand, to the point. */
import { charsToPoints, ROW_POINTS, type PlacedChart, type SheetLayout } from '../../report/model/layout';
import { element } from './xml';

/** English Metric Units a point. */
const EMU = 12_700;
/** Width of a column nobody set, in characters. */
const DEFAULT_CHARS = 8.43;

/** One drawing for all charts of a sheet, in their order; the nth refers to relationship `rIdn`. */
export function drawingXml(layout: SheetLayout): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    element(
      'xdr:wsDr',
      {
        'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing',
        'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
      },
      ...layout.charts.map((chart, index) => anchor(chart, index + 1, layout)),
    )
  );
}

function anchor({ chart, left, top }: PlacedChart, number: number, layout: SheetLayout): string {
  const column = spot(left, (at) => charsToPoints(layout.widths[at] ?? DEFAULT_CHARS));
  const row = spot(top, (at) => layout.heights.get(at) ?? ROW_POINTS);
  const from = element(
    'xdr:from',
    {},
    element('xdr:col', {}, String(column.index)),
    element('xdr:colOff', {}, String(Math.round(column.rest * EMU))),
    element('xdr:row', {}, String(row.index)),
    element('xdr:rowOff', {}, String(Math.round(row.rest * EMU))),
  );
  const size = { cx: Math.round(chart.width * EMU), cy: Math.round(chart.height * EMU) };
  return element(
    'xdr:oneCellAnchor',
    {},
    from,
    element('xdr:ext', size),
    element(
      'xdr:graphicFrame',
      { macro: '' },
      element(
        'xdr:nvGraphicFramePr',
        {},
        element('xdr:cNvPr', { id: number + 1, name: chart.name, descr: chart.title }),
        element('xdr:cNvGraphicFramePr'),
      ),
      element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
          element('c:chart', {
            'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
            'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'r:id': `rId${number}`,
          }),
        ),
      ),
    ),
    element('xdr:clientData'),
  );
}

/** The row or column a distance from the edge falls in, and how far into it. */
function spot(
  points: number,
  sizeOf: (index: number) => number,
): { readonly index: number; readonly rest: number } {
  let rest = points;
  for (let index = 0; ; index += 1) {
    const size = sizeOf(index);
    if (rest < size) return { index, rest };
    rest -= size;
  }
}
