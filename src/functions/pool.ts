import { guideCard } from '../engine/catalog';
import { FlexError } from '../engine/errors';
import { formatNumber } from '../engine/numeric';
import {
  bestBuy,
  guideBuffer,
  missizeCost,
  peakRatio,
  toleranceRefusal,
  tierPrice,
  type PoolDemand,
} from '../engine/pool';
import { cardArgument, optionalNumber } from './card-argument';
import { forEachRow, optionalColumn, unitsColumn } from './columns';
import { answer } from './failures';
import { AMOUNT, COUNT, SHARE } from './limits';
import { demandOf, simulatedDemand, tiersArgument } from './pool-argument';
import { spill } from './results';
import { usageArgument, yearOf } from './usage-argument';

const LOW_BUFFER = 0.15;
const HIGH_BUFFER = 0.25;
const SERVICE_LEVEL = 0.95;
const BUNDLE = 1;

/**
 * How uneven the year is: mean of the 3 highest months ÷ mean of its 12 months. Example: =FLEX.PEAKRATIO(Usage[#All])
 * @customfunction PEAKRATIO
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns A ratio, from 1 (even) to 4 (everything in 3 months or fewer).
 */
export function peakToAverage(usage: unknown[][], card?: unknown[][]): unknown {
  return answer(() => peakRatio(yearOf(usageArgument(usage, cardArgument(card))).monthTokens));
}

/**
 * The guide's buffer on top of the baseline: (peak ratio − 1) × 3 ÷ 12, within low and high. Example: =FLEX.BUFFER(Usage[#All])
 * @customfunction BUFFER
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days.
 * @param low Least buffer, 0 to 1; omitted: 0.15.
 * @param high Largest buffer, 0 to 1; omitted: 0.25.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns A fraction of the baseline: 0.2 is 20 %.
 */
export function bufferShare(usage: unknown[][], low?: unknown, high?: unknown, card?: unknown[][]): unknown {
  return answer(() => {
    const rates = cardArgument(card);
    const least = optionalNumber(low, 'low', SHARE) ?? LOW_BUFFER;
    const most = optionalNumber(high, 'high', SHARE) ?? HIGH_BUFFER;
    if (least > most) {
      throw new FlexError(
        'value',
        `low is ${formatNumber(least, 6)} and high is ${formatNumber(most, 6)}: low must not exceed high (omitted, they are ${LOW_BUFFER} and ${HIGH_BUFFER}).`,
      );
    }
    return guideBuffer(peakRatio(yearOf(usageArgument(usage, rates)).monthTokens), least, most);
  });
}

/**
 * How many tokens to buy for a year: by the guide's rule and by simulated risk over projects or teams. Example: =FLEX.POOLSIZE(Usage[#All],95%,500)
 * @customfunction POOLSIZE
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days; Project and Team columns say who rises and falls together.
 * @param serviceLevel Probability that the pool lasts the year, above 0 and below 1; omitted: 0.95.
 * @param bundle Tokens are bought in multiples of this whole number; omitted: 1.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Baseline, Buffer, Rule size, Simulated size, Bundle-rounded size, Stockout risk, Expected shortage, Expected waste, Cost (the last four at the bundle-rounded size).
 */
export function poolSize(
  usage: unknown[][],
  serviceLevel?: unknown,
  bundle?: unknown,
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const level = serviceLevelArgument(serviceLevel);
    const multiple = optionalNumber(bundle, 'bundle', COUNT) ?? BUNDLE;
    const read = usageArgument(usage, rates);
    const demand = demandOf(read);
    const buffer = guideBuffer(peakRatio(demand.monthTokens), LOW_BUFFER, HIGH_BUFFER);
    requireClusters(level, demand);
    const simulated = simulatedDemand(read);
    if (simulated === null) throw new FlexError('number', 'The year has no tokens to size a pool for.');
    const exact = simulated.quantile(level);
    const size = Math.ceil(exact / multiple) * multiple;
    return spill([
      [
        'Baseline',
        'Buffer',
        'Rule size',
        'Simulated size',
        'Bundle-rounded size',
        'Stockout risk',
        'Expected shortage',
        'Expected waste',
        'Cost',
      ],
      [
        demand.base,
        buffer,
        demand.base * (1 + buffer),
        exact,
        size,
        simulated.exceeds(size),
        simulated.shortage(size),
        simulated.left(size),
        size * rates.card.tokenPrice,
      ],
    ]);
  });
}

