import { guideCard } from '../../../src/engine/catalog';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import type { RawCell, UsageReading } from '../../../src/engine/usage';
import { on } from './books';

export type Burn = readonly [user: string, product: string, day: number, tokens: number];

/** Day rows of Flex use. */
export function burned(rows: readonly Burn[]): UsageReading {
  return readUsage(
    [
      ['User', 'Product', 'Date', 'Tokens', 'Access'],
      ...rows.map(([user, product, day, tokens]): RawCell[] => [user, product, day, tokens, 'Flex']),
    ],
    { card: guideCard },
  );
}

/** Monday, 5 January 2026. */
export const MONDAY = on(1, 5);

/** Ten people, p-0 to p-9, who burn ten tokens of Revit each on every working day, from Monday, 5 January. */
export function tenPeople(weeks: number): readonly Burn[] {
  const rows: Burn[] = [];
  for (let at = 0; at < 7 * weeks; at++) {
    if (at % 7 > 4) continue;
    for (let person = 0; person < 10; person++) rows.push([`p-${person}`, 'Revit', MONDAY + at, 10]);
  }
  return rows;
}
