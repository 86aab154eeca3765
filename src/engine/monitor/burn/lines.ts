import type { UsageReading } from '../../usage/types';
import { settled } from '../ledger/lots';
import type { BurnLine } from '../review-types';
import { teamKey } from '../ledger/teams';

const WEEK = 7;
const FOUR_WEEKS = 28;

/** What burn is told apart by: the name of a row's product, team, user or segment. */
export type BurnNames = (row: number) => string;

/**
 * Tokens by name in the 7 and 28 days that end with a day, and in as many days before them. Rows drawn from a seat burn nothing.
 * @param lastDay whole serial
 * @returns most tokens of the last four weeks first, then by name; names without tokens in the 56 days are left out
 */
export function burnLines(reading: UsageReading, nameOf: BurnNames, lastDay: number): readonly BurnLine[] {
  const { table } = reading;
  const sums = new Map<string, { readonly name: string; readonly tokens: number[] }>();
  const known = new Map<string, number[]>();
  for (let row = 0; row < table.rows; row++) {
    const age = lastDay - Math.floor(table.date[row]!);
    const tokens = table.tokens[row]!;
    if (!(age >= 0 && age < 2 * FOUR_WEEKS) || !(tokens < 0 || tokens > 0)) continue;
    if (table.seatAccess[row] === 1) continue;
    const name = nameOf(row);
    let quarters = known.get(name);
    if (quarters === undefined) {
      const key = teamKey(name);
      let line = sums.get(key);
      if (line === undefined) sums.set(key, (line = { name, tokens: [0, 0, 0, 0] }));
      known.set(name, (quarters = line.tokens));
    }
    if (age < WEEK) quarters[0]! += tokens;
    else if (age < 2 * WEEK) quarters[1]! += tokens;
    quarters[age < FOUR_WEEKS ? 2 : 3]! += tokens;
  }
  const lines = [...sums.values()].map(({ name, tokens }) => {
    const [lastWeek = 0, weekBefore = 0, lastFourWeeks = 0, fourWeeksBefore = 0] = tokens.map(settled);
    return { name, lastWeek, weekBefore, lastFourWeeks, fourWeeksBefore };
  });
  const all = lines.reduce((sum, { lastFourWeeks }) => sum + lastFourWeeks, 0);
  return lines
    .map((line): BurnLine => ({ ...line, share: all === 0 ? 0 : line.lastFourWeeks / all }))
    .sort((a, b) => b.lastFourWeeks - a.lastFourWeeks || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
