import type { CollectionPrices, PricedCollection } from './collections';
import type { Need } from './needs';

/** One way to cover a person: which Collections, and what is left to seats and tokens. */
export interface Cover {
  readonly collections: readonly PricedCollection[];
  /** Bits of the chosen Collections. */
  readonly bits: number;
  /** Sum of every price that is known. */
  readonly cost: number;
  /** Seat and Collection money in `cost` before the seat discount. */
  readonly seatList: number;
  /** Tokens in `cost`. */
  readonly tokens: number;
  /** Needs that no known price covers: the sum is then incomplete. */
  readonly unpriced: readonly Need[];
}

export interface PersonCosts {
  /** Everything that can be on Flex, on Flex; null where a rate is missing. */
  readonly flex: number | null;
  /** min(seat, Flex) product by product, no Collection. */
  readonly mixed: Cover;
  /** Best with one or more Collections and min(seat, Flex) for the rest; null where no priced Collection holds anything used. */
  readonly collection: Cover | null;
  /**
   * Cheapest cover by single seats and Collections without Flex; null = price missing: a cover that leaves an unpriced seat out is
   * cheaper as far as prices are known, so nobody can say which is cheapest.
   */
  readonly seats: Cover | null;
}

/**
 * The four figures every rule compares (docs/rules.md, "Segments": F, C, M and the best seat cost).
 * An unpriced seat is left out on every side, so that it never buys a Collection.
 */
export function personCosts(
  needs: readonly Need[],
  collections: CollectionPrices,
  seatDiscount: number,
): PersonCosts {
  // A product nobody opened costs nothing on Flex, and needs no seat where Flex is not possible.
  const used = needs.filter((need) => !need.neverUsed || need.eligible);
  const useful = used.reduce((bits, need) => bits | need.collections, 0);
  let collection: Cover | null = null;
  let seats: Cover | null = null;
  // Every subset of `useful`, the empty one last.
  for (let bits = useful; ; bits = (bits - 1) & useful) {
    const withFlex = coverOf(used, bits, collections, seatDiscount, true);
    if (bits !== 0 && (collection === null || isBetter(withFlex, collection))) collection = withFlex;
    const withoutFlex = coverOf(used, bits, collections, seatDiscount, false);
    if (seats === null || isBetter(withoutFlex, seats)) seats = withoutFlex;
    if (bits === 0) {
      return {
        flex: used.some((need) => need.rateMissing)
          ? null
          : used.reduce((sum, need) => sum + (need.flexCost ?? 0), 0),
        mixed: withFlex,
        collection,
        seats: seats.unpriced.length > 0 ? null : seats,
      };
    }
  }
}

function coverOf(
  needs: readonly Need[],
  bits: number,
  collections: CollectionPrices,
  seatDiscount: number,
  flexAllowed: boolean,
): Cover {
  const chosen = collections.priced.filter((_, index) => (bits & (1 << index)) !== 0);
  let seatList = chosen.reduce((sum, item) => sum + item.listPrice, 0);
  let cost = seatList * (1 - seatDiscount);
  let tokens = 0;
  const unpriced: Need[] = [];
  for (const need of needs) {
    if ((need.collections & bits) !== 0) continue;
    // Without its rate nobody can say whether Flex or the seat is the cheaper one.
    if (flexAllowed && need.rateMissing) {
      unpriced.push(need);
      continue;
    }
    const flex = flexAllowed ? need.flexCost : null;
    if (flex !== null && (need.seatCost === null || flex <= need.seatCost)) {
      cost += flex;
      tokens += need.use.tokens;
    } else if (need.seatCost !== null) {
      cost += need.seatCost;
      seatList += need.seatList!;
    } else {
      unpriced.push(need);
    }
  }
  return { collections: chosen, bits, cost, seatList, tokens, unpriced };
}

/** Cheaper; among equals the one that leaves less unpriced, then fewer Collections, then by name. */
function isBetter(a: Cover, b: Cover): boolean {
  const difference = a.cost - b.cost;
  if (Math.abs(difference) > COST_TOLERANCE) return difference < 0;
  const ties = a.unpriced.length - b.unpriced.length || a.collections.length - b.collections.length;
  return ties !== 0 ? ties < 0 : names(a) < names(b);
}

/** Sums of the same prices in another order may differ in the last bits; a difference below this is none. */
export const COST_TOLERANCE = 1e-9;

const names = (cover: Cover): string => cover.collections.map((item) => item.name).join('|');
