import type {
  ChecksOutcome,
  FreezeOutcome,
  PseudonymOutcome,
  RestoreOutcome,
  ShareInspection,
} from '../../excel/contract/share';
import type { Progress } from '../../excel/contract/services';
import type { PaneFailure } from '../pane/failure';
import { advanced, cancelledText, isWorthSaying, startedRun, type RunOf } from '../segments/run';
import { resultText, TASK_WORDS } from './words';

/** What the Share step does to the workbook; a look changes nothing. */
export type ShareTask = 'look' | 'checks' | 'freeze' | 'restore' | 'pseudonymise';

export type ShareResult =
  | { readonly task: 'look' }
  | { readonly task: 'checks'; readonly outcome: ChecksOutcome }
  | { readonly task: 'freeze'; readonly outcome: FreezeOutcome }
  | { readonly task: 'restore'; readonly outcome: RestoreOutcome }
  | { readonly task: 'pseudonymise'; readonly outcome: PseudonymOutcome };

export interface ShareState {
  /** The last look; null before the first. */
  readonly inspection: ShareInspection | null;
  /** What is or was under way. */
  readonly task: ShareTask;
  readonly run: RunOf<{ readonly result: ShareResult }>;
  /** The key of the aliases as it stands in its field; kept here only, never in the workbook. */
  readonly key: string;
  /** The user says that he has kept the key. */
  readonly keyKept: boolean;
  /** The user agrees that his own sheets change too. */
  readonly ownSheets: boolean;
}

export type ShareEvent =
  | { readonly type: 'runStarted'; readonly task: ShareTask; readonly at: number }
  | { readonly type: 'runProgressed'; readonly progress: Progress; readonly at: number }
  | { readonly type: 'runDone'; readonly result: ShareResult; readonly inspection: ShareInspection | null }
  | { readonly type: 'runFailed'; readonly failure: PaneFailure }
  | { readonly type: 'runCancelled'; readonly untouched: boolean }
  | { readonly type: 'chosen'; readonly choice: Partial<Pick<ShareState, 'key' | 'keyKept' | 'ownSheets'>> };

export interface ShareAction {
  readonly type: 'share';
  readonly action: ShareEvent;
}

export const initialShare: ShareState = {
  inspection: null,
  task: 'look',
  run: { kind: 'none' },
  key: '',
  keyKept: false,
  ownSheets: false,
};

/** Next state of the step; pure. */
export function reduceShare(state: ShareState, event: ShareEvent): ShareState {
  switch (event.type) {
    case 'runStarted':
      return { ...state, task: event.task, run: startedRun(event.at, 'pane') };
    case 'runProgressed':
      return state.run.kind === 'running'
        ? { ...state, run: advanced(state.run, event.progress, event.at) }
        : state;
    case 'runDone':
      return {
        ...state,
        run: { kind: 'done', result: event.result },
        inspection: event.inspection ?? state.inspection,
      };
    case 'runFailed':
      return { ...state, run: { kind: 'failed', failure: event.failure } };
    case 'runCancelled':
      return { ...state, run: { kind: 'cancelled', untouched: event.untouched } };
    case 'chosen':
      return { ...state, ...event.choice };
  }
}

/** What a screen reader is told of it; null = nothing new. */
export function shareAnnouncement({ run }: ShareState, event: ShareEvent): string | null {
  switch (event.type) {
    case 'runStarted':
      return `${TASK_WORDS[event.task].doing}.`;
    case 'runProgressed':
      return run.kind === 'running' && isWorthSaying(run, event.progress) ? event.progress.text : null;
    case 'runDone':
      return resultText(event.result);
    case 'runFailed':
      return event.failure.text;
    case 'runCancelled':
      return cancelledText(event.untouched);
    case 'chosen':
      return null;
  }
}
