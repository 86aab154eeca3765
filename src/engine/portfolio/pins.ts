import { personKey } from '../usage/person-key';
import { normalizeName } from '../catalog/names';
import { peopleByKey, type Catalogue } from './names';
import type { Pin } from './seats/types';
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

/** Products of one person, '' = all, with the decision for each: the last that was read. */
type Decided = Map<string, Decision>;

interface Decision {
  readonly pin: Pin;
  readonly to: 'Flex' | 'Named User' | { readonly collection: number };
}

/**
 * Pins by person; those that name nobody, or nothing that can be had, are told in a sentence and not followed. The last of two for one
 * person and product counts; where they differ, a sentence names both.
 */
export function pinsOf(input: PortfolioInput, catalogue: Catalogue): Pins {
  if (input.policies.pins.length === 0) return { people: new Map(), notes: [] };
  const index = peopleByKey(input.people);
  const decided = new Map<number, Decided>();
  const notes: string[] = [];
  for (const pin of input.policies.pins) {
    const person = index.get(personKey(pin.user));
    const read = decisionOf(pin, person, catalogue);
    if (typeof read === 'string') {
      notes.push(read);
      continue;
    }
    const own = decided.get(person!) ?? new Map<string, Decision>();
    decided.set(person!, own);
    const before = own.get(read.product);
    if (before !== undefined && !isAlike(before, read))
      notes.push(replacedNote(before.pin, pin, read.product));
    own.set(read.product, read);
  }
  return { people: new Map([...decided].map(([person, own]) => [person, pinnedOf(own)])), notes };
}

/** What a pin decides, or why it cannot be followed. */
function decisionOf(
  pin: Pin,
  person: number | undefined,
  catalogue: Catalogue,
): string | (Decision & { readonly product: string }) {
  const { user, product, target } = pin;
  const what = `The pin of "${user.trim()}"`;
  if (person === undefined) return `${what} was not followed: nobody in the usage has that name or address.`;
  const mode = modeOf(target);
  const aimed = mode === null ? catalogue.find(target) : null;
  if (mode === null && aimed?.kind !== 'collection') {
    return `${what} to "${target.trim()}" was not followed: write Flex, Named User, or the name of a Collection.`;
  }
  const named = product.trim() === '' ? null : catalogue.find(product);
  if (product.trim() !== '' && named === null) {
    return `${what} was not followed: "${product.trim()}" is no product of the rate card.`;
  }
  const collection = aimed?.kind === 'collection' ? aimed : mode === 'Named User' ? named : null;
  const to = collection?.kind === 'collection' ? { collection: collection.index } : mode!;
  return { pin, product: named?.name ?? '', to };
}

function isAlike({ to: a }: Decision, { to: b }: Decision): boolean {
  return typeof a === 'string' || typeof b === 'string' ? a === b : a.collection === b.collection;
}

function replacedNote(before: Pin, pin: Pin, product: string): string {
  const place = ({ row }: Pin): string => (row === undefined ? '' : ` (row ${row})`);
  const what = product === '' ? 'everything they use' : product;
  return (
    `Two pins of "${pin.user.trim()}" for ${what}: "${before.target.trim()}"${place(before)} and "${pin.target.trim()}"${place(pin)}. ` +
    'The last counts; delete the other.'
  );
}

function pinnedOf(own: Decided): PinnedPerson {
  const products = new Map<string, 'Flex' | 'Named User'>();
  let collections = 0;
  for (const [product, { to }] of own) {
    if (typeof to === 'string') products.set(product, to);
    else collections |= 1 << to.collection;
  }
  return { products, collections };
}

function modeOf(target: string): 'Flex' | 'Named User' | null {
  const word = normalizeName(target);
  if (word === 'flex') return 'Flex';
  return word === 'nameduser' || word === 'seat' ? 'Named User' : null;
}
