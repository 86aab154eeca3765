/** The axes of a chart in DrawingML (ECMA-376 part 1, section 21.2). */
import type { AxisLimits } from '../../report/model/chart-axes';
import { SHEET_COLORS } from '../../report/model/palette';
import { element, escaped, val } from './xml';

const GRID = '#E3E3E3';

export interface AxisSpec {
  readonly id: number;
  readonly crosses: number;
  readonly position: 'b' | 'l' | 'r';
  readonly title?: string | undefined;
  readonly format?: string | undefined;
  readonly limits?: AxisLimits | null;
  /** Kept, because every series needs one, but not drawn. */
  readonly hidden?: boolean;
  readonly gridlines?: boolean;
  /** First category at the top. */
  readonly reversed?: boolean;
  /** Where it meets the other axis. */
  readonly at?: 'autoZero' | 'max' | 'min';
}

export function categoryAxis(axis: AxisSpec): string {
  return element(
    'c:catAx',
    {},
    ...head(axis),
    val('c:crossAx', axis.crosses),
    val('c:crosses', axis.at ?? 'autoZero'),
    val('c:auto', 1),
    val('c:lblAlgn', 'ctr'),
    val('c:lblOffset', 100),
    val('c:noMultiLvlLbl', 1),
  );
}

export function valueAxis(axis: AxisSpec): string {
  return element(
    'c:valAx',
    {},
    ...head(axis),
    val('c:crossAx', axis.crosses),
    val('c:crosses', axis.at ?? 'autoZero'),
    val('c:crossBetween', axis.position === 'b' || axis.limits !== undefined ? 'midCat' : 'between'),
    ...(axis.limits ? [val('c:majorUnit', axis.limits.step)] : []),
  );
}

/** What both kinds of axis begin with, in the order the schema asks for. */
function head(axis: AxisSpec): readonly string[] {
  const { limits = null } = axis;
  return [
    val('c:axId', axis.id),
    element(
      'c:scaling',
      {},
      val('c:orientation', axis.reversed === true ? 'maxMin' : 'minMax'),
      ...(limits === null ? [] : [val('c:max', limits.maximum), val('c:min', limits.minimum)]),
    ),
    val('c:delete', axis.hidden === true ? 1 : 0),
    val('c:axPos', axis.position),
    ...(axis.gridlines === true
      ? [element('c:majorGridlines', {}, element('c:spPr', {}, line(GRID, 0.75)))]
      : []),
    ...(axis.title === undefined ? [] : [titleXml(axis.title, 1000, false, axis.position !== 'b')]),
    ...(axis.format === undefined ? [] : [element('c:numFmt', { formatCode: axis.format, sourceLinked: 0 })]),
    val('c:majorTickMark', 'none'),
    val('c:minorTickMark', 'none'),
    // Beside an axis that stands at the far end; else at the edge, also where values lie below 0.
    val('c:tickLblPos', axis.at === 'max' ? 'nextTo' : 'low'),
    element('c:spPr', {}, line(SHEET_COLORS.rule, 0.75)),
    textSize(900),
  ];
}

/** @param size hundredths of a point */
export function titleXml(text: string, size: number, bold: boolean, upright = false): string {
  const look = element('a:defRPr', { sz: size, b: bold ? 1 : 0 }, fill(SHEET_COLORS.ink));
  const run = element('a:rPr', { lang: 'en-US', sz: size, b: bold ? 1 : 0 }, fill(SHEET_COLORS.ink));
  return element(
    'c:title',
    {},
    element(
      'c:tx',
      {},
      element(
        'c:rich',
        {},
        element('a:bodyPr', upright ? { rot: -5400000, vert: 'horz' } : {}),
        element('a:lstStyle'),
        element(
          'a:p',
          {},
          element('a:pPr', {}, look),
          element('a:r', {}, run, element('a:t', {}, escaped(text))),
        ),
      ),
    ),
    val('c:overlay', 0),
  );
}

export function textSize(size: number): string {
  return element(
    'c:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', {}, element('a:defRPr', { sz: size }, fill(SHEET_COLORS.quiet))),
      element('a:endParaRPr', { lang: 'en-US' }),
    ),
  );
}

export function fill(color: string): string {
  return element('a:solidFill', {}, element('a:srgbClr', { val: color.replace('#', '') }));
}

export function line(color: string | null, points: number): string {
  return element(
    'a:ln',
    { w: Math.round(points * 12700) },
    color === null ? element('a:noFill') : fill(color),
  );
}
