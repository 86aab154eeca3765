import type {
  AlertsOnSheet,
  MonitorInspection,
  MonitorOutcome,
  MonitorSettings,
} from '../../excel/monitor-services';
import type { Inspection, Progress } from '../../excel/services';
import type { PaneFailure } from '../failure';
import { advanced, cancelledText, isWorthSaying, startedRun, type RunOf } from '../run';
import type { LastRun } from '../state';
import {
  appendAnnouncement,
  initialAppend,
  isAppendAction,
  reduceAppend,
  type AppendAction,
  type AppendState,
} from './append-state';

/** A run of "Monitor pool". `read` is what it was announced to be made from. */
export type MonitorRun = RunOf<{
  readonly outcome: MonitorOutcome;
  readonly inspection: MonitorInspection;
  readonly read: Inspection;
}>;

/** What the pane knows of the Monitor step. */
export interface MonitorState {
  readonly settings: MonitorSettings | null;
  /** The last completed look; kept (dimmed) while a newer one is under way. */
  readonly inspection: MonitorInspection | null;
  readonly reading: Progress | 'starting' | null;
  readonly readFailure: PaneFailure | null;
  /** A sheet this step reads (the ledger, the lists, the plan) changed after `inspection` was made. */
  readonly outdated: boolean;
  /** Counts what calls for a new look besides changed usage and settings. */
  readonly refresh: number;
  readonly run: MonitorRun;
  readonly last: LastRun | null;
  /** The register as it stands on its sheet; null = none yet. */
  readonly alerts: AlertsOnSheet | null;
  readonly append: AppendState;
  /** Adjustments posted since the last review: key of the balance → cells of the row. */
  readonly posted: Readonly<Record<string, string>>;
  /** Key of the balance whose adjustment is being posted. */
  readonly posting: string | null;
}

export type MonitorAction =
  | AppendAction
  | { readonly type: 'monitorSettingsChanged'; readonly settings: MonitorSettings }
  | { readonly type: 'monitorReadStarted' }
  | { readonly type: 'monitorReadProgressed'; readonly progress: Progress }
  | { readonly type: 'monitorReadDone'; readonly inspection: MonitorInspection }
  | { readonly type: 'monitorReadFailed'; readonly failure: PaneFailure }
  | { readonly type: 'monitorReadCancelled' }
  | { readonly type: 'monitorOutdated' }
  | { readonly type: 'monitorRefreshed' }
  | { readonly type: 'monitorRunStarted'; readonly at: number }
  | { readonly type: 'monitorRunProgressed'; readonly progress: Progress; readonly at: number }
  | {
      readonly type: 'monitorRunDone';
      readonly outcome: MonitorOutcome;
      readonly inspection: MonitorInspection;
      readonly read: Inspection;
    }
  | { readonly type: 'monitorRunFailed'; readonly failure: PaneFailure }
  | { readonly type: 'monitorRunCancelled'; readonly untouched: boolean }
  | { readonly type: 'monitorRunCleared' }
  | { readonly type: 'lastMonitorSeen'; readonly last: LastRun | null }
  /** Without an announcement a changed number of open alerts is told; null = told already. */
  | {
      readonly type: 'alertsSeen';
      readonly alerts: AlertsOnSheet | null;
      readonly announcement?: string | null;
    }
  | { readonly type: 'postStarted'; readonly key: string }
  | { readonly type: 'postDone'; readonly key: string; readonly address: string }
  | { readonly type: 'postFailed' };

export const initialMonitor: MonitorState = {
  settings: null,
  inspection: null,
  reading: null,
  readFailure: null,
  outdated: false,
  refresh: 0,
  run: { kind: 'none' },
  last: null,
  alerts: null,
  append: initialAppend,
  posted: {},
  posting: null,
};

const TYPES: Readonly<Record<Exclude<MonitorAction, AppendAction>['type'], true>> = {
  monitorSettingsChanged: true,
  monitorReadStarted: true,
  monitorReadProgressed: true,
  monitorReadDone: true,
  monitorReadFailed: true,
  monitorReadCancelled: true,
  monitorOutdated: true,
  monitorRefreshed: true,
  monitorRunStarted: true,
  monitorRunProgressed: true,
  monitorRunDone: true,
  monitorRunFailed: true,
  monitorRunCancelled: true,
  monitorRunCleared: true,
  lastMonitorSeen: true,
  alertsSeen: true,
  postStarted: true,
  postDone: true,
  postFailed: true,
};

