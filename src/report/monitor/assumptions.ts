/**
 * The inputs of a review as named cells, and the lines that say whether the sheets still are what the inputs and the user's tables ask
 * for. Everything a review finds comes from playing the ledger, so a change needs another run.
 */
import { PEOPLE } from '../../engine/assumptions/shared';
import { wordOf } from '../../engine/assumptions/value';
import { MONITOR_ASSUMPTIONS } from '../../engine/monitor/assumptions';
import type { UnusedRule } from '../../engine/monitor/ledger/types';
import { withCard } from '../rates/card-changed';
import { formatShare } from '../../engine/numeric';
import type { Figure, TextLine } from '../model/document';
import { quoteText } from '../model/formula';
import { changedCells, inputFigure, inputFigures, NEEDS_RUN } from '../model/input-cells';
import { MONITOR_NAMES, type MonitorReportInput, type OwnTableKey } from './input';
import { changedConditions } from './own-tables';
import { dayText } from './words';

/** The user's tables by the sheet they stand on. */
export const LEDGER_TABLES: readonly OwnTableKey[] = ['packs', 'transfers', 'adjustments', 'shownBalances'];
export const MONITOR_TABLES: readonly OwnTableKey[] = ['budgets', 'holidays', 'spareSeats'];

const FOLLOW = { run: NEEDS_RUN, costs: NEEDS_RUN, figures: NEEDS_RUN } as const;

const { unusedRule, ...ON_MONITOR } = MONITOR_ASSUMPTIONS;

/** The inputs of `Flex Monitor`, in the order shown. */
export function monitorInputFigures(report: MonitorReportInput): readonly Figure[] {
  return inputFigures(ON_MONITOR, valuesOf(report), report.review.currency, FOLLOW);
}

/** The rule of `Flex Chargeback`. */
export function unusedRuleFigure({ review }: MonitorReportInput): Figure {
  return inputFigure(unusedRule, review.chargeback.rule, review.currency, FOLLOW);
}

const valuesOf = ({ review: { terms, asOf }, people }: MonitorReportInput) => ({ ...terms, asOf, people });

/** Says on `Flex Monitor` whether inputs and lists still are those of the run. */
export function monitorStaleness(report: MonitorReportInput): TextLine {
  const { review, people, own, cardChanged } = report;
  const { terms, asOf } = review;
  const inputs = changedCells(ON_MONITOR, valuesOf(report));
  const at =
    `Computed as of ${dayText(asOf)} for ${wordOf(PEOPLE, people)}, alerts at ${formatShare(terms.review)}, ${formatShare(terms.topUp)} ` +
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
