// Not the room's index: the built-in cards would come along into the worker's file.
import { personKey } from '../usage/person-key';
import { productKey } from '../catalog/aliases';
import { normalizeName } from '../catalog/names';
import type { CollectionOffer, PortfolioInput, PortfolioPersonInput } from './types';

/** People by key and by e-mail; a key goes before somebody else's e-mail. */
export function peopleByKey(people: readonly PortfolioPersonInput[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const enter = (name: string, index: number): void => {
    const key = personKey(name);
    if (key !== '' && !found.has(key)) found.set(key, index);
  };
  people.forEach(({ user }, index) => enter(user, index));
  people.forEach(({ email }, index) => enter(email, index));
  return found;
}

/** Whether an assigned offering is Flex itself: access to tokens, no seat. */
export function isFlexAccess(offering: string): boolean {
  return ['flex', 'flextokens'].includes(normalizeName(offering));
}

/** What a text names among the things that can be owned, whatever its spelling. */
export type Offering =
  | { readonly kind: 'collection'; readonly index: number; readonly name: string }
  | { readonly kind: 'seat'; readonly name: string };

/** Offerings by any spelling of the alias table; a Collection goes before a product row of the same name. */
export class Catalogue {
  private readonly known = new Map<string, Offering>();
  private readonly heldBy: readonly ReadonlySet<string>[];
  /** Texts as they came: an export repeats a few of them for everybody. */
  private readonly spellings = new Map<string, Offering | null>();
  private readonly masks = new Map<string, number>();

  constructor({ offers, collections }: Pick<PortfolioInput, 'offers' | 'collections'>) {
    collections.forEach(({ name }, index) =>
      this.known.set(productKey(name), { kind: 'collection', index, name }),
    );
    for (const { product } of offers) {
      const key = productKey(product);
      if (!this.known.has(key)) this.known.set(key, { kind: 'seat', name: product });
    }
    this.heldBy = collections.map(keysOf);
  }

  find(text: string): Offering | null {
    let found = this.spellings.get(text);
    if (found === undefined) {
      found = this.known.get(productKey(text)) ?? null;
      this.spellings.set(text, found);
    }
    return found;
  }

  /** Bits over the Collections that hold a product; a Collection holds itself. */
  holding(product: string): number {
    let mask = this.masks.get(product);
    if (mask === undefined) {
      const key = productKey(product);
      mask = this.heldBy.reduce((bits, keys, index) => (keys.has(key) ? bits | (1 << index) : bits), 0);
      this.masks.set(product, mask);
    }
    return mask;
  }
}

function keysOf({ name, products }: CollectionOffer): ReadonlySet<string> {
  return new Set([name, ...products].map(productKey));
}
