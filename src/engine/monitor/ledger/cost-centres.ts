import type { UsageReading } from '../../usage/types';
import type { CostCentreShares } from './chargeback';
import { eachBurn, type BurnOptions } from '../burn/days';
import { teamKey } from './teams';

const NONE: ReadonlyMap<string, number> = new Map();

/**
 * Tokens of each cost centre by day and team, from usage: the person's cost centre in the people table, else the department, else ''. Use
 * the same options as for `dayBurns`, so that both count the same rows.
 */
export function costCentreShares(reading: UsageReading, options: BurnOptions = {}): CostCentreShares {
  const days = new Map<number, Map<string, Map<string, number>>>();
  const ofUser = reading.table.users.map((user) => user.costCentre || user.department);
  const keys = new Map<string, string>();
  eachBurn(reading, options, (day, team, user, tokens) => {
    let key = keys.get(team);
    if (key === undefined) keys.set(team, (key = teamKey(team)));
    let teams = days.get(day);
    if (!teams) days.set(day, (teams = new Map()));
    let centres = teams.get(key);
    if (!centres) teams.set(key, (centres = new Map()));
    const centre = ofUser[user] ?? '';
    centres.set(centre, (centres.get(centre) ?? 0) + tokens);
  });
  return (day, team) => days.get(day)?.get(teamKey(team)) ?? NONE;
}
