import { entitles, priceOf, type Offered } from './seats/offered';
import {
  coveredUntil,
  neededFrom,
  NOW,
  startedFlex,
  stoppedFlex,
  tokensIn,
  type PersonChange,
} from './seats/days';
import { YEAR, type SeatTaken } from './terms';
import { tokensSaved } from './term-tokens';
import type { TokenStep } from './types';

/** What one person's change does by the end of the running terms. */
export interface TermChange {
  readonly steps: readonly TokenStep[];
  /** Seats bought, for their first year. */
  readonly bought: number;
}

/**
 * What happens by the end of the running terms, when each change is made on its due date: every seat counts to its own end. A seat that is
 * kept to its end changes nothing before; one that goes to somebody else now costs the tokens from now on. A spare or freed seat saves
 * tokens until it ends and costs nothing; a bought one is paid for its first year. A seat that only takes the place of one kept to its end
 * waits for that end.
 * @returns null where the end of a term that counts is unknown, or a price is missing
 */
export function changeThisTerm(change: PersonChange, offered: Offered, asOf: number): TermChange | null {
  const started = stepsOfGivenUp(change, offered, asOf);
  if (started === null) return null;
  const steps = [...started];
  let bought = 0;
  const stopped = stoppedFlex(change, offered);
  for (const [index, seat] of change.given.entries()) {
    const tokens = tokensIn(stopped[index]!);
    if (seat.source === 'bought') {
      if (neededFrom(seat, change, offered) !== NOW) continue;
      const cost = priceOf(offered, seat.offering);
      if (cost === null) return null;
      bought += cost;
      if (tokens !== 0) steps.push({ tokens, from: asOf, until: asOf + YEAR });
    } else if (tokens !== 0) {
      if (seat.end === null) return null;
      steps.push({ tokens, from: asOf, until: seat.end });
    }
  }
  return { steps, bought };
}

/** Money of the change, tokens at one price. */
export function savingThisTerm({ steps, bought }: TermChange, tokenPrice: number): number {
  return tokensSaved(steps) * tokenPrice - bought;
}

/** Tokens that are drawn because seats go to somebody else before they end, until they would have ended; null = an end is unknown. */
function stepsOfGivenUp(change: PersonChange, offered: Offered, asOf: number): readonly TokenStep[] | null {
  const steps: TokenStep[] = [];
  for (const { product, tokens } of startedFlex(change)) {
    const gone = change.taken.filter((seat) => seat.reused && entitles(offered, seat.offering, product));
    if (gone.length === 0 || tokens === 0) continue;
    const from = coveredUntil(product, change, offered);
    const ends = gone.map(({ end }) => end);
    if (from === null || ends.includes(null)) return null;
    const until = Math.max(...ends.map((end) => end!));
    steps.push({ tokens: -tokens, from: Math.max(from, asOf), until });
  }
  return steps;
}

/** The day from which all seats given up save money: the latest end of what is kept until it ends; null = nothing waits, or unknown. */
export function dueDay(taken: readonly SeatTaken[]): number | null {
  const ends = taken.filter(({ reused }) => !reused).map(({ end }) => end);
  if (ends.length === 0 || ends.includes(null)) return null;
  return Math.max(...ends.map((end) => end!));
}
