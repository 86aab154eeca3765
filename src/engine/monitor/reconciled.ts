import { settled } from './lots';
import { adjustmentFor } from './reconcile';
import { teamKey } from './teams';
import type { Adjustment, PoolBook, Reconciliation } from './types';

/**
 * The book with what the newest balance of each team differs by, as if it had been posted: alerts and depletion count from it (domain.md
 * section 8). A balance shown after the last day of usage knows more than the data do, so all of its difference counts; for an older one
 * the explained part is in later rows or entries, and the rest counts.
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
  const posted = [...newest.values()].flatMap((one): readonly Adjustment[] => {
    const counts = latestDataDay === null || one.date > latestDataDay ? one.difference : one.unexplained;
    // More than the ledger holds cannot be taken out of it.
    const tokens = settled(Math.max(counts, -one.ledger));
    return tokens === 0 ? [] : [{ ...adjustmentFor(one), tokens }];
  });
  return posted.length === 0 ? book : { ...book, adjustments: [...book.adjustments, ...posted] };
}

/** Whether a forecast from the last day of usage would count days again that a newer shown balance knows of. */
export function knownUntil(found: readonly Reconciliation[], latestDataDay: number | null): number | null {
  const shown = found.reduce((day, { date }) => Math.max(day, date), -Infinity);
  if (shown === -Infinity) return latestDataDay;
  return latestDataDay === null ? shown : Math.max(shown, latestDataDay);
}
