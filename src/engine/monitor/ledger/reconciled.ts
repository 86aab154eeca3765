import { settled } from './lots';
import { adjustmentFor } from './reconcile';
import { teamKey } from './teams';
import type { Adjustment, PoolBook, Reconciliation } from './types';

/**
 * The book with what the newest balance of each team differs by, as if it had been posted: alerts and depletion count from it
 * (docs/rules.md, "Ledger"). A balance shown after the last day of usage knows more than the data do, so all of its difference counts; for
 * an older one the explained part is in later rows or entries, and the rest counts.
 * @param latestDataDay whole serial; null = no usage
 */
export function reconciledBook(
  book: PoolBook,
  found: readonly Reconciliation[],
  latestDataDay: number | null,
): PoolBook {
  const newest = new Map<string, Reconciliation>();
  for (const one of found) {
    const key = teamKey(one.team);
    if ((newest.get(key)?.date ?? -Infinity) <= one.date) newest.set(key, one);
  }
  const counted = (one: Reconciliation): number =>
    latestDataDay === null || one.date > latestDataDay ? one.difference : one.unexplained;
  // More than the ledger holds cannot be taken out of it.
  const tokensOf = (one: Reconciliation, tokens: number): number => settled(Math.max(tokens, -one.ledger));
  const teams = [...newest].filter(([key]) => key !== '').map(([, one]) => one);
  const whole = newest.get('');
  // What a team differs by is part of what all of them differ by.
  const ofTeams = teams.reduce((sum, one) => sum + tokensOf(one, counted(one)), 0);
  const posted = [
    ...teams.map((one) => ({ ...adjustmentFor(one), tokens: tokensOf(one, counted(one)) })),
    ...(whole === undefined
      ? []
      : [{ ...adjustmentFor(whole), tokens: tokensOf(whole, counted(whole) - ofTeams) }]),
  ].filter(({ tokens }: Adjustment) => tokens !== 0);
  return posted.length === 0 ? book : { ...book, adjustments: [...book.adjustments, ...posted] };
}

/**
 * Until when the balance of a team ('' = all together) is known: the last day of usage, or of a newer balance that was shown for it or for
 * all of them. A forecast from the last day of usage would count the days up to it again.
 */
export function knownUntil(
  found: readonly Reconciliation[],
  latestDataDay: number | null,
  team = '',
): number | null {
  const key = teamKey(team);
  const shown = found
    .filter((one) => teamKey(one.team) === '' || teamKey(one.team) === key)
    .reduce((day, { date }) => Math.max(day, date), -Infinity);
  if (shown === -Infinity) return latestDataDay;
  return latestDataDay === null ? shown : Math.max(shown, latestDataDay);
}
