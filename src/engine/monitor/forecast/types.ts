/** Demand to come, and when the pool is empty (docs/methods.md, "Depletion"). Days are whole Excel serials. */

export type ForecastMethod = 'average to date' | '28 days by weekday' | 'last year';

/** Expected cumulative demand after the last day of the series, and its spread. */
export interface Forecast {
  readonly method: ForecastMethod;
  readonly firstDay: number;
  /** Cumulative tokens at the end of day firstDay + i; 10 %, 50 % and 90 % of futures lie below. Never falling. */
  readonly p10: Float64Array;
  readonly p50: Float64Array;
  readonly p90: Float64Array;
  /** Mean absolute log error of each candidate at the horizon, as measured on the history; NaN where it could not run. */
  readonly errors: Readonly<Record<ForecastMethod, number>>;
  readonly origins: number;
  /** A sentence: which method, why, from how much history. */
  readonly basis: string;
  /** What each method counts for in the forecast; sums to 1. `method` is the one that was least far off. */
  readonly weights?: Readonly<Record<ForecastMethod, number>>;
}

export interface Depletion {
  /** Earliest, middle and latest date: the first day on which the balance is 0 or the day's demand cannot be served. */
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly daysOfCover: number;
  /** Tokens that expire unused on the middle path. */
  readonly expiring: number;
  /** Of which pack and when, by expiry; they sum to `expiring`. */
  readonly expiringLots?: readonly {
    readonly pack: string;
    readonly expiry: number;
    readonly tokens: number;
  }[];
  /** The middle path: balance at the end of each day from asOf. */
  readonly firstDay: number;
  readonly balances: { readonly p10: Float64Array; readonly p50: Float64Array; readonly p90: Float64Array };
}
