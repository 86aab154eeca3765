import type { ComplianceServices } from '../excel/compliance-services';
import type { MonitorServices } from '../excel/monitor-services';
import type { PortfolioServices } from '../excel/portfolio-services';
import type { RenewalServices } from '../excel/renewal-services';
import type { PaneServices } from '../excel/services';
import type { ShareServices } from '../excel/share-services';

/** Everything the pane's steps can ask for. */
export type AllServices = PaneServices &
  MonitorServices &
  PortfolioServices &
  RenewalServices &
  ComplianceServices &
  ShareServices;
