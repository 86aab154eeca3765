import { personKey } from '../../usage/person-key';
import { counted } from '../../numeric/format';
import { isFlexAccess, peopleByKey, type Catalogue } from '../names';
import { statusNotes } from './status-notes';
import type { PortfolioInput } from '../types';

/** What one person holds today. */
export interface Holding {
  /** Products with a single seat. */
  readonly seats: readonly string[];
  /** Bits over the Collections. */
  readonly collections: number;
}

export interface Holdings {
  /** By person; null = nobody knows who holds what. */
  readonly people: readonly Holding[] | null;
  /** Seats of people whom the data do not hold, by offering. */
  readonly others: ReadonlyMap<string, number>;
  readonly notes: readonly string[];
}

export const NOTHING_HELD: Holding = { seats: [], collections: 0 };

/** Joins assignments with people. A seat listed twice for one person counts once. */
export function holdingsOf(input: PortfolioInput, catalogue: Catalogue): Holdings {
  const { people, assignments } = input;
  if (assignments === null) return { people: null, others: new Map(), notes: [] };
  const index = peopleByKey(people);
  const held = people.map(() => ({ seats: [] as string[], collections: 0 }));
  const others = new Map<string, Set<string>>();
  const unknown = new Map<string, number>();
  for (const { user, offering } of assignments) {
    const found = catalogue.find(offering);
    if (found === null) {
      if (isFlexAccess(offering)) continue;
      unknown.set(offering.trim(), (unknown.get(offering.trim()) ?? 0) + 1);
      continue;
    }
    const person = held[index.get(personKey(user)) ?? -1];
    if (person === undefined) {
      const holders = others.get(found.name) ?? new Set<string>();
      others.set(found.name, holders.add(personKey(user)));
    } else if (found.kind === 'collection') person.collections |= 1 << found.index;
    else if (!person.seats.includes(found.name)) person.seats.push(found.name);
  }
  const notes = [...unknown].map(
    ([offering, seats]) =>
      `${counted(seats, 'assigned seat')} of "${offering}": no product of the rate card and no Collection has that name, so ${seats === 1 ? 'it was' : 'they were'} left out. Add it to the rates, or correct the name.`,
  );
  notes.push(...statusNotes(assignments, 'assigned seats', 'held'));
  const strangers = new Set([...others.values()].flatMap((holders) => [...holders])).size;
  if (strangers > 0) {
    notes.push(
      `${counted(strangers, 'person holds', 'people hold')} seats but ${strangers === 1 ? 'has' : 'have'} no row in the usage: nothing is proposed for them, and their seats count as needed. A usage report that lists every assigned seat would tell whether they are used.`,
    );
  }
  return {
    people: held,
    others: new Map([...others].map(([name, holders]) => [name, holders.size])),
    notes,
  };
}
