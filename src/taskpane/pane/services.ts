import type { ComplianceServices } from '../../excel/contract/compliance';
import type { MonitorServices } from '../../excel/contract/monitor';
import type { PortfolioServices } from '../../excel/contract/portfolio';
import type { RenewalServices } from '../../excel/contract/renewal';
import type { PaneServices } from '../../excel/contract/services';
import type { ShareServices } from '../../excel/contract/share';

/** Everything the pane's steps can ask for. */
export type AllServices = PaneServices &
  MonitorServices &
  PortfolioServices &
  RenewalServices &
  ComplianceServices &
  ShareServices;
