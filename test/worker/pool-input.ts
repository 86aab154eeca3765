/** A pool to size: shared by what tests the jobs and the built worker. */
import { poolInput } from '../../src/engine/pool';
import type { Cluster, PoolDemand, PoolInput } from '../../src/engine/pool';

/** Forty projects of uneven size; `odd` changes single figures. */
export function poolOf(odd: Partial<PoolInput> = {}): PoolInput {
  const clusters = Array.from({ length: 40 }, (_, index): Cluster => {
    const months = Float64Array.from(
      { length: 12 },
      (__, month) => ((index * 37 + month * 11) % 23) * (1 + index / 9),
    );
    const tokens = months.reduce((sum, each) => sum + each, 0);
    return { kind: 'project', name: `P${index}`, tokens, months };
  });
  const base = clusters.reduce((sum, { tokens }) => sum + tokens, 0);
  const demand: PoolDemand = {
    clusters,
    by: 'auto',
    base,
    effectiveClusters: base ** 2 / clusters.reduce((sum, { tokens }) => sum + tokens ** 2, 0),
    monthTokens: Float64Array.from({ length: 12 }, (_, month) =>
      clusters.reduce((sum, { months }) => sum + (months[month] ?? 0), 0),
    ),
    monthSeen: Array.from({ length: 12 }, () => true),
    firstMonth: 2025 * 12 + 10,
    lastMonth: 2026 * 12 + 9,
    asOf: 46326,
    monthsCovered: 12,
    scale: 1,
    people: 40,
  };
  const sized = poolInput(demand, {
    tolerance: 0.05,
    growth: { mean: 0.03, spread: 0.05 },
    prices: {
      price: 3,
      tiers: [],
      bundle: 100,
      topUpPrice: 3.3,
      disruption: 10,
      salvage: 0,
      salvageShare: 1,
    },
    leadDays: 14,
    planned: [],
    seed: 11,
    draws: 2_000,
  });
  return { ...sized, ...odd };
}
