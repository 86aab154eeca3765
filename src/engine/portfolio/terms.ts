import { byName } from './seats/options';
import type { OwnedOffering } from './seats/owned';
import type { PersonCover } from './types';

export const YEAR = 365;

/** What one person holds and draws. */
export type Covering = Pick<PersonCover, 'seats' | 'collections' | 'flex'>;

/** Everybody today and as proposed, and what is owned. */
export interface SeatChanges {
  /** Null when nobody knows who holds what. */
  readonly today: readonly Covering[] | null;
  readonly proposed: readonly Covering[];
  readonly offerings: ReadonlyMap<string, OwnedOffering>;
}

/** Where a seat that a person gets comes from. */
export interface SeatGiven {
  readonly offering: string;
  /** Unassigned today, freed by somebody else's change, or bought. */
  readonly source: 'spare' | 'freed' | 'bought';
  /** The person who gives it up; only where `source` is 'freed'. */
  readonly from?: number;
  /** Last day of its term; null = unknown, or bought. */
  readonly end: number | null;
}

/** A seat that a person gives up. */
export interface SeatTaken {
  readonly offering: string;
  /** True where somebody else gets it now; else it is kept to its end and not renewed. */
  readonly reused: boolean;
  /** The person who gets it; only where it is reused. */
  readonly to?: number;
  readonly end: number | null;
}

/** Which seat goes where, by person, and what is left over. */
export interface SeatMoves {
  readonly given: ReadonlyMap<number, readonly SeatGiven[]>;
  readonly taken: ReadonlyMap<number, readonly SeatTaken[]>;
  /** Unassigned seats that the proposal does not need, by offering: their last days, earliest first. */
  readonly leftOver: ReadonlyMap<string, readonly (number | null)[]>;
}

/**
 * Hands out what is owned: spare seats first (the ones that end last), then seats that others give up, then purchases. What is given up
 * and not reused ends with the terms that end first. Within an offering people are served in the order of `byGain`.
 */
export function seatMoves(changes: SeatChanges, byGain: readonly number[]): SeatMoves {
  const given = new Map<number, SeatGiven[]>();
  const taken = new Map<number, SeatTaken[]>();
  const leftOver = new Map<string, readonly (number | null)[]>();
  const { gives, takes } = changesByOffering(changes, byGain);
  const names = new Set([...changes.offerings.keys(), ...gives.keys(), ...takes.keys()]);
  for (const offering of [...names].sort(byName)) {
    const own = changes.offerings.get(offering);
    const ends = [...(own?.ends ?? [])];
    const getting = gives.get(offering) ?? [];
    const losing = takes.get(offering) ?? [];
    const spare = Math.max(0, (own?.owned ?? 0) - (own?.assigned ?? 0));
    const fromSpare = Math.min(spare, getting.length);
    const fromFreed = Math.min(getting.length - fromSpare, losing.length);
    getting.forEach((person, index) => {
      const source = index < fromSpare ? 'spare' : index < fromSpare + fromFreed ? 'freed' : 'bought';
      const end = source === 'bought' ? null : (ends.at(-1 - index) ?? null);
      const from = source === 'freed' ? { from: losing[losing.length - fromFreed + index - fromSpare]! } : {};
      append(given, person, { offering, source, ...from, end });
    });
    const idle = spare - fromSpare;
    leftOver.set(offering, ends.slice(0, idle));
    const waiting = losing.length - fromFreed;
    losing.forEach((person, index) => {
      const reused = index >= waiting;
      // A seat that goes to somebody else lasts as long as the one that they get.
      const end = reused
        ? (ends.at(-1 - fromSpare - (index - waiting)) ?? null)
        : (ends[idle + index] ?? null);
      const to = reused ? { to: getting[fromSpare + index - waiting]! } : {};
      append(taken, person, { offering, reused, ...to, end });
    });
  }
  return { given, taken, leftOver };
}

/** Share of a year from the as-of day to the last day of a term. */
export function yearsLeft(end: number, asOf: number): number {
  return Math.max(0, end - asOf) / YEAR;
}

function changesByOffering(
  { today, proposed }: SeatChanges,
  byGain: readonly number[],
): {
  readonly gives: ReadonlyMap<string, readonly number[]>;
  readonly takes: ReadonlyMap<string, readonly number[]>;
} {
  const gives = new Map<string, number[]>();
  const takes = new Map<string, number[]>();
  for (const person of byGain) {
    const before = today?.[person];
    if (before === undefined) continue;
    const after = proposed[person]!;
    for (const kind of ['seats', 'collections'] as const) {
      for (const name of after[kind]) if (!before[kind].includes(name)) append(gives, name, person);
      for (const name of before[kind]) if (!after[kind].includes(name)) append(takes, name, person);
    }
  }
  return { gives, takes };
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
