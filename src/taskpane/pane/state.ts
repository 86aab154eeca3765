import type {
  CardSummary,
  Inspection,
  Progress,
  SegmentOutcome,
  SegmentSettings,
  SourceChoice,
  SourceOption,
} from '../../excel/contract/services';
import type { PoolSettings } from '../../excel/contract/pool';
import type { ComplianceState } from '../compliance/state';
import { COMMAND_STEPS, initialCommand, type CommandStep } from '../command/state';
import type { PaneFailure } from './failure';
import type { AlertsOnSheet, MonitorSettings } from '../../excel/contract/monitor';
import type { PortfolioSettings } from '../../excel/contract/portfolio';
import type { RenewalSettings } from '../../excel/contract/renewal';
import { initialMonitor, openAlerts, openAlertsText, type MonitorState } from '../monitor/state';
import type { PoolState } from '../pool/state';
import type { PortfolioState } from '../portfolio/state';
import type { RenewalState } from '../renewal/state';
import { cancelling } from './run-on-show';
import { advanced, cancelledText, isWorthSaying, startedRun, type RunOf } from '../segments/run';
import { initialShare, type ShareState } from '../share/state';
import { isStepAction, reduceStep, type StepAction } from './step-state';

export { isRunning, runOnShow } from './run-on-show';

/** The steps built in this version, in the order a user takes them. */
export type Step = 'data' | 'segment' | CommandStep | 'share';

/** What the pane is inserting on request; null = nothing. */
export type Insertion = 'sample' | 'rates' | 'projects' | 'ledger' | 'seats' | 'quotes' | 'newRates';

export interface LastRun {
  readonly when: string;
  readonly input: string;
  readonly people: number;
  readonly stale: boolean;
}

/** A run of "Segment users". */
export type Run = RunOf<{ readonly outcome: SegmentOutcome; readonly inspection: Inspection }>;

export interface PaneState {
  readonly starting: boolean;
  readonly step: Step;
  /** True once the user picked a step: from then on the pane does not change it by itself. */
  readonly stepPicked: boolean;
  readonly sources: readonly SourceOption[];
  readonly source: SourceChoice | null;
  readonly settings: SegmentSettings | null;
  readonly cards: readonly CardSummary[];
  /** The last completed reading; kept (dimmed) while a newer one is under way. */
  readonly inspection: Inspection | null;
  readonly reading: Progress | 'starting' | null;
  readonly readFailure: PaneFailure | null;
  /** The data changed after `inspection` was made. */
  readonly dataChanged: boolean;
  readonly run: Run;
  readonly lastRun: LastRun | null;
  readonly pool: PoolState;
  readonly monitor: MonitorState;
  readonly portfolio: PortfolioState;
  readonly renewal: RenewalState;
  readonly compliance: ComplianceState;
  readonly share: ShareState;
  readonly inserting: Insertion | null;
  /** A failure outside reading and running (inserting, selecting cells, saving). */
  readonly failure: PaneFailure | null;
  /** Assumption fields whose text is not valid; a run waits for them. */
  readonly invalidFields: readonly string[];
  /** Spoken politely by a screen reader. */
  readonly announcement: string;
}

