import { counted, formatNumber, isoDate } from '../../numeric';
import { settled } from '../ledger/lots';
import { teamKey } from '../ledger/teams';
import type { DayBurn } from '../burn/types';
import type { Reconciliation, ShownBalance, Transfer } from '../ledger/types';

export type Explanation = Reconciliation['explanations'][number];

/** What is known besides the ledger: the last day of the usage data, the burn by day and team, and the transfers of the book. */
export interface ReconciliationContext {
  /** Null = no usage at all. */
  readonly latestDataDay: number | null;
  readonly burns: readonly DayBurn[];
  readonly transfers: readonly Transfer[];
}

/** How long entries take to show on both sides. */
const NEAR_DAYS = 7;
/** Days whose mean burn stands for days without data. */
const PACE_DAYS = 28;

/**
 * What explains that the balance shown differs from the ledger: first a transfer or refund of that very amount within 7 days; else days that
 * the data do not reach yet; else use of the last 7 days that one side may not count yet.
 * @param difference shown − ledger, not 0
 * @param whole true = the balance is of all teams together
 */
export function explain(
  shown: ShownBalance,
  difference: number,
  whole: boolean,
  context: ReconciliationContext,
): readonly Explanation[] {
  const burns = whole
    ? context.burns
    : context.burns.filter((burn) => teamKey(burn.team) === teamKey(shown.team));
  const exact =
    (whole ? null : sameTransfer(shown, difference, context.transfers)) ??
    sameRefund(shown, difference, burns);
  const found =
    exact ?? missingDays(shown, difference, burns, context) ?? late(shown, difference, burns, context);
  return found === null ? [] : [found];
}

function sameTransfer(
  shown: ShownBalance,
  difference: number,
  transfers: readonly Transfer[],
): Explanation | null {
  const team = teamKey(shown.team);
  for (const { date, from, to, tokens } of transfers) {
    if (Math.abs(date - shown.date) > NEAR_DAYS) continue;
    const gives = teamKey(from) === team;
    if (!gives && teamKey(to) !== team) continue;
    const counted = date <= shown.date;
    // The ledger counts it and Autodesk does not yet, or the other way round.
    const effect = gives === counted ? tokens : -tokens;
    if (settled(effect - difference) !== 0) continue;
    const side = counted ? 'the balance shown does not hold it yet' : 'the balance shown holds it already';
    return {
      text: `The transfer of ${formatNumber(tokens)} tokens from ${from} to ${to} on ${isoDate(date)} is exactly the difference: ${side}.`,
      tokens: difference,
    };
  }
  return null;
}

function sameRefund(shown: ShownBalance, difference: number, burns: readonly DayBurn[]): Explanation | null {
  for (const { day, tokens } of burns) {
    if (tokens >= 0 || Math.abs(day - shown.date) > NEAR_DAYS) continue;
    const counted = day <= shown.date;
    if (settled((counted ? tokens : -tokens) - difference) !== 0) continue;
    const side = counted ? 'does not hold it yet' : 'holds it already';
    return {
      text: `The refund of ${formatNumber(-tokens)} tokens on ${isoDate(day)} is exactly the difference: the balance shown ${side}.`,
      tokens: difference,
    };
  }
  return null;
}

function missingDays(
  shown: ShownBalance,
  difference: number,
  burns: readonly DayBurn[],
  { latestDataDay }: ReconciliationContext,
): Explanation | null {
  if (latestDataDay === null || latestDataDay >= shown.date || difference > 0) return null;
  const firstBurn = burns.reduce((first, { day }) => Math.min(first, day), Infinity);
  const from = Math.max(latestDataDay - PACE_DAYS + 1, firstBurn);
  const pace = burnBetween(burns, from, latestDataDay) / (latestDataDay - from + 1);
  const days = shown.date - latestDataDay;
  const about = Math.min(settled(pace * days), -difference);
  if (!(about > 0)) return null;
  const dayText = counted(days, 'day of use is', 'days of use are');
  return {
    text: `Data end on ${isoDate(latestDataDay)}, the balance is of ${isoDate(shown.date)}: ${dayText} missing, about ${formatNumber(pace * days, 0)} tokens at the recent pace of ${formatNumber(pace, 1)} a day.`,
    tokens: -about,
  };
}

/** Only a difference that use of those days could make up whole: a larger one has another cause. */
function late(
  shown: ShownBalance,
  difference: number,
  burns: readonly DayBurn[],
  { latestDataDay }: ReconciliationContext,
): Explanation | null {
  if (latestDataDay === null || latestDataDay < shown.date) return null;
  for (let from = shown.date; from > shown.date - NEAR_DAYS; from--) {
    const used = settled(burnBetween(burns, from, shown.date));
    if (used < Math.abs(difference)) continue;
    const span =
      from === shown.date ? `on ${isoDate(from)}` : `from ${isoDate(from)} to ${isoDate(shown.date)}`;
    if (difference > 0) {
      return {
        text: `${formatNumber(used)} tokens were used ${span}: the balance shown may not count all of them yet.`,
        tokens: difference,
      };
    }
    // Rows come late, but not for ever: a week after the balance the data should hold them.
    if (latestDataDay - shown.date >= NEAR_DAYS) return null;
    return {
      text: `Data end on ${isoDate(latestDataDay)}: rows of the last ${NEAR_DAYS} days before the balance may still be missing; ${formatNumber(used)} tokens were used ${span}.`,
      tokens: difference,
    };
  }
  return null;
}

function burnBetween(burns: readonly DayBurn[], from: number, to: number): number {
  return burns.reduce((sum, { day, tokens }) => (day >= from && day <= to ? sum + tokens : sum), 0);
}
