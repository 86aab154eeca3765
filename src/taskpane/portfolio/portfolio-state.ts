import type {
  PortfolioInspection,
  PortfolioOutcome,
  PortfolioSettings,
} from '../../excel/portfolio-services';
import type { Inspection, Progress } from '../../excel/services';
import type { PaneFailure } from '../failure';
import { advanced, cancelledText, isWorthSaying, startedRun, type RunOf } from '../run';
import type { LastRun } from '../state';

/** A run of "Build portfolio". `read` is what it was announced to be made from. */
export type PortfolioRun = RunOf<{
  readonly outcome: PortfolioOutcome;
  readonly inspection: PortfolioInspection;
  readonly read: Inspection;
}>;

/** What the pane knows of the Portfolio step. */
export interface PortfolioState {
  readonly settings: PortfolioSettings | null;
  /** The last completed look; kept (dimmed) while a newer one is under way. */
  readonly inspection: PortfolioInspection | null;
  readonly reading: Progress | 'starting' | null;
  readonly readFailure: PaneFailure | null;
  /** A sheet this step reads (seats, subscriptions, pins, tiers) changed after `inspection` was made. */
  readonly outdated: boolean;
  /** Counts what calls for a new look besides changed usage and settings. */
  readonly refresh: number;
  readonly run: PortfolioRun;
  readonly last: LastRun | null;
}

export type PortfolioAction =
  | {
      readonly type: 'portfolioSettingsChanged';
      readonly settings: PortfolioSettings;
      readonly announcement?: string;
    }
  | { readonly type: 'portfolioReadStarted' }
  | { readonly type: 'portfolioReadProgressed'; readonly progress: Progress }
  | { readonly type: 'portfolioReadDone'; readonly inspection: PortfolioInspection }
  | { readonly type: 'portfolioReadFailed'; readonly failure: PaneFailure }
  | { readonly type: 'portfolioReadCancelled' }
  | { readonly type: 'portfolioOutdated' }
  | { readonly type: 'portfolioRefreshed' }
  | { readonly type: 'portfolioRunStarted'; readonly at: number }
  | { readonly type: 'portfolioRunProgressed'; readonly progress: Progress; readonly at: number }
  | {
      readonly type: 'portfolioRunDone';
      readonly outcome: PortfolioOutcome;
      readonly inspection: PortfolioInspection;
      readonly read: Inspection;
    }
  | { readonly type: 'portfolioRunFailed'; readonly failure: PaneFailure }
  | { readonly type: 'portfolioRunCancelled'; readonly untouched: boolean }
  | { readonly type: 'portfolioRunCleared' }
  | { readonly type: 'lastPortfolioSeen'; readonly last: LastRun | null };

export const initialPortfolio: PortfolioState = {
  settings: null,
  inspection: null,
  reading: null,
  readFailure: null,
  outdated: false,
  refresh: 0,
  run: { kind: 'none' },
  last: null,
};

const TYPES: Readonly<Record<PortfolioAction['type'], true>> = {
  portfolioSettingsChanged: true,
  portfolioReadStarted: true,
  portfolioReadProgressed: true,
  portfolioReadDone: true,
  portfolioReadFailed: true,
  portfolioReadCancelled: true,
  portfolioOutdated: true,
  portfolioRefreshed: true,
  portfolioRunStarted: true,
  portfolioRunProgressed: true,
  portfolioRunDone: true,
  portfolioRunFailed: true,
  portfolioRunCancelled: true,
  portfolioRunCleared: true,
  lastPortfolioSeen: true,
};

export const isPortfolioAction = (action: { readonly type: string }): action is PortfolioAction =>
  action.type in TYPES;

/** Next state of the Portfolio step; pure. */
export function reducePortfolio(portfolio: PortfolioState, action: PortfolioAction): PortfolioState {
  switch (action.type) {
    case 'portfolioSettingsChanged':
      return { ...portfolio, settings: action.settings };
    case 'portfolioReadStarted':
      return { ...portfolio, reading: 'starting', readFailure: null, outdated: false };
    case 'portfolioReadProgressed':
      return portfolio.reading === null ? portfolio : { ...portfolio, reading: action.progress };
    case 'portfolioReadDone':
      return { ...portfolio, reading: null, inspection: action.inspection, readFailure: null };
    case 'portfolioReadFailed':
      return { ...portfolio, reading: null, inspection: null, readFailure: action.failure };
    case 'portfolioReadCancelled':
      return portfolio.reading === null ? portfolio : { ...portfolio, reading: null };
    case 'portfolioOutdated':
      return portfolio.inspection === null ? portfolio : { ...portfolio, outdated: true };
    case 'portfolioRefreshed':
      return { ...portfolio, refresh: portfolio.refresh + 1 };
    case 'portfolioRunStarted':
      return { ...portfolio, run: startedRun(action.at, 'pane') };
    case 'portfolioRunProgressed':
      return portfolio.run.kind === 'running'
        ? { ...portfolio, run: advanced(portfolio.run, action.progress, action.at) }
        : portfolio;
    case 'portfolioRunDone': {
      const { outcome, inspection, read } = action;
      return { ...portfolio, outdated: false, run: { kind: 'done', outcome, inspection, read } };
    }
    case 'portfolioRunFailed':
      return { ...portfolio, run: { kind: 'failed', failure: action.failure } };
    case 'portfolioRunCancelled':
      return { ...portfolio, run: { kind: 'cancelled', untouched: action.untouched } };
    case 'portfolioRunCleared':
      return { ...portfolio, run: { kind: 'none' } };
    case 'lastPortfolioSeen':
      return { ...portfolio, last: action.last };
  }
}

/** What a screen reader is told of an action, given the state before it; null = nothing new. */
export function portfolioAnnouncement(portfolio: PortfolioState, action: PortfolioAction): string | null {
  switch (action.type) {
    case 'portfolioSettingsChanged':
      return action.announcement ?? null;
    case 'portfolioReadDone':
      return action.inspection.canRun
        ? `A portfolio can be built for ${action.inspection.people} people.`
        : 'A portfolio cannot be built yet. The step says why.';
    case 'portfolioReadFailed':
    case 'portfolioRunFailed':
      return action.failure.text;
    case 'portfolioRunStarted':
      return 'Building the portfolio started.';
    case 'portfolioRunProgressed':
      return portfolio.run.kind === 'running' && isWorthSaying(portfolio.run, action.progress)
        ? action.progress.text
        : null;
    case 'portfolioRunDone':
      return `Done. ${action.outcome.finding}.`;
    case 'portfolioRunCancelled':
      return cancelledText(action.untouched);
    default:
      return null;
  }
}
