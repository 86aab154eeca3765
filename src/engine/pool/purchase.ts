import { fits } from '../assumptions/value';
import { POOL_ASSUMPTIONS } from './assumptions';
import { mustBe } from '../errors';
import { formatNumber } from '../numeric';
import { fallingTiers, noBundleInTiers, salvageAbovePrice } from './errors';
import type { DemandDistribution } from './distribution';
import type { PoolPrices } from './types';

/** Costs this close are the same but for floating-point arithmetic: then the smaller purchase is preferred. */
const SAME_COST = 1e-14;
/** Where leftovers cost nothing, textbook demand has no largest value to stop at: its quantile at 1 less this does. */
const ALMOST_CERTAIN = 1e-12;

export interface Purchase {
  /** Tokens: a multiple of the bundle, at least the first tier. */
  readonly size: number;
  /** Price of a token at that size. */
  readonly price: number;
  /** Expected cost of the year, money. */
  readonly cost: number;
  /** Critical ratio at that price; null outside 0 to 1. */
  readonly criticalRatio: number | null;
}

/** Price of a token when `size` tokens are bought: the tier's price for all of them; null below the first tier. */
export function priceAt(size: number, prices: PoolPrices): number | null {
  if (prices.tiers.length === 0) return prices.price;
  let price: number | null = null;
  for (const tier of prices.tiers) if (size >= tier.from) price = tier.price;
  return price;
}

/** The least purchase that holds `tokens`: rounded up to a bundle, and to the first tier where that is more. */
export function buyableSize(tokens: number, prices: PoolPrices): number {
  const least = prices.tiers[0]?.from ?? 0;
  return Math.ceil(Math.max(tokens, least, 0) / prices.bundle) * prices.bundle;
}

/**
 * Expected cost of a year that starts with `size` tokens: price × size + (top-up + disruption) × E[(D − size)+] − salvage ×
 * E[min((size − D)+, share × size)] (docs/methods.md, "Purchase"). Money; null below the first tier.
 */
export function expectedCost(demand: DemandDistribution, size: number, prices: PoolPrices): number | null {
  const price = priceAt(size, prices);
  return price === null ? null : costAt(demand, size, price, prices);
}

/**
 * Newsvendor critical ratio (top-up + disruption − price) ÷ (top-up + disruption − salvage): the probability with which the cheapest size
 * suffices. Null when no size is cheapest in that sense: a missing token costs less than one bought early, or less than one left over.
 */
export function criticalRatio(price: number, prices: PoolPrices): number | null {
  const missing = prices.topUpPrice + prices.disruption;
  const ratio = (missing - price) / (missing - prices.salvage);
  return missing > prices.salvage && ratio >= 0 && ratio <= 1 ? ratio : null;
}

/**
 * The purchase with the least expected cost over all multiples of the bundle, with all-units tiers: within a tier the cost is convex, so
 * its cheapest multiple is where the next bundle stops paying; then the cheapest tier. Equal costs buy less. Where topping up costs no more
 * than buying early, the least that can be bought.
 * @throws FlexError 'value' when a price, the bundle or a tier cannot be used (checkPrices)
 */
export function bestPurchase(demand: DemandDistribution, prices: PoolPrices): Purchase {
  checkPrices(prices);
  let best: Purchase | null = null;
  for (const { price, first, last } of bundleRanges(prices)) {
    const size = cheapestBundles(demand, price, prices, first, last) * prices.bundle;
    const cost = costAt(demand, size, price, prices);
    if (best === null || cost < best.cost - SAME_COST * Math.abs(best.cost)) {
      best = { size, price, cost, criticalRatio: criticalRatio(price, prices) };
    }
  }
  if (best === null) throw noBundleInTiers();
  return best;
}

function costAt(demand: DemandDistribution, size: number, price: number, prices: PoolPrices): number {
  return (
    price * size +
    (prices.topUpPrice + prices.disruption) * demand.shortage(size) -
    prices.salvage * demand.salvaged(size, prices.salvageShare)
  );
}

interface BundleRange {
  readonly price: number;
  /** Smallest and largest number of bundles at this price. */
  readonly first: number;
  readonly last: number;
}

function bundleRanges(prices: PoolPrices): readonly BundleRange[] {
  const { tiers, bundle } = prices;
  if (tiers.length === 0) return [{ price: prices.price, first: 0, last: Infinity }];
  return tiers
    .map((tier, index) => {
      const next = tiers[index + 1];
      return {
        price: tier.price,
        first: Math.ceil(tier.from / bundle),
        last: next === undefined ? Infinity : Math.ceil(next.from / bundle) - 1,
      };
    })
    .filter(({ first, last }) => first <= last);
}

/** Number of bundles with the least expected cost at one price. */
function cheapestBundles(
  demand: DemandDistribution,
  price: number,
  prices: PoolPrices,
  first: number,
  last: number,
): number {
  const ratio = criticalRatio(price, prices);
  if (ratio === null || ratio === 0) return first;
  // A cap on what can be salvaged only makes leftovers dearer: beyond the uncapped optimum no bundle pays.
  const enough = demand.quantile(Math.min(ratio, 1 - ALMOST_CERTAIN));
  const cost = (bundles: number): number => costAt(demand, bundles * prices.bundle, price, prices);
  let low = first;
  let high = Math.max(first, Math.min(last, Math.ceil(enough / prices.bundle)));
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const here = cost(middle);
    if (cost(middle + 1) < here - SAME_COST * Math.abs(here)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Refuses prices with which no purchase can be chosen.
 * @throws FlexError 'value' naming the input, its value and what is allowed
 */
export function checkPrices(prices: PoolPrices): void {
  notNegative('token price', prices.price);
  notNegative('top-up price', prices.topUpPrice);
  notNegative('disruption cost', prices.disruption);
  notNegative('salvage value', prices.salvage);
  const { salvageShare, bundle } = prices;
  mustBe(
    fits(POOL_ASSUMPTIONS.salvageShare, salvageShare),
    'pool',
    `salvage share is ${salvageShare}`,
    'between 0 and 1 (1 = all tokens left over keep the salvage value)',
  );
  mustBe(
    fits(POOL_ASSUMPTIONS.bundle, bundle),
    'pool',
    `bundle is ${bundle}`,
    'a whole number of tokens, 1 or more',
  );
  prices.tiers.forEach((tier, index) => {
    notNegative(`price of the tier from ${formatNumber(tier.from)} tokens`, tier.price);
    notNegative('from quantity of a tier', tier.from);
    const before = prices.tiers[index - 1];
    if (before !== undefined && tier.from <= before.from) throw fallingTiers(tier.from, before.from);
  });
  const lowest = Math.min(
    ...(prices.tiers.length > 0 ? prices.tiers.map((tier) => tier.price) : [prices.price]),
  );
  if (prices.salvage > lowest) throw salvageAbovePrice(prices.salvage, lowest);
}

function notNegative(what: string, value: number): void {
  mustBe(value >= 0 && Number.isFinite(value), 'pool', `${what} is ${value}`, '0 or more');
}
