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

/**
 * Demand as simulated: every value equally likely. quantile(p) is the ⌈pN⌉-th smallest; every question takes O(log N).
 * @param values in any order, at least one; left untouched
 */
export function empiricalDemand(values: Float64Array): DemandDistribution {
  const sorted = values.slice().sort();
  const mean = sorted.reduce((total, value) => total + value, 0) / sorted.length;
  const squares = sorted.reduce((total, value) => total + (value - mean) ** 2, 0);
  const sd = sorted.length > 1 ? Math.sqrt(squares / (sorted.length - 1)) : 0;
  /** Sum of the first i values. */
  const below = new Float64Array(sorted.length + 1);
  for (let i = 0; i < sorted.length; i++) below[i + 1] = below[i]! + sorted[i]!;
  const count = sorted.length;
  const tokens = below[count]!;
  const notAbove = (size: number): number => firstIndex(count, (i) => sorted[i]! > size);
  return withSalvage({
    mean,
    sd,
    quantile: (p) => {
      const wanted = p * count - RANK_ALLOWANCE;
      return sorted[firstIndex(count - 1, (i) => i + 1 >= wanted)]!;
    },
    exceeds: (size) => (count - notAbove(size)) / count,
    shortage: (size) => {
      const i = notAbove(size);
      return Math.max(0, tokens - below[i]! - (count - i) * size) / count;
    },
    left: (size) => {
      const i = notAbove(size);
      return Math.max(0, i * size - below[i]!) / count;
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
