import { ComplianceStep } from '../compliance/step';
import { DataAction } from '../data/action';
import { DataStep } from '../data/step';
import { MonitorStep } from '../monitor/step';
import type { Step } from '../pane/state';
import { PoolStep } from '../pool/step';
import { PortfolioStep } from '../portfolio/step';
import { RenewalStep } from '../renewal/step';
import { SegmentStep } from '../segments/step';
import { ShareAction } from '../share/action';
import { ShareStep } from '../share/step';

/** How a step is shown. */
export interface StepView {
  /** On its tab. */
  readonly label: string;
  readonly View: () => JSX.Element;
  /** What the user can press there; the button of its command where not given. */
  readonly Action?: () => JSX.Element;
}

/** The steps, a row each, in the order of their tabs. */
export const STEP_VIEWS: Readonly<Record<Step, StepView>> = {
  data: { label: 'Data', View: DataStep, Action: DataAction },
  segment: { label: 'Segment', View: SegmentStep },
  pool: { label: 'Pool', View: PoolStep },
  monitor: { label: 'Monitor', View: MonitorStep },
  portfolio: { label: 'Portfolio', View: PortfolioStep },
  renewal: { label: 'Renewal', View: RenewalStep },
  compliance: { label: 'Compliance', View: ComplianceStep },
  share: { label: 'Share', View: ShareStep, Action: ShareAction },
};
