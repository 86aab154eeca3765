import { depletion, depletionHorizon } from '../forecast/depletion';
import { settled } from './lots';
import { outlookFrom } from '../forecast/outlook';
import type { MonitorInput, PoolState } from '../review-types';
import { teamKey } from './teams';
import { expectedCurve, type ExpectedCurve } from '../forecast/expected-curve';
import type { BookedLedger, Pack, TeamTotals } from './types';
import type { DailySeries } from '../burn/types';

const WEEK = 7;
const FOUR_WEEKS = 28;

/** A state still without the word that the thresholds give it. */
export type Measured = Omit<PoolState, 'status'> & { readonly curve: ExpectedCurve | null };

/**
 * One pool on the as-of day: the whole of it, or what is a team's own.
 * @param played the ledger from which alerts count, with the reconciled balances in it
 * @param series tokens by day of those who draw on it
 * @param knownUntil last day of which the balance is known: usage, or a balance shown after it
 */
export function poolState(
  input: MonitorInput,
  team: string,
  played: BookedLedger,
  totals: TeamTotals,
  series: DailySeries,
  knownUntil: number | null,
): Measured {
  const { asOf, book, effectiveClusters, planned } = input;
  const key = team === '' ? null : teamKey(team);
  const own = played.lots.filter((lot) => key === null || teamKey(lot.team) === key);
  const good = own.filter((lot) => lot.start <= asOf && asOf <= lot.expiry);
  const pool = settled(good.reduce((sum, lot) => sum + lot.quantity - lot.transferredOut, 0));
  const balance = settled(own.reduce((sum, lot) => sum + lot.balance, 0));
  const start = good.length === 0 ? 0 : Math.min(...good.map((lot) => lot.start));
  const expiry = good.length === 0 ? 0 : Math.max(...good.map((lot) => lot.expiry));
  const packs = book.packs.filter((pack: Pack) => key === null || teamKey(pack.team) === key);
  const purchases = good.filter((lot) => !lot.transferred);

  const dataEnd = series.firstDay + series.tokens.length;
  const hasData = series.tokens.length > 0;
  const from = Math.max(dataEnd, (knownUntil ?? dataEnd - 1) + 1);
  const horizon = hasData ? depletionHorizon(packs, own, from, asOf) : 0;
  const expected =
    hasData && packs.length > 0
      ? outlookFrom(
          series,
          from,
          horizon,
          effectiveClusters === undefined ? {} : { effectiveClusters },
          // What is planned is not known by team.
          key === null ? planned : undefined,
        )
      : null;
  // Between packs the term is that of the last one: what was raised in it is still the case.
  const bought =
    purchases.length > 0 ? purchases : own.filter((lot) => !lot.transferred && lot.start <= asOf);
  const curve = pool > 0 ? expectedCurve(series, { pool, start, expiry }) : null;
  const lastDay = hasData ? dataEnd - 1 : null;
  return {
    team,
    totals,
    balance,
    pool,
    share: pool > 0 ? balance / pool : Number.NaN,
    start,
    expiry,
    depletion: expected === null ? null : depletion(packs, own, expected, asOf),
    forecast: expected,
    lastWeek: lastTokens(series, WEEK),
    lastFourWeeks: lastTokens(series, FOUR_WEEKS),
    expectedWeek: lastDay === null ? 0 : expectedBetween(curve, lastDay - WEEK + 1, lastDay),
    latestDataDay: lastDay,
    ...(bought.length > 0 ? { termStart: Math.max(...bought.map((lot) => lot.start)) } : {}),
    coming: packs
      .filter((pack) => pack.start > asOf)
      .map((pack) => ({ start: pack.start, tokens: pack.quantity })),
    curve,
  };
}

function lastTokens({ tokens }: DailySeries, days: number): number {
  return settled(tokens.slice(-days).reduce((sum, count) => sum + count, 0));
}

/** Tokens that the expected curve has for days within its term, both included. */
export function expectedBetween(curve: ExpectedCurve | null, from: number, to: number): number {
  if (curve === null) return 0;
  let sum = 0;
  for (let day = from; day <= to; day++) sum += expectedOn(curve, day) ?? 0;
  return sum;
}

/** Tokens that the expected curve has for a day; null outside its term. */
export function expectedOn(curve: ExpectedCurve | null, day: number): number | null {
  if (curve === null) return null;
  const at = day - curve.firstDay;
  const { balances, pool } = curve;
  if (at < 0 || at >= balances.length) return null;
  return (at > 0 ? balances[at - 1]! : pool) - balances[at]!;
}
