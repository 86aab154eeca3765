import type { Inspection, LastRun, Progress } from '../../excel/contract/services';
import type { PaneFailure } from '../pane/failure';
import { advanced, cancelledText, isWorthSaying, startedRun, type RunOf, type Running } from './run';
import type { CommandWords } from './words';

/** What the pane knows of a step with a command. */
export interface CommandState<Settings, Found, Outcome> {
  readonly settings: Settings | null;
  /** The last completed look; kept (dimmed) while a newer one is under way. */
  readonly inspection: Found | null;
  readonly reading: Progress | 'starting' | null;
  readonly readFailure: PaneFailure | null;
  /** A sheet that this step alone reads changed after `inspection` was made. */
  readonly outdated: boolean;
  /** Counts what calls for a new look besides changed usage and settings. */
  readonly refresh: number;
  /** `inspection` and `read` of a run are what it was announced to be made from. */
  readonly run: RunOf<{ readonly outcome: Outcome; readonly inspection: Found; readonly read: Inspection }>;
  readonly last: LastRun | null;
}

/** What happens in such a step. */
export type CommandAction<Settings, Found, Outcome> =
  | { readonly type: 'settingsChanged'; readonly settings: Settings; readonly announcement?: string }
  /** Other usage is read from now on. */
  | { readonly type: 'sourceChosen' }
  | { readonly type: 'lookStarted' }
  | { readonly type: 'lookProgressed'; readonly progress: Progress }
  | { readonly type: 'lookDone'; readonly inspection: Found }
  | { readonly type: 'lookFailed'; readonly failure: PaneFailure }
  | { readonly type: 'lookCancelled' }
  | { readonly type: 'outdated' }
  | { readonly type: 'refreshed' }
  | { readonly type: 'runStarted'; readonly at: number; readonly from?: Running['from'] }
  | { readonly type: 'runProgressed'; readonly progress: Progress; readonly at: number }
  | {
      readonly type: 'runDone';
      readonly outcome: Outcome;
      readonly inspection: Found;
      readonly read: Inspection;
    }
  | { readonly type: 'runFailed'; readonly failure: PaneFailure }
  | { readonly type: 'runCancelled'; readonly untouched: boolean }
  | { readonly type: 'runCleared' }
  | { readonly type: 'lastSeen'; readonly last: LastRun | null };

/** A step that nothing is known of yet. */
export const initialCommand = {
  settings: null,
  inspection: null,
  reading: null,
  readFailure: null,
  outdated: false,
  refresh: 0,
  run: { kind: 'none' },
  last: null,
} as const;

/** Next state of a step; pure. What a step knows beside its command stays as it is. */
export function reduceCommand<Settings, Found, Outcome, State extends CommandState<Settings, Found, Outcome>>(
  state: State,
  action: CommandAction<Settings, Found, Outcome>,
): State {
  switch (action.type) {
    case 'settingsChanged':
      return { ...state, settings: action.settings };
    case 'sourceChosen':
      return { ...state, inspection: null, readFailure: null };
    case 'lookStarted':
      return { ...state, reading: 'starting', readFailure: null, outdated: false };
    case 'lookProgressed':
      return state.reading === null ? state : { ...state, reading: action.progress };
    case 'lookDone':
      return { ...state, reading: null, inspection: action.inspection, readFailure: null };
    case 'lookFailed':
      return { ...state, reading: null, inspection: null, readFailure: action.failure };
    case 'lookCancelled':
      return state.reading === null ? state : { ...state, reading: null };
    case 'outdated':
      return state.inspection === null ? state : { ...state, outdated: true };
    case 'refreshed':
      return { ...state, refresh: state.refresh + 1 };
    case 'runStarted':
      return { ...state, run: startedRun(action.at, action.from ?? 'pane') };
    case 'runProgressed':
      return state.run.kind === 'running'
        ? { ...state, run: advanced(state.run, action.progress, action.at) }
        : state;
    case 'runDone': {
      const { outcome, inspection, read } = action;
      return { ...state, outdated: false, run: { kind: 'done', outcome, inspection, read } };
    }
    case 'runFailed':
      return { ...state, run: { kind: 'failed', failure: action.failure } };
    case 'runCancelled':
      return { ...state, run: { kind: 'cancelled', untouched: action.untouched } };
    case 'runCleared':
      return { ...state, run: { kind: 'none' } };
    case 'lastSeen':
      return { ...state, last: action.last };
  }
}

/** What a screen reader is told of an action, given the state before it; null = nothing new. */
export function commandAnnouncement<Settings, Found, Outcome>(
  { run }: CommandState<Settings, Found, Outcome>,
  action: CommandAction<Settings, Found, Outcome>,
  words: Pick<CommandWords<Found, Outcome, never>, 'looked' | 'started' | 'done'>,
): string | null {
  switch (action.type) {
    case 'settingsChanged':
      return action.announcement ?? null;
    case 'lookDone':
      return words.looked(action.inspection);
    case 'lookFailed':
    case 'runFailed':
      return action.failure.text;
    case 'runStarted':
      return words.started;
    case 'runProgressed':
      return run.kind === 'running' && isWorthSaying(run, action.progress) ? action.progress.text : null;
    case 'runDone':
      return words.done(action.outcome);
    case 'runCancelled':
      return cancelledText(action.untouched);
    default:
      return null;
  }
}
