import { COMPLIANCE_STEP } from '../compliance/state';
import { MONITOR_STEP } from '../monitor/state';
import { POOL_STEP } from '../pool/state';
import { PORTFOLIO_STEP } from '../portfolio/state';
import { RENEWAL_STEP } from '../renewal/state';
import { SEGMENT_STEP } from '../segments/state';
import { SHARE_STEP } from '../share/state';

/** The steps with a state of their own, a row each, in the order a user takes them; Data goes before them. */
export const STEPS = {
  segment: SEGMENT_STEP,
  pool: POOL_STEP,
  monitor: MONITOR_STEP,
  portfolio: PORTFOLIO_STEP,
  renewal: RENEWAL_STEP,
  compliance: COMPLIANCE_STEP,
  share: SHARE_STEP,
} as const;
