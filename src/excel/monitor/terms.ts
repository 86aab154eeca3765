/** The inputs of a review: the pane's settings, and what the user changed in the input cells since the last run. */
import { MONITOR_ASSUMPTIONS, requireFalling } from '../../engine/monitor/assumptions';
import type { MonitorTerms } from '../../engine/monitor/review-types';
import type { PoolPeople } from '../../engine/assumptions/shared';
import { today } from '../../engine/numeric';
import { SHEETS } from '../../report/model/sheet-names';
import { chosenAssumptions, type ChosenAssumptions, type EarlierCells } from '../runs/assumptions';
import type { MonitorSettings } from '../contract/monitor';

export interface ReviewTerms extends ChosenAssumptions<typeof MONITOR_ASSUMPTIONS> {
  readonly terms: MonitorTerms;
  /** Whole Excel serial. */
  readonly asOf: number;
  readonly people: PoolPeople;
}

/**
 * @param now decides the as-of day where neither the pane nor the sheet names one
 * @throws FlexError naming the cell, or the setting, that cannot be used
 */
export function reviewTerms(settings: MonitorSettings, earlier: EarlierCells, now: Date): ReviewTerms {
  const chosen = chosenAssumptions(MONITOR_ASSUMPTIONS, settings, earlier, (key) =>
    key === 'unusedRule' ? SHEETS.chargeback.name : SHEETS.monitor.name,
  );
  const { asOf: given, people, ...terms } = chosen.used;
  const { review, topUp, escalate } = MONITOR_ASSUMPTIONS;
  requireFalling(terms, [`"${review.label}"`, `"${topUp.label}"`, `"${escalate.label}"`]);
  const asOf = given ?? today(now);
  return { ...chosen, used: { ...chosen.used, asOf }, terms, asOf, people };
}
