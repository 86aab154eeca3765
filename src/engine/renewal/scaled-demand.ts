import type { DemandDistribution } from '../pool';

/**
 * The same demand, every outcome `factor` times as large: what another growth does to it, for growth multiplies every draw.
 * @param factor 0 or more
 */
export function scaledDemand(demand: DemandDistribution, factor: number): DemandDistribution {
  if (factor === 1) return demand;
  if (factor === 0) return NO_DEMAND;
  return {
    mean: demand.mean * factor,
    sd: demand.sd * factor,
    quantile: (p) => demand.quantile(p) * factor,
    exceeds: (size) => demand.exceeds(size / factor),
    shortage: (size) => demand.shortage(size / factor) * factor,
    left: (size) => demand.left(size / factor) * factor,
    salvaged: (size, share) => demand.salvaged(size / factor, share) * factor,
  };
}

/** A year without any demand: of a purchase, everything is left. */
export const NO_DEMAND: DemandDistribution = {
  mean: 0,
  sd: 0,
  quantile: () => 0,
  exceeds: (size) => (size < 0 ? 1 : 0),
  shortage: (size) => Math.max(0, -size),
  left: (size) => Math.max(0, size),
  salvaged: (size, share) => Math.max(0, Math.min(size, share * size)),
};

/** P(D < size): demand that meets a size exactly does not fall short of it, and none falls short of 0 tokens. */
export function chanceBelow(demand: DemandDistribution, size: number): number {
  return size <= 0 ? 0 : 1 - demand.exceeds(size - Math.abs(size) * JUST_BELOW);
}

/** Beyond rounding of a sum of tokens, and far below a token. */
const JUST_BELOW = 1e-12;
