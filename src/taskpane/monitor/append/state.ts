import type { AppendOutcome, AppendPreview } from '../../../excel/contract/monitor';
import type { Progress, SourceChoice } from '../../../excel/contract/services';
import type { PaneFailure } from '../../pane/failure';
import { advanced, cancelledText, isWorthSaying, startedRun, type RunOf } from '../../command/run';

/** Appending a week: the export chosen, what it would do to the history, and what came of it. */
export interface AppendState {
  readonly source: SourceChoice | null;
  readonly previewing: Progress | 'starting' | null;
  readonly preview: AppendPreview | null;
  readonly failure: PaneFailure | null;
  readonly run: RunOf<{ readonly outcome: AppendOutcome }>;
}

export type AppendAction =
  | { readonly type: 'exportChosen'; readonly source: SourceChoice | null }
  | { readonly type: 'previewStarted' }
  | { readonly type: 'previewProgressed'; readonly progress: Progress }
  | { readonly type: 'previewDone'; readonly preview: AppendPreview }
  | { readonly type: 'previewFailed'; readonly failure: PaneFailure }
  | { readonly type: 'previewCancelled' }
  | { readonly type: 'appendStarted'; readonly at: number }
  | { readonly type: 'appendProgressed'; readonly progress: Progress; readonly at: number }
  | { readonly type: 'appendDone'; readonly outcome: AppendOutcome }
  | { readonly type: 'appendFailed'; readonly failure: PaneFailure }
  | { readonly type: 'appendCancelled'; readonly untouched: boolean };

export const initialAppend: AppendState = {
  source: null,
  previewing: null,
  preview: null,
  failure: null,
  run: { kind: 'none' },
};

const TYPES: Readonly<Record<AppendAction['type'], true>> = {
  exportChosen: true,
  previewStarted: true,
  previewProgressed: true,
  previewDone: true,
  previewFailed: true,
  previewCancelled: true,
  appendStarted: true,
  appendProgressed: true,
  appendDone: true,
  appendFailed: true,
  appendCancelled: true,
};

export const isAppendAction = (action: { readonly type: string }): action is AppendAction =>
  action.type in TYPES;

/** Next state of an append; pure. A preview holds for one append only: whatever came of it, the next is previewed anew. */
export function reduceAppend(append: AppendState, action: AppendAction): AppendState {
  switch (action.type) {
    case 'exportChosen':
      return { ...initialAppend, source: action.source };
    case 'previewStarted':
      return { ...append, previewing: 'starting', preview: null, failure: null, run: { kind: 'none' } };
    case 'previewProgressed':
      return append.previewing === null ? append : { ...append, previewing: action.progress };
    case 'previewDone':
      return { ...append, previewing: null, preview: action.preview };
    case 'previewFailed':
      return { ...append, previewing: null, failure: action.failure };
    case 'previewCancelled':
      return { ...append, previewing: null };
    case 'appendStarted':
      return { ...append, failure: null, run: startedRun(action.at, 'pane') };
    case 'appendProgressed':
      return append.run.kind === 'running'
        ? { ...append, run: advanced(append.run, action.progress, action.at) }
        : append;
    case 'appendDone':
      return { ...append, preview: null, run: { kind: 'done', outcome: action.outcome } };
    case 'appendFailed':
      return { ...append, preview: null, run: { kind: 'failed', failure: action.failure } };
    case 'appendCancelled':
      return { ...append, preview: null, run: { kind: 'cancelled', untouched: action.untouched } };
  }
}

/** What a screen reader is told of an action, given the state before it; null = nothing new. */
export function appendAnnouncement(append: AppendState, action: AppendAction): string | null {
  switch (action.type) {
    case 'previewStarted':
      return 'Reading the export.';
    case 'previewDone': {
      const { added, changed, same } = action.preview.preview;
      return `Preview: ${added} new, ${changed} changed, ${same} the same. Nothing is written yet.`;
    }
    case 'previewFailed':
    case 'appendFailed':
      return action.failure.text;
    case 'previewCancelled':
      return append.previewing === null ? null : 'The preview was stopped.';
    case 'appendStarted':
      return 'Appending started.';
    case 'appendProgressed':
      return append.run.kind === 'running' && isWorthSaying(append.run, action.progress)
        ? action.progress.text
        : null;
    case 'appendDone':
      return `Done. The history holds ${action.outcome.rows} rows.`;
    case 'appendCancelled':
      return cancelledText(action.untouched);
    default:
      return null;
  }
}
