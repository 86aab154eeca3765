import { editDistance } from '../numeric/edit-distance';
import { productKey } from './aliases';
import { notOnCard, unknownProduct } from './errors';
import { normalizeName } from './names';
import type { ProductMatch, RateCard, RateRow } from './types';

const NEAREST_SHOWN = 3;

interface CardIndex {
  readonly rows: ReadonlyMap<string, RateRow>;
  /** Known only through a Collection: key → name. */
  readonly collectionOnly: ReadonlyMap<string, string>;
}

/** One index a card, kept as long as the card itself: usage of a million rows asks for the same card each time. */
const indexes = new WeakMap<RateCard, CardIndex>();

function indexOf(card: RateCard): CardIndex {
  const known = indexes.get(card);
  if (known) return known;
  const rows = new Map(card.rows.map((row): [string, RateRow] => [productKey(row.product), row]));
  const collectionOnly = new Map<string, string>();
  for (const collection of card.collections) {
    for (const name of [collection.name, ...collection.products]) {
      const key = productKey(name);
      if (!rows.has(key) && !collectionOnly.has(key)) collectionOnly.set(key, name);
    }
  }
  const index = { rows, collectionOnly };
  indexes.set(card, index);
  return index;
}

/**
 * What a product text means on a card: one of its rows, a product known only because a Collection holds it (or a Collection itself), or
 * unknown with the nearest known names, nearest first. Spellings are compared through the alias table, never fuzzily.
 */
export function matchProduct(card: RateCard, text: string): ProductMatch {
  const index = indexOf(card);
  const key = productKey(text);
  const row = index.rows.get(key);
  if (row) return { kind: 'row', name: row.product, row };
  const held = index.collectionOnly.get(key);
  if (held !== undefined) return { kind: 'collection-only', name: held };
  const known = [...card.rows.map((r) => r.product), ...index.collectionOnly.values()];
  return { kind: 'unknown', text: text.trim(), nearest: nearestNames(text, known) };
}

/** The three known names with the fewest letters to change, nearest first; equally near ones keep their order. For messages only. */
export function nearestNames(text: string, known: readonly string[]): readonly string[] {
  const wanted = normalizeName(text);
  return known
    .map((name) => ({ name, distance: editDistance(wanted, normalizeName(name)) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, NEAREST_SHOWN)
    .map(({ name }) => name);
}

/**
 * The card's row for a product text.
 * @throws FlexError 'missing' when the card has no such row, naming the nearest known names
 */
export function requireRow(card: RateCard, text: string): RateRow {
  const match = matchProduct(card, text);
  if (match.kind === 'row') return match.row;
  if (match.kind === 'collection-only') throw notOnCard(match.name, card.name);
  throw unknownProduct(match.text, card.name, match.nearest);
}
