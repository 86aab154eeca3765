import type { UsageReading, UsageYear } from '../usage/types';
import type { Need } from './needs';

const IDLE_DAYS = 60;

interface Evidence {
  readonly needs: readonly Need[];
  readonly quartile: 1 | 2 | 3 | 4 | null;
}

/**
 * Harvest candidates: an assigned seat and either no use of its product in 60 days, or a primary product both in the bottom
 * quartile and below its ceiling. Null for everybody when the data carry no seat information; the quartile alone decides nothing.
 */
export function harvestByUser(
  reading: UsageReading,
  year: UsageYear,
  evidence: readonly Evidence[],
): readonly (boolean | null)[] {
  if (reading.seats === null) return evidence.map(() => null);
  const assigned = new Map<number, number[]>();
  for (const seat of reading.seats) {
    if (seat.assigned) assigned.set(seat.user, [...(assigned.get(seat.user) ?? []), seat.product]);
  }
  return evidence.map(({ needs, quartile }, user) => {
    const seats = assigned.get(user);
    if (seats === undefined) return false;
    const primary = needs[0];
    const isLow = quartile === 1 && primary?.ceiling != null && primary.use.units < primary.ceiling;
    return isLow || seats.some((product) => isIdle(product, needs, year));
  });
}

function isIdle(product: number, needs: readonly Need[], year: UsageYear): boolean {
  const lastUse = needs.find((need) => need.use.product === product)?.use.lastUse ?? null;
  return lastUse === null || year.asOf - Math.floor(lastUse) > IDLE_DAYS;
}
