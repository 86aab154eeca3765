import { counted } from '../../numeric/format';
import type { Holdings } from './holdings';
import type { Catalogue } from '../names';
import { statusNotes } from './status-notes';
import type { PortfolioInput } from '../types';

/** What is owned of one offering. */
export interface OwnedOffering {
  readonly owned: number;
  /** Last days of the terms, one a seat, earliest first; unknown ones last as null. */
  readonly ends: readonly (number | null)[];
  /** Held by people of the data, and by others. */
  readonly assigned: number;
  readonly others: number;
}

/** Owned and assigned seats by the catalogue's name of the offering, and what could not be read. */
export function ownedOfferings(
  input: PortfolioInput,
  catalogue: Catalogue,
  holdings: Holdings,
): { readonly offerings: ReadonlyMap<string, OwnedOffering>; readonly notes: readonly string[] } {
  const ends = new Map<string, (number | null)[]>();
  const notes = [...statusNotes(input.owned, 'owned seats', 'owned')];
  for (const { offering, quantity, end } of input.owned) {
    const found = catalogue.find(offering);
    if (found === null) {
      notes.push(
        `${counted(quantity, 'owned seat')} of "${offering.trim()}": no product of the rate card and no Collection has that name, so ${quantity === 1 ? 'it was' : 'they were'} left out. Add it to the rates, or correct the name.`,
      );
      continue;
    }
    // A term that is over owns nothing any more.
    if (end !== null && end < input.asOf) {
      notes.push(
        `${quantity} × ${found.name} ended before the as-of day and ${quantity === 1 ? 'was' : 'were'} left out.`,
      );
      continue;
    }
    const seats = ends.get(found.name) ?? [];
    for (let seat = 0; seat < quantity; seat += 1) seats.push(end);
    ends.set(found.name, seats);
  }
  const assigned = assignedByOffering(input, holdings);
  const offerings = new Map<string, OwnedOffering>();
  for (const name of new Set([...ends.keys(), ...assigned.keys(), ...holdings.others.keys()])) {
    const own = ends.get(name) ?? [];
    const others = holdings.others.get(name) ?? 0;
    offerings.set(name, {
      owned: own.length,
      ends: own.sort((a, b) => (a ?? Infinity) - (b ?? Infinity)),
      assigned: (assigned.get(name) ?? 0) + others,
      others,
    });
  }
  return { offerings, notes };
}

function assignedByOffering(input: PortfolioInput, { people }: Holdings): ReadonlyMap<string, number> {
  const assigned = new Map<string, number>();
  const count = (name: string): void => void assigned.set(name, (assigned.get(name) ?? 0) + 1);
  for (const { seats, collections } of people ?? []) {
    seats.forEach(count);
    input.collections.forEach(({ name }, index) => {
      if ((collections & (1 << index)) !== 0) count(name);
    });
  }
  return assigned;
}
