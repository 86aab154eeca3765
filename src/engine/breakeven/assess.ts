import type { ChargeBasis, PriceTerms, RateRow } from '../catalog/types';
import { formatNumber } from '../numeric/format';
import { WORKING_YEAR, breakEven, ceiling, exceeds, missingFigure, unitCost } from './break-even';

/** What break-even says about one row, with nothing thrown: a table shows every row. */
export interface Assessment {
  readonly breakEven: number | null;
  readonly ceiling: number | null;
  /** False when break-even lies beyond a working year; null without a break-even. */
  readonly reachable: boolean | null;
  readonly rateMissing: boolean;
  readonly priceMissing: boolean;
  readonly sentence: string;
  /** The governing guide's verdict, present where the computed one contradicts it. */
  readonly guideVerdict?: string;
}

const UNIT_WORDS: Readonly<Record<ChargeBasis, string>> = { hour: 'h', day: 'days', result: 'results' };

/** Units with their unit for a sentence: "1,940 h", "96.7 days". */
export function unitsText(units: number, basis: ChargeBasis): string {
  return `${formatNumber(units, 1)} ${UNIT_WORDS[basis]}`;
}

/** Break-even, ceiling and verdict of one row under the given terms. */
export function assess(row: RateRow, terms: PriceTerms): Assessment {
  const rateMissing = row.onFlex && row.tokensPerUnit === null;
  const priceMissing = row.seatPrice === null;
  const none = { breakEven: null, ceiling: null, reachable: null, rateMissing, priceMissing };
  const missing = missingFigure(row);
  if (missing !== null) {
    return { ...none, sentence: missing === 'not on Flex' ? 'Named User – not on Flex' : missing };
  }
  const limits = limitsOf(row, terms);
  if (limits === null)
    return { ...none, sentence: 'Flex costs nothing at these prices, so there is no break-even' };
  const reachable = !exceeds(limits.breakEven, WORKING_YEAR[row.basis]);
  const contradicted = !reachable && row.guideVerdict !== undefined;
  return {
    ...none,
    ...limits,
    reachable,
    sentence: reachable ? verdict(row, limits) : 'break-even is beyond a working year',
    ...(contradicted ? { guideVerdict: row.guideVerdict } : {}),
  };
}

function limitsOf(row: RateRow, terms: PriceTerms): { breakEven: number; ceiling: number } | null {
  if (unitCost(row, terms) === 0) return null;
  return { breakEven: breakEven(row, terms), ceiling: ceiling(row, terms) };
}

function verdict(row: RateRow, limits: { readonly breakEven: number; readonly ceiling: number }): string {
  const below = `Flex below ${unitsText(limits.ceiling, row.basis)} a year`;
  return exceeds(limits.breakEven, limits.ceiling)
    ? `${below}, review to ${formatNumber(limits.breakEven, 1)}`
    : `${below}, Named User above`;
}
