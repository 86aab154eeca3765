/** What every method must agree on. */
export interface Answer {
  readonly people: number;
  readonly used: number;
  readonly tokens: number;
}

/** What only the Office host can tell. */
export interface HostFigures {
  readonly syncs: number;
  /** Bytes. */
  readonly largestRequest: number;
  readonly largestResponse: number;
}
