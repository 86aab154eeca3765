export type AlertKind =
  'review' | 'top-up' | 'escalate' | 'velocity' | 'expiry waste' | 'team empty' | 'budget' | 'data too old';
export type AlertState = 'open' | 'acknowledged' | 'closed';

export interface Alert {
  /** Stable: kind, team or budget, and the term's start. */
  readonly id: string;
  readonly kind: AlertKind;
  /** '' = the whole pool. */
  readonly team: string;
  readonly raised: number;
  readonly state: AlertState;
  readonly owner: string;
  /** What is the case, with its figures. */
  readonly text: string;
  /** What to do, with its figures. */
  readonly action: string;
}
