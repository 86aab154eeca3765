/** Demands whose answers stand in textbooks, to hold the engine against. */
import { normalQuantile } from '../../../src/engine/numeric/normal';
import type { DemandDistribution } from '../../../src/engine/pool';
import { normalLoss, normalUpperTail } from '../numeric/normal-tail';

/** Normal demand; it may fall below 0. */
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

/** Poisson demand: whole tokens with a given mean; each answer is a sum over the values. */
export function poissonDemand(mean: number): DemandDistribution {
  const chances: number[] = [Math.exp(-mean)];
  for (let k = 1; k <= Math.ceil(mean + 12 * Math.sqrt(mean) + 40); k++)
    chances.push((chances[k - 1]! * mean) / k);
  const expected = (of: (k: number) => number): number =>
    chances.reduce((sum, chance, k) => sum + chance * of(k), 0);
  return withSalvage({
    mean,
    sd: Math.sqrt(mean),
    quantile: (p) => {
      let below = 0;
      const found = chances.findIndex((chance) => (below += chance) >= p - 1e-12);
      return found < 0 ? chances.length - 1 : found;
    },
    exceeds: (size) => expected((k) => (k > size ? 1 : 0)),
    shortage: (size) => expected((k) => Math.max(0, k - size)),
    left: (size) => expected((k) => Math.max(0, size - k)),
  });
}

function withSalvage(parts: Omit<DemandDistribution, 'salvaged'>): DemandDistribution {
  return {
    ...parts,
    salvaged: (size, share) =>
      share >= 1 ? parts.left(size) : Math.max(0, parts.left(size) - parts.left((1 - share) * size)),
  };
}
