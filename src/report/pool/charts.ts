/** The two charts of `Flex Pool`: cost and risk, tokens missing and left over, each over the size with the chosen sizes marked. */
import type { ChoiceKind } from '../../engine/pool/types';
import type { ChartSeries, ChartSpec } from '../model/document';
import { moneyFormat } from '../model/formats';
import { TABLES } from '../model/sheet-names';
import { CURVE_COLORS, choiceColor } from '../model/palette';
import type { PoolReportInput } from './input';
import { CHOICE_LABELS, costTitle, tokensTitle } from './words';

/** Shapes tell the sizes apart without colour. */
const MARKERS: Readonly<Record<ChoiceKind, NonNullable<ChartSeries['point']>['marker']>> = {
  baseline: 'circle',
  guide: 'square',
  calibrated: 'diamond',
  optimal: 'triangle',
};

/** Both charts, side by side under the sizes. */
export function poolCharts(report: PoolReportInput): readonly ChartSpec[] {
  if (report.result.curve.length === 0) return [];
  const shared = {
    type: 'scatter',
    table: TABLES.poolCurve,
    categoryKey: 'size',
    categoryAxisTitle: 'Pool size, tokens',
    categoryNumberFormat: '#,##0',
    placement: 'below',
    anchorTable: TABLES.poolSizes,
    width: 540,
    height: 320,
  } as const;
  return [
    {
      ...shared,
      name: 'Flex pool cost and risk',
      title: costTitle(report),
      series: [
        { key: 'cost', name: 'Expected cost', color: CURVE_COLORS.cost },
        { key: 'risk', name: 'Stockout risk', color: CURVE_COLORS.risk, secondary: true },
        ...marks(report, 'cost'),
      ],
      valueAxisTitle: `Expected cost, ${report.currency} a year`,
      valueNumberFormat: moneyFormat(report.currency),
      secondaryAxisTitle: 'Stockout risk',
      secondaryNumberFormat: '0%',
    },
    {
      ...shared,
      name: 'Flex pool shortage and waste',
      title: tokensTitle(report),
      series: [
        { key: 'waste', name: 'Expected waste', color: CURVE_COLORS.waste },
        { key: 'shortage', name: 'Expected shortage', color: CURVE_COLORS.shortage },
        ...marks(report, 'waste'),
      ],
      valueAxisTitle: 'Tokens in an average year',
      valueNumberFormat: '#,##0',
      nextToPrevious: true,
    },
  ];
}

/** The chosen sizes as points on a line, taken from the sizes table. */
function marks({ result }: PoolReportInput, key: string): readonly ChartSeries[] {
  return result.choices.map(({ kind }, row) => ({
    key,
    name: CHOICE_LABELS[kind],
    color: choiceColor(kind),
    point: { table: TABLES.poolSizes, xKey: 'size', row, marker: MARKERS[kind] },
  }));
}
