import { median } from 'd3-array';
import { exponential, logarithm } from '../../numeric/exponential';
import type { DailySeries } from './types';

/** Width of the centred trend window in days: four weeks and a day, so that every window holds each weekday about as often. */
const TREND_DAYS = 29;
/** Below three of each weekday no level can be told from a single odd day. */
const FEWEST_DAYS = 21;
/** MAD × this estimates the standard deviation of a normal distribution. */
const MAD_TO_SIGMA = 1.4826;
/** Differences of 5 % from day to day are ordinary, however regular the burn was: the scale is never smaller, and never 0. */
const SMALLEST_SCALE = 0.05;
/** Trend and weekday levels are each measured with the other taken out, this often. */
const PASSES = 2;
/** Weekdays that burn less than a fifth of a typical day (here in logs) vary too wildly in logs to tell the scale or the level. */
const TELLING_LEVEL = -1.609;
/** Day classes: Monday = 0 … Sunday = 6; holidays are a class of their own. */
const HOLIDAY = 7;
const EVERY_BURN_DAY = 8;

/** What every day of a series would burn by its trend and weekday, and how far it lies from that. One entry a day. */
export interface Baseline {
  readonly firstDay: number;
  readonly burn: Float64Array;
  /** Tokens expected: exp(trend + level) − 1, not below 0. NaN on days that are not judged. */
  readonly expected: Float64Array;
  /** Tokens of a typical day around then: exp(trend) − 1. */
  readonly typical: Float64Array;
  /** log(1 + burn) − trend − level; NaN on days that are not judged. */
  readonly residual: Float64Array;
  /** 1.4826 × the median absolute residual of the telling days. */
  readonly scale: number;
  /** The level of each day's class in logs, to be added to a trend. */
  readonly level: Float64Array;
  readonly holiday: Uint8Array;
  /** 1 = no holiday, and of a weekday that burns at least a fifth of a typical day. */
  readonly telling: Uint8Array;
}

/**
 * Robust trend and weekday pattern of daily burn (docs/methods.md, "Anomalies"): log(1 + burn) minus a centred 29-day median and the median
 * of each weekday. Holidays are a class of their own and count for neither the trend nor the scale; weekdays with next to no burn do not
 * count for the scale. Where more than half of the days burn nothing, the median day says nothing: days with burn are then compared with
 * one another, without weekdays.
 * @param holidays whole serials
 * @returns null below 21 days or below 21 days with burn: too little to compare with
 */
export function baseline(series: DailySeries, holidays: ReadonlySet<number>): Baseline | null {
  const { firstDay, tokens: burn } = series;
  const days = burn.length;
  const holiday = Uint8Array.from(burn, (_, at) => (holidays.has(firstDay + at) ? 1 : 0));
  const log = Float64Array.from(burn, (tokens) => logarithm(1 + Math.max(0, tokens)));
  const plain = range(days).filter((at) => holiday[at] === 0);
  const burning = plain.filter((at) => log[at]! > 0);
  const sparse = burning.length * 2 < plain.length;
  if ((sparse ? burning.length : plain.length) < FEWEST_DAYS) return null;

  const judged = Uint8Array.from(log, (value) => (sparse && value === 0 ? 0 : 1));
  const shapes = sparse ? burning : plain;
  const classOf = (at: number): number =>
    sparse ? EVERY_BURN_DAY : holiday[at] === 1 ? HOLIDAY : weekdayOf(firstDay + at);
  let level: Float64Array = new Float64Array(days);
  let trend: Float64Array = new Float64Array(days);
  for (let pass = 0; pass < PASSES; pass++) {
    trend = centredMedian(
      log.map((value, at) => value - level[at]!),
      shapes,
      days,
    );
    level = classLevels(
      log.map((value, at) => value - trend[at]!),
      judged,
      classOf,
    );
  }
  const residual = log.map((value, at) => (judged[at] === 1 ? value - trend[at]! - level[at]! : NaN));
  const telling = Uint8Array.from(level, (value, at) =>
    judged[at] === 1 && holiday[at] === 0 && value >= TELLING_LEVEL ? 1 : 0,
  );
  const ordinary = shapes.filter((at) => telling[at] === 1);
  const spread = median(ordinary, (at) => Math.abs(residual[at]!)) ?? 0;
  return {
    firstDay,
    burn,
    expected: residual.map((value, at) =>
      value === value ? Math.max(0, exponential(trend[at]! + level[at]!) - 1) : NaN,
    ),
    typical: trend.map((value) => Math.max(0, exponential(value) - 1)),
    residual,
    scale: Math.max(SMALLEST_SCALE, MAD_TO_SIGMA * spread),
    level,
    holiday,
    telling,
  };
}

/** Monday = 0 … Sunday = 6; serial 2 is a Monday to Excel. */
export function weekdayOf(day: number): number {
  return (((day - 2) % 7) + 7) % 7;
}

/**
 * The median of the days within 14 days on either side; at the ends of the series the window is cut off.
 * @param counted the days that count, rising
 */
function centredMedian(values: Float64Array, counted: readonly number[], days: number): Float64Array {
  const half = (TREND_DAYS - 1) / 2;
  const trend = new Float64Array(days);
  let from = 0;
  let to = 0;
  for (let at = 0; at < days; at++) {
    while (from < counted.length && counted[from]! < at - half) from++;
    while (to < counted.length && counted[to]! <= at + half) to++;
    // A month without a day that counts keeps the trend it had.
    trend[at] =
      median(counted.slice(from, to), (day) => values[day]!) ?? trend[at - 1] ?? values[counted[0]!]!;
  }
  return trend;
}

/** The median of each class of days, given to every day of that class. */
function classLevels(
  values: Float64Array,
  judged: Uint8Array,
  classOf: (at: number) => number,
): Float64Array {
  const members: number[][] = [];
  values.forEach((value, at) => {
    if (judged[at] === 1) (members[classOf(at)] ??= []).push(value);
  });
  const levels = members.map((list) => median(list) ?? 0);
  return values.map((_, at) => levels[classOf(at)] ?? 0);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}
