import { mustBe } from '../../errors';
import type { DemandDistribution } from '../../pool';
import { chanceBelow } from '../scaled-demand';
import type { CarryForwardValue } from '../types';

export interface CarryForwardTerms {
  /** Tokens bought for the year. */
  readonly pool: number;
  /** Largest share of the pool that may be carried into the next year. */
  readonly capShare: number;
  /** What a token carried forward saves: the price of the one it replaces. */
  readonly price: number;
  /** Chance that the vendor grants the right when asked; 1 when omitted. */
  readonly chance?: number;
  /** Simulated demand, for the standard error of the expected value. */
  readonly draws?: Float64Array;
}

/**
 * Worth of a right to carry unused tokens forward: price × E[min((pool − D)+, capShare × pool)] (docs/methods.md, "Carry-forward"), capped
 * by the tokens that are really left. Closed form where the demand has one.
 * @example 50,000 tokens, 10 %, $3, chance 0.3 //=> askMost 4500
 * @throws FlexError 'value' when an argument is out of its range
 */
export function carryForwardValue(demand: DemandDistribution, terms: CarryForwardTerms): CarryForwardValue {
  const { pool, capShare, price, draws } = terms;
  const chance = terms.chance ?? 1;
  mustBe(pool >= 0 && Number.isFinite(pool), 'renewal', `pool is ${pool}`, '0 or more');
  mustBe(
    capShare >= 0 && capShare <= 1,
    'renewal',
    `carry-forward share is ${capShare}`,
    'between 0 and 1 (10 % is 0.1)',
  );
  mustBe(price >= 0 && Number.isFinite(price), 'renewal', `token price is ${price}`, '0 or more');
  mustBe(chance >= 0 && chance <= 1, 'renewal', `chance is ${chance}`, 'between 0 and 1 (30 % is 0.3)');
  const most = price * capShare * pool;
  const expected = price * demand.salvaged(pool, capShare);
  return {
    pool,
    capShare,
    price,
    chance,
    most,
    expected,
    standardError: draws === undefined ? null : price * standardError(draws, pool, capShare),
    askMost: chance * most,
    askExpected: chance * expected,
    chanceUsed: chanceBelow(demand, pool),
    chanceFull: 1 - demand.exceeds(pool * (1 - capShare)),
  };
}

/** Standard error of the mean of min((pool − D)+, cap) over the draws, tokens. */
function standardError(draws: Float64Array, pool: number, capShare: number): number {
  const carried = draws.map((demand) => Math.min(Math.max(pool - demand, 0), capShare * pool));
  const mean = carried.reduce((sum, tokens) => sum + tokens, 0) / carried.length;
  const squares = carried.reduce((sum, tokens) => sum + (tokens - mean) ** 2, 0);
  return carried.length < 2 ? 0 : Math.sqrt(squares / (carried.length - 1) / carried.length);
}
