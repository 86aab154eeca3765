import type { BareCover } from './covers';
import type { Plan } from './plan';
import { yearsLeft, type SeatGiven, type SeatTaken } from './terms';

/** One person's change with the seats it moves. */
export interface PersonChange {
  readonly today: BareCover;
  readonly proposed: BareCover;
  readonly given: readonly SeatGiven[];
  readonly taken: readonly SeatTaken[];
}

/**
 * Money by the end of the running terms, when each change is made on its due date. A seat that is kept to its end changes nothing before;
 * one that goes to somebody else now costs the tokens from now on. A spare or freed seat saves tokens until it ends and costs nothing; a
 * bought one is paid for its first year. A seat that only replaces one that is kept to its end waits for that end.
 * @returns null where the end of a term that counts is unknown
 */
export function savingThisTerm(change: PersonChange, plan: Plan, tokenPrice: number): number | null {
  const { today, proposed, given, taken } = change;
  const { asOf } = plan.input;
  let saving = 0;
  for (const seat of given) {
    const drawnToday = today.flex.filter(
      ({ product }) => covers(plan, seat.offering, product) && !isDrawn(proposed, product),
    );
    const tokens = drawnToday.reduce((sum, each) => sum + each.tokens, 0);
    const waits = drawnToday.length === 0 && taken.some(({ reused }) => !reused);
    if (waits) continue;
    if (seat.source === 'bought') {
      const cost = priceOf(plan, seat.offering);
      if (cost === null) return null;
      saving += tokens * tokenPrice - cost;
    } else if (tokens !== 0) {
      if (seat.end === null) return null;
      saving += tokens * tokenPrice * yearsLeft(seat.end, asOf);
    }
  }
  for (const seat of taken) {
    if (!seat.reused) continue;
    const drawn = proposed.flex.filter(
      ({ product }) => covers(plan, seat.offering, product) && !isDrawn(today, product),
    );
    const tokens = drawn.reduce((sum, each) => sum + each.tokens, 0);
    if (tokens === 0) continue;
    if (seat.end === null) return null;
    saving -= tokens * tokenPrice * yearsLeft(seat.end, asOf);
  }
  return saving;
}

/** The first day on which giving up seats saves money: the latest end of what is kept until it ends; null = nothing waits, or unknown. */
export function dueDay(taken: readonly SeatTaken[]): number | null {
  const ends = taken.filter(({ reused }) => !reused).map(({ end }) => end);
  if (ends.length === 0 || ends.includes(null)) return null;
  return Math.max(...ends.map((end) => end!));
}

/** Yearly price of an offering after the discount; null = price missing. */
export function priceOf({ book, catalogue }: Plan, offering: string): number | null {
  const found = catalogue.find(offering);
  if (found?.kind === 'collection') return book.collectionCosts[found.index] ?? null;
  return book.seatCost(offering);
}

/** Whether a seat or Collection covers a product. */
export function covers({ catalogue }: Plan, offering: string, product: string): boolean {
  const found = catalogue.find(offering);
  return found?.kind === 'collection'
    ? (catalogue.holding(product) & (1 << found.index)) !== 0
    : offering === product;
}

function isDrawn(cover: BareCover, product: string): boolean {
  return cover.flex.some((each) => each.product === product);
}
