import {
  isMonitorAction,
  monitorAnnouncement,
  reduceMonitor,
  type MonitorAction,
} from './monitor/monitor-state';
import { isPoolAction, poolAnnouncement, reducePool, type PoolAction } from './pool/pool-state';
import {
  isPortfolioAction,
  portfolioAnnouncement,
  reducePortfolio,
  type PortfolioAction,
} from './portfolio/portfolio-state';
import type { PaneState } from './state';

/** What happens within one of the steps that have a state of their own. */
export type StepAction = PoolAction | MonitorAction | PortfolioAction;

export const isStepAction = (action: { readonly type: string }): action is StepAction =>
  isPoolAction(action) || isMonitorAction(action) || isPortfolioAction(action);

/** Next state of the pane after an action of a step: a run that starts brings its step to the front, and what is new is told. */
export function reduceStep(state: PaneState, action: StepAction): PaneState {
  if (isPoolAction(action)) {
    return {
      ...state,
      ...(action.type === 'poolRunStarted' ? { step: 'pool', failure: null } : {}),
      pool: reducePool(state.pool, action),
      announcement: poolAnnouncement(state.pool, action) ?? state.announcement,
    };
  }
  if (isMonitorAction(action)) {
    const starts = action.type === 'monitorRunStarted' || action.type === 'appendStarted';
    return {
      ...state,
      ...(starts ? { step: 'monitor', failure: null } : {}),
      monitor: reduceMonitor(state.monitor, action),
      announcement: monitorAnnouncement(state.monitor, action) ?? state.announcement,
    };
  }
  return {
    ...state,
    ...(action.type === 'portfolioRunStarted' ? { step: 'portfolio', failure: null } : {}),
    portfolio: reducePortfolio(state.portfolio, action),
    announcement: portfolioAnnouncement(state.portfolio, action) ?? state.announcement,
  };
}