export type PaneAction =
  | {
      readonly type: 'started';
      readonly sources: readonly SourceOption[];
      readonly source: SourceChoice | null;
      readonly settings: SegmentSettings | null;
      readonly cards: readonly CardSummary[];
      readonly lastRun: LastRun | null;
      readonly poolSettings?: PoolSettings;
      readonly lastPool?: LastRun | null;
      readonly monitorSettings?: MonitorSettings;
      readonly lastMonitor?: LastRun | null;
      readonly alerts?: AlertsOnSheet | null;
      readonly portfolioSettings?: PortfolioSettings;
      readonly lastPortfolio?: LastRun | null;
      readonly renewalSettings?: RenewalSettings;
      readonly lastRenewal?: LastRun | null;
      readonly lastCompliance?: LastRun | null;
    }
  | { readonly type: 'startFailed'; readonly failure: PaneFailure }
  | {
      readonly type: 'workbookListed';
      readonly sources: readonly SourceOption[];
      readonly cards: readonly CardSummary[];
    }
  | { readonly type: 'sourceChosen'; readonly source: SourceChoice }
  | { readonly type: 'settingsChanged'; readonly settings: SegmentSettings; readonly announcement?: string }
  | { readonly type: 'fieldChecked'; readonly field: string; readonly valid: boolean }
  | { readonly type: 'stepPicked'; readonly step: Step }
  | { readonly type: 'readStarted' }
  | { readonly type: 'readProgressed'; readonly progress: Progress }
  | { readonly type: 'readDone'; readonly inspection: Inspection }
  | { readonly type: 'readFailed'; readonly failure: PaneFailure }
  | { readonly type: 'readCancelled' }
  | { readonly type: 'dataChanged' }
  | { readonly type: 'runStarted'; readonly at: number; readonly from: 'pane' | 'ribbon' }
  | { readonly type: 'runProgressed'; readonly progress: Progress; readonly at: number }
  | { readonly type: 'cancelAsked' }
  | { readonly type: 'runDone'; readonly outcome: SegmentOutcome; readonly inspection: Inspection }
  | { readonly type: 'runFailed'; readonly failure: PaneFailure }
  | { readonly type: 'runCancelled'; readonly untouched: boolean }
  | { readonly type: 'runCleared' }
  | { readonly type: 'lastRunSeen'; readonly lastRun: LastRun | null }
  | { readonly type: 'insertStarted'; readonly what: Insertion }
  | { readonly type: 'insertDone'; readonly announcement: string }
  | { readonly type: 'failed'; readonly failure: PaneFailure }
  | { readonly type: 'failureCleared' }
  | StepAction;

export const initialState: PaneState = {
  starting: true,
  step: 'data',
  stepPicked: false,
  sources: [],
  source: null,
  settings: null,
  cards: [],
  inspection: null,
  reading: null,
  readFailure: null,
  dataChanged: false,
  run: { kind: 'none' },
  lastRun: null,
  pool: initialCommand,
  monitor: initialMonitor,
  portfolio: initialCommand,
  renewal: initialCommand,
  compliance: { ...initialCommand, settings: {} },
  share: initialShare,
  inserting: null,
  failure: null,
  invalidFields: [],
  announcement: '',
};

