import { alertText } from './level';
import { isStale } from './alerts';
import type { MonitorTerms, PoolState } from '../review-types';

/**
 * The one word for a pool: "No pack", "Data too old", or what FLEX.ALERT says of its balance. Data that are too old never say OK, but a
 * level that was reached stands: tokens do not come back by waiting.
 */
export function statusOf(
  { pool, balance, start, expiry, latestDataDay }: Omit<PoolState, 'status'>,
  asOf: number,
  terms: MonitorTerms,
): string {
  if (!(pool > 0)) return 'No pack';
  const text = alertText(Math.max(0, balance), pool, { asOf, start, expiry }, terms);
  if (!isStale(latestDataDay, asOf, terms.staleDays)) return text;
  return text.startsWith('OK') ? 'Data too old' : `${text}, data too old`;
}
