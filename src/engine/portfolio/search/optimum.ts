import { COST_TOLERANCE } from '../../segments/costs';
import type { ChoiceTable } from './choices';
import { Relaxation } from './relaxation';
import { cheapestAt, mixOf, searchRange, type Mix } from './tiers';
import type { PriceRange, TokenCost } from '../token-cost';
import type { CertificateMethod } from '../types';

export interface Optimum {
  readonly mix: Mix;
  readonly lowerBound: number;
  readonly method: CertificateMethod;
}

/**
 * The cheapest mix of everybody's choices under a token price list, with a bound that no mix undercuts (docs/methods.md, "Portfolio").
 * At a fixed price each person's own optimum is everybody's. Else each price range has a certified lower bound, the best over λ of
 * min(money + λ·tokens) + (price − λ)·quantity; ranges that cannot hold a better mix are left out, the others are searched, the most
 * promising first. Yields between steps, so that a worker can report and stop.
 */
export function* findOptimum(table: ChoiceTable, cost: TokenCost): Generator<void, Optimum> {
  if (cost.isLinear) {
    const mix = mixOf(table, cheapestAt(table, cost.ranges[0]!.price), cost);
    return { mix, lowerBound: mix.cost, method: 'exact at a fixed price' };
  }
  const relaxation = new Relaxation(table);
  yield;
  let best: Mix | null = null;
  let lowest = Infinity;
  if (cost.mayBuyNothing && relaxation.leastTokens <= 0) {
    best = withoutTokens(table, cost);
    // Refunds beyond all use are the only way to fewer tokens than none.
    if (relaxation.leastTokens < 0) lowest = relaxation.money(0);
  }
  const ranges = cost.ranges
    .map((range) => ({ range, bound: relaxation.best(range, cost.bundle) }))
    .filter(({ bound }) => bound.cost < Infinity)
    .sort((a, b) => a.bound.cost - b.bound.cost);
  // Everybody's own optimum at each price first: the better the mix known, the less is left to search.
  for (const { range } of ranges) {
    const mix = mixOf(table, cheapestAt(table, range.price), cost);
    if (best === null || mix.cost < best.cost - COST_TOLERANCE) best = mix;
    yield;
  }
  for (const { range, bound } of ranges) {
    if (best !== null && bound.cost >= best.cost - COST_TOLERANCE) continue;
    const rate = marginalValue(relaxation, range, bound.quantity);
    const found = yield* searchRange(table, cost, range, rate, bound.cost, best);
    best = found.mix;
    if (!found.complete || !table.complete) lowest = Math.min(lowest, bound.cost);
  }
  const mix: Mix = best!;
  const lowerBound = Math.min(mix.cost, lowest);
  return {
    mix,
    lowerBound,
    method: mix.cost - lowerBound <= COST_TOLERANCE ? 'exact by search' : 'bounded',
  };
}

/** λ at the best quantity of a range: its price where tokens are bought as wanted, less where they are paid for anyway. */
function marginalValue(relaxation: Relaxation, range: PriceRange, quantity: number): number {
  if (relaxation.tokensAt(range.price) >= range.first) return range.price;
  return Math.min(range.price, relaxation.rate(quantity));
}

/** Everybody with as few tokens as possible: the first of their choices. */
function withoutTokens(table: ChoiceTable, cost: TokenCost): Mix {
  return mixOf(table, table.start.slice(0, -1), cost);
}
