import { sizeBelowFirstTier } from './errors';
import { expectedCost, priceAt } from './purchase';
import type { DemandDistribution } from './distribution';
import type { ChoiceKind, CurvePoint, PoolChoice, PoolPrices } from './types';

const POINTS = 40;
/** Never more than this many, the sizes of the choices among them. */
const MOST_POINTS = 60;
/** Of these, sizes where a tier ends or starts. */
const MOST_EDGES = 12;
/** The curve reaches past the size whose risk is 0.1 %. */
const LAST_RISK = 0.001;
const BEYOND = 1.02;

/** One size, with what to expect of it in the pool's year; price and cost are null below the first tier. */
export function curvePoint(demand: DemandDistribution, size: number, prices: PoolPrices): CurvePoint {
  return {
    size,
    stockoutRisk: demand.exceeds(size),
    shortage: demand.shortage(size),
    waste: demand.left(size),
    salvaged: demand.salvaged(size, prices.salvageShare),
    price: priceAt(size, prices),
    cost: expectedCost(demand, size, prices),
  };
}

/**
 * A way to choose a size, at the size one can buy.
 * @throws FlexError 'value' when that lies below the first tier
 */
export function poolChoice(
  kind: ChoiceKind,
  exact: number,
  size: number,
  demand: DemandDistribution,
  prices: PoolPrices,
): PoolChoice {
  const { price, cost, ...expected } = curvePoint(demand, size, prices);
  if (price === null || cost === null) throw sizeBelowFirstTier(size);
  return { kind, exact, ...expected, price, cost };
}

/**
 * Size → risk, shortage, waste and cost at about 40 rising multiples of the bundle, from half of the smallest size of interest to a little
 * beyond the largest and beyond 0.1 % risk; the sizes of interest themselves are among them, and the sizes at which the price drops.
 */
export function poolCurve(
  demand: DemandDistribution,
  sizes: readonly number[],
  prices: PoolPrices,
): readonly CurvePoint[] {
  const { bundle } = prices;
  const bought = sizes.filter((size) => size > 0);
  const from = Math.floor(Math.min(...bought, Infinity) / 2 / bundle);
  const to = Math.ceil((Math.max(...sizes, demand.quantile(1 - LAST_RISK)) * BEYOND) / bundle);
  const start = Number.isFinite(from) ? from : 0;
  const step = Math.max(1, Math.ceil((to - start) / (POINTS - 1)));
  const found = new Set([...sizes, ...tierEdges(prices, start * bundle, to * bundle)]);
  for (let bundles = start; bundles < to + step && found.size < MOST_POINTS; bundles += step) {
    found.add(bundles * bundle);
  }
  return [...found].sort((a, b) => a - b).map((size) => curvePoint(demand, size, prices));
}

/** The last bundle below a tier and its first: between them the expected cost drops at once. */
function tierEdges({ tiers, bundle }: PoolPrices, from: number, to: number): readonly number[] {
  return tiers
    .flatMap((tier) => {
      const first = Math.ceil(tier.from / bundle) * bundle;
      return [first - bundle, first];
    })
    .filter((size) => size > from && size < to)
    .slice(0, MOST_EDGES);
}
