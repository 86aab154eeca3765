import { daysToFollow, drain, supplies, type Drain } from './drain';
import { forecast, type ForecastOptions } from './forecast';
import type { DailySeries } from '../burn/types';
import type { Depletion, Forecast } from './types';
import type { Lot, Pack } from '../ledger/types';

/** Days whose mean demand days of cover are counted by. */
const COVER_DAYS = 28;

/**
 * When the pool runs dry (docs/functions.md, "FLEX.DEPLETION"): the first day on which the balance is 0 or that day's demand cannot be
 * served, on the paths of high (P10, the earliest date), middle and low demand. Tokens that outlast the demand deplete on the last expiry.
 *
 * The pool drains from the forecast's first day, which follows the last day of usage. Where usage ends before `asOf`, the days between are
 * forecast too, and a date may lie before `asOf`: the pool should have run dry by then.
 * @param packs all of the book; those that are not among the lots join at their start
 * @param balanceLots the ledger's lots at `asOf`
 * @param expected `depletionHorizon` days or more
 * @param asOf Excel serial
 * @returns days of cover: balance at the end of `asOf` over the mean middle demand of the 28 days after it, without limit (Infinity) where
 *   no demand is expected. Demand is followed for ten years at most; tokens still there by then deplete on the last expiry
 * @throws FlexError 'value' when the forecast ends before the last expiry
 */
export function depletion(
  packs: readonly Pack[],
  balanceLots: readonly Lot[],
  expected: Forecast,
  asOf: number,
): Depletion {
  const { firstDay, p10, p50, p90 } = expected;
  const supply = supplies(packs, balanceLots, firstDay);
  const [early, middle, late] = [p90, p50, p10].map((path) => drain(supply, path, firstDay)) as [
    Drain,
    Drain,
    Drain,
  ];
  return {
    // More demand early in the life of one pack can leave less for a later one: the dates keep their order all the same.
    p10: Math.min(early.depletes, middle.depletes),
    p50: middle.depletes,
    p90: Math.max(late.depletes, middle.depletes),
    daysOfCover: daysOfCover(middle.balances, expected, Math.floor(asOf)),
    expiring: middle.expired,
    expiringLots: middle.unused,
    firstDay: firstDay - 1,
    balances: { p10: early.balances, p50: middle.balances, p90: late.balances },
  };
}

/** Days a forecast needs to reach the last expiry, and to count days of cover at `asOf`. */
export function depletionHorizon(
  packs: readonly Pack[],
  lots: readonly Lot[],
  firstDay: number,
  asOf: number,
): number {
  const cover = Math.max(0, Math.floor(asOf) + 1 - firstDay) + COVER_DAYS;
  return Math.max(cover, daysToFollow(supplies(packs, lots, firstDay), firstDay));
}

/** Forecast and depletion of a pool in one step. `balanceLots`: the ledger's lots at `asOf`. */
export function poolDepletion(
  packs: readonly Pack[],
  balanceLots: readonly Lot[],
  series: DailySeries,
  asOf: number,
  options: ForecastOptions = {},
): { readonly forecast: Forecast; readonly depletion: Depletion } {
  const firstDay = series.firstDay + series.tokens.length;
  const horizon = depletionHorizon(packs, balanceLots, firstDay, asOf);
  const expected = forecast(series, horizon, options);
  return { forecast: expected, depletion: depletion(packs, balanceLots, expected, asOf) };
}

function daysOfCover(balances: Float64Array, { p50, firstDay }: Forecast, asOf: number): number {
  const from = Math.max(0, asOf - firstDay + 1);
  const balance = balances[Math.min(from, balances.length - 1)] ?? 0;
  if (balance === 0) return 0;
  const until = Math.min(from + COVER_DAYS, p50.length);
  const demand = (p50[until - 1] ?? 0) - (from > 0 ? (p50[from - 1] ?? 0) : 0);
  return demand > 0 ? balance / (demand / (until - from)) : Infinity;
}
