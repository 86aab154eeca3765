import type {
  AlertsOnSheet,
  MonitorInspection,
  MonitorOutcome,
  MonitorSettings,
} from '../../excel/contract/monitor';
import { SHEETS } from '../../report/model/sheet-names';
import {
  commandAnnouncement,
  initialCommand,
  reduceCommand,
  type CommandAction,
  type CommandState,
} from '../command/state';
import { commandProgress, stopping, type CommandStep } from '../command/step';
import type { CommandWords, RunBlocker } from '../command/words';
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
  | CommandAction<MonitorSettings, MonitorInspection, MonitorOutcome>
  /** Without an announcement a changed number of open alerts is told; null = told already. */
  | {
      readonly type: 'alertsSeen';
      readonly alerts: AlertsOnSheet | null;
      readonly announcement?: string | null;
    }
  | { readonly type: 'postStarted'; readonly key: string }
  | { readonly type: 'postDone'; readonly key: string; readonly address: string }
  | { readonly type: 'postFailed' };

const initialMonitor: MonitorState = {
  ...initialCommand,
  alerts: null,
  append: initialAppend,
  posted: {},
  posting: null,
};

/** Next state of the Monitor step; pure. */
function reduceMonitor(monitor: MonitorState, action: MonitorAction): MonitorState {
  if (isAppendAction(action)) return { ...monitor, append: reduceAppend(monitor.append, action) };
  switch (action.type) {
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
    default: {
      const next = reduceCommand(monitor, action);
      return action.type === 'runStarted' ? { ...next, posted: {} } : next;
    }
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

const WORDS: CommandWords<MonitorInspection, MonitorOutcome, MonitorState> = {
  label: 'Monitor pool',
  doing: 'Monitoring the pool',
  started: 'Monitoring started.',
  looked: ({ canRun }) =>
    canRun ? 'The pool can be monitored.' : 'The pool cannot be monitored yet. The step says why.',
  done: ({ alerts, total }) => {
    const open = alerts.filter((alert) => alert.state === 'open').length;
    return `Done. Status: ${total.status}. ${openAlertsText(open)}`;
  },
  look: {
    reading: 'Reading the usage and the ledger',
    unlooked: 'The ledger has not been looked at. Read it again.',
    outdated: 'The ledger, a list, the plan or decisions changed. Read them again first.',
  },
  needsPeople: false,
  follows: 'segment',
  needs: monitorNeeds,
  fallbacks: {
    inspect: 'The usage and the ledger could not be looked at. Check the range, then read again.',
    run: 'Monitoring stopped. Look at the Flex sheets before you run it again.',
  },
};

function monitorNeeds({ append }: MonitorState, { ledger }: MonitorInspection): RunBlocker | null {
  if (append.previewing !== null) return { text: 'Waiting for the preview of the export.', remedy: 'wait' };
  if (ledger === null) {
    return { text: 'Insert a pool ledger and enter your packs first.', remedy: 'fields' };
  }
  if (ledger.packs > 0) return null;
  return { text: `Enter a pack on ${SHEETS.ledger.name} first.`, remedy: 'fields' };
}

/** What a screen reader is told of an action, given the state before it; null = nothing new. */
function monitorAnnouncement(monitor: MonitorState, action: MonitorAction): string | null {
  if (isAppendAction(action)) return appendAnnouncement(monitor.append, action);
  switch (action.type) {
    case 'alertsSeen': {
      if (action.announcement !== undefined) return action.announcement;
      const now = openAlerts({ ...monitor, alerts: action.alerts });
      return now === openAlerts(monitor) ? null : openAlertsText(now);
    }
    case 'postDone':
      return 'The adjustment is posted. Monitor the pool again to count it.';
    case 'postStarted':
    case 'postFailed':
      return null;
    default:
      return commandAnnouncement(monitor, action, WORDS);
  }
}

type MonitorStep = CommandStep<
  MonitorSettings,
  MonitorInspection,
  MonitorOutcome,
  MonitorState,
  MonitorAction
>;

export const MONITOR_STEP: MonitorStep = {
  command: WORDS,
  initial: initialMonitor,
  reduce: reduceMonitor,
  announce: monitorAnnouncement,
  shows: ({ type }) => ['runStarted', 'runDone', 'appendStarted'].includes(type),
  working: ({ run, append }) => {
    if (append.run.kind === 'running') return { run: append.run, doing: 'Appending the export' };
    return run.kind === 'running' ? { run, doing: WORDS.doing } : null;
  },
  cancelling: (state) => ({
    ...state,
    run: stopping(state.run),
    append: { ...state.append, run: stopping(state.append.run) },
  }),
  // An append stands within the step: only while it works is it what the user waits for.
  onShow: ({ run, append }) => (append.run.kind === 'running' ? append.run : run),
  isFree: ({ run, append }) => run.kind === 'none' && append.run.kind === 'none',
  progress: (state) => (state.append.run.kind === 'running' ? 'running' : commandProgress(state)),
  waiting: (state) => {
    const count = openAlerts(state);
    return { count, one: 'open alert', many: 'open alerts', text: openAlertsText(count) };
  },
};
