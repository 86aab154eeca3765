import { poolDepletion } from '../../src/engine/monitor';
import { METHODS } from '../../src/engine/monitor/forecast/candidates';
import type { Depletion, ForecastMethod } from '../../src/engine/monitor/forecast/types';
import type { Pack } from '../../src/engine/monitor/ledger/types';
import type { DepletionCase } from './cases';

export const CHOICE = 'choosing (the product)';
export const WEEK_MEAN = '7-day mean';

/** One way to forecast, over the cases where it could run. Days. */
export interface Accuracy {
  readonly rule: string;
  readonly cases: number;
  /** Mean absolute error of the middle date, and its standard error. */
  readonly mae: number;
  readonly error: number;
  /** Mean error; above 0 = the date comes too late. */
  readonly bias: number;
  /** Share of the cases between P10 and P90, both days included; null where the rule gives no range. */
  readonly coverage: number | null;
  /** Share before P10, and after P90. */
  readonly before: number;
  readonly after: number;
  /** Mean days from P10 to P90. */
  readonly width: number;
}

/** The pool's pack works longer than any case lasts, so that no date is told by its expiry. */
const PACK_DAYS = 800;

/** Depletion dates by each method alone, by the product's choice, and by the mean of the last 7 days. */
export function accuracies(cases: readonly DepletionCase[]): readonly Accuracy[] {
  const byMethod = METHODS.map((method) => accuracy(method, cases, (one) => dates(one, method)));
  return [...byMethod, accuracy(WEEK_MEAN, cases, weekMean), accuracy(CHOICE, cases, (one) => dates(one))];
}

interface Dates {
  readonly p10: number | null;
  readonly p50: number;
  readonly p90: number | null;
}

/** Null where the method cannot run on the history. */
function dates({ series, pool }: DepletionCase, method?: ForecastMethod): Depletion | null {
  const lastDay = series.firstDay + series.tokens.length - 1;
  const pack: Pack = {
    id: 'Pack 1',
    team: '',
    quantity: pool,
    price: 3,
    start: lastDay,
    expiry: lastDay + PACK_DAYS,
    carried: false,
    row: 2,
  };
  const { forecast, depletion } = poolDepletion([pack], [], series, lastDay, method ? { method } : {});
  return method && forecast.method !== method ? null : depletion;
}

function weekMean({ series, pool }: DepletionCase): Dates {
  const { firstDay, tokens } = series;
  const daily = tokens.slice(-7).reduce((sum, day) => sum + day, 0) / 7;
  const days = Math.min(PACK_DAYS, daily > 0 ? Math.ceil(pool / daily) : PACK_DAYS);
  return { p10: null, p50: firstDay + tokens.length - 1 + days, p90: null };
}

function accuracy(
  rule: string,
  cases: readonly DepletionCase[],
  datesOf: (one: DepletionCase) => Dates | null,
): Accuracy {
  const errors: number[] = [];
  let [before, after, width] = [0, 0, 0];
  let ranged = true;
  for (const one of cases) {
    const found = datesOf(one);
    if (!found) continue;
    errors.push(found.p50 - one.truth);
    if (found.p10 === null || found.p90 === null) {
      ranged = false;
      continue;
    }
    if (one.truth < found.p10) before += 1;
    if (one.truth > found.p90) after += 1;
    width += found.p90 - found.p10;
  }
  const n = errors.length;
  const mae = errors.reduce((sum, error) => sum + Math.abs(error), 0) / n;
  const spread = errors.reduce((sum, error) => sum + (Math.abs(error) - mae) ** 2, 0) / n;
  return {
    rule,
    cases: n,
    mae,
    error: Math.sqrt(spread / n),
    bias: errors.reduce((sum, error) => sum + error, 0) / n,
    coverage: ranged ? 1 - (before + after) / n : null,
    before: before / n,
    after: after / n,
    width: width / n,
  };
}
