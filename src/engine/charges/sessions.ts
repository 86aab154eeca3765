import type { ChargeBasis } from '../catalog/types';

/** One launch: start and end as Excel serials, end not before start. */
export interface Session {
  readonly start: number;
  readonly end: number;
}

const SECONDS_A_DAY = 86400;
/** A launch shorter than this is reported with 0 tokens: it never opens a charge. */
const SHORTEST_CHARGED_SECONDS = 5 * 60;
/** Minutes without activity after which hourly metering stops, by the governing guide. */
export const DEFAULT_IDLE_MINUTES = 15;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whole seconds in order of start: serials carry the time of day as a binary fraction, which is off by microseconds. */
function inSeconds(sessions: readonly Session[]): readonly Span[] {
  return sessions
    .map(({ start, end }) => ({
      start: Math.round(start * SECONDS_A_DAY),
      end: Math.round(end * SECONDS_A_DAY),
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * Charges of one person and product on 24-hour days: a period runs 24 hours from a launch, further launches within it are free, and use
 * that goes on past its end is charged again. Launches under 5 minutes open no period, but can run past the end of one.
 * @param sessions in any order
 * @example 8:00–17:00 today and 7:00–17:00 tomorrow //=> 2
 */
export function chargedDays(sessions: readonly Session[]): number {
  let charges = 0;
  let windowEnd = -Infinity;
  for (const { start, end } of inSeconds(sessions)) {
    if (start >= windowEnd) {
      if (end - start < SHORTEST_CHARGED_SECONDS) continue;
      charges += 1;
      windowEnd = start + SECONDS_A_DAY;
    }
    const past = Math.ceil((end - windowEnd) / SECONDS_A_DAY);
    if (past > 0) {
      charges += past;
      windowEnd += past * SECONDS_A_DAY;
    }
  }
  return charges;
}

/**
 * Metered hours of one person and product: overlaps count once, gaps up to `idleMinutes` count as use, longer gaps do not count at all.
 * @param sessions in any order
 */
export function meteredHours(
  sessions: readonly Session[],
  idleMinutes: number = DEFAULT_IDLE_MINUTES,
): number {
  const idle = idleMinutes * 60;
  let seconds = 0;
  let openFrom = 0;
  let openTo = -Infinity;
  for (const { start, end } of inSeconds(sessions)) {
    if (start - openTo > idle) {
      if (openTo > -Infinity) seconds += openTo - openFrom;
      openFrom = start;
      openTo = end;
    } else if (end > openTo) {
      openTo = end;
    }
  }
  return (openTo > -Infinity ? seconds + openTo - openFrom : 0) / 3600;
}

/** Units that a card of the given basis charges for one person's sessions of one product. */
export function billedUnits(basis: ChargeBasis, sessions: readonly Session[], idleMinutes: number): number {
  if (basis === 'day') return chargedDays(sessions);
  return basis === 'hour' ? meteredHours(sessions, idleMinutes) : sessions.length;
}
