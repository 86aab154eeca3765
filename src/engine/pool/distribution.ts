import { exponential, logarithm } from '../numeric/exponential';
import { normalLoss, normalQuantile, normalUpperTail } from '../numeric/normal';

/** What a purchase has to know of a year's demand in tokens. Sizes are tokens, shares and probabilities 0 to 1. */
export interface DemandDistribution {
  readonly mean: number;
  readonly sd: number;
  /** Smallest demand that is not exceeded with probability p. */
  quantile(p: number): number;
  /** P(D > size). */
  exceeds(size: number): number;
  /** E[(D − size)+]: tokens missing. */
  shortage(size: number): number;
  /** E[(size − D)+]: tokens left. */
  left(size: number): number;
  /** E[min((size − D)+, share × size)]: tokens left that keep a value. */
  salvaged(size: number, share: number): number;
}

/** p × N may exceed a whole number by rounding alone: (1 − 0.07) × 10,000 is 9,300.000000000001. */
const RANK_ALLOWANCE = 1e-9;

/** Normal demand, as in textbooks; it may fall below 0. */
export function normalDemand(mean: number, sd: number): DemandDistribution {
  return withSalvage({
    mean,
    sd,
    quantile: (p) => mean + sd * normalQuantile(p),
    exceeds: (size) => normalUpperTail((size - mean) / sd),
    shortage: (size) => sd * normalLoss((size - mean) / sd),
    left: (size) => sd * normalLoss((mean - size) / sd),
  });
}

/** Poisson demand: whole tokens with a given mean. */
export function poissonDemand(mean: number): DemandDistribution {
  const largest = Math.ceil(mean + 12 * Math.sqrt(mean) + 40);
  const values = Float64Array.from({ length: largest + 1 }, (_, k) => k);
  const weights = new Float64Array(largest + 1);
  let logFactorial = 0;
  for (let k = 0; k <= largest; k++) {
    if (k > 0) logFactorial += logarithm(k);
    weights[k] = exponential(k * logarithm(mean) - mean - logFactorial);
  }
  return weighted(values, weights, { mean, sd: Math.sqrt(mean) });
}

/**
 * Demand as simulated: every value equally likely. quantile(p) is the ⌈pN⌉-th smallest; every question takes O(log N).
 * @param values in any order, at least one; left untouched
 */
export function empiricalDemand(values: Float64Array): DemandDistribution {
  const sorted = values.slice().sort();
  const mean = sorted.reduce((total, value) => total + value, 0) / sorted.length;
  const squares = sorted.reduce((total, value) => total + (value - mean) ** 2, 0);
  const sd = sorted.length > 1 ? Math.sqrt(squares / (sorted.length - 1)) : 0;
  return weighted(sorted, new Float64Array(sorted.length).fill(1), { mean, sd });
}

/** Values in rising order with their weights, summed once so that each question is one search. */
function weighted(
  values: Float64Array,
  weights: Float64Array,
  moments: { readonly mean: number; readonly sd: number },
): DemandDistribution {
  const count = values.length;
  /** Weight, and weight × value, of the first i values. */
  const weightBelow = new Float64Array(count + 1);
  const tokensBelow = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) {
    weightBelow[i + 1] = weightBelow[i]! + weights[i]!;
    tokensBelow[i + 1] = tokensBelow[i]! + weights[i]! * values[i]!;
  }
  const total = weightBelow[count]!;
  const tokens = tokensBelow[count]!;
  const notAbove = (size: number): number => firstIndex(count, (i) => values[i]! > size);
  return withSalvage({
    ...moments,
    quantile: (p) => {
      const wanted = p * total - RANK_ALLOWANCE;
      const index = firstIndex(count - 1, (i) => weightBelow[i + 1]! >= wanted);
      return values[index]!;
    },
    exceeds: (size) => (total - weightBelow[notAbove(size)]!) / total,
    shortage: (size) => {
      const i = notAbove(size);
      return Math.max(0, tokens - tokensBelow[i]! - (total - weightBelow[i]!) * size) / total;
    },
    left: (size) => {
      const i = notAbove(size);
      return Math.max(0, weightBelow[i]! * size - tokensBelow[i]!) / total;
    },
  });
}

/** min((S − D)+, αS) = (S − D)+ − ((1 − α)S − D)+, so that what keeps a value follows from what is left. */
function withSalvage(parts: Omit<DemandDistribution, 'salvaged'>): DemandDistribution {
  return {
    ...parts,
    salvaged: (size, share) =>
      share >= 1 ? parts.left(size) : Math.max(0, parts.left(size) - parts.left((1 - share) * size)),
  };
}

/** First index below `count` for which a condition holds that stays true once it is; `count` when it never does. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
