import { mustBe } from '../../errors';
import { noTiers } from '../errors';
import { formatMoney, formatNumber } from '../../numeric';
import {
  bestBuy,
  bestPurchase,
  buyableSize,
  checkPrices,
  type DemandDistribution,
  type PoolPrices,
  type Purchase,
  type Tier,
} from '../../pool';
import { scaledDemand } from '../scaled-demand';
import type { TierAdvice, TierLine, TierVerdict } from '../types';

/** Halvings of the search for the demand from which a tier pays: to about a token of a million. */
const HALVINGS = 24;
/** Expected costs that differ by less, as a share, are the same. */
const SAME_COST = 1e-12;

export interface TierTerms {
  /** Tokens needed by an analysis of one's own, not the vendor's projection. */
  readonly need: number;
  /** With at least one tier. */
  readonly prices: PoolPrices;
  readonly currency: string;
}

/**
 * Volume tiers held against the independent requirement: where buying up pays and where the next tier is a trap, once as if the need were
 * known (from × price ÷ price before) and once with the demand as uncertain as it is. The first rule fires too late: a tier can already be
 * the best below it, because what is bought up also spares top-ups (docs/methods.md, "Purchase").
 * Tiers that hold no multiple of the bundle are left out.
 * @throws FlexError 'value' without tiers, or when prices or the need cannot be used
 */
export function tierAdvice(demand: DemandDistribution, terms: TierTerms): TierAdvice {
  const { need, currency } = terms;
  checkPrices(terms.prices);
  const prices = { ...terms.prices, tiers: buyableTiers(terms.prices) };
  const { tiers } = prices;
  if (tiers.length === 0) throw noTiers();
  mustBe(need >= 0 && Number.isFinite(need), 'renewal', `need is ${need}`, '0 tokens or more');
  const purchases = tiers.map((_, index) => purchaseWithin(demand, prices, index));
  const best = cheapest(purchases);
  const bestCost = purchases[best]!.cost;
  const bought = bestBuy(buyableSize(need, prices), tiers);
  const knownBest = tierOf(bought, tiers);
  const needTier = tierOf(buyableSize(need, prices), tiers);
  const lines = tiers.map((tier, index): TierLine => {
    const purchase = purchases[index]!;
    const known = knownPurchase(need, prices, index);
    const line = {
      from: tier.from,
      price: tier.price,
      knownSize: known,
      knownCost: known === null ? null : known * tier.price,
      knownFrom: knownThreshold(tiers, index),
      size: purchase.size,
      expectedCost: purchase.cost,
      expectedLeft: demand.left(purchase.size),
      extraCost: index === best ? 0 : purchase.cost - bestCost,
      uncertainFrom: index === 0 ? null : uncertainThreshold(demand, prices, index),
      verdict: verdictOf(index, best, needTier),
    };
    return { ...line, text: lineText(line, currency) };
  });
  const chosen = lines[best]!;
  return {
    need,
    tiers: lines,
    best,
    knownBest,
    text:
      `Buy ${formatNumber(chosen.size, 0)} tokens at ${formatMoney(chosen.price, currency)}: of all tiers the least expected cost, ` +
      `${money(chosen.expectedCost, currency)}, for a need of ${formatNumber(need, 0)} tokens.`,
  };
}

/** A tier narrower than a bundle may hold no multiple of it: nothing can be bought there. */
function buyableTiers({ tiers, bundle }: PoolPrices): readonly Tier[] {
  return tiers.filter(({ from }, index) => {
    const end = tiers[index + 1]?.from ?? Infinity;
    return Math.ceil(from / bundle) * bundle < end;
  });
}

/** The cheapest purchase that gets a tier's price; the last tier has no upper end. */
function purchaseWithin(demand: DemandDistribution, prices: PoolPrices, index: number): Purchase {
  const tier = prices.tiers[index]!;
  const alone = bestPurchase(demand, { ...prices, tiers: [tier] });
  const next = prices.tiers[index + 1];
  if (next === undefined || alone.size < next.from) return alone;
  // Expected cost falls towards the optimum beyond the tier's end, so the last multiple below it is the tier's best.
  const last = (Math.ceil(next.from / prices.bundle) - 1) * prices.bundle;
  return sized(demand, prices, tier, last);
}

