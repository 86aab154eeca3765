import type { PoolState } from '../review-types';
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
/** Giver and taker must both have this many days afterwards, so that one alert is not cured by the next. */
const LEAST_COVER = 14;

/**
 * The transfer that cures an empty team: from the team that leaves it most days of cover, as much as makes both last equally long at the
 * pace of the last 28 days.
 * @returns null where no other team can give so much that both last 14 days
 */
export function transferFor(to: State, teams: readonly State[]): ProposedTransfer | null {
  const pace = (state: State): number => Math.max(0, state.lastFourWeeks / PACE_DAYS);
  const cover = (balance: number, state: State): number =>
    pace(state) > 0 ? balance / pace(state) : Infinity;
  const own = Math.max(0, to.balance);
  const offers = teams
    .filter((state) => teamKey(state.team) !== teamKey(to.team) && state.balance > 0)
    .flatMap((giver): readonly ProposedTransfer[] => {
      // Equal cover: (giver − x) ÷ its pace = (own + x) ÷ the taker's. A taker without a pace, empty for long, gets half.
      const equal = (giver.balance * pace(to) - own * pace(giver)) / (pace(giver) + pace(to));
      const tokens = Math.floor(pace(to) > 0 ? equal : giver.balance / 2);
      const giverCover = cover(giver.balance - tokens, giver);
      const coverAfter = cover(own + tokens, to);
      if (tokens < 1 || giverCover < LEAST_COVER || coverAfter < LEAST_COVER) return [];
      return [{ from: giver.team, to: to.team, tokens, giverCover, coverAfter }];
    });
  return offers.sort((a, b) => b.coverAfter - a.coverAfter || b.giverCover - a.giverCover)[0] ?? null;
}
