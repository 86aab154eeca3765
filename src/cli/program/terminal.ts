/** The outside world as a run sees it: handed in, so that tests hold it in their hands. */
export interface Terminal {
  /** Resolves when the text is taken. */
  out(text: string): Promise<void>;
  err(text: string): void;
  /** Whether somebody watches stderr: only then is progress shown there. */
  readonly watched: boolean;
  /** The moment of the run, for provenance. */
  readonly now: Date;
}
