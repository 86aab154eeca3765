import type { CommandKey } from '../../excel/contract/pane';
import type {
  CardSummary,
  CommandInspection,
  CommandOutcome,
  Inspection,
  LastRun,
  Progress,
  SegmentSettings,
  SourceChoice,
  SourceOption,
} from '../../excel/contract/services';
import type { RunOf } from '../command/run';
import type { CommandAction, CommandState } from '../command/state';
import type { StepDeclaration, StepProgress, Waiting, Working } from '../command/step';
import type { CommandWords } from '../command/words';
import type { PaneFailure } from './failure';
import { STEPS } from './steps';

type Steps = typeof STEPS;
/** A step with a state of its own. */
export type StepKey = keyof Steps;
type StateOf<K extends StepKey> = Steps[K] extends StepDeclaration<infer State, infer _> ? State : never;
type ActionOf<K extends StepKey> = Steps[K] extends StepDeclaration<infer _, infer Action> ? Action : never;

/** The steps built in this version, in the order a user takes them. */
export type Step = 'data' | StepKey;

/** What the pane is inserting on request; null = nothing. */
export type Insertion = 'sample' | 'rates' | 'projects' | 'ledger' | 'seats' | 'quotes' | 'newRates';

export type LastRuns = Readonly<Partial<Record<CommandKey, LastRun | null>>>;

interface Usage {
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
  readonly inserting: Insertion | null;
  /** A failure outside reading and running (inserting, selecting cells, saving). */
  readonly failure: PaneFailure | null;
  /** Assumption fields whose text is not valid; a run waits for them. */
  readonly invalidFields: readonly string[];
  /** Spoken politely by a screen reader. */
  readonly announcement: string;
}

export type PaneState = Usage & { readonly [K in StepKey]: StateOf<K> };

/** What happens within a step. */
export type StepAction = {
  readonly [K in StepKey]: { readonly type: K; readonly action: ActionOf<K> };
}[StepKey];

export type PaneAction =
  | {
      readonly type: 'started';
      readonly sources: readonly SourceOption[];
      readonly source: SourceChoice | null;
      readonly settings: SegmentSettings | null;
      readonly cards: readonly CardSummary[];
    }
  | { readonly type: 'startFailed'; readonly failure: PaneFailure }
  | {
      readonly type: 'workbookListed';
      readonly sources: readonly SourceOption[];
      readonly cards: readonly CardSummary[];
    }
  | { readonly type: 'lastRunsSeen'; readonly lastRuns: LastRuns }
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
  | { readonly type: 'cancelAsked' }
  | { readonly type: 'insertStarted'; readonly what: Insertion }
  | { readonly type: 'insertDone'; readonly announcement: string }
  | { readonly type: 'failed'; readonly failure: PaneFailure }
  | { readonly type: 'failureCleared' }
  | StepAction;

const KEYS = Object.keys(STEPS) as readonly StepKey[];

/** A step's declaration and state go together by its key alone. */
function declarationOf(key: StepKey): StepDeclaration<unknown, unknown> {
  return STEPS[key] as unknown as StepDeclaration<unknown, unknown>;
}

function isStepKey(key: string): key is StepKey {
  return key in STEPS;
}

export const COMMAND_KEYS = KEYS.filter((key) => 'command' in STEPS[key]) as readonly CommandKey[];

export const isCommandKey = (step: string): step is CommandKey =>
  (COMMAND_KEYS as readonly string[]).includes(step);

/** False for a command that is made from the usage alone. */
export const hasLook = (key: CommandKey): boolean => STEPS[key].command.look !== null;

/** What any command says of itself, where it stands, and what it would be made from; null = it was not looked at. */
export function commandOf(
  state: PaneState,
  key: CommandKey,
): {
  readonly words: CommandWords<unknown, unknown, unknown>;
  readonly state: CommandState<object, unknown, CommandOutcome>;
  readonly found: CommandInspection | null;
} {
  const words = STEPS[key].command as unknown as CommandWords<unknown, unknown, unknown>;
  const own = state[key];
  return {
    words,
    state: own as unknown as ReturnType<typeof commandOf>['state'],
    found: words.look === null ? state.inspection : own.inspection,
  };
}

/** An action of a command as an action of the pane. */
export function told(key: CommandKey, action: CommandAction<unknown, unknown, unknown>): PaneAction {
  return { type: key, action } as PaneAction;
}

