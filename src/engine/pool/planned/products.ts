import { matchProduct, type RateCard } from '../../catalog';

/** The products of one cell of `Flex Projects`: canonical names, or why the cell cannot be used. */
export type PlannedProducts =
  | { readonly products: readonly string[]; readonly reason: null }
  | { readonly products: null; readonly reason: string };

/**
 * Reads a list of products separated by `;` or `,`. A name that holds commas itself ("Architecture, Engineering and Construction
 * Collection") is read whole where the card knows it; a product named twice counts once.
 */
export function plannedProducts(text: string, card: RateCard): PlannedProducts {
  const names: string[] = [];
  for (const part of namesOf(text, card)) {
    const match = matchProduct(card, part);
    if (match.kind === 'unknown') {
      return refused(`unknown product "${match.text}": nearest known names are ${match.nearest.join(', ')}`);
    }
    if (match.kind === 'collection-only') {
      return refused(`${match.name} has no token rate on the card ${card.name}: leave it out of the plan`);
    }
    if (!match.row.onFlex) {
      return refused(`${match.name} is not on Flex: it draws no tokens, leave it out of the plan`);
    }
    if (!names.includes(match.name)) names.push(match.name);
  }
  return { products: names, reason: null };
}

function refused(reason: string): PlannedProducts {
  return { products: null, reason };
}

/** The names of the list: the longest run of comma parts that the card knows is one name. */
function namesOf(text: string, card: RateCard): readonly string[] {
  const names: string[] = [];
  for (const list of text.split(';')) {
    const parts = list.split(',');
    for (let from = 0; from < parts.length;) {
      let to = parts.length;
      while (to > from + 1 && matchProduct(card, parts.slice(from, to).join(',')).kind === 'unknown') to--;
      const name = parts.slice(from, to).join(',').trim();
      if (name !== '') names.push(name);
      from = to;
    }
  }
  return names;
}
