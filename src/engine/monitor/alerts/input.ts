import type { Tier } from '../../pool/types';
import type { TopConsumer } from '../findings/types';
import type { MonitorTerms, PoolState } from '../review-types';
import type { BudgetLine } from './types';

/** What alerts are found from. */
export interface AlertInput {
  readonly asOf: number;
  readonly terms: MonitorTerms;
  readonly total: Omit<PoolState, 'status'>;
  readonly teams: readonly Omit<PoolState, 'status'>[];
  readonly topConsumers: readonly TopConsumer[];
  readonly budgets: readonly BudgetLine[];
  /** Net price of a token, and the tiers of a top-up; empty = one price. */
  readonly tokenPrice: number;
  readonly tiers: readonly Tier[];
  readonly currency: string;
}
