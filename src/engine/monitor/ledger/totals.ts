import { partsOf, tokensOf } from './lots';
import { teamKey } from './teams';
import type { DayBurn } from '../burn/types';
import type { Lot, TeamTotals } from './types';

type Figure = Exclude<keyof TeamTotals, 'team'>;

const NOTHING: Readonly<Record<Figure, number>> = {
  bought: 0,
  carriedIn: 0,
  transferredIn: 0,
  transferredOut: 0,
  burned: 0,
  expired: 0,
  adjusted: 0,
  balance: 0,
  uncovered: 0,
  lostRefunds: 0,
};
const FIGURES = Object.keys(NOTHING) as Figure[];

/** Lots, uncovered use and lost refunds by team: teams with lots in order of their first lot, then the others by name. */
export function teamTotals(
  lots: readonly Lot[],
  uncovered: readonly DayBurn[],
  lostRefunds: readonly DayBurn[],
): readonly TeamTotals[] {
  const names = new Map<string, string>();
  const sums = new Map<string, Record<Figure, number>>();
  const add = (team: string, figure: Figure, tokens: number): void => {
    const key = teamKey(team);
    if (!names.has(key)) names.set(key, team);
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = { ...NOTHING }));
    sum[figure] += partsOf(tokens);
  };
  for (const lot of lots) {
    add(lot.team, lot.transferred ? 'transferredIn' : lot.carried ? 'carriedIn' : 'bought', lot.quantity);
    add(lot.team, 'transferredOut', lot.transferredOut);
    add(lot.team, 'burned', lot.burned);
    add(lot.team, 'expired', lot.expired);
    add(lot.team, 'adjusted', lot.adjusted);
    add(lot.team, 'balance', lot.balance);
  }
  const withLots = names.size;
  for (const { team, tokens } of uncovered) add(team, 'uncovered', tokens);
  for (const { team, tokens } of lostRefunds) add(team, 'lostRefunds', tokens);
  const keys = [...names.keys()];
  return [...keys.slice(0, withLots), ...keys.slice(withLots).sort()].map((key) => ({
    team: names.get(key) ?? '',
    ...inTokens(sums.get(key) ?? NOTHING),
  }));
}

/** The sum of all teams; its team is ''. */
export function poolTotals(teams: readonly TeamTotals[]): TeamTotals {
  const sum: Record<Figure, number> = { ...NOTHING };
  for (const team of teams) for (const figure of FIGURES) sum[figure] += partsOf(team[figure]);
  return { team: '', ...inTokens(sum) };
}

function inTokens(parts: Readonly<Record<Figure, number>>): Record<Figure, number> {
  const tokens: Record<Figure, number> = { ...NOTHING };
  for (const figure of FIGURES) tokens[figure] = tokensOf(parts[figure]);
  return tokens;
}
