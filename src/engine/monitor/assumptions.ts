/**
 * What a review assumes: the guide's thresholds, usage of the last week, a tenth of the pool as the waste worth an alert, and unused
 * tokens charged to those who use most.
 */
import { choice, number, type NumberRow } from '../assumptions/row';
import { AS_OF, LEAD_DAYS, PEOPLE } from '../assumptions/shared';
import { risingThresholds } from './errors';
import type { UnusedRule } from './ledger/types';

const share = (row: Pick<NumberRow<number>, 'label' | 'says' | 'initial' | 'cell' | 'option'>) =>
  number('share', { ...row, least: 0, most: 1 });

/** When alerts are raised, and how unused tokens are charged. */
export const MONITOR_RULES = {
  review: share({
    label: 'Review at',
    says: 'share of the pool left: look for who should move to a seat',
    initial: 0.3,
    cell: 'Flex_MonitorReview',
    option: 'review-at',
  }),
  topUp: share({
    label: 'Top up at',
    says: 'share of the pool left: order a top-up',
    initial: 0.2,
    cell: 'Flex_MonitorTopUp',
    option: 'top-up-at',
  }),
  escalate: share({
    label: 'Escalate at',
    says: 'share of the pool left: bring procurement in',
    initial: 0.1,
    cell: 'Flex_MonitorEscalate',
    option: 'escalate-at',
  }),
  leadDays: { ...LEAD_DAYS, cell: 'Flex_MonitorLeadDays' },
  wasteShare: share({
    label: 'Expiry waste above',
    says: 'share of the pool that expires unused, above which an alert is raised',
    initial: 0.1,
    cell: 'Flex_MonitorWasteShare',
    option: 'waste-share',
  }),
  staleDays: number('days', {
    label: 'Usage is too old after',
    says: 'the status is then never OK',
    initial: 7,
    least: 0,
    most: 365,
    cell: 'Flex_MonitorStaleDays',
    option: 'stale-days',
  }),
  unusedRule: choice<UnusedRule>({
    label: 'Unused tokens are charged',
    says: 'by use: in proportion to tokens used; evenly: the same to each cost centre; apart: on a line of their own',
    initial: 'by use',
    choices: ['by use', 'evenly', 'apart'],
    cell: 'Flex_ChargebackUnusedRule',
    option: 'unused',
  }),
};

/** What the Monitor step keeps, and the sheets of a review show as named cells: the rule for unused tokens on `Flex Chargeback`. */
export const MONITOR_ASSUMPTIONS = {
  asOf: {
    ...AS_OF,
    says: 'everything dated later is left out',
    empty: { value: null, means: 'today' },
    cell: 'Flex_MonitorAsOf',
  },
  people: { ...PEOPLE, cell: 'Flex_MonitorPeople' },
  ...MONITOR_RULES,
};

/** Shares of the pool left, falling: equal ones raise both alerts at once. */
type Threshold = 'review' | 'topUp' | 'escalate';

/**
 * Each threshold is at most the one before it.
 * @param names what the three are called where they were given
 * @throws FlexError 'value'
 */
export function requireFalling(
  { review, topUp, escalate }: Readonly<Record<Threshold, number>>,
  names: readonly [string, string, string],
): void {
  if (review < topUp || topUp < escalate) throw risingThresholds(names, [review, topUp, escalate]);
}

/** The rules with the limits that the thresholds set each other. */
export function rulesBetweenNeighbours({
  review,
  topUp,
  escalate,
}: Readonly<Record<Threshold, number>>): typeof MONITOR_RULES {
  return {
    ...MONITOR_RULES,
    review: { ...MONITOR_RULES.review, least: topUp },
    topUp: { ...MONITOR_RULES.topUp, least: escalate, most: review },
    escalate: { ...MONITOR_RULES.escalate, most: topUp },
  };
}
