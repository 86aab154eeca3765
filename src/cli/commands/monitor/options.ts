/** What a review takes beside the usage: the user's lists, thresholds and times. */
import type { MonitorTerms } from '../../../engine/monitor';
import { DEFAULT_MONITOR_TERMS, UNUSED_RULES } from '../../../report/monitor/assumptions';
import { BadInput } from '../../program/bad-input';
import { fileOption, numberOption, shareOption, type OptionSpec } from '../../program/option-specs';
import type { OptionValues } from '../../program/option-values';

const days = (name: string, help: string): OptionSpec => numberOption(name, 'DAYS', help, 0, 365);

export const LEAD_DAYS = days('lead-days', 'from order to tokens (default: 14)');

/** Files of the pool's book. */
export const BOOK_OPTIONS: readonly OptionSpec[] = [
  fileOption(
    'purchases',
    'packs: Quantity, Start, Expiry, Price [, Team, Pack, Kind]; of a workbook of ours also its other lists',
  ),
  fileOption('transfers', 'between teams: Date, From, To, Tokens'),
  fileOption('adjustments', 'posted corrections: Date, Tokens [, Team, Reason]'),
  fileOption('balances', 'what Autodesk shows: Date, Balance [, Team]'),
  fileOption('budgets', 'of teams and projects: Name, Tokens, From, To [, Kind]'),
  fileOption('holidays', 'days off: Date [, To, Name]'),
  fileOption('spare-seats', 'owned seats that nobody holds: Product, Spare seats'),
  fileOption('alerts', 'register of an earlier run (a workbook, or its CSV): an alert is raised once'),
];

/** Thresholds and times. */
export const MONITOR_TERM_OPTIONS: readonly OptionSpec[] = [
  shareOption('review-at', 'of the pool left: review (default: 30%)'),
  shareOption('top-up-at', 'of the pool left: top up (default: 20%)'),
  shareOption('escalate-at', 'of the pool left: escalate (default: 10%)'),
  shareOption('waste-share', 'of the pool that may expire unused without an alert (default: 10%)'),
  days('stale-days', 'after which usage is too old to say that all is well (default: 7)'),
  {
    name: 'unused',
    kind: 'text',
    value: 'RULE',
    help: `how unused tokens are charged: ${UNUSED_RULES.join(', ')} (default: by use)`,
    words: UNUSED_RULES,
  },
];

/** @throws BadInput when the thresholds do not fall */
export function monitorTerms(options: OptionValues): MonitorTerms {
  const d = DEFAULT_MONITOR_TERMS;
  const terms: MonitorTerms = {
    review: options.number('review-at') ?? d.review,
    topUp: options.number('top-up-at') ?? d.topUp,
    escalate: options.number('escalate-at') ?? d.escalate,
    leadDays: options.number('lead-days') ?? d.leadDays,
    wasteShare: options.number('waste-share') ?? d.wasteShare,
    staleDays: options.number('stale-days') ?? d.staleDays,
    unusedRule: UNUSED_RULES.find((rule) => rule === options.text('unused')) ?? d.unusedRule,
  };
  if (terms.review >= terms.topUp && terms.topUp >= terms.escalate) return terms;
  throw new BadInput(
    `--review-at, --top-up-at and --escalate-at must fall, for example 30%, 20% and 10%: they are ${terms.review}, ${terms.topUp} and ${terms.escalate}.`,
  );
}
