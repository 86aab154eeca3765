import { quantileSorted } from 'd3-array';

/**
 * The p-quantile as Excel's PERCENTILE.INC computes it (linear interpolation, type 7 of Hyndman and Fan 1996).
 * @param values in any order; left untouched
 * @param p 0 to 1
 * @returns null without values
 */
export function quantile(values: readonly number[] | Float64Array, p: number): number | null {
  if (values.length === 0) return null;
  return quantileSorted(ascending(values), p) ?? null;
}

/** The three quartile limits of PERCENTILE.INC; null without values. */
export function quartileLimits(
  values: readonly number[] | Float64Array,
): readonly [number, number, number] | null {
  if (values.length === 0) return null;
  const sorted = ascending(values);
  const at = (p: number): number => quantileSorted(sorted, p) ?? Number.NaN;
  return [at(0.25), at(0.5), at(0.75)];
}

/** Quartile of a value among limits of quartileLimits; a tie falls into the lower quartile. */
export function quartileOf(value: number, limits: readonly [number, number, number]): 1 | 2 | 3 | 4 {
  if (value <= limits[0]) return 1;
  if (value <= limits[1]) return 2;
  return value <= limits[2] ? 3 : 4;
}

function ascending(values: readonly number[] | Float64Array): number[] {
  return Array.from(values).sort((a, b) => a - b);
}
