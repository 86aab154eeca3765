import { logarithm } from '../../numeric/exponential';
import { CANDIDATES, METHODS, type BurnHistory } from './candidates';
import type { ForecastMethod } from './types';

/** Days a candidate must have seen before it is judged. */
const FIRST_ORIGIN = 56;
const MOST_ORIGINS = 100;
/** Fewer origins, or closer together, say nothing about a method: their errors are one error seen several times. */
const FEWEST_ORIGINS = 8;
const SHORTEST_SPAN = 56;
/** Days ahead at which forecasts are judged: from a week to a year, the term of a pack. */
export const HORIZONS: readonly number[] = [7, 14, 28, 56, 91, 140, 196, 266, 364];

/** What was forecast from past days (origins) for the next `horizon` days, and what came; one entry an origin. */
export interface PastForecasts {
  readonly horizon: number;
  readonly origins: number;
  /** Days from the first origin to the last. */
  readonly span: number;
  /** NaN where the method could not run. */
  readonly forecasts: Readonly<Record<ForecastMethod, Float64Array>>;
  readonly actual: Float64Array;
  /** Methods that ran at origins enough to be judged. */
  readonly judged: readonly ForecastMethod[];
  /** Mean burn of a day; added on both sides before logarithms are taken, so that a stretch without burn has one. */
  readonly floor: number;
}

/** Forecasts from origins spread evenly over a history; null where it carries too few. */
export function pastForecasts(history: BurnHistory, horizon: number): PastForecasts | null {
  const last = history.days - horizon;
  if (last - FIRST_ORIGIN < SHORTEST_SPAN) return null;
  const step = Math.max(1, Math.ceil((last - FIRST_ORIGIN) / (MOST_ORIGINS - 1)));
  const known = Array.from(
    { length: Math.floor((last - FIRST_ORIGIN) / step) + 1 },
    (_, index) => last - index * step,
  );
  const forecastsOf = (method: ForecastMethod): Float64Array =>
    Float64Array.from(known, (days) =>
      Math.max(0, CANDIDATES[method](history, days)?.(horizon) ?? Number.NaN),
    );
  const forecasts = {
    'average to date': forecastsOf('average to date'),
    '28 days by weekday': forecastsOf('28 days by weekday'),
    'last year': forecastsOf('last year'),
  };
  return {
    horizon,
    origins: known.length,
    span: (known.length - 1) * step,
    forecasts,
    actual: Float64Array.from(known, (days) => Math.max(0, history.between(days, days + horizon))),
    judged: METHODS.filter((method) => {
      const ran = forecasts[method].filter((value) => value === value).length;
      return ran >= FEWEST_ORIGINS && (ran - 1) * step >= SHORTEST_SPAN;
    }),
    floor: Math.max(0, history.between(0, history.days) / history.days),
  };
}

/** Log of what came over what a forecast said, where there was one. */
export function logErrors(past: PastForecasts, forecast: (origin: number) => number): readonly number[] {
  const errors: number[] = [];
  past.actual.forEach((actual, origin) => {
    const expected = forecast(origin);
    if (expected !== expected) return;
    // Without any burn there is nothing to be wrong about.
    errors.push(past.floor > 0 ? logarithm((actual + past.floor) / (expected + past.floor)) : 0);
  });
  return errors;
}

/** Mean absolute log error of each judged method, over the origins where all of them ran. */
export function methodErrors(past: PastForecasts): ReadonlyMap<ForecastMethod, number> {
  const comparable = (origin: number): boolean =>
    past.judged.every((method) => past.forecasts[method][origin]! >= 0);
  return new Map(
    past.judged.map((method) => {
      const errors = logErrors(past, (origin) =>
        comparable(origin) ? past.forecasts[method][origin]! : Number.NaN,
      );
      return [method, errors.reduce((sum, error) => sum + Math.abs(error), 0) / errors.length];
    }),
  );
}
