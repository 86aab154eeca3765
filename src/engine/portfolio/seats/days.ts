import { entitles, type Offered } from './offered';
import type { Covering, SeatGiven, SeatTaken } from '../terms';
import type { PortfolioNeed } from '../types';

/** One person's change with the seats it moves. */
export interface PersonChange {
  readonly needs: readonly PortfolioNeed[];
  readonly today: Covering;
  readonly proposed: Covering;
  readonly given: readonly SeatGiven[];
  readonly taken: readonly SeatTaken[];
}

type Drawn = Covering['flex'];

/** A day that no term holds up. */
export const NOW = -Infinity;

/**
 * Day on which today's cover of a product goes: the end of the seat that is kept until then (the latest, where several hold the product),
 * NOW where no such seat holds it; null = that end is unknown.
 */
export function coveredUntil(
  product: string,
  { taken }: Pick<PersonChange, 'taken'>,
  offered: Offered,
): number | null {
  const ends = taken
    .filter(({ offering, reused }) => !reused && entitles(offered, offering, product))
    .map(({ end }) => end);
  return ends.includes(null) ? null : ends.reduce<number>((last, end) => Math.max(last, end!), NOW);
}

/**
 * Day from which a seat that somebody gets is needed: NOW where it saves tokens, takes the place of one that goes to somebody else, or
 * covers what nothing covers; else the first end of what it takes the place of. Null = that end is unknown.
 */
export function neededFrom(seat: SeatGiven, change: PersonChange, offered: Offered): number | null {
  const { needs, today, taken } = change;
  const covered = needs.filter(({ product }) => entitles(offered, seat.offering, product));
  const used = covered.filter(({ neverUsed }) => !neverUsed);
  const kept = [...today.seats, ...today.collections].filter(
    (name) => !taken.some(({ offering }) => offering === name),
  );
  const days = (used.length > 0 ? used : covered)
    .filter(({ product }) => !kept.some((name) => entitles(offered, name, product)))
    .map(({ product }) => coveredUntil(product, change, offered));
  if (days.length === 0 || days.includes(NOW)) return NOW;
  return days.includes(null) ? null : Math.min(...days.map((day) => day!));
}

/** Products that are drawn with tokens from the change on, and were not. */
export function startedFlex({ today, proposed }: PersonChange): Drawn {
  return proposed.flex.filter(({ product }) => !isDrawn(today, product));
}

/** What is drawn with tokens today and covered by each of the seats given then; a product counts at the first that covers it. */
export function stoppedFlex(change: PersonChange, offered: Offered): readonly Drawn[] {
  const left = new Set(change.today.flex.filter(({ product }) => !isDrawn(change.proposed, product)));
  return change.given.map(({ offering }) => {
    const own = [...left].filter(({ product }) => entitles(offered, offering, product));
    own.forEach((each) => left.delete(each));
    return own;
  });
}

export function tokensIn(drawn: Drawn): number {
  return drawn.reduce((sum, { tokens }) => sum + tokens, 0);
}

function isDrawn({ flex }: Covering, product: string): boolean {
  return flex.some((each) => each.product === product);
}
