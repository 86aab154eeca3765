import type { PoolInput, PoolPrices } from '../../../src/engine/pool';

export const prices: PoolPrices = {
  price: 3,
  tiers: [],
  bundle: 1,
  topUpPrice: 3,
  disruption: 57,
  salvage: 0,
  salvageShare: 1,
};

/** A sizing of projects that are used evenly over a whole year; growth 0 ± 5 % and 5 % tolerance, as the functions have it. */
export function sizing(tokens: readonly number[], part: Partial<PoolInput> = {}): PoolInput {
  const total = tokens.reduce((sum, x) => sum + x, 0);
  return {
    tokens: Float64Array.from(tokens),
    months: Float64Array.from({ length: 12 * tokens.length }, (_, i) => tokens[Math.floor(i / 12)]! / 12),
    monthTokens: new Array<number>(12).fill(total / 12),
    monthSeen: new Array<boolean>(12).fill(true),
    draws: 2000,
    seed: 7,
    growth: { mean: 0, spread: 0.05 },
    tolerance: 0.05,
    prices,
    leadDays: 10,
    planned: [],
    buffer: { low: 0.15, high: 0.25 },
    facts: {
      monthsCovered: 12,
      scale: 1,
      kinds: { project: tokens.length, team: 0, department: 0, user: 0, product: 0 },
      by: 'auto',
      lastMonthPartial: false,
      firstMonth: 2025 * 12 + 10,
    },
    ...part,
  };
}

/** Project sizes as unequal as real ones: 100 tokens to 7,000. */
export function projects(count: number): number[] {
  return Array.from({ length: count }, (_, i) =>
    Math.round(100 * Math.exp((((i * 37) % count) / count) * 4.25)),
  );
}
