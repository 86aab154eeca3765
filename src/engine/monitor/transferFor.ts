import type { PoolState } from './reviewTypes';
import { teamKey } from './teams';

type State = Omit<PoolState, 'status'>;

export interface ProposedTransfer {
  readonly from: string;
  readonly to: string;
  /** Whole tokens. */
  readonly tokens: number;
  /** Days of cover of the giver and of the taker afterwards, at the pace of the last 28 days. */
  readonly giverCover: number;
  readonly coverAfter: number;
}

const PACE_DAYS = 28;
/** A giver must keep this many days, so that one alert is not cured by the next. */
const LEAST_COVER = 14;

/**
 * The transfer that cures an empty team: from the team with most days of cover, as much as makes both last equally long at the pace of
 * the last 28 days.
 * @returns null where no other team can give without falling below 14 days itself, or nothing is burned
 */
export function transferFor(to: State, teams: readonly State[]): ProposedTransfer | null {
  const pace = (state: State): number => Math.max(0, state.lastFourWeeks / PACE_DAYS);
  const cover = (balance: number, state: State): number =>
    pace(state) > 0 ? balance / pace(state) : Infinity;
  const giver = teams
    .filter((state) => teamKey(state.team) !== teamKey(to.team) && state.balance > 0)
    .sort((a, b) => cover(b.balance, b) - cover(a.balance, a) || b.balance - a.balance)[0];
  if (giver === undefined) return null;
  const own = Math.max(0, to.balance);
  // Equal cover: (giver − x) ÷ its pace = (own + x) ÷ the taker's. A taker without a pace, empty for long, gets half.
  const equal = (giver.balance * pace(to) - own * pace(giver)) / (pace(giver) + pace(to));
  const tokens = Math.floor(pace(to) > 0 ? equal : giver.balance / 2);
  if (tokens < 1) return null;
  const giverCover = cover(giver.balance - tokens, giver);
  if (giverCover < LEAST_COVER) return null;
  return { from: giver.team, to: to.team, tokens, giverCover, coverAfter: cover(own + tokens, to) };
}
