import { PRICE_MISSING, RATE_MISSING } from '../catalog/missing';
import type { PriceTerms, RateCard, RateRow } from '../catalog/types';
import { assess, type Assessment } from './assess';
import { discountedSeat } from './break-even';

/** One row of the break-even table. */
export interface BreakEvenRow {
  readonly row: RateRow;
  /** After the seat discount; null = price missing. */
  readonly seatPrice: number | null;
  readonly assessment: Assessment;
}

/** Every product of the card with its break-even, in the card's order. */
export function breakEvenRows(card: RateCard, terms: PriceTerms): readonly BreakEvenRow[] {
  return card.rows.map((row) => ({
    row,
    seatPrice: discountedSeat(row, terms),
    assessment: assess(row, terms),
  }));
}

export const BREAK_EVEN_COLUMNS = [
  'Product',
  'Basis',
  'Tokens per unit',
  'Seat price',
  'Break-even',
  'Ceiling',
  'Reachable',
  'Recommendation',
] as const;

type Cell = string | number | boolean | null;

/**
 * The break-even table with a header row. A figure that the card lacks reads `rate missing` or `price missing`;
 * null = nothing to show.
 */
export function breakEvenTable(card: RateCard, terms: PriceTerms): Cell[][] {
  return [[...BREAK_EVEN_COLUMNS], ...breakEvenRows(card, terms).map(tableRow)];
}

function tableRow({ row, seatPrice, assessment }: BreakEvenRow): Cell[] {
  const lacking = assessment.rateMissing
    ? RATE_MISSING
    : row.onFlex && assessment.priceMissing
      ? PRICE_MISSING
      : null;
  return [
    row.product,
    row.basis,
    assessment.rateMissing ? RATE_MISSING : row.tokensPerUnit,
    seatPrice ?? PRICE_MISSING,
    assessment.breakEven ?? lacking,
    assessment.ceiling ?? lacking,
    assessment.reachable,
    assessment.sentence,
  ];
}
