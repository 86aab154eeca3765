import type { CommandKey } from '../../excel/contract/pane';

/** Why a command cannot be pressed now, as a sentence, and what takes the user on. */
export interface RunBlocker {
  readonly text: string;
  /** `wait`: nothing to do; `fields`: correct what is marked; `read`: read again; `data`: go to the Data step. */
  readonly remedy: 'wait' | 'fields' | 'read' | 'data';
}

/** What a command says of itself. */
export interface CommandWords<Found, Outcome, State> {
  /** On its button: "Size pool". */
  readonly label: string;
  /** While it works: "Sizing the pool". */
  readonly doing: string;
  /** Told when it starts, when it was looked at what it would be made from, and when it is done. */
  readonly started: string;
  looked(found: Found): string;
  done(outcome: Outcome): string;
  /** Null = the reading of the usage says all that it needs to know before a run. */
  readonly look: {
    /** While it looks: "Reading the usage". */
    readonly reading: string;
    /** Where nothing was looked at yet, and where a sheet changed since. */
    readonly unlooked: string;
    readonly outdated: string;
  } | null;
  /** True where rows without a person cannot be used. */
  readonly needsPeople: boolean;
  /** The command whose last run decides what is looked at here, and the settings that nobody has chosen yet. */
  readonly follows?: CommandKey;
  /** What else must be there before it can start. */
  needs?(state: State, found: Found): RunBlocker | null;
  /** What to say of an error that is no sentence of ours. */
  readonly fallbacks: { readonly inspect: string; readonly run: string };
}
