import { covers, priceOf, type Offered } from './offered';
import {
  coveredUntil,
  neededFrom,
  NOW,
  startedFlex,
  stoppedFlex,
  tokensIn,
  type PersonChange,
} from './seatDays';
import { yearsLeft, type SeatTaken } from './terms';

/**
 * Money by the end of the running terms, when each change is made on its due date: every seat counts to its own end. A seat that is kept
 * to its end changes nothing before; one that goes to somebody else now costs the tokens from now on. A spare or freed seat saves tokens
 * until it ends and costs nothing; a bought one is paid for its first year. A seat that only takes the place of one kept to its end waits
 * for that end.
 * @returns null where the end of a term that counts is unknown
 */
export function savingThisTerm(
  change: PersonChange,
  offered: Offered,
  tokenPrice: number,
  asOf: number,
): number | null {
  const started = tokensOfGivenUp(change, offered, asOf);
  if (started === null) return null;
  let saving = 0 - started * tokenPrice;
  const stopped = stoppedFlex(change, offered);
  for (const [index, seat] of change.given.entries()) {
    const tokens = tokensIn(stopped[index]!);
    if (seat.source === 'bought') {
      if (neededFrom(seat, change, offered) !== NOW) continue;
      const cost = priceOf(offered, seat.offering);
      if (cost === null) return null;
      saving += tokens * tokenPrice - cost;
    } else if (tokens !== 0) {
      if (seat.end === null) return null;
      saving += tokens * tokenPrice * yearsLeft(seat.end, asOf);
    }
  }
  return saving;
}

/** Tokens that are drawn because seats go to somebody else before they end, until they would have ended; null = an end is unknown. */
function tokensOfGivenUp(change: PersonChange, offered: Offered, asOf: number): number | null {
  let sum = 0;
  for (const { product, tokens } of startedFlex(change)) {
    const gone = change.taken.filter((seat) => seat.reused && covers(offered, seat.offering, product));
    if (gone.length === 0 || tokens === 0) continue;
    const from = coveredUntil(product, change, offered);
    const ends = gone.map(({ end }) => end);
    if (from === null || ends.includes(null)) return null;
    const until = Math.max(...ends.map((end) => end!));
    sum += tokens * yearsLeft(until, Math.max(from, asOf));
  }
  return sum;
}

/** The day from which all seats given up save money: the latest end of what is kept until it ends; null = nothing waits, or unknown. */
export function dueDay(taken: readonly SeatTaken[]): number | null {
  const ends = taken.filter(({ reused }) => !reused).map(({ end }) => end);
  if (ends.length === 0 || ends.includes(null)) return null;
  return Math.max(...ends.map((end) => end!));
}
