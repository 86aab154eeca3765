import { guideCard } from './guide';
import { retailCard } from './retail';
import type { RateCard } from './types';

export const BUILTIN_CARD_NAMES: readonly string[] = [guideCard.name, retailCard.name];

/** The built-in card of that name, in any case; null when there is none. */
export function builtinCard(name: string): RateCard | null {
  const wanted = name.trim().toLowerCase();
  return [guideCard, retailCard].find((card) => card.name === wanted) ?? null;
}
