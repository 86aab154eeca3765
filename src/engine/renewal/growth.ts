import { formatNumber, formatShare, quantile, counted } from '../numeric';
import { exponential, logarithm } from '../numeric/exponential';
import type { Growth } from '../pool';
import type { MeasuredGrowth, MonthlyTokens } from './types';

const MONTHS = 12;
/** From here on a trend can be told from the months alone. */
const TREND_MONTHS = 24;
/** Standard normal and Student t quantiles at 95 %: together the limits of a 90 % interval. */
const Z95 = 1.6448536269514722;
const T95 = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812];
/** The spread of pool sizing where the data cannot tell one. */
const DEFAULT_SPREAD = 0.05;
/** Correlation of neighbouring months is taken to be at most this: beyond it hardly any month would say something new. */
const LARGEST_CORRELATION = 0.9;

/** The same calendar month in two years. */
interface Pair {
  /** ln(later ÷ earlier) a year. */
  readonly slope: number;
  readonly later: number;
  readonly years: number;
}

/**
 * Yearly growth as the tokens of whole months show it, with a 90 % interval.
 *
 * 24 months and more: the seasonal Kendall slope (Hirsch, Slack and Smith 1982), the median of the yearly change of ln(tokens) over all
 * pairs of the same calendar month: neither seasons nor a few odd months move it. Its interval is read off the sorted slopes (Gilbert 1987),
 * widened for months that resemble their neighbours. 13 to 23 months: the mean change of the months that repeat, with Student's t.
 * @param monthly whole months; those without positive tokens are passed over
 */
export function measuredGrowth({ tokens }: MonthlyTokens): MeasuredGrowth {
  const logs = tokens.map((value) => (value !== null && value > 0 ? logarithm(value) : null));
  const months = logs.filter((value) => value !== null).length;
  const pairs = pairsOf(logs);
  if (pairs.length === 0) return noGrowth(months);
  const trend = months >= TREND_MONTHS && pairs.length >= MONTHS;
  const estimate = trend ? kendallSlope(pairs, logs) : meanChange(pairs.filter(({ years }) => years === 1));
  if (estimate === null) return noGrowth(months);
  const { slope, low, high } = estimate;
  const growth = (log: number | null): number | null => (log === null ? null : exponential(log) - 1);
  const measured = {
    method: trend ? 'trend' : 'year-on-year',
    mean: exponential(slope) - 1,
    low: growth(low),
    high: growth(high),
    spread: low === null || high === null ? null : (high - low) / (2 * Z95),
    months,
    pairs: pairs.length,
  } as const;
  return { ...measured, text: sentence(measured) };
}

/** The growth assumption of pool sizing: as measured, else none, with a spread of 5 % where the data show none. */
export function growthAssumption(measured: MeasuredGrowth): Growth {
  return { mean: measured.mean ?? 0, spread: measured.spread ?? DEFAULT_SPREAD };
}

interface Estimate {
  readonly slope: number;
  readonly low: number | null;
  readonly high: number | null;
}

function kendallSlope(pairs: readonly Pair[], logs: readonly (number | null)[]): Estimate | null {
  const slopes = pairs.map((pair) => pair.slope).sort((a, b) => a - b);
  const slope = quantile(slopes, 0.5);
  if (slope === null) return null;
  const reach = (Z95 * Math.sqrt(kendallVariance(logs) * correlationFactor(pairs, slope))) / 2;
  const middle = (slopes.length - 1) / 2;
  const at = (rank: number): number => {
    const share = Math.min(Math.max(rank / (slopes.length - 1), 0), 1);
    return quantile(slopes, share) ?? slope;
  };
  return { slope, low: at(middle - reach), high: at(middle + reach) };
}

/** Variance of Kendall's S, summed over the calendar months: n(n − 1)(2n + 5) ÷ 18 for n years of a month. */
function kendallVariance(logs: readonly (number | null)[]): number {
  let variance = 0;
  for (let month = 0; month < MONTHS; month++) {
    const n = logs.filter((value, index) => value !== null && index % MONTHS === month).length;
    variance += (n * (n - 1) * (2 * n + 5)) / 18;
  }
  return variance;
}

/** (1 + ρ) ÷ (1 − ρ), with ρ the correlation of the yearly changes of neighbouring months around the slope; never below 1. */
function correlationFactor(pairs: readonly Pair[], slope: number): number {
  const deviation = new Map(
    pairs.filter(({ years }) => years === 1).map((pair) => [pair.later, pair.slope - slope]),
  );
  let [together, squares] = [0, 0];
  for (const [month, value] of deviation) {
    squares += value * value;
    together += value * (deviation.get(month + 1) ?? 0);
  }
  const rho = squares === 0 ? 0 : Math.min(Math.max(together / squares, 0), LARGEST_CORRELATION);
  return (1 + rho) / (1 - rho);
}

function meanChange(pairs: readonly Pair[]): Estimate | null {
  const n = pairs.length;
  if (n === 0) return null;
  const slope = pairs.reduce((sum, pair) => sum + pair.slope, 0) / n;
  if (n === 1) return { slope, low: null, high: null };
  const variance = pairs.reduce((sum, pair) => sum + (pair.slope - slope) ** 2, 0) / (n - 1);
  const t = T95[Math.min(n - 2, T95.length - 1)]!;
  const reach = t * Math.sqrt((variance / n) * correlationFactor(pairs, slope));
  return { slope, low: slope - reach, high: slope + reach };
}

function pairsOf(logs: readonly (number | null)[]): readonly Pair[] {
  const pairs: Pair[] = [];
  logs.forEach((after, later) => {
    if (after === null) return;
    for (let years = 1; later - years * MONTHS >= 0; years++) {
      const before = logs[later - years * MONTHS];
      if (before !== null && before !== undefined)
        pairs.push({ slope: (after - before) / years, later, years });
    }
  });
  return pairs;
}

function noGrowth(months: number): MeasuredGrowth {
  return {
    method: 'none',
    mean: null,
    low: null,
    high: null,
    spread: null,
    months,
    pairs: 0,
    text:
      `Growth cannot be measured: the data hold ${counted(months, 'whole month')} with tokens and no ` +
      'calendar month twice. Type the growth you expect, or add data from before; until then none is assumed.',
  };
}

function sentence(measured: Omit<MeasuredGrowth, 'text'>): string {
  const { method, mean, low, high, months, pairs } = measured;
  const basis =
    method === 'trend'
      ? `the trend of ${formatNumber(months, 0)} months (${formatNumber(pairs, 0)} pairs of the same month)`
      : `the ${counted(pairs, 'month that repeats', 'months that repeat')} (of ${formatNumber(months, 0)})`;
  const interval =
    low === null || high === null
      ? 'one pair of months gives no interval, so take it as a hint'
      : `90 % interval ${formatShare(low)} to ${formatShare(high)}`;
  return `Growth ${formatShare(mean ?? 0)} a year by ${basis}; ${interval}.`;
}
