/** The terms of a run: the pane's settings, and what the user changed in the assumption cells since the last run. */
import { priceTerms, type RateCard } from '../../engine/catalog';
import type { PriceTerms } from '../../engine/catalog/types';
import { FlexError } from '../../engine/errors';
import { parseIsoDate } from '../../engine/numeric';
import type { CellValue } from '../../report/model/document';
import { SHEETS } from '../../report/model/sheet-names';
import { adoptedMessage, editOf, type SheetAssumptions } from './values-from-sheet';
import type { Message, SegmentSettings } from '../contract/services';

export interface RunTerms {
  readonly terms: PriceTerms;
  /** Excel serial; null = the latest usable row. */
  readonly asOf: number | null;
  readonly rankingHoursPerDay: number;
  /** Keys of the figures taken from the sheet, and what the pane said of all: kept with the run. */
  readonly adopted: readonly string[];
  readonly pane: Readonly<Record<string, number | null>>;
  /** Which figures were taken from the sheet instead of the pane. */
  readonly messages: readonly Message[];
}

const LABELS = {
  tokenPrice: 'Token price',
  tokenDiscount: 'Token discount',
  seatDiscount: 'Seat discount',
  margin: 'Decision margin',
  asOf: 'As-of date',
  rankingHours: 'Hours that rank as one day',
} as const;
type Key = keyof typeof LABELS;

/**
 * The pane's settings, and what adoption.ts takes from `Flex Summary`.
 * @throws FlexError for a setting or a cell that is no number or out of range
 */
export function runTerms(
  card: RateCard,
  settings: SegmentSettings,
  sheet: SheetAssumptions | null,
): RunTerms {
  const fromPane: Readonly<Record<Key, number | null>> = {
    tokenPrice: settings.tokenPrice ?? card.tokenPrice,
    tokenDiscount: settings.tokenDiscount,
    seatDiscount: settings.seatDiscount,
    margin: settings.margin,
    asOf: settings.asOf === null ? null : asOfSerial(settings.asOf),
    rankingHours: settings.rankingHoursPerDay,
  };
  const messages: Message[] = [];
  const adopted: string[] = [];
  const chosen = { ...fromPane };
  for (const key of Object.keys(LABELS) as Key[]) {
    const edit = editOf(key, fromPane[key], sheet);
    if (edit === undefined) continue;
    chosen[key] = numberOf(key, edit);
    adopted.push(key);
    messages.push(adoptedMessage(LABELS[key], SHEETS.summary.name));
  }
  const { tokenPrice, tokenDiscount, seatDiscount, margin, asOf, rankingHours } = chosen;
  if (rankingHours === null || !(rankingHours > 0 && rankingHours <= 24)) {
    throw new FlexError('value', `${LABELS.rankingHours} must be above 0 and at most 24.`);
  }
  return {
    terms: priceTerms(card, { tokenPrice, tokenDiscount, seatDiscount, margin }),
    asOf,
    rankingHoursPerDay: rankingHours,
    adopted,
    pane: fromPane,
    messages,
  };
}

function numberOf(key: Key, value: CellValue): number | null {
  if (typeof value === 'number') return value;
  if (value === null && (key === 'margin' || key === 'asOf')) return null;
  throw new FlexError(
    'value',
    `${LABELS[key]} on ${SHEETS.summary.name} is "${String(value ?? '')}". Enter a number there, then run again.`,
  );
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
