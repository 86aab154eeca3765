import type { PaneServices } from '../../excel/contract/pane';
import type { Wiring } from '../command/wiring';
import { complianceActions, type ComplianceActions } from '../compliance/actions';
import { appendActions, type AppendActions } from '../monitor/append/actions';
import { monitorActions, type MonitorActions } from '../monitor/actions';
import { poolActions, type PoolActions } from '../pool/actions';
import { portfolioActions, type PortfolioActions } from '../portfolio/actions';
import { renewalActions, type RenewalActions } from '../renewal/actions';
import { shareActions, type ShareActions } from '../share/actions';

/** What the steps can ask for beside their commands. */
export interface StepActions
  extends
    PoolActions,
    MonitorActions,
    AppendActions,
    PortfolioActions,
    RenewalActions,
    ComplianceActions,
    ShareActions {}

export function stepActions(services: PaneServices, wiring: Wiring): StepActions {
  return {
    ...poolActions(services, wiring),
    ...monitorActions(services, wiring),
    ...appendActions(services, wiring),
    ...portfolioActions(services, wiring),
    ...renewalActions(services, wiring),
    ...complianceActions(services, wiring),
    ...shareActions(services, wiring),
  };
}
