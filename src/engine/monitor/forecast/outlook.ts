import { forecast, type ForecastOptions } from './forecast';
import type { PlannedDemand } from '../review-types';
import type { DailySeries } from '../burn/types';
import type { Forecast } from './types';

/**
 * What is expected to burn from a day on: the forecast of the history, without the days before, and the planned work of each day on top
 * of all three paths.
 * @param firstDay first day of the outlook; not before the end of the series
 * @param horizonDays days of the outlook
 */
export function outlookFrom(
  series: DailySeries,
  firstDay: number,
  horizonDays: number,
  options: ForecastOptions,
  planned?: PlannedDemand,
): Forecast {
  const skipped = Math.max(0, firstDay - (series.firstDay + series.tokens.length));
  const expected = forecast(series, skipped + horizonDays, options);
  const more = plannedUpTo(planned, expected.firstDay + skipped, horizonDays);
  const path = (of: Float64Array): Float64Array => {
    const before = skipped > 0 ? (of[skipped - 1] ?? 0) : 0;
    return of.slice(skipped).map((tokens, at) => tokens - before + more[at]!);
  };
  const names = planned?.projects ?? [];
  return {
    ...expected,
    firstDay: expected.firstDay + skipped,
    p10: path(expected.p10),
    p50: path(expected.p50),
    p90: path(expected.p90),
    basis:
      names.length === 0 || (more.at(-1) ?? 0) === 0
        ? expected.basis
        : `${expected.basis} Planned work is added: ${names.join(', ')}.`,
  };
}

/** Planned tokens from the first day through each day. */
function plannedUpTo(planned: PlannedDemand | undefined, firstDay: number, days: number): Float64Array {
  const sums = new Float64Array(days);
  let sum = 0;
  for (let at = 0; at < days; at++) {
    sum += planned?.tokens[firstDay + at - planned.firstDay] ?? 0;
    sums[at] = sum;
  }
  return sums;
}
