import { alertText, levelOf } from './level';
import { isStale } from './alerts';
import type { MonitorTerms, PoolState } from '../review-types';

/**
 * The one word for a pool: "No pack", "Data incomplete", "Data too old", or what FLEX.ALERT says of its balance. Data that are too old or
 * incomplete never say OK, but a level that was reached stands: tokens do not come back by waiting.
 * @param complete whether the usage holds everything that was charged
 */
export function statusOf(
  { pool, balance, start, expiry, latestDataDay }: Omit<PoolState, 'status'>,
  asOf: number,
  terms: MonitorTerms,
  complete: boolean,
): string {
  if (!(pool > 0)) return complete ? 'No pack' : 'No pack, data incomplete';
  const left = Math.max(0, balance);
  const text = alertText(left, pool, { asOf, start, expiry }, terms);
  const doubts = [
    ...(complete ? [] : ['data incomplete']),
    ...(isStale(latestDataDay, asOf, terms.staleDays) ? ['data too old'] : []),
  ];
  if (doubts.length === 0) return text;
  return sentence((levelOf(left / pool, terms) === 'OK' ? doubts : [text, ...doubts]).join(', '));
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
