import { fits } from '../assumptions/value';
import { mustBe } from '../errors';
import { firstSerialOfMonth } from '../numeric';
import { POOL_ASSUMPTIONS } from './assumptions';
import { checkPrices } from './purchase';
import { DEFAULT_DRAWS, DEFAULT_SEED } from './simulate';
import type { ClusterKind, Growth, PlannedBurst, PoolDemand, PoolInput, PoolPrices } from './types';

/** Limits of the guide's buffer. */
const GUIDE_BUFFER = { low: 0.15, high: 0.25 } as const;
const MONTHS = 12;

/** What a sizing takes beside the demand; what is left out has the defaults of the FLEX functions. */
export interface PoolOptions {
  readonly tolerance: number;
  readonly growth: Growth;
  readonly prices: PoolPrices;
  readonly leadDays: number;
  readonly planned: readonly PlannedBurst[];
  readonly seed?: number;
  readonly draws?: number;
  readonly buffer?: { readonly low: number; readonly high: number };
  /** False leaves the rolling lots out; they take most of the time of a small sizing. */
  readonly lots?: boolean;
}

/**
 * The numbers of a sizing, without names, so that they can cross to a worker.
 * @throws FlexError 'value' when an option is out of its range, saying which and what is allowed
 */
export function poolInput(demand: PoolDemand, options: PoolOptions): PoolInput {
  const months = new Float64Array(demand.clusters.length * MONTHS);
  demand.clusters.forEach((cluster, index) => months.set(cluster.months, index * MONTHS));
  const input: PoolInput = {
    tokens: Float64Array.from(demand.clusters, (cluster) => cluster.tokens),
    months,
    monthTokens: Array.from(demand.monthTokens),
    monthSeen: [...demand.monthSeen],
    draws: options.draws ?? DEFAULT_DRAWS,
    seed: options.seed ?? DEFAULT_SEED,
    growth: options.growth,
    tolerance: options.tolerance,
    prices: options.prices,
    leadDays: options.leadDays,
    planned: options.planned,
    buffer: options.buffer ?? GUIDE_BUFFER,
    lots: options.lots ?? true,
    facts: {
      monthsCovered: demand.monthsCovered,
      scale: demand.scale,
      kinds: kindCounts(demand),
      by: demand.by,
      lastMonthPartial: workingDayLeft(demand),
      firstMonth: demand.firstMonth,
    },
  };
  checkInput(input);
  return input;
}

/** Whether a day from Monday to Friday lies between the as-of date and the end of its month: a month that ends on its weekend is whole. */
function workingDayLeft({ asOf, lastMonth }: PoolDemand): boolean {
  const monthEnd = firstSerialOfMonth(lastMonth + 1);
  for (let day = asOf + 1; day < monthEnd; day += 1) {
    // Excel serials count Saturday as 0 and Sunday as 1, modulo 7.
    if (day % 7 >= 2) return true;
  }
  return false;
}

/**
 * Refuses numbers that no sizing can be made with.
 * @throws FlexError 'value' saying which input, its value and what is allowed
 */
export function checkInput(input: PoolInput): void {
  const { tolerance, growth, leadDays, draws, seed, buffer } = input;
  mustBe(
    fits(POOL_ASSUMPTIONS.tolerance, tolerance),
    'pool',
    `tolerance is ${tolerance}`,
    'between 0 and 1, both excluded (5 % is 0.05)',
  );
  mustBe(
    fits(POOL_ASSUMPTIONS.growthMean, growth.mean),
    'pool',
    `growth is ${growth.mean}`,
    'above -1 and at most 10 (10 % is 0.1)',
  );
  mustBe(
    fits(POOL_ASSUMPTIONS.growthSpread, growth.spread),
    'pool',
    `growth spread is ${growth.spread}`,
    'from 0 to 2 (5 % is 0.05)',
  );
  mustBe(
    fits(POOL_ASSUMPTIONS.leadDays, leadDays),
    'pool',
    `top-up lead time is ${leadDays}`,
    '0 days or more, up to 365, and whole',
  );
  mustBe(
    Number.isInteger(draws) && draws >= 1,
    'pool',
    `number of draws is ${draws}`,
    'a whole number, 1 or more',
  );
  mustBe(fits(POOL_ASSUMPTIONS.seed, seed), 'pool', `seed is ${seed}`, 'a whole number');
  mustBe(
    buffer.low >= 0 && buffer.high >= buffer.low && Number.isFinite(buffer.high),
    'pool',
    `guide buffer is ${buffer.low} to ${buffer.high}`,
    '0 or more, the low limit first',
  );
  for (const { name, probability, mean, sd } of input.planned) {
    mustBe(
      probability >= 0 && probability <= 1 && mean >= 0 && sd >= 0 && Number.isFinite(mean + sd),
      'pool',
      `planned project ${name} has probability ${probability}, mean ${mean} and deviation ${sd}`,
      'a probability between 0 and 1 and tokens of 0 or more',
    );
  }
  checkPrices(input.prices);
}

function kindCounts(demand: PoolDemand): Record<ClusterKind, number> {
  const counts: Record<ClusterKind, number> = { project: 0, team: 0, department: 0, user: 0, product: 0 };
  for (const cluster of demand.clusters) counts[cluster.kind] += 1;
  return counts;
}