/** Next state of the pane; pure. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'started':
      return {
        ...state,
        starting: false,
        sources: action.sources,
        source: action.source,
        settings: action.settings,
        cards: action.cards,
        lastRun: action.lastRun,
        pool: {
          ...state.pool,
          settings: action.poolSettings ?? state.pool.settings,
          last: action.lastPool ?? null,
        },
        monitor: {
          ...state.monitor,
          settings: action.monitorSettings ?? state.monitor.settings,
          last: action.lastMonitor ?? null,
          alerts: action.alerts ?? null,
        },
        portfolio: {
          ...state.portfolio,
          settings: action.portfolioSettings ?? state.portfolio.settings,
          last: action.lastPortfolio ?? null,
        },
        renewal: {
          ...state.renewal,
          settings: action.renewalSettings ?? state.renewal.settings,
          last: action.lastRenewal ?? null,
        },
        compliance: { ...state.compliance, last: action.lastCompliance ?? null },
      };
    case 'startFailed':
      return { ...state, starting: false, failure: action.failure, announcement: action.failure.text };
    case 'workbookListed':
      return { ...state, sources: action.sources, cards: action.cards };
    case 'sourceChosen':
      return {
        ...state,
        source: action.source,
        inspection: null,
        readFailure: null,
        dataChanged: false,
        pool: { ...state.pool, inspection: null, readFailure: null },
        monitor: { ...state.monitor, inspection: null, readFailure: null },
        portfolio: { ...state.portfolio, inspection: null, readFailure: null },
        renewal: { ...state.renewal, inspection: null, readFailure: null },
        compliance: { ...state.compliance, inspection: null, readFailure: null },
      };
    case 'settingsChanged':
      return {
        ...state,
        settings: action.settings,
        announcement: action.announcement ?? state.announcement,
      };
    case 'fieldChecked': {
      const others = state.invalidFields.filter((field) => field !== action.field);
      return { ...state, invalidFields: action.valid ? others : [...others, action.field] };
    }
    case 'stepPicked':
      return { ...state, step: action.step, stepPicked: true };
    case 'readStarted':
      return { ...state, reading: 'starting', readFailure: null };
    case 'readProgressed':
      return state.reading === null ? state : { ...state, reading: action.progress };
    case 'readDone':
      return afterReading(state, action.inspection);
    case 'readFailed':
      return {
        ...state,
        reading: null,
        inspection: null,
        readFailure: action.failure,
        step: stepIsFree(state) ? 'data' : state.step,
        announcement: action.failure.text,
      };
    case 'readCancelled':
      return { ...state, reading: null };
    case 'dataChanged':
      return state.inspection === null ? state : { ...state, dataChanged: true };
    case 'lastRunSeen':
      return { ...state, lastRun: action.lastRun };
    case 'insertStarted':
      return { ...state, inserting: action.what, failure: null };
    case 'insertDone':
      return {
        ...state,
        inserting: null,
        // A plan, a ledger and seats belong to the step where they were asked for; usage and rates lead on from it.
        stepPicked: state.inserting !== 'sample' && state.inserting !== 'rates' && state.stepPicked,
        announcement: action.announcement,
      };
    case 'failed':
      return { ...state, inserting: null, failure: action.failure, announcement: action.failure.text };
    case 'failureCleared':
      return { ...state, failure: null };
    case 'cancelAsked':
      return cancelling(state);
    default:
      return isStepAction(action) ? reduceStep(state, action) : reduceRun(state, action);
  }
}

function reduceRun(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'runStarted':
      return {
        ...state,
        step: 'segment',
        failure: null,
        announcement: 'Segmenting started.',
        run: startedRun(action.at, action.from),
      };
    case 'runProgressed':
      return progressed(state, action.progress, action.at);
    case 'runDone':
      return {
        ...state,
        step: 'segment',
        run: { kind: 'done', outcome: action.outcome, inspection: action.inspection },
        announcement: `Done. ${action.outcome.people} people segmented.`,
      };
    case 'runFailed':
      return {
        ...state,
        run: { kind: 'failed', failure: action.failure },
        announcement: action.failure.text,
      };
    case 'runCancelled':
      return {
        ...state,
        run: { kind: 'cancelled', untouched: action.untouched },
        announcement: cancelledText(action.untouched),
      };
    case 'runCleared':
      return { ...state, run: { kind: 'none' } };
    default:
      return state;
  }
}

/** The pane moves on by itself only until the user picked a step, and never away from a run or its result. */
const stepIsFree = (state: PaneState): boolean =>
  !state.stepPicked &&
  state.run.kind === 'none' &&
  state.monitor.append.run.kind === 'none' &&
  state.share.run.kind === 'none' &&
  COMMAND_STEPS.every((step) => state[step].run.kind === 'none');

function afterReading(state: PaneState, inspection: Inspection): PaneState {
  const open = openAlerts(state.monitor);
  // The badge is told once, with the first reading: later only what changes of it is said.
  const badge = state.inspection === null && open > 0 ? ` ${openAlertsText(open)}` : '';
  const next: PaneState = {
    ...state,
    reading: null,
    inspection,
    readFailure: null,
    dataChanged: false,
    announcement: `Read ${inspection.rows} rows. ${inspection.used} can be used.${badge}`,
  };
  if (!stepIsFree(state)) return next;
  const ready = inspection.used > 0 && inspection.cardFits;
  return { ...next, step: ready ? 'segment' : 'data' };
}

function progressed(state: PaneState, progress: Progress, at: number): PaneState {
  const { run } = state;
  if (run.kind !== 'running') return state;
  return {
    ...state,
    announcement: isWorthSaying(run, progress) ? progress.text : state.announcement,
    run: advanced(run, progress, at),
  };
}
