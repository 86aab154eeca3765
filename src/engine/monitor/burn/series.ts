import type { UsageReading } from '../../usage/types';
import { eachBurn } from './days';
import { settled } from '../ledger/lots';
import { teamKey } from '../ledger/teams';
import type { DailySeries } from './types';

export interface SeriesOptions {
  /** Excel serial; rows dated later are left out. Omitted = all rows. */
  readonly asOf?: number;
  /** Users (-1 = a row without one) and products by index; omitted = everybody. */
  readonly includes?: (user: number, product: number) => boolean;
  /** Tokens of this team only, as `dayBurns` tells teams apart; omitted = everybody. */
  readonly team?: string;
}

/**
 * Net tokens by day over everybody, refunds netted out, without gaps: a day without burn inside the period is 0. The period runs from the
 * first day with burn to the as-of day, or to the latest row where that comes first: nothing is known of the days after it, and they are
 * not taken for days without burn. Rows drawn from a seat burn nothing, but their dates count for how far the data reach.
 * @returns without a row that burns, the days the rows cover, all 0; without a dated row by the as-of day, no day at all
 */
export function dailySeries(reading: UsageReading, options: SeriesOptions = {}): DailySeries {
  const { asOf = Infinity, includes, team } = options;
  const { latestDate, earliestDate } = reading;
  if (latestDate === null || earliestDate === null || earliestDate > asOf) {
    return { firstDay: asOf === Infinity ? 0 : Math.floor(asOf) + 1, tokens: new Float64Array(0) };
  }
  const lastDay = Math.min(Math.floor(asOf), latestDate);
  const byDay = new Map<number, number>();
  let firstDay = Infinity;
  const sameTeam = oneTeam(team ?? '');
  eachBurn(
    reading,
    { to: lastDay, onePool: team === undefined, ...(includes ? { includes } : {}) },
    (day, ofTeam, _user, tokens) => {
      if (team !== undefined && !sameTeam(ofTeam)) return;
      byDay.set(day, (byDay.get(day) ?? 0) + tokens);
      if (day < firstDay) firstDay = day;
    },
  );
  if (firstDay === Infinity) firstDay = earliestDate;
  const tokens = new Float64Array(lastDay - firstDay + 1);
  for (const [day, sum] of byDay) tokens[day - firstDay] = settled(sum);
  return { firstDay, tokens };
}

/** Whether a name is the team's; each spelling is looked at once. */
function oneTeam(team: string): (name: string) => boolean {
  const key = teamKey(team);
  const known = new Map<string, boolean>();
  return (name) => {
    let same = known.get(name);
    if (same === undefined) known.set(name, (same = teamKey(name) === key));
    return same;
  };
}
