import type { UsageReading } from '../../usage/types';
import { longRuns } from './long-runs';
import { seatHolders, type SeatAssignment } from './seat-holders';
import type { NamedCase } from './types';

export interface CaseOptions {
  /** Seats and whom they are assigned to; null = what the usage itself says (`UsageReading.seats`). */
  readonly seats?: readonly SeatAssignment[] | null;
  /** Excel serial; omitted = the latest row. Later rows are left out. */
  readonly asOf?: number;
}

/**
 * The guide's two named cases: very long runs without a break, and people with a seat who suddenly burn tokens for what it covers.
 * @returns long runs first; within a kind by tokens, most first
 */
export function namedCases(reading: UsageReading, options: CaseOptions = {}): readonly NamedCase[] {
  const asOf = Math.floor(options.asOf ?? reading.latestDate ?? 0);
  const byTokens = (a: NamedCase, b: NamedCase): number => b.tokens - a.tokens || a.from - b.from;
  return [
    ...[...longRuns(reading, asOf)].sort(byTokens),
    ...[...seatHolders(reading, options.seats ?? null, asOf)].sort(byTokens),
  ];
}
