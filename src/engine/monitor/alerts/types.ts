/** Budgets and alerts. Days are whole Excel serials. */

/** Tokens that a team or project may burn in a period. */
export interface Budget {
  readonly name: string;
  readonly kind: 'team' | 'project';
  readonly tokens: number;
  /** Whole serials, both included. */
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** A budget on the as-of day, with a straight-line forecast to its end. */
export interface BudgetLine {
  readonly budget: Budget;
  readonly burned: number;
  readonly left: number;
  /** left ÷ tokens; may be negative. */
  readonly share: number;
  /** Tokens by the last day at the pace so far; NaN before its first day. */
  readonly forecast: number;
  /** First day on which it is used up at that pace; null = it lasts. */
  readonly usedUp: number | null;
  readonly status: string;
}

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

/** An alert as its condition stands today, before the register says when it was raised. */
export type FoundAlert = Omit<Alert, 'raised' | 'state' | 'owner'>;
