/** The terms of a run: the pane's settings, and what the user changed in the assumption cells of `Flex Summary` since the last run. */
import { priceTerms, type RateCard } from '../../engine/catalog';
import type { PriceTerms } from '../../engine/catalog/types';
import { FlexError } from '../../engine/errors';
import { parseIsoDate } from '../../engine/numeric';
import { SEGMENT_ASSUMPTIONS } from '../../engine/segments/assumptions';
import { SHEETS } from '../../report/model/sheet-names';
import type { SegmentSettings } from '../contract/services';
import { chosenAssumptions, type ChosenAssumptions, type EarlierCells } from './assumptions';

export interface RunTerms extends Omit<ChosenAssumptions<typeof SEGMENT_ASSUMPTIONS>, 'used'> {
  readonly terms: PriceTerms;
  /** Excel serial; null = the latest usable row. */
  readonly asOf: number | null;
  readonly rankingHoursPerDay: number;
}

/** @throws FlexError for a setting or a cell that is no number or out of range */
export function runTerms(card: RateCard, settings: SegmentSettings, earlier: EarlierCells): RunTerms {
  const { used, ...chosen } = chosenAssumptions(
    SEGMENT_ASSUMPTIONS,
    { ...settings, tokenPrice: settings.tokenPrice ?? card.tokenPrice },
    earlier,
    () => SHEETS.summary.name,
  );
  const { asOf, rankingHoursPerDay } = used;
  return { ...chosen, asOf, rankingHoursPerDay, terms: priceTerms(card, used) };
}

export function asOfSerial(iso: string): number {
  const serial = parseIsoDate(iso);
  if (serial === null)
    throw new FlexError(
      'value',
      `The as-of date "${iso}" is no date. Enter it as year-month-day, for example 2026-10-31.`,
    );
  return Math.floor(serial);
}
