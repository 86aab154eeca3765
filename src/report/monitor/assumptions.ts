/**
 * The inputs of a review as named cells, and the lines that say whether the sheets still are what the inputs and the user's tables ask
 * for. Everything a review finds comes from playing the ledger, so a change needs another run.
 */
import type { MonitorTerms } from '../../engine/monitor/review-types';
import type { UnusedRule } from '../../engine/monitor/ledger/types';
import { withCard } from '../rates/card-changed';
import { formatShare } from '../../engine/numeric';
import type { Figure, TextLine } from '../model/document';
import { numberFormat } from '../model/formats';
import { quoteText } from '../model/formula';
import { MONITOR_NAMES, type MonitorReportInput, type OwnTableKey } from './input';
import { changedConditions } from './own-tables';
import { dayText } from './words';
import { POOL_PEOPLE } from '../pool/assumptions';

/** What the cell of the rule for unused tokens offers. */
export const UNUSED_RULES: readonly UnusedRule[] = ['by use', 'evenly', 'apart'];

/**
 * What a first review takes: the guide's thresholds, two weeks for an ordinary purchase order, usage of the last week, a tenth of the pool
 * as the waste worth an alert, and unused tokens charged to those who use most.
 */
export const DEFAULT_MONITOR_TERMS: MonitorTerms = {
  review: 0.3,
  topUp: 0.2,
  escalate: 0.1,
  leadDays: 14,
  wasteShare: 0.1,
  staleDays: 7,
  unusedRule: 'by use',
};

/** The user's tables by the sheet they stand on. */
export const LEDGER_TABLES: readonly OwnTableKey[] = ['packs', 'transfers', 'adjustments', 'shownBalances'];
export const MONITOR_TABLES: readonly OwnTableKey[] = ['budgets', 'holidays', 'spareSeats'];

const RERUN = 'needs another run';

/** The inputs of `Flex Monitor`, in the order shown. */
export function monitorInputFigures({ review, people }: MonitorReportInput): readonly Figure[] {
  const { terms, currency, asOf } = review;
  const n = MONITOR_NAMES;
  const input = (label: string, name: string, value: number | string, format: string, note: string) =>
    ({ label, name, value, numberFormat: format, note: `${note}; ${RERUN}`, input: true }) as const;
  const share = (label: string, name: string, value: number, note: string): Figure =>
    input(label, name, value, numberFormat('share', currency), note);
  const days = (label: string, name: string, value: number, note: string): Figure => ({
    ...input(label, name, value, '#,##0', note),
    unit: 'days',
  });
  return [
    input('As-of date', n.asOf, asOf, numberFormat('date', currency), 'everything dated later is left out'),
    {
      ...input(
        'People',
        n.people,
        POOL_PEOPLE[people],
        'General',
        'whose tokens the pool carries: everyone in the usage, or those on Flex in the last segmentation or portfolio',
      ),
      choices: Object.values(POOL_PEOPLE),
    },
    share('Review at', n.review, terms.review, 'share of the pool left: look for who should move to a seat'),
    share('Top up at', n.topUp, terms.topUp, 'share of the pool left: order a top-up'),
    share('Escalate at', n.escalate, terms.escalate, 'share of the pool left: bring procurement in'),
    days(
      'Procurement lead time',
      n.leadDays,
      terms.leadDays,
      'from order to tokens; an earliest date nearer than that raises an alert',
    ),
    share(
      'Expiry waste above',
      n.wasteShare,
      terms.wasteShare,
      'share of the pool that expires unused, above which an alert is raised',
    ),
    days('Usage is too old after', n.staleDays, terms.staleDays, 'the status is then never OK'),
  ];
}

/** The rule of `Flex Chargeback`. */
export function unusedRuleFigure({ review }: MonitorReportInput): Figure {
  return {
    label: 'Unused tokens are charged',
    name: MONITOR_NAMES.unusedRule,
    value: review.chargeback.rule,
    numberFormat: 'General',
    note: `by use: in proportion to tokens used; evenly: the same to each cost centre; apart: on a line of their own; ${RERUN}`,
    input: true,
    choices: UNUSED_RULES,
  };
}

/** Says on `Flex Monitor` whether inputs and lists still are those of the run. */
export function monitorStaleness(report: MonitorReportInput): TextLine {
  const { review, people, own, cardChanged } = report;
  const { terms, asOf } = review;
  const n = MONITOR_NAMES;
  const inputs = [
    `${n.asOf}<>${asOf}`,
    `${n.people}<>${quoteText(POOL_PEOPLE[people])}`,
    `${n.review}<>${terms.review}`,
    `${n.topUp}<>${terms.topUp}`,
    `${n.escalate}<>${terms.escalate}`,
    `${n.leadDays}<>${terms.leadDays}`,
    `${n.wasteShare}<>${terms.wasteShare}`,
    `${n.staleDays}<>${terms.staleDays}`,
  ];
  const at =
    `Computed as of ${dayText(asOf)} for ${POOL_PEOPLE[people]}, alerts at ${formatShare(terms.review)}, ${formatShare(terms.topUp)} ` +
    `and ${formatShare(terms.escalate)}, lead time ${terms.leadDays} days`;
  return {
    style: 'body',
    ...stale(at, cardChanged, [
      [inputs, 'Inputs have changed since'],
      [changedConditions(own, MONITOR_TABLES), 'Budgets, days off or spare seats have changed since'],
    ]),
  };
}

/** Says on `Flex Pool Ledger` whether the user's tables still are those of the run. */
export function ledgerStaleness({ review, own, cardChanged }: MonitorReportInput): TextLine {
  return {
    style: 'body',
    ...stale(`Lots, months and reconciliation computed as of ${dayText(review.asOf)}`, cardChanged, [
      [
        changedConditions(own, LEDGER_TABLES),
        'Packs, transfers, adjustments or shown balances have changed since',
      ],
    ]),
  };
}

/** Says on `Flex Chargeback` whether the rule still is that of the run. */
export function chargebackStaleness({ review, cardChanged }: MonitorReportInput): TextLine {
  const { rule } = review.chargeback;
  return {
    style: 'body',
    ...stale(
      `Computed as of ${dayText(review.asOf)} with unused tokens charged ${quoted(rule)}`,
      cardChanged,
      [[[`${MONITOR_NAMES.unusedRule}<>${quoteText(rule)}`], 'The rule has changed since']],
    ),
  };
}

function quoted(rule: UnusedRule): string {
  return `“${rule}”`;
}

/** A text, and the formula that shows it until one of the conditions holds, or a column that they name is gone. */
function stale(
  at: string,
  cardChanged: string | null | undefined,
  changes: readonly (readonly [conditions: readonly string[], what: string])[],
): { readonly text: string; readonly formula: string } {
  const text = `${at}; unchanged since.`;
  const again = (what: string): string => quoteText(`${at}. ${what}: run Monitor again.`);
  const formula = changes.reduceRight(
    (otherwise, [conditions, what]) => `IF(OR(${conditions.join(',')}),${again(what)},${otherwise})`,
    quoteText(text),
  );
  const staleness = { text, formula: `=IFERROR(${formula},${again(changes.at(-1)?.[1] ?? '')})` };
  return withCard(staleness, cardChanged, 'Monitor');
}
