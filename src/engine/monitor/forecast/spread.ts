import { quantile } from '../../numeric';
import { logarithm } from '../../numeric/exponential';
import type { BurnHistory } from './candidates';
import { logErrors, type PastForecasts } from './origins';
import type { ForecastMethod } from './types';

const WEEK = 7;
/** Weeks whose mean a forecast takes for the level. */
const LEVEL_WEEKS = 4;
/** Weeks over which steps are told from noise; what a level takes back within a quarter is no step. */
const QUARTER = 13;
/** With fewer whole weeks, changes between weeks cannot be measured. */
const FEWEST_WEEKS = 3;
/** Most of two years: the level's steps of longer ago say little about the next. */
const MOST_WEEKS = 104;
/** Weekly log-sd of the level where it cannot be measured: 20 % from one week to the next. */
const UNKNOWN_STEP = 0.2;
/** Standard deviation of a normal distribution over its median absolute deviation. */
const MAD_TO_SD = 1.4826;
/** Standard normal 90 % quantile: half the width from P10 to P90. */
const NORMAL_90 = 1.2815515655446004;

/** Half the distance from P10 to P90 of log cumulative demand, by days ahead. */
export type Spread = (ahead: number) => number;

/**
 * What the errors on the history say, by horizon: their 80 % quantile without sign (errors of neighbouring origins share their luck, so
 * that a one-sided quantile would mostly show which way the last years happened to move), widened for the few independent ones among them.
 * Between horizons interpolated, beyond the last in proportion to the square root of the days, as a random walk would.
 * @param weights of the methods, as forecast
 */
export function measuredSpread(
  past: readonly PastForecasts[],
  weights: ReadonlyMap<ForecastMethod, number>,
): Spread | null {
  const points = past.flatMap((each) => {
    const errors = logErrors(each, (origin) => blended(each, weights, origin));
    const middle = quantile(errors.map(Math.abs), 0.8);
    if (middle === null) return [];
    const independent = 1 + each.span / each.horizon;
    return [{ ahead: each.horizon, width: middle * Math.sqrt(1 + 1 / independent) }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  return (ahead) => {
    if (ahead <= first.ahead) return first.width;
    if (ahead >= last.ahead) return last.width * Math.sqrt(ahead / last.ahead);
    const next = points.findIndex((point) => point.ahead > ahead);
    const [below, above] = [points[next - 1]!, points[next]!];
    return below.width + ((above.width - below.width) * (ahead - below.ahead)) / (above.ahead - below.ahead);
  };
}

/** The weighted forecast at an origin, over the methods that ran there. */
function blended(past: PastForecasts, weights: ReadonlyMap<ForecastMethod, number>, origin: number): number {
  let sum = 0;
  let total = 0;
  for (const [method, weight] of weights) {
    const forecast = past.forecasts[method][origin]!;
    if (forecast !== forecast) continue;
    sum += weight * forecast;
    total += weight;
  }
  return total > 0 ? sum / total : Number.NaN;
}

/**
 * The level of the burn as a random walk in logs, seen through the noise of single weeks (local level model; variances by moments from the
 * changes of weekly totals over one week and over several). The spread of the next H weeks together is the walk's mean over them, √(H ÷ 3)
 * steps, the error of the level today, and the weeks' noise.
 */
export function levelSpread(history: BurnHistory): Spread {
  const weeks = Math.min(MOST_WEEKS, Math.floor(history.days / WEEK));
  if (weeks < FEWEST_WEEKS) {
    return (ahead) => NORMAL_90 * UNKNOWN_STEP * Math.sqrt(1 + ahead / WEEK / 3);
  }
  const { step, noise } = variances(weeklyLogs(history, weeks));
  const known = Math.min(LEVEL_WEEKS, weeks);
  return (ahead) => {
    const far = ahead / WEEK;
    return NORMAL_90 * Math.sqrt(step * (far / 3 + known / 3) + noise * (1 / known + 1 / Math.max(1, far)));
  };
}

function weeklyLogs(history: BurnHistory, weeks: number): readonly number[] {
  const first = history.days - weeks * WEEK;
  const mean = Math.max(0, history.between(first, history.days) / weeks);
  // A seventh of a week: the burn of a day, so that a week without any has a logarithm.
  return Array.from({ length: weeks }, (_, week) => {
    const total = Math.max(0, history.between(first + week * WEEK, first + (week + 1) * WEEK));
    return mean > 0 ? logarithm((total + mean / WEEK) / mean) : 0;
  });
}

/**
 * Var(change over k weeks) = k · step + 2 · noise. Scales are 1.4826 × the median change without sign, so that a few holiday weeks are not
 * taken for steps of the level.
 */
function variances(logs: readonly number[]): { readonly step: number; readonly noise: number } {
  const changes = (lag: number): number => {
    const sizes = logs.slice(lag).map((log, week) => Math.abs(log - logs[week]!));
    return (MAD_TO_SD * (quantile(sizes, 0.5) ?? 0)) ** 2;
  };
  const lag = Math.min(QUARTER, Math.floor(logs.length / 3));
  const one = changes(1);
  // Too short to tell steps from noise: all of the change counts as steps.
  if (lag < 2) return { step: one, noise: 0 };
  const step = Math.min(one, Math.max(0, (changes(lag) - one) / (lag - 1)));
  return { step, noise: (one - step) / 2 };
}
