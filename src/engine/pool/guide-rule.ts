import { noPeak } from './errors';

/** Peak months of the guide's rule, and months of a year. */
const PEAK_MONTHS = 3;
const MONTHS = 12;

/**
 * Peak-to-average ratio: mean of the 3 highest months ÷ mean of the year's 12 (docs/rules.md, "Pool").
 * @param monthTokens tokens of the 12 months; months without use are 0
 * @throws FlexError 'number' for a year without tokens
 */
export function peakRatio(monthTokens: ArrayLike<number>): number {
  const falling = Float64Array.from(monthTokens).sort().reverse();
  const total = falling.reduce((sum, tokens) => sum + tokens, 0);
  if (!(total > 0)) throw noPeak();
  const peaks = falling.subarray(0, PEAK_MONTHS).reduce((sum, tokens) => sum + tokens, 0);
  return peaks / PEAK_MONTHS / (total / MONTHS);
}

/**
 * The guide's buffer as a fraction of the baseline: (ratio − 1) × 3 ÷ 12, within its limits.
 * @example guideBuffer(1.8, 0.15, 0.25) //=> 0.2
 */
export function guideBuffer(ratio: number, low: number, high: number): number {
  return Math.min(Math.max(((ratio - 1) * PEAK_MONTHS) / MONTHS, low), high);
}
