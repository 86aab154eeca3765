import type { PoolInspection, PoolOutcome, PoolSettings } from '../../excel/pool-services';
import type { Inspection, Progress } from '../../excel/services';
import type { PaneFailure } from '../failure';
import { advanced, cancelledText, isWorthSaying, startedRun, type RunOf } from '../run';
import type { LastRun } from '../state';

/** A run of "Size pool". `read` is what it was announced to be made from. */
export type PoolRun = RunOf<{
  readonly outcome: PoolOutcome;
  readonly inspection: PoolInspection;
  readonly read: Inspection;
}>;

/** What the pane knows of the Pool step. */
export interface PoolState {
  readonly settings: PoolSettings | null;
  /** The last completed look; kept (dimmed) while a newer one is under way. */
  readonly inspection: PoolInspection | null;
  readonly reading: Progress | 'starting' | null;
  readonly readFailure: PaneFailure | null;
  /** A sheet this step reads (Flex Pool, Flex Projects) changed after `inspection` was made. */
  readonly outdated: boolean;
  /** Counts what calls for a new look besides changed usage and settings. */
  readonly refresh: number;
  readonly run: PoolRun;
  readonly last: LastRun | null;
}

export type PoolAction =
  | {
      readonly type: 'poolSettingsChanged';
      readonly settings: PoolSettings;
      readonly announcement?: string;
    }
  | { readonly type: 'poolReadStarted' }
  | { readonly type: 'poolReadProgressed'; readonly progress: Progress }
  | { readonly type: 'poolReadDone'; readonly inspection: PoolInspection }
  | { readonly type: 'poolReadFailed'; readonly failure: PaneFailure }
  | { readonly type: 'poolReadCancelled' }
  | { readonly type: 'poolOutdated' }
  | { readonly type: 'poolRefreshed' }
  | { readonly type: 'poolRunStarted'; readonly at: number }
  | { readonly type: 'poolRunProgressed'; readonly progress: Progress; readonly at: number }
  | {
      readonly type: 'poolRunDone';
      readonly outcome: PoolOutcome;
      readonly inspection: PoolInspection;
      readonly read: Inspection;
    }
  | { readonly type: 'poolRunFailed'; readonly failure: PaneFailure }
  | { readonly type: 'poolRunCancelled'; readonly untouched: boolean }
  | { readonly type: 'poolRunCleared' }
  | { readonly type: 'lastPoolSeen'; readonly last: LastRun | null };

export const initialPool: PoolState = {
  settings: null,
  inspection: null,
  reading: null,
  readFailure: null,
  outdated: false,
  refresh: 0,
  run: { kind: 'none' },
  last: null,
};

const TYPES: Readonly<Record<PoolAction['type'], true>> = {
  poolSettingsChanged: true,
  poolReadStarted: true,
  poolReadProgressed: true,
  poolReadDone: true,
  poolReadFailed: true,
  poolReadCancelled: true,
  poolOutdated: true,
  poolRefreshed: true,
  poolRunStarted: true,
  poolRunProgressed: true,
  poolRunDone: true,
  poolRunFailed: true,
  poolRunCancelled: true,
  poolRunCleared: true,
  lastPoolSeen: true,
};

export const isPoolAction = (action: { readonly type: string }): action is PoolAction => action.type in TYPES;

/** Next state of the Pool step; pure. */
export function reducePool(pool: PoolState, action: PoolAction): PoolState {
  switch (action.type) {
    case 'poolSettingsChanged':
      return { ...pool, settings: action.settings };
    case 'poolReadStarted':
      return { ...pool, reading: 'starting', readFailure: null, outdated: false };
    case 'poolReadProgressed':
      return pool.reading === null ? pool : { ...pool, reading: action.progress };
    case 'poolReadDone':
      return { ...pool, reading: null, inspection: action.inspection, readFailure: null };
    case 'poolReadFailed':
      return { ...pool, reading: null, inspection: null, readFailure: action.failure };
    case 'poolReadCancelled':
      return pool.reading === null ? pool : { ...pool, reading: null };
    case 'poolOutdated':
      return pool.inspection === null ? pool : { ...pool, outdated: true };
    case 'poolRefreshed':
      return { ...pool, refresh: pool.refresh + 1 };
    case 'poolRunStarted':
      return { ...pool, run: startedRun(action.at, 'pane') };
    case 'poolRunProgressed':
      return pool.run.kind === 'running'
        ? { ...pool, run: advanced(pool.run, action.progress, action.at) }
        : pool;
    case 'poolRunDone': {
      const { outcome, inspection, read } = action;
      return { ...pool, run: { kind: 'done', outcome, inspection, read } };
    }
    case 'poolRunFailed':
      return { ...pool, run: { kind: 'failed', failure: action.failure } };
    case 'poolRunCancelled':
      return { ...pool, run: { kind: 'cancelled', untouched: action.untouched } };
    case 'poolRunCleared':
      return { ...pool, run: { kind: 'none' } };
    case 'lastPoolSeen':
      return { ...pool, last: action.last };
  }
}

/** What a screen reader is told of an action, given the state before it; null = nothing new. */
export function poolAnnouncement(pool: PoolState, action: PoolAction): string | null {
  switch (action.type) {
    case 'poolSettingsChanged':
      return action.announcement ?? null;
    case 'poolReadDone':
      return `The pool can be sized for ${action.inspection.people} people.`;
    case 'poolReadFailed':
    case 'poolRunFailed':
      return action.failure.text;
    case 'poolRunStarted':
      return 'Sizing started.';
    case 'poolRunProgressed':
      return pool.run.kind === 'running' && isWorthSaying(pool.run, action.progress)
        ? action.progress.text
        : null;
    case 'poolRunDone': {
      const size = action.outcome.choices.find((choice) => choice.kind === 'calibrated')?.size;
      return size === undefined ? 'Done.' : `Done. The risk-calibrated pool is ${size} tokens.`;
    }
    case 'poolRunCancelled':
      return cancelledText(action.untouched);
    default:
      return null;
  }
}