function sized(demand: DemandDistribution, prices: PoolPrices, tier: Tier, size: number): Purchase {
  const missing = prices.topUpPrice + prices.disruption;
  const salvaged = demand.salvaged(size, prices.salvageShare);
  return {
    size,
    price: tier.price,
    cost: tier.price * size + missing * demand.shortage(size) - prices.salvage * salvaged,
    criticalRatio: null,
  };
}

/** Position of the least cost; of equal costs the smaller purchase. */
function cheapest(purchases: readonly Purchase[]): number {
  return purchases.reduce(
    (best, { cost }, index) =>
      cost < purchases[best]!.cost - SAME_COST * Math.abs(purchases[best]!.cost) ? index : best,
    0,
  );
}

/** The least one can buy in a tier that covers the need; null where the tier ends before it. */
function knownPurchase(need: number, prices: PoolPrices, index: number): number | null {
  const { tiers } = prices;
  const size = buyableSize(need, { ...prices, tiers: [tiers[index]!] });
  const end = tiers[index + 1]?.from ?? Infinity;
  return size < end ? size : null;
}

/** Known need from which the start of the tier costs less than the need at the price before. */
function knownThreshold(tiers: readonly Tier[], index: number): number | null {
  const before = tiers[index - 1];
  const { from, price } = tiers[index]!;
  return before === undefined || before.price === 0 ? null : (from * price) / before.price;
}

/**
 * Mean demand from which a purchase in this tier or above costs less than the best one below it, with the demand's shape kept. Null where
 * even a demand of the tier's start does not make it pay.
 */
function uncertainThreshold(demand: DemandDistribution, prices: PoolPrices, index: number): number | null {
  if (demand.mean <= 0) return null;
  const pays = (mean: number): boolean => {
    const scaled = scaledDemand(demand, mean / demand.mean);
    const costs = prices.tiers.map((_, tier) => purchaseWithin(scaled, prices, tier).cost);
    return Math.min(...costs.slice(index)) < Math.min(...costs.slice(0, index));
  };
  let [low, high] = [0, prices.tiers[index]!.from];
  if (high <= 0) return null;
  while (!pays(high)) {
    low = high;
    high *= 2;
    if (high > prices.tiers[index]!.from * 4) return null;
  }
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (pays(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Position of the tier that a purchase reaches. */
function tierOf(size: number, tiers: readonly Tier[]): number {
  return Math.max(tiers.filter(({ from }) => from <= size).length - 1, 0);
}

function verdictOf(index: number, best: number, needTier: number): TierVerdict {
  if (index === best) return index > needTier ? 'buy up' : 'fits';
  if (index > Math.max(best, needTier)) return 'trap';
  return index < needTier ? 'below need' : 'dearer';
}

function lineText(line: Omit<TierLine, 'text'>, currency: string): string {
  const at = `From ${formatNumber(line.from, 0)} tokens at ${formatMoney(line.price, currency)}`;
  const pays =
    line.uncertainFrom === null
      ? ''
      : ` It pays from a mean demand of ${formatNumber(line.uncertainFrom, 0)}.`;
  switch (line.verdict) {
    case 'fits':
      return `${at}: the cheapest in expectation.`;
    case 'buy up':
      return `${at}: more than you need and still cheapest in expectation; ${formatNumber(line.expectedLeft, 0)} tokens are left on average.${pays}`;
    case 'trap':
      return `${at}: a trap. It costs ${money(line.extraCost, currency)} a year more than the best tier and leaves ${formatNumber(line.expectedLeft, 0)} tokens to expire.${pays}`;
    case 'below need':
    case 'dearer':
      return `${at}: ${money(line.extraCost, currency)} a year dearer than the best tier.`;
  }
}

function money(amount: number, currency: string): string {
  return formatMoney(Math.round(amount), currency);
}
