import { personKey } from '../../usage/person-key';
import { collectionHolds, findCollection, productKey, type RateCard } from '../../catalog';
import type { UsageReading } from '../../usage/types';
import { isFlex } from './assignments';
import { keysOf } from './employment';
import type { Assignment } from '../types';

/** Seats and Flex assignments by user of the data. */
export interface Assigned {
  readonly seats: readonly Assignment[];
  readonly flex: readonly Assignment[];
}

const NOTHING: Assigned = { seats: [], flex: [] };

/** Assignments by user index; null where neither a list nor the usage itself says who holds what. */
export function assignedByUser(
  reading: UsageReading,
  list: readonly Assignment[] | null,
): readonly Assigned[] | null {
  const given = list ?? ownAssignments(reading);
  if (given === null) return null;
  const byKey = new Map<string, { seats: Assignment[]; flex: Assignment[] }>();
  for (const assignment of given) {
    const key = personKey(assignment.user);
    let own = byKey.get(key);
    if (!own) byKey.set(key, (own = { seats: [], flex: [] }));
    (isFlex(assignment) ? own.flex : own.seats).push(assignment);
  }
  return reading.table.users.map((user): Assigned => {
    const found = keysOf(user).flatMap((key) => byKey.get(key) ?? []);
    if (found.length === 0) return NOTHING;
    return { seats: found.flatMap(({ seats }) => seats), flex: found.flatMap(({ flex }) => flex) };
  });
}

/** What the usage itself says about seats, without dates; null where it says nothing. */
function ownAssignments({ seats, table }: UsageReading): readonly Assignment[] | null {
  if (seats === null) return null;
  return seats
    .filter(({ assigned }) => assigned)
    .map(({ user, product }) => ({
      user: table.users[user]!.key,
      product: table.products[product]!.name,
      from: null,
      to: null,
    }));
}

/** Whether a seat for `offering` covers a product: the product itself, or a Collection that holds it. */
export type Entitles = (offering: string, product: string) => boolean;

/** Answers are kept: the same few pairs are asked for every row. */
export function entitlesOn(card: RateCard): Entitles {
  const known = new Map<string, boolean>();
  return (offering, product) => {
    const pair = `${offering}\n${product}`;
    let answer = known.get(pair);
    if (answer === undefined) {
      const collection = findCollection(card, offering);
      answer =
        collection === null
          ? productKey(offering) === productKey(product)
          : collectionHolds(collection, product);
      known.set(pair, answer);
    }
    return answer;
  };
}
