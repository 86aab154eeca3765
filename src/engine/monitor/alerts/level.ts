import { formatShare } from '../../numeric';
import { balanceBelowZero, expiryBeforeStart, poolBelowZero, poolOfNothing } from '../errors';

/** Shares of the pool, falling; at or below each the level is reached. */
export interface Thresholds {
  readonly review: number;
  readonly topUp: number;
  readonly escalate: number;
}

/** The guide's: 30, 20 and 10 %. */
export const GUIDE_THRESHOLDS: Thresholds = { review: 0.3, topUp: 0.2, escalate: 0.1 };

export type AlertLevel = 'OK' | 'Review' | 'Top-up' | 'Escalate';

/** The term of a pool, for whether it empties early. Excel serials. */
export interface LevelTerm {
  readonly asOf: number;
  readonly start: number;
  readonly expiry: number;
}

/** Shares that differ by less differ only in how binary numbers round: 30 % of 1,100 tokens is 330. */
const SAME_SHARE = 1e-12;

/** Level of a share of the pool. */
export function levelOf(share: number, { review, topUp, escalate }: Thresholds): AlertLevel {
  if (share <= escalate + SAME_SHARE) return 'Escalate';
  if (share <= topUp + SAME_SHARE) return 'Top-up';
  return share <= review + SAME_SHARE ? 'Review' : 'OK';
}

/** The level as shown: "Review (30%)". */
export function levelText(level: AlertLevel, { review, topUp, escalate }: Thresholds): string {
  if (level === 'OK') return 'OK';
  const share = { Review: review, 'Top-up': topUp, Escalate: escalate }[level];
  return `${level} (${formatShare(share).replace(' ', '')})`;
}

/**
 * Whether the burn so far, (pool − remaining) ÷ (as-of − start), empties the pool before it expires. On the first day nothing can be told,
 * and a pool of which nothing burned lasts.
 */
export function emptiesEarly(remaining: number, pool: number, { asOf, start, expiry }: LevelTerm): boolean {
  const burned = pool - remaining;
  if (asOf <= start || burned <= 0) return false;
  return asOf + remaining / (burned / (asOf - start)) < expiry;
}

/**
 * The rule of FLEX.ALERT: `OK`, `Review (30%)`, `Top-up (20%)` or `Escalate (10%)`, each at or below its share, with ` – early` where the
 * burn so far empties the pool before its expiry.
 * @throws FlexError 'number' for a pool of 0; 'value' for a pool or remaining tokens below 0 and for an expiry before the start
 */
export function alertText(
  remaining: number,
  pool: number,
  term: LevelTerm | null,
  thresholds: Thresholds = GUIDE_THRESHOLDS,
): string {
  if (remaining < 0) throw balanceBelowZero(remaining);
  if (pool < 0) throw poolBelowZero(pool);
  if (pool === 0) throw poolOfNothing();
  if (term !== null && term.expiry < term.start) throw expiryBeforeStart();
  const text = levelText(levelOf(remaining / pool, thresholds), thresholds);
  return term !== null && emptiesEarly(remaining, pool, term) ? `${text} – early` : text;
}
