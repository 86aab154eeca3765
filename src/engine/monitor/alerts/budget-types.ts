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