const initialSteps = Object.fromEntries(KEYS.map((key) => [key, declarationOf(key).initial])) as unknown as {
  readonly [K in StepKey]: StateOf<K>;
};

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
  ...initialSteps,
  inserting: null,
  failure: null,
  invalidFields: [],
  announcement: '',
};

/** Next state of the pane; pure. */
export function reduce(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'started': {
      const { sources, source, settings, cards } = action;
      return { ...state, starting: false, sources, source, settings, cards };
    }
    case 'startFailed':
      return { ...state, starting: false, failure: action.failure, announcement: action.failure.text };
    case 'workbookListed':
      return { ...state, sources: action.sources, cards: action.cards };
    case 'lastRunsSeen':
      return COMMAND_KEYS.reduce(
        (next, key) => reduce(next, told(key, { type: 'lastSeen', last: action.lastRuns[key] ?? null })),
        state,
      );
    case 'sourceChosen':
      return COMMAND_KEYS.reduce<PaneState>(
        (next, key) => reduce(next, told(key, { type: 'sourceChosen' })),
        {
          ...state,
          source: action.source,
          inspection: null,
          readFailure: null,
          dataChanged: false,
        },
      );
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
      return reduceStep(state, action);
  }
}

/** A run that starts brings its step to the front, and what is new is told. */
function reduceStep(state: PaneState, { type, action }: StepAction): PaneState {
  const step = declarationOf(type);
  const shown = step.shows(action) ? { ...state, step: type, failure: null } : state;
  return {
    ...shown,
    [type]: step.reduce(state[type], action),
    announcement: step.announce(state[type], action) ?? state.announcement,
  };
}

/** What works on the workbook: one command at a time. */
export function working(state: PaneState): Working | null {
  for (const key of KEYS) {
    const work = declarationOf(key).working(state[key]);
    if (work !== null) return work;
  }
  return null;
}

/** True while any command works on the workbook. */
export const isRunning = (state: PaneState): boolean => working(state) !== null;

function cancelling(state: PaneState): PaneState {
  const key = KEYS.find((each) => declarationOf(each).working(state[each]) !== null);
  if (key === undefined) return state;
  return { ...state, [key]: declarationOf(key).cancelling(state[key]), announcement: 'Cancelling.' };
}

/** The step whose run is on show: Data leads to the command that is made from the usage alone. */
const resultStep = ({ step }: PaneState): StepKey =>
  isStepKey(step) ? step : (COMMAND_KEYS.find((key) => !hasLook(key)) ?? KEYS[0]!);

/** The run of the step on show: what the user is looking at, or waits for. */
export function runOnShow(state: PaneState): RunOf<unknown> {
  const key = resultStep(state);
  return declarationOf(key).onShow(state[key]);
}

/** How far a step is; Data by what was read. */
export function progressOf(state: PaneState, step: Step): StepProgress {
  if (isStepKey(step)) return declarationOf(step).progress(state[step]);
  if (state.readFailure !== null) return 'needs a look';
  if (state.inspection === null) return 'not yet';
  if (state.dataChanged) return 'stale';
  return state.inspection.used > 0 && state.inspection.cardFits ? 'done' : 'needs a look';
}

/** Entries that wait for the user in a step; null = none. */
export function waitingIn(state: PaneState, step: Step): Waiting | null {
  const waiting = isStepKey(step) ? declarationOf(step).waiting?.(state[step]) : undefined;
  return waiting === undefined || waiting.count === 0 ? null : waiting;
}

/** The pane moves on by itself only until the user picked a step, and never away from a run or its result. */
const stepIsFree = (state: PaneState): boolean =>
  !state.stepPicked && KEYS.every((key) => declarationOf(key).isFree(state[key]));

function afterReading(state: PaneState, inspection: Inspection): PaneState {
  // What waits is told once, with the first reading: later only what changes of it is said.
  const waiting = state.inspection === null ? KEYS.flatMap((key) => waitingIn(state, key)?.text ?? []) : [];
  const next: PaneState = {
    ...state,
    reading: null,
    inspection,
    // Where no card was chosen, the one that fits the data counts from here on.
    settings:
      state.settings === null || state.settings.card !== ''
        ? state.settings
        : { ...state.settings, card: inspection.card.name },
    readFailure: null,
    dataChanged: false,
    announcement: [`Read ${inspection.rows} rows. ${inspection.used} can be used.`, ...waiting].join(' '),
  };
  if (!stepIsFree(state)) return next;
  const ready = inspection.used > 0 && inspection.cardFits;
  return { ...next, step: ready ? resultStep({ ...state, step: 'data' }) : 'data' };
}
