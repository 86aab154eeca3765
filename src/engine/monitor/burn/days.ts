import type { UsageReading } from '../../usage/types';
import { settled } from '../ledger/lots';
import { teamKey } from '../ledger/teams';
import type { DayBurn } from './types';

export interface BurnOptions {
  /** Excel serials, both days included; omitted = all. */
  readonly from?: number;
  readonly to?: number;
  /** Users (-1 = a row without one) and products by index; omitted = everybody. */
  readonly includes?: (user: number, product: number) => boolean;
  /** True where the packs are one pool (`namesTeams` says no): every team is ''. */
  readonly onePool?: boolean;
  /** Rows drawn from a seat burn no tokens and are left out, unless this asks what they would burn on Flex. */
  readonly seatRows?: boolean;
}

/** Calls back for every row that burns tokens or gives some back. `user` -1 = none. */
export function eachBurn(
  reading: UsageReading,
  options: BurnOptions,
  visit: (day: number, team: string, user: number, tokens: number) => void,
): void {
  const { table } = reading;
  const { from = -Infinity, to = Infinity, includes, onePool = false, seatRows = false } = options;
  const ofRow = table.dictionaries.team;
  for (let row = 0; row < table.rows; row++) {
    const day = Math.floor(table.date[row]!);
    const tokens = table.tokens[row]!;
    // Neither a row without a date nor one that was never used compares true.
    if (!(day >= from && day <= to) || !(tokens < 0 || tokens > 0)) continue;
    if (!seatRows && table.seatAccess[row] === 1) continue;
    const user = table.user[row]!;
    if (includes && !includes(user, table.product[row]!)) continue;
    const team = onePool ? '' : ofRow[table.team[row] ?? 0] || (table.users[user]?.team ?? '');
    visit(day, team, user, tokens);
  }
}

/**
 * Net tokens by day and team, sorted by day, then team: the row's team, else the user's, else ''. Days that net to 0 are left out.
 * Spellings of a team that differ in case are one team.
 */
export function dayBurns(reading: UsageReading, options: BurnOptions = {}): readonly DayBurn[] {
  const teams: { readonly name: string; readonly days: Map<number, number> }[] = [];
  const indexOf = new Map<string, number>();
  const known = (team: string): number => {
    const key = teamKey(team);
    const same = indexOf.get(key) ?? teams.push({ name: team.trim(), days: new Map() }) - 1;
    indexOf.set(key, same);
    indexOf.set(team, same);
    return same;
  };
  eachBurn(reading, options, (day, team, _user, tokens) => {
    const { days } = teams[indexOf.get(team) ?? known(team)]!;
    days.set(day, (days.get(day) ?? 0) + tokens);
  });
  return teams
    .flatMap(({ name, days }) =>
      [...days].map(([day, tokens]): DayBurn => ({ day, team: name, tokens: settled(tokens) })),
    )
    .filter(({ tokens }) => tokens !== 0)
    .sort((a, b) => a.day - b.day || (teamKey(a.team) < teamKey(b.team) ? -1 : 1));
}
