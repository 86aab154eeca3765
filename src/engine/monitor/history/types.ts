/** First and last day, both included. */
export type DaySpan = readonly [first: number, last: number];

/** A key whose figures a new export corrects. Tokens are those burned; units are those of all its rows. */
export interface ChangedKey {
  /** '' where the history names no people. */
  readonly user: string;
  readonly product: string;
  readonly team: string;
  readonly day: number;
  readonly oldTokens: number;
  readonly newTokens: number;
  readonly oldUnits: number;
  readonly newUnits: number;
}

/** What an append would do: keys are user × product × day (and team). */
export interface MergePreview {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly kept: number;
  /** Days inside the joined span without any row, as [first, last] pairs: working days; a pair may reach over a weekend. */
  readonly missing: readonly (readonly [number, number])[];
  /** How many working days `missing` holds. */
  readonly missingDays?: number;
  /** Days of the history so far, of the new export, and of both: whole serials; null = no row. */
  readonly oldDays?: DaySpan | null;
  readonly newDays?: DaySpan | null;
  readonly overlap?: DaySpan | null;
  /** Net tokens the history burned before and after; use from a seat burns none. */
  readonly tokensBefore?: number;
  readonly tokensAfter?: number;
  /** Up to 20 changed keys, those whose tokens changed most first. */
  readonly examples?: readonly ChangedKey[];
  /** Sentences to read before appending; empty when there is nothing to say. */
  readonly notes?: readonly string[];
}
