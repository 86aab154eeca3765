import type {
  AlertsOnSheet,
  MonitorInspection,
  MonitorOutcome,
  MonitorSettings,
} from '../../excel/contract/monitor';
import {
  commandAnnouncement,
  initialCommand,
  reduceCommand,
  type CommandAction,
  type CommandState,
  type CommandWords,
  type OfStep,
} from '../command/state';
import {
  appendAnnouncement,
  initialAppend,
  isAppendAction,
  reduceAppend,
  type AppendAction,
  type AppendState,
} from './append/state';

/** What the pane knows of the Monitor step: beside a review, the alerts, the appending and the adjustments. */
export interface MonitorState extends CommandState<MonitorSettings, MonitorInspection, MonitorOutcome> {
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
  | OfStep<'monitor', CommandAction<MonitorSettings, MonitorInspection, MonitorOutcome>>
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
  ...initialCommand,
  alerts: null,
  append: initialAppend,
  posted: {},
  posting: null,
};

const TYPES: Readonly<Record<Exclude<MonitorAction, AppendAction>['type'], true>> = {
  monitor: true,
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
    case 'monitor': {
      const next = reduceCommand(monitor, action.action);
      return action.action.type === 'runStarted' ? { ...next, posted: {} } : next;
    }
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

const WORDS: CommandWords<MonitorInspection, MonitorOutcome> = {
  looked: ({ canRun }) =>
    canRun ? 'The pool can be monitored.' : 'The pool cannot be monitored yet. The step says why.',
  started: 'Monitoring started.',
  done: ({ alerts, total }) => {
    const open = alerts.filter((alert) => alert.state === 'open').length;
    return `Done. Status: ${total.status}. ${openAlertsText(open)}`;
  },
};

/** What a screen reader is told of an action, given the state before it; null = nothing new. */
export function monitorAnnouncement(monitor: MonitorState, action: MonitorAction): string | null {
  if (isAppendAction(action)) return appendAnnouncement(monitor.append, action);
  switch (action.type) {
    case 'monitor':
      return commandAnnouncement(monitor, action.action, WORDS);
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
