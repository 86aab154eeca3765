import { COMMAND_STEPS, commandAnnouncement, reduceCommand, type OfStep } from '../command/state';
import { isMonitorAction, monitorAnnouncement, reduceMonitor, type MonitorAction } from '../monitor/state';
import { complianceAnnouncements, type ComplianceAction } from '../compliance/state';
import { poolAnnouncements, type PoolAction } from '../pool/state';
import { portfolioAnnouncements, type PortfolioAction } from '../portfolio/state';
import { renewalAnnouncements, type RenewalAction } from '../renewal/state';
import { reduceShare, shareAnnouncement, type ShareAction } from '../share/state';
import type { PaneState, Step } from './state';

/** What happens within one of the steps that have a state of their own. */
export type StepAction =
  | OfStep<'pool', PoolAction>
  | MonitorAction
  | OfStep<'portfolio', PortfolioAction>
  | OfStep<'renewal', RenewalAction>
  | OfStep<'compliance', ComplianceAction>
  | ShareAction;

export const isStepAction = (action: { readonly type: string }): action is StepAction =>
  action.type === 'share' ||
  (COMMAND_STEPS as readonly string[]).includes(action.type) ||
  isMonitorAction(action);

/** Next state of the pane after an action of a step: a run that starts brings its step to the front, and what is new is told. */
export function reduceStep(state: PaneState, action: StepAction): PaneState {
  const starts = startedStep(action);
  const shown = starts === null ? state : { ...state, step: starts, failure: null };
  switch (action.type) {
    case 'pool':
      return {
        ...shown,
        pool: reduceCommand(state.pool, action.action),
        announcement: commandAnnouncement(state.pool, action.action, poolAnnouncements) ?? state.announcement,
      };
    case 'portfolio':
      return {
        ...shown,
        portfolio: reduceCommand(state.portfolio, action.action),
        announcement:
          commandAnnouncement(state.portfolio, action.action, portfolioAnnouncements) ?? state.announcement,
      };
    case 'renewal':
      return {
        ...shown,
        renewal: reduceCommand(state.renewal, action.action),
        announcement:
          commandAnnouncement(state.renewal, action.action, renewalAnnouncements) ?? state.announcement,
      };
    case 'compliance':
      return {
        ...shown,
        compliance: reduceCommand(state.compliance, action.action),
        announcement:
          commandAnnouncement(state.compliance, action.action, complianceAnnouncements) ?? state.announcement,
      };
    case 'share':
      return {
        ...shown,
        share: reduceShare(state.share, action.action),
        announcement: shareAnnouncement(state.share, action.action) ?? state.announcement,
      };
    default:
      return {
        ...shown,
        monitor: reduceMonitor(state.monitor, action),
        announcement: monitorAnnouncement(state.monitor, action) ?? state.announcement,
      };
  }
}

/** The step whose run starts with this action; null = none does. */
function startedStep(action: StepAction): Step | null {
  if (action.type === 'appendStarted') return 'monitor';
  return 'action' in action && action.action.type === 'runStarted' ? action.type : null;
}
