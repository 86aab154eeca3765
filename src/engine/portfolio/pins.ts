import { normalizeName } from '../catalog';
import { peopleByKey, personKey, type Catalogue } from './names';
import type { PortfolioInput } from './types';

/** What the user has decided for one person. */
export interface PinnedPerson {
  /** Products that stay on Flex or on a single seat; '' = all of the person's. */
  readonly products: ReadonlyMap<string, 'Flex' | 'Named User'>;
  /** Bits of Collections the person gets. */
  readonly collections: number;
}

export interface Pins {
  readonly people: ReadonlyMap<number, PinnedPerson>;
  readonly notes: readonly string[];
}

/** Pins by person; those that name nobody, or nothing that can be had, are told in a sentence and not followed. The last of two for one product counts. */
export function pinsOf(input: PortfolioInput, catalogue: Catalogue): Pins {
  if (input.policies.pins.length === 0) return { people: new Map(), notes: [] };
  const index = peopleByKey(input.people);
  const people = new Map<number, { products: Map<string, 'Flex' | 'Named User'>; collections: number }>();
  const notes: string[] = [];
  for (const { user, product, target } of input.policies.pins) {
    const person = index.get(personKey(user));
    const what = `The pin of "${user.trim()}"`;
    if (person === undefined) {
      notes.push(`${what} was not followed: nobody in the usage has that name or address.`);
      continue;
    }
    const pinned = people.get(person) ?? { products: new Map(), collections: 0 };
    const mode = modeOf(target);
    const aimed = mode === null ? catalogue.find(target) : null;
    if (mode === null && aimed?.kind !== 'collection') {
      notes.push(
        `${what} to "${target.trim()}" was not followed: write Flex, Named User, or the name of a Collection.`,
      );
      continue;
    }
    const named = product.trim() === '' ? null : catalogue.find(product);
    if (product.trim() !== '' && named === null) {
      notes.push(`${what} was not followed: "${product.trim()}" is no product of the rate card.`);
      continue;
    }
    people.set(person, pinned);
    if (aimed?.kind === 'collection') pinned.collections |= 1 << aimed.index;
    else if (named?.kind === 'collection' && mode === 'Named User') pinned.collections |= 1 << named.index;
    else if (mode !== null) pinned.products.set(named?.name ?? '', mode);
  }
  return { people, notes };
}

function modeOf(target: string): 'Flex' | 'Named User' | null {
  const word = normalizeName(target);
  if (word === 'flex') return 'Flex';
  return word === 'nameduser' || word === 'seat' ? 'Named User' : null;
}
