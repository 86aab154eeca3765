import { exponential, logarithm } from '../../numeric/exponential';
import { methodErrors, type PastForecasts } from './origins';
import { METHODS } from './candidates';
import type { ForecastMethod } from './types';

/** A method this many times as far off as the best is left out. */
const TOO_FAR_OFF = 1.8;
/** An error that nobody would notice; keeps a method that was never wrong from dividing by nothing. */
const NOTHING = 1e-4;

export interface MethodWeights {
  /** Sums to 1. */
  readonly weights: ReadonlyMap<ForecastMethod, number>;
  /** The one that was least far off; of equals the plainest. */
  readonly leader: ForecastMethod;
}

/**
 * Chooses among the methods by their errors on the history. A method's score is its error over that of the average to date, as a geometric
 * mean over the horizons at which it could be judged. The forecast is the mean of the methods that are less than 1.8 times as far off as
 * the best: where one is clearly better it stands alone, and where the history cannot tell them apart, their mean is nearer than the one
 * that happened to lead (Smith and Wallis 2009, "A simple explanation of the forecast combination puzzle"; bench/depletion).
 * @param past the horizons at which the history could be judged
 * @param runnable methods that run on the whole history
 */
export function methodWeights(
  past: readonly PastForecasts[],
  runnable: readonly ForecastMethod[],
): MethodWeights {
  const logs = new Map<ForecastMethod, number[]>();
  for (const each of past) {
    const errors = methodErrors(each);
    const reference = errors.get('average to date');
    if (reference === undefined) continue;
    for (const [method, error] of errors) {
      const ratio = logarithm((error + NOTHING) / (reference + NOTHING));
      logs.set(method, [...(logs.get(method) ?? []), ratio]);
    }
  }
  const scores = METHODS.flatMap((method) => {
    const own = logs.get(method);
    if (!own || !runnable.includes(method)) return [];
    return [{ method, score: exponential(own.reduce((sum, log) => sum + log, 0) / own.length) }];
  });
  if (scores.length === 0) return unjudged(runnable);
  const leader = scores.reduce((first, next) => (next.score < first.score * (1 - 1e-9) ? next : first));
  const kept = scores.filter(({ score }) => score <= TOO_FAR_OFF * leader.score);
  return {
    weights: new Map(kept.map(({ method }) => [method, 1 / kept.length])),
    leader: leader.method,
  };
}

/** A history too short to judge by: what it burns now, on the weekdays it burns on; below a week, its average. */
function unjudged(runnable: readonly ForecastMethod[]): MethodWeights {
  const leader = runnable.includes('28 days by weekday') ? '28 days by weekday' : 'average to date';
  return { weights: new Map([[leader, 1]]), leader };
}
