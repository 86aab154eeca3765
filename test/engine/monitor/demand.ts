import type { DailySeries, Forecast, Lot } from '../../../src/engine/monitor';

/** Burn by day from a first day on. */
export function series(firstDay: number, tokens: readonly number[]): DailySeries {
  return { firstDay, tokens: Float64Array.from(tokens) };
}

/** The same week, over and over. */
export function weeks(count: number, week: readonly number[]): readonly number[] {
  return Array.from({ length: count }, () => week).flat();
}

/** A forecast by hand: tokens of each day on the paths of low, middle and high demand. */
export function demand(
  firstDay: number,
  days: number,
  [low, middle, high]: readonly [(day: number) => number, (day: number) => number, (day: number) => number],
): Forecast {
  const summed = (daily: (day: number) => number): Float64Array => {
    let sum = 0;
    return Float64Array.from({ length: days }, (_, ahead) => (sum += daily(firstDay + ahead)));
  };
  return {
    method: 'average to date',
    firstDay,
    p10: summed(low),
    p50: summed(middle),
    p90: summed(high),
    errors: { 'average to date': NaN, '28 days by weekday': NaN, 'last year': NaN },
    origins: 0,
    basis: '',
  };
}

/** The same tokens every day, on all three paths. */
export function certain(firstDay: number, days: number, tokens: number): Forecast {
  const daily = (): number => tokens;
  return demand(firstDay, days, [daily, daily, daily]);
}

/** What the ledger says is left of a pack. */
export function lot(
  pack: string,
  balance: number,
  start: number,
  expiry: number,
  more: Partial<Lot> = {},
): Lot {
  return {
    pack,
    team: '',
    start,
    expiry,
    price: 3,
    carried: false,
    quantity: balance,
    transferred: false,
    burned: 0,
    expired: 0,
    transferredOut: 0,
    adjusted: 0,
    balance,
    ...more,
  };
}
