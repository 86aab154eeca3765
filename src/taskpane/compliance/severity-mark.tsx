import type { Severity } from '../../engine/compliance/types';
import { Mark } from '../monitor/status-mark';

const WEIGHTS = { high: 'danger', medium: 'warning', low: 'note' } as const;

/** The icon of a severity; its word stands beside it. */
export const SeverityMark = (props: { readonly severity: Severity }): JSX.Element => (
  <Mark weight={WEIGHTS[props.severity]} />
);