export const isMonitorAction = (action: { readonly type: string }): action is MonitorAction =>
  action.type in TYPES || isAppendAction(action);

/** Next state of the Monitor step; pure. */
export function reduceMonitor(monitor: MonitorState, action: MonitorAction): MonitorState {
  if (isAppendAction(action)) return { ...monitor, append: reduceAppend(monitor.append, action) };
  switch (action.type) {
    case 'monitorSettingsChanged':
      return { ...monitor, settings: action.settings };
    case 'monitorReadStarted':
      return { ...monitor, reading: 'starting', readFailure: null, outdated: false };
    case 'monitorReadProgressed':
      return monitor.reading === null ? monitor : { ...monitor, reading: action.progress };
    case 'monitorReadDone':
      return { ...monitor, reading: null, inspection: action.inspection, readFailure: null };
    case 'monitorReadFailed':
      return { ...monitor, reading: null, inspection: null, readFailure: action.failure };
    case 'monitorReadCancelled':
      return monitor.reading === null ? monitor : { ...monitor, reading: null };
    case 'monitorOutdated':
      return monitor.inspection === null ? monitor : { ...monitor, outdated: true };
    case 'monitorRefreshed':
      return { ...monitor, refresh: monitor.refresh + 1 };
    case 'monitorRunStarted':
      return { ...monitor, posted: {}, run: startedRun(action.at, 'pane') };
    case 'monitorRunProgressed':
      return monitor.run.kind === 'running'
        ? { ...monitor, run: advanced(monitor.run, action.progress, action.at) }
        : monitor;
    case 'monitorRunDone': {
      const { outcome, inspection, read } = action;
      return { ...monitor, outdated: false, run: { kind: 'done', outcome, inspection, read } };
    }
    case 'monitorRunFailed':
      return { ...monitor, run: { kind: 'failed', failure: action.failure } };
    case 'monitorRunCancelled':
      return { ...monitor, run: { kind: 'cancelled', untouched: action.untouched } };
    case 'monitorRunCleared':
      return { ...monitor, run: { kind: 'none' } };
    case 'lastMonitorSeen':
      return { ...monitor, last: action.last };
    case 'alertsSeen':
      return { ...monitor, alerts: action.alerts };
    case 'postStarted':
      return { ...monitor, posting: action.key };
    case 'postDone':
      return {
        ...monitor,
        posting: null,
        outdated: true,
        posted: { ...monitor.posted, [action.key]: action.address },
      };
    case 'postFailed':
      return { ...monitor, posting: null };
  }
}

/** Alerts that nobody has taken up: what the badge counts. */
export const openAlerts = (monitor: MonitorState): number =>
  monitor.alerts?.alerts.filter((alert) => alert.state === 'open').length ?? 0;

/** "1 alert is open.", "3 alerts are open.", "No alert is open." */
export function openAlertsText(open: number): string {
  if (open === 0) return 'No alert is open.';
  return open === 1 ? '1 alert is open.' : `${open} alerts are open.`;
}

/** What a screen reader is told of an action, given the state before it; null = nothing new. */
export function monitorAnnouncement(monitor: MonitorState, action: MonitorAction): string | null {
  if (isAppendAction(action)) return appendAnnouncement(monitor.append, action);
  switch (action.type) {
    case 'monitorReadDone':
      return action.inspection.canRun
        ? 'The pool can be monitored.'
        : 'The pool cannot be monitored yet. The step says why.';
    case 'monitorReadFailed':
    case 'monitorRunFailed':
      return action.failure.text;
    case 'monitorRunStarted':
      return 'Monitoring started.';
    case 'monitorRunProgressed':
      return monitor.run.kind === 'running' && isWorthSaying(monitor.run, action.progress)
        ? action.progress.text
        : null;
    case 'monitorRunDone': {
      const open = action.outcome.alerts.filter((alert) => alert.state === 'open').length;
      return `Done. Status: ${action.outcome.total.status}. ${openAlertsText(open)}`;
    }
    case 'monitorRunCancelled':
      return cancelledText(action.untouched);
    case 'alertsSeen': {
      if (action.announcement !== undefined) return action.announcement;
      const now = openAlerts({ ...monitor, alerts: action.alerts });
      return now === openAlerts(monitor) ? null : openAlertsText(now);
    }
    case 'postDone':
      return 'The adjustment is posted. Monitor the pool again to count it.';
    default:
      return null;
  }
}
