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
