import { median } from 'd3-array';
import { exponential, logarithm } from '../../numeric/exponential';
import type { UsageReading } from '../../usage/types';
import { baseline, weekdayOf, type Baseline } from '../burn/baseline';
import { settled } from '../ledger/lots';
import { dailySeries } from '../burn/series';
import type { DailySeries } from '../burn/types';
import type { Shift } from './types';

/** Weight of the newest day in the moving average, and its limit in standard deviations of that average (Lucas and Saccucci 1990). */
const LAMBDA = 0.2;
const LIMIT = 2.962;
/** A single odd day, however odd, counts as this many standard deviations: one spike is no shift. */
const WINSOR = 3;
/** Days before a week whose median is its level. */
const LEVEL_DAYS = 56;
const FEWEST_LEVEL_DAYS = 15;

export interface ShiftOptions {
  /** Whole serials of days off. */
  readonly holidays: ReadonlySet<number>;
  /** Excel serial; omitted = all rows. */
  readonly asOf?: number;
}

/**
 * Weeks in which the level of burn left that of the eight weeks before: an exponentially weighted moving average (λ = 0.2, L = 2.962) of
 * winsorised daily differences in logs, weekday and scale as for `anomalies`. A review list, not an alarm: growth and seasons are on it
 * too. A shift is listed in its first week, not in every week that it lasts.
 * @returns by week; `week` is the serial of its Monday, `score` in standard deviations of the average
 */
export function shifts(reading: UsageReading, { holidays, asOf }: ShiftOptions): readonly Shift[] {
  if (!reading.dailyDetail) return [];
  return seriesShifts(dailySeries(reading, asOf === undefined ? {} : { asOf }), holidays);
}

/** The shifts of a series of daily burn; whole weeks, Monday to Sunday. */
export function seriesShifts(series: DailySeries, holidays: ReadonlySet<number>): readonly Shift[] {
  const base = baseline(series, holidays);
  if (base === null) return [];
  const { firstDay, burn, scale } = base;
  const values = levelValues(base);
  const sigma = Math.sqrt(LAMBDA / (2 - LAMBDA));
  const found: Shift[] = [];
  let average = 0;
  let before = 0;
  for (let at = (7 - weekdayOf(firstDay)) % 7; at + 7 <= burn.length; at += 7) {
    const past = values.slice(Math.max(0, at - LEVEL_DAYS), at).filter((value) => value === value);
    if (past.length < FEWEST_LEVEL_DAYS) continue;
    const level = median(past) ?? 0;
    for (const value of values.subarray(at, at + 7)) {
      if (value !== value) continue;
      const difference = Math.max(-WINSOR, Math.min(WINSOR, (value - level) / scale));
      average += LAMBDA * (difference - average);
    }
    const score = average / sigma;
    const side = Math.abs(score) > LIMIT ? Math.sign(score) : 0;
    if (side !== 0 && side !== before) {
      found.push({
        week: firstDay + at,
        direction: side > 0 ? 'up' : 'down',
        score,
        burn: settled(burn.subarray(at, at + 7).reduce((sum, tokens) => sum + tokens, 0)),
        expected: settled(
          base.level
            .subarray(at, at + 7)
            .reduce((sum, own) => sum + Math.max(0, exponential(level + own) - 1), 0),
        ),
      });
    }
    before = side;
  }
  return found;
}

/** log(1 + burn) without the weekday; NaN on days that say nothing about the level. */
function levelValues({ burn, level, telling }: Baseline): Float64Array {
  return burn.map((tokens, at) =>
    telling[at] === 1 ? logarithm(1 + Math.max(0, tokens)) - level[at]! : NaN,
  );
}
