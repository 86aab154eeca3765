import type { Progress } from '../../excel/contract/services';
import type { PaneFailure } from '../pane/failure';

/** A command under way. Times are milliseconds of one monotonic clock. */
export interface Running {
  readonly kind: 'running';
  /** A run from the ribbon cannot be cancelled here. */
  readonly from: 'pane' | 'ribbon';
  readonly progress: Progress | null;
  readonly phaseStartedAt: number;
  /** `done` when the phase was first seen, so that the pace is measured from there. */
  readonly phaseStartedWith: number;
  readonly now: number;
  readonly cancelling: boolean;
}

/** A run of one command, from nothing to what came of it. */
export type RunOf<Result> =
  | { readonly kind: 'none' }
  | Running
  | ({ readonly kind: 'done' } & Result)
  | { readonly kind: 'failed'; readonly failure: PaneFailure }
  | { readonly kind: 'cancelled'; readonly untouched: boolean };

export const startedRun = (at: number, from: Running['from']): Running => ({
  kind: 'running',
  from,
  progress: null,
  phaseStartedAt: at,
  phaseStartedWith: 0,
  now: at,
  cancelling: false,
});

/** The run with a newer progress; a new phase starts its own pace. */
export function advanced(run: Running, progress: Progress, at: number): Running {
  const samePhase = run.progress?.phase === progress.phase;
  return {
    ...run,
    progress,
    now: at,
    phaseStartedAt: samePhase ? run.phaseStartedAt : at,
    phaseStartedWith: samePhase ? run.phaseStartedWith : progress.done,
  };
}

/** A new phase and each quarter only: a screen reader must not be talked over. */
export function isWorthSaying(run: Running, progress: Progress): boolean {
  const quarter = (p: Progress | null): number =>
    p === null || p.total <= 0 ? 0 : Math.floor((4 * p.done) / p.total);
  return run.progress?.phase !== progress.phase || quarter(progress) > quarter(run.progress);
}

/** What is said when a run was cancelled. */
export const cancelledText = (untouched: boolean): string =>
  untouched ? 'Cancelled. The workbook is as it was.' : 'Cancelled.';