/**
 * Probability that the coming year needs more tokens than a pool holds, simulated over projects or teams. Example: =FLEX.STOCKOUT(Usage[#All],50000)
 * @customfunction STOCKOUT
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days; Project and Team columns say who rises and falls together.
 * @param pool Tokens in the pool, 0 or more. One cell or a column.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns A probability of 0 to 1; 0 where the year has no tokens.
 */
export function stockoutRisk(usage: unknown[][], pool: unknown[][], card?: unknown[][]): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const pools = unitsColumn(pool, 'pool', AMOUNT);
    const simulated = simulatedDemand(usageArgument(usage, rates));
    return forEachRow([pools], (row) => simulated?.exceeds(pools.at(row)) ?? 0);
  });
}

/**
 * Money in a mis-sized share of a pool: pool × share × price. Example: =FLEX.MISSIZE(50000,10%,3) gives 15000.
 * @customfunction MISSIZE
 * @param pool Tokens in the pool, 0 or more. One cell or a column.
 * @param share Share of the pool that is too much or too little, 0 to 1. One cell or a column.
 * @param tokenPrice Price of one token; omitted: 0.30, as on the guide card. One cell or a column.
 * @returns Money, in the currency of the price.
 */
export function missized(pool: unknown[][], share: unknown[][], tokenPrice?: unknown[][]): unknown[][] {
  return answer(() => {
    const pools = unitsColumn(pool, 'pool', AMOUNT);
    const shares = unitsColumn(share, 'share', SHARE);
    const prices = optionalColumn(tokenPrice, 'tokenPrice', AMOUNT);
    return forEachRow([pools, shares, prices], (row) =>
      missizeCost(pools.at(row), shares.at(row), prices.at(row) ?? guideCard.tokenPrice),
    );
  });
}

/**
 * Price of one token when this many are bought. Example: =FLEX.TIERPRICE(4999,Tiers)
 * @customfunction TIERPRICE
 * @param tokens Tokens to buy, 0 or more. One cell or a column.
 * @param tiers Rows of (from quantity, price), in any order, with or without a header row.
 * @returns Price of the highest tier reached; it holds for every token.
 */
export function priceAtVolume(tokens: unknown[][], tiers: unknown[][]): unknown[][] {
  return answer(() => {
    const amounts = unitsColumn(tokens, 'tokens', AMOUNT);
    const table = tiersArgument(tiers);
    return forEachRow([amounts], (row) => tierPrice(amounts.at(row), table));
  });
}

/**
 * The quantity to buy for a need: more than it only where the next tier makes the whole purchase cheaper. Example: =FLEX.BESTBUY(47300,Tiers)
 * @customfunction BESTBUY
 * @param tokens Tokens needed, 0 or more. One cell or a column.
 * @param tiers Rows of (from quantity, price), in any order, with or without a header row.
 * @returns Tokens to buy: at least the first tier; of two purchases at the same cost the smaller one.
 */
export function cheapestQuantity(tokens: unknown[][], tiers: unknown[][]): unknown[][] {
  return answer(() => {
    const amounts = unitsColumn(tokens, 'tokens', AMOUNT);
    const table = tiersArgument(tiers);
    return forEachRow([amounts], (row) => bestBuy(amounts.at(row), table));
  });
}

/** A probability that leaves room for a risk: neither 0 nor 1. */
function serviceLevelArgument(argument: unknown): number {
  const words = 'a number above 0 and below 1 (95 % is 0.95)';
  const level = optionalNumber(argument, 'serviceLevel', { ...SHARE, words }) ?? SERVICE_LEVEL;
  if (level > 0 && level < 1) return level;
  throw new FlexError('value', `serviceLevel is ${level}: it must be ${words}.`);
}

/** @throws FlexError 'value' when so few clusters cannot carry so small a risk */
function requireClusters(level: number, demand: PoolDemand): void {
  const refusal = toleranceRefusal(1 - level, demand.effectiveClusters);
  if (refusal !== null) {
    throw new FlexError(
      refusal.kind,
      `serviceLevel is ${formatNumber(level, 6)}. ${refusal.message}`,
      refusal.code,
    );
  }
}
