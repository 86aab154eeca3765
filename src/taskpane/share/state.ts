import type { ShareInspection } from '../../excel/contract/share';
import type { Progress } from '../../excel/contract/services';
import type { PaneFailure } from '../pane/failure';
import { advanced, cancelledText, isWorthSaying, startedRun, type RunOf } from '../command/run';
import { stopping, type StepDeclaration } from '../command/step';
import { resultText, TASK_WORDS, type ShareResult, type ShareTask } from './words';

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

const initialShare: ShareState = {
  inspection: null,
  task: 'look',
  run: { kind: 'none' },
  key: '',
  keyKept: false,
  ownSheets: false,
};

/** Next state of the step; pure. */
function reduceShare(state: ShareState, event: ShareEvent): ShareState {
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
function shareAnnouncement({ run }: ShareState, event: ShareEvent): string | null {
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

export const SHARE_STEP: StepDeclaration<ShareState, ShareEvent> = {
  initial: initialShare,
  reduce: reduceShare,
  announce: shareAnnouncement,
  shows: ({ type }) => type === 'runStarted',
  working: ({ run, task }) => (run.kind === 'running' ? { run, doing: TASK_WORDS[task].doing } : null),
  cancelling: (state) => ({ ...state, run: stopping(state.run) }),
  onShow: ({ run }) => run,
  isFree: ({ run }) => run.kind === 'none',
  progress: ({ run, inspection }) => {
    if (run.kind === 'running') return 'running';
    if (run.kind === 'failed') return 'needs a look';
    return inspection === null ? 'not yet' : 'done';
  },
};
