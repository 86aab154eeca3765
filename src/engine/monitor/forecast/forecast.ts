import { formatNumber, counted } from '../../numeric';
import { exponential } from '../../numeric/exponential';
import { BurnHistory, CANDIDATES, METHODS, type Outlook } from './candidates';
import { methodWeights, type MethodWeights } from './method-weights';
import { HORIZONS, methodErrors, pastForecasts, type PastForecasts } from './origins';
import { levelSpread, measuredSpread, type Spread } from './spread';
import type { DailySeries } from '../burn/types';
import type { Forecast, ForecastMethod } from './types';

const TWO_YEARS = 728;
/** In logs: beyond it every pool is empty at once, and figures stay finite. */
const WIDEST = 20;

export interface ForecastOptions {
  /** n_eff of the pool (`PoolDemand.effectiveClusters`): few clusters widen the spread. Omitted or 0 = not known. */
  readonly effectiveClusters?: number;
  /** Takes this method, where it runs, instead of choosing. */
  readonly method?: ForecastMethod;
}

/**
 * Cumulative demand of the days after a series, with its spread (docs/methods.md, "Depletion"). Methods are judged by their errors from
 * origins all over the history (`methodWeights`); P10 and P90 lie as far from P50 as the same forecast was off in 8 of 10 cases at that
 * horizon (`measuredSpread`), widened by √(1 + 1 ÷ n_eff). Below two years of history, and where it cannot be judged at all, they are never
 * nearer than a random walk of the level puts them (`levelSpread`).
 *
 * What is expected by a day depends on the history alone, not on the tokens at hand nor on how far is asked: more tokens, or another pack,
 * never bring a depletion date forward.
 * @param horizonDays days to forecast; all three paths have this length
 */
export function forecast(series: DailySeries, horizonDays: number, options: ForecastOptions = {}): Forecast {
  const history = new BurnHistory(series);
  const horizon = Math.max(0, Math.floor(horizonDays));
  const outlooks = new Map<ForecastMethod, Outlook>();
  for (const method of METHODS) {
    const outlook = CANDIDATES[method](history, history.days);
    if (outlook) outlooks.set(method, outlook);
  }
  const past = HORIZONS.flatMap((days) => pastForecasts(history, days) ?? []);
  const runnable = [...outlooks.keys()];
  const choice = chosen(past, runnable, options.method);
  const measured = measuredSpread(past, choice.weights);
  const level = levelSpread(history);
  const n = options.effectiveClusters ?? 0;
  const widening = n > 0 ? Math.sqrt(1 + 1 / n) : 1;
  const walks = measured === null || history.days < TWO_YEARS;
  const spread: Spread = (ahead) =>
    Math.max(measured === null ? 0 : widening * measured(ahead), walks ? widening * level(ahead) : 0);
  const longest = past.at(-1);
  const errors = longest ? methodErrors(longest) : new Map<ForecastMethod, number>();
  return {
    method: choice.leader,
    firstDay: series.firstDay + history.days,
    ...paths(horizon, outlooks, choice, spread),
    errors: {
      'average to date': errors.get('average to date') ?? Number.NaN,
      '28 days by weekday': errors.get('28 days by weekday') ?? Number.NaN,
      'last year': errors.get('last year') ?? Number.NaN,
    },
    origins: longest?.origins ?? 0,
    basis: basisOf(history, choice, longest, walks),
    weights: {
      'average to date': choice.weights.get('average to date') ?? 0,
      '28 days by weekday': choice.weights.get('28 days by weekday') ?? 0,
      'last year': choice.weights.get('last year') ?? 0,
    },
  };
}

function chosen(
  past: readonly PastForecasts[],
  runnable: readonly ForecastMethod[],
  asked?: ForecastMethod,
): MethodWeights {
  return asked && runnable.includes(asked)
    ? { weights: new Map([[asked, 1]]), leader: asked }
    : methodWeights(past, runnable);
}

function paths(
  horizon: number,
  outlooks: ReadonlyMap<ForecastMethod, Outlook>,
  choice: MethodWeights,
  spread: Spread,
): Pick<Forecast, 'p10' | 'p50' | 'p90'> {
  const [p10, p50, p90] = [0, 1, 2].map(() => new Float64Array(horizon)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [low, middle, high] = [0, 0, 0];
  for (let day = 0; day < horizon; day++) {
    let expected = 0;
    for (const [method, weight] of choice.weights)
      expected += weight * (outlooks.get(method)?.(day + 1) ?? 0);
    const factor = exponential(Math.min(WIDEST, spread(day + 1)));
    middle = Math.max(middle, expected);
    low = Math.max(low, middle / factor);
    high = Math.max(high, middle * factor);
    p10[day] = low;
    p50[day] = middle;
    p90[day] = high;
  }
  return { p10, p50, p90 };
}

/** How a reader is told what the forecast rests on. */
function basisOf(
  history: BurnHistory,
  { weights, leader }: MethodWeights,
  longest: PastForecasts | undefined,
  walks: boolean,
): string {
  if (history.days === 0) return 'There is no day of usage to forecast from: no demand is expected.';
  const days = `${counted(history.days, 'day')} of history`;
  const shares = METHODS.flatMap((method) => {
    const weight = weights.get(method) ?? 0;
    return weight > 0 ? [WORDS[method]] : [];
  });
  const what =
    shares.length === 1 ? `Forecast by ${WORDS[leader]}` : `Forecast by the mean of ${listed(shares)}`;
  if (!longest) {
    return `${what}, from ${days}: too short to measure its errors. The range assumes that the level of the burn goes on changing as it did from week to week.`;
  }
  const why = `judged by its errors over ${formatNumber(longest.horizon)} days from ${longest.origins} past days, from ${days}`;
  return walks
    ? `${what}, ${why}. With less than two years of it, the range is never narrower than the level's changes from week to week make it.`
    : `${what}, ${why}.`;
}

const WORDS: Readonly<Record<ForecastMethod, string>> = {
  'average to date': 'the average to date',
  '28 days by weekday': 'the last 28 days by weekday',
  'last year': 'the same days of last year',
};

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
