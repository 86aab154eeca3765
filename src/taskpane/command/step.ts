import {
  commandAnnouncement,
  initialCommand,
  reduceCommand,
  type CommandAction,
  type CommandState,
} from './state';
import type { CommandWords } from './words';
import type { RunOf, Running } from './run';

/** How far a step is, in the words of its tab. */
export type StepProgress = 'done' | 'stale' | 'not yet' | 'running' | 'needs a look';

/** Work on the workbook that is under way, and what it is called. */
export interface Working {
  readonly run: Running;
  readonly doing: string;
}

export interface Waiting {
  readonly count: number;
  /** "open alert", "open alerts". */
  readonly one: string;
  readonly many: string;
  /** "3 alerts are open." */
  readonly text: string;
}

/** What the pane must know of a step that has a state of its own. */
export interface StepDeclaration<State, Action> {
  readonly initial: State;
  /** Pure. */
  reduce(state: State, action: Action): State;
  /** What a screen reader is told of an action, given the state before it; null = nothing new. */
  announce(state: State, action: Action): string | null;
  /** True for an action that brings the step to the front: its work begins, or is done. */
  shows(action: Action): boolean;
  working(state: State): Working | null;
  cancelling(state: State): State;
  /** What the user is looking at, or waits for. */
  onShow(state: State): RunOf<unknown>;
  /** True while the pane may leave the step by itself. */
  isFree(state: State): boolean;
  progress(state: State): StepProgress;
  /** Entries that wait for the user; shown beside the step's name. */
  waiting?(state: State): Waiting;
}

/** A step with a command. */
export interface CommandStep<
  Settings,
  Found,
  Outcome,
  State extends CommandState<Settings, Found, Outcome> = CommandState<Settings, Found, Outcome>,
  Action = CommandAction<Settings, Found, Outcome>,
> extends StepDeclaration<State, Action> {
  readonly command: CommandWords<Found, Outcome, State>;
}

export function commandStep<Settings, Found, Outcome>(
  command: CommandWords<Found, Outcome, CommandState<Settings, Found, Outcome>>,
): CommandStep<Settings, Found, Outcome> {
  return {
    command,
    initial: initialCommand,
    reduce: reduceCommand,
    announce: (state, action) => commandAnnouncement(state, action, command),
    shows: ({ type }) => type === 'runStarted' || type === 'runDone',
    working: ({ run }) => (run.kind === 'running' ? { run, doing: command.doing } : null),
    cancelling: (state) => ({ ...state, run: stopping(state.run) }),
    onShow: ({ run }) => run,
    isFree: ({ run }) => run.kind === 'none',
    progress: commandProgress,
  };
}

export function stopping<Result>(run: RunOf<Result>): RunOf<Result> {
  return run.kind === 'running' ? { ...run, cancelling: true } : run;
}

export function commandProgress<Settings, Found, Outcome>({
  run,
  last,
  readFailure,
}: CommandState<Settings, Found, Outcome>): StepProgress {
  if (run.kind === 'running') return 'running';
  if (readFailure !== null) return 'needs a look';
  if (last === null) return run.kind === 'done' ? 'done' : 'not yet';
  return last.stale ? 'stale' : 'done';
}
