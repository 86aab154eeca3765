/** Burn by day. Days are whole Excel serials. */

/** Tokens charged to a team on a day, refunds netted out (may be negative). */
export interface DayBurn {
  readonly day: number;
  readonly team: string;
  readonly tokens: number;
}

/** Total burn by day, no gaps. */
export interface DailySeries {
  readonly firstDay: number;
  readonly tokens: Float64Array;
}
