import type { ExpectedCurve } from './expected-curve';
import type { BurnDownDay, PoolState } from '../review-types';
import type { BookedLedger } from '../ledger/types';

/** Days followed after the last date that matters, so that a reader sees the line end. */
const MARGIN = 7;

/**
 * The pool day by day: what was left, what the expected curve had, and how it may drain from the last day that is known.
 * @param played the ledger with reconciled balances
 * @returns from the start of the term to the latest depletion date or the expiry of the term, whichever is later; empty without a pack
 */
export function burnDown(
  state: Pick<PoolState, 'pool' | 'start' | 'expiry' | 'depletion'>,
  played: BookedLedger,
  curve: ExpectedCurve | null,
): readonly BurnDownDay[] {
  const { depletion, start, expiry, pool } = state;
  if (pool <= 0) return [];
  const last = Math.max(
    expiry,
    played.asOf,
    depletion === null ? 0 : Math.min(depletion.p90 + MARGIN, lastDay(depletion)),
  );
  const at = (values: Float64Array | undefined, from: number, day: number): number | null =>
    values?.[day - from] ?? null;
  const forecastFrom = depletion?.firstDay ?? Infinity;
  return Array.from({ length: last - start + 1 }, (_, index): BurnDownDay => {
    const day = start + index;
    const ahead = day >= forecastFrom;
    // What is forecast of days before the as-of day replaces a balance that only lacks the rows of those days.
    const known = day <= played.asOf && day <= forecastFrom;
    return {
      day,
      balance: known ? at(played.balances, played.firstDay, day) : null,
      expected: at(curve?.balances, curve?.firstDay ?? 0, day),
      p10: ahead ? at(depletion?.balances.p10, forecastFrom, day) : null,
      p50: ahead ? at(depletion?.balances.p50, forecastFrom, day) : null,
      p90: ahead ? at(depletion?.balances.p90, forecastFrom, day) : null,
    };
  });
}

function lastDay({ firstDay, balances }: NonNullable<PoolState['depletion']>): number {
  return firstDay + balances.p90.length - 1;
}
