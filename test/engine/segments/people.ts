import { guideCard } from '../../../src/engine/catalog';
import type { RateCard } from '../../../src/engine/catalog/types';
import { segmentUsers } from '../../../src/engine/segments';
import type { SegmentOptions } from '../../../src/engine/segments/types';
import type { SegmentRow } from '../../../src/engine/segments';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import type { RawCell, UsageReading } from '../../../src/engine/usage/types';

export const HEADER = ['User', 'Product', 'Date', 'Hours', 'User type'];

/** The twelve months that end with October 2026, as dates in their middle. */
export const MONTHS = [11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(
  (month) => `${month > 10 ? 2025 : 2026}-${String(month).padStart(2, '0')}-15`,
);

/** The same hours in each of the year's months. */
export function monthly(user: string, product: string, hours: number, userType = ''): RawCell[][] {
  return MONTHS.map((date) => [user, product, date, hours, userType]);
}

export function options(changes: Partial<SegmentOptions> = {}): SegmentOptions {
  const card: RateCard = changes.card ?? guideCard;
  return {
    card,
    terms: { seatDiscount: 0, tokenDiscount: 0, tokenPrice: card.tokenPrice, margin: null },
    asOf: null,
    externalDomains: [],
    rankingHoursPerDay: 8,
    ...changes,
  };
}

export function read(
  rows: readonly (readonly RawCell[])[],
  card: RateCard = guideCard,
  header: readonly RawCell[] = HEADER,
): UsageReading {
  return readUsage([header, ...rows], { card });
}

export function segment(
  rows: readonly (readonly RawCell[])[],
  changes: Partial<SegmentOptions> = {},
): readonly SegmentRow[] {
  const chosen = options(changes);
  return segmentUsers(read(rows, chosen.card), chosen).rows;
}

export function person(rows: readonly SegmentRow[], user: string): SegmentRow {
  const found = rows.find((row) => row.user === user);
  if (found === undefined) throw new Error(`no row for ${user}`);
  return found;
}
