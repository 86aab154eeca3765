import { YEAR } from './candidates';
import type { DailySeries } from '../burn/types';

export interface Term {
  /** Tokens the term began with. */
  readonly pool: number;
  /** First and last day of the term, Excel serials. */
  readonly start: number;
  readonly expiry: number;
}

export interface ExpectedCurve {
  /** Tokens the term began with. */
  readonly pool: number;
  readonly firstDay: number;
  /** Balance expected at the end of each day from start to expiry; 0 at the end of the last. */
  readonly balances: Float64Array;
  /** True where the curve has the shape of the year before the term; else it is straight. */
  readonly seasonal: boolean;
  /** A sentence that says which, and why. */
  readonly basis: string;
}

/**
 * How a pool would drain that is used up exactly by the end of its term: in the shape of the same days (364 days before, the same weekday)
 * of the year before the term, where the history holds that year whole, else a straight line. Only what burned before the term counts, so
 * that the curve stays as it is while the term goes on.
 * @param series the whole history, as `dailySeries` gives it
 */
export function expectedCurve(series: DailySeries, { pool, start, expiry }: Term): ExpectedCurve {
  const days = Math.max(0, expiry - start + 1);
  const known = start - series.firstDay;
  const held = known >= YEAR && known <= series.tokens.length;
  const shape = Float64Array.from({ length: days }, (_, day) =>
    // Refunds outweigh the use of a day: nothing is expected to come back.
    held ? Math.max(0, series.tokens[known - YEAR + (day % YEAR)]!) : 1,
  );
  const lastYear = shape.reduce((sum, tokens) => sum + tokens, 0);
  const seasonal = held && lastYear > 0;
  const total = seasonal ? lastYear : days;
  let used = 0;
  const balances = shape.map((tokens, day) => {
    used += seasonal ? tokens : 1;
    return day === days - 1 ? 0 : pool * (1 - used / total);
  });
  return {
    pool,
    firstDay: start,
    balances,
    seasonal,
    basis: seasonal
      ? 'Expected curve: the pool used up by its expiry in the shape of the same days of the year before.'
      : 'Expected curve: a straight line from the start of the term to its expiry, as there is no whole year of use before it.',
  };
}
