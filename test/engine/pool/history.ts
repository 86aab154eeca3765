import { randomStream, standardNormal, uniform, type RandomWords } from '../../../src/engine/numeric/random';
import type { PoolInput } from '../../../src/engine/pool/types';

const MONTHS = 12;

/** `clusters` projects of lognormal size (median 1,000 tokens), each running one to eight months of the year. */
export function projectHistory(clusters: number, logSd: number, changes: Partial<PoolInput> = {}): PoolInput {
  const words = randomStream(99, 0);
  const tokens = new Float64Array(clusters);
  const months = new Float64Array(clusters * MONTHS);
  const monthTokens = new Array<number>(MONTHS).fill(0);
  for (let cluster = 0; cluster < clusters; cluster++) {
    const size = 1000 * Math.exp(logSd * standardNormal(words));
    const length = 1 + below(8, words);
    const start = below(MONTHS - length + 1, words);
    for (let month = start; month < start + length; month++) {
      months[cluster * MONTHS + month] = size / length;
      monthTokens[month] = monthTokens[month]! + size / length;
    }
    tokens[cluster] = size;
  }
  return {
    tokens,
    months,
    monthTokens,
    monthSeen: monthTokens.map(() => true),
    draws: 4000,
    seed: 20_260,
    growth: { mean: 0, spread: 0.05 },
    tolerance: 0.05,
    prices: {
      price: 3,
      tiers: [],
      bundle: 100,
      topUpPrice: 3,
      disruption: 10,
      salvage: 0,
      salvageShare: 1,
    },
    leadDays: 14,
    planned: [],
    buffer: { low: 0.15, high: 0.25 },
    facts: {
      monthsCovered: 12,
      scale: 1,
      kinds: { project: clusters, team: 0, department: 0, user: 0, product: 0 },
      by: 'auto',
      lastMonthPartial: false,
    },
    ...changes,
  };
}

function below(limit: number, words: RandomWords): number {
  return Math.floor(uniform(words) * limit);
}
