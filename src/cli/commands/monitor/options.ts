/** What a review takes beside the usage: the user's lists, thresholds and times. */
import type { MonitorTerms } from '../../../engine/monitor';
import { MONITOR_RULES, requireFalling } from '../../../engine/monitor/assumptions';
import { assumptionOptions, givenValues } from '../../program/assumption-options';
import { fileOption } from '../../program/option-specs';
import type { OptionSpec } from '../../program/option-spec';
import type { OptionValues } from '../../program/option-values';

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
export const MONITOR_TERM_OPTIONS = assumptionOptions(MONITOR_RULES);

/** @throws FlexError when the thresholds do not fall */
export function monitorTerms(options: OptionValues): MonitorTerms {
  const terms = givenValues(MONITOR_RULES, options);
  requireFalling(terms, ['--review-at', '--top-up-at', '--escalate-at']);
  return terms;
}
