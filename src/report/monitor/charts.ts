/** The two charts of `Flex Monitor`, side by side under the teams: how the pool drains, and each week against what was expected. */
import type { MonitorReview } from '../../engine/monitor/review-types';
import type { ChartSpec } from '../model/document';
import { TABLES } from '../model/sheet-names';
import { burnDownTitle, weeksTitle } from './words';
import { BURN_COLORS } from '../model/palette';

const SHARED = {
  anchorTable: TABLES.monitorTeams,
  placement: 'below',
  valueAxisTitle: 'Tokens',
  valueNumberFormat: '#,##0',
  width: 560,
  height: 320,
} as const;

/** Charts of what there is: none without a pack, none of a single week. */
export function monitorCharts(review: MonitorReview): readonly ChartSpec[] {
  const { burnDown, weeks } = review;
  return [
    ...(burnDown.length === 0 ? [] : [burnDownChart(review)]),
    ...(weeks.length < 2 ? [] : [weeksChart(review)]),
  ];
}

function burnDownChart(review: MonitorReview): ChartSpec {
  const paths = review.total.depletion === null ? [] : PATHS;
  return {
    ...SHARED,
    name: 'Flex burn-down',
    title: burnDownTitle(review),
    type: 'line',
    table: TABLES.burnDown,
    categoryKey: 'day',
    categoryNumberFormat: 'mmm yyyy',
    series: [
      { key: 'expected', name: 'Expected', color: BURN_COLORS.expected },
      { key: 'balance', name: 'Balance', color: BURN_COLORS.balance },
      ...paths,
    ],
    valueAxisTitle: 'Tokens left at the end of the day',
  };
}

const PATHS = [
  { key: 'p10', name: 'P10 (earliest)', color: BURN_COLORS.p10 },
  { key: 'p50', name: 'P50', color: BURN_COLORS.p50 },
  { key: 'p90', name: 'P90 (latest)', color: BURN_COLORS.p90 },
] as const;

function weeksChart(review: MonitorReview): ChartSpec {
  return {
    ...SHARED,
    name: 'Flex weeks',
    title: weeksTitle(review),
    type: 'column',
    table: TABLES.weeks,
    // Dates would make a time axis, on which a week is a column one day thin.
    categoryKey: 'label',
    categoryAxisTitle: 'Week that begins on',
    series: [
      { key: 'tokens', name: 'Burned', color: BURN_COLORS.balance },
      { key: 'expected', name: 'Expected', color: BURN_COLORS.expected },
    ],
    nextToPrevious: true,
  };
}
