import { forecastTooShort } from '../errors';
import { partsOf, tokensOf } from '../ledger/lots';
import type { Lot, Pack } from '../ledger/types';

/** Tokens that can be burned from `start` through `expiry`, both included; in whole millionths. */
export interface Supply {
  readonly start: number;
  readonly expiry: number;
  readonly parts: number;
  readonly pack: string;
}

/** Demand is followed for ten years; tokens that are good for longer and still there by then outlast it. */
const LONGEST = 3_653;

/** One way the pool may drain. */
export interface Drain {
  /** First day on which the balance is 0 or the day's demand cannot be served; else the last expiry of tokens. */
  readonly depletes: number;
  /** Balance at the end of the day before the first day of demand, and of every day through the one after the last expiry. */
  readonly balances: Float64Array;
  /** Tokens that were not used within their time. */
  readonly expired: number;
  /** Which they are, by expiry. */
  readonly unused: readonly { readonly pack: string; readonly expiry: number; readonly tokens: number }[];
}

/**
 * What the pool can still burn from `firstDay` on: what is left in the lots, and the packs that no lot stands for. Tokens that expired
 * after the demand begins, because the lots are of a later day, are there again.
 */
export function supplies(packs: readonly Pack[], lots: readonly Lot[], firstDay: number): readonly Supply[] {
  const opened = new Set(lots.filter((lot) => !lot.transferred).map((lot) => lot.pack));
  return [
    ...lots.map(({ pack, start, expiry, balance, expired }) => ({
      pack,
      start,
      expiry,
      parts: partsOf(balance + expired),
    })),
    ...packs
      .filter((pack) => !opened.has(pack.id))
      .map(({ id, start, expiry, quantity }) => ({ pack: id, start, expiry, parts: partsOf(quantity) })),
  ]
    .filter(({ start, expiry, parts }) => parts > 0 && expiry >= Math.max(start, firstDay))
    .sort((a, b) => a.expiry - b.expiry || a.start - b.start || a.parts - b.parts);
}

/** Days of demand that decide when they are gone. */
export function daysToFollow(supply: readonly Supply[], firstDay: number): number {
  return Math.max(0, Math.min(LONGEST, lastExpiry(supply) - firstDay + 1));
}

/** Last day on which any of them can be burned; −Infinity without any. */
export function lastExpiry(supply: readonly Supply[]): number {
  return supply.at(-1)?.expiry ?? -Infinity;
}

/**
 * Burns a path of demand, earliest expiry first. Demand beyond the balance is lost, not carried as debt; packs that start later are burned
 * from their start.
 * @param supply by expiry
 * @param cumulative demand from firstDay through day firstDay + i
 * @throws FlexError 'value' when the path ends before the last expiry
 */
export function drain(supply: readonly Supply[], cumulative: Float64Array, firstDay: number): Drain {
  const days = daysToFollow(supply, firstDay);
  if (cumulative.length < days) {
    throw forecastTooShort(firstDay + cumulative.length - 1, lastExpiry(supply), days);
  }
  const left = supply.map(({ parts }) => parts);
  const usable = (day: number): number =>
    supply.reduce((sum, { start }, at) => (start <= day ? sum + left[at]! : sum), 0);
  const balances = new Float64Array(days + 2);
  balances[0] = tokensOf(usable(firstDay - 1));
  let depletes = balances[0] === 0 ? firstDay - 1 : Infinity;
  const unused = supply.map(() => 0);
  let before = 0;
  for (let ahead = 0; ahead <= days; ahead++) {
    const day = firstDay + ahead;
    supply.forEach(({ expiry }, at) => {
      if (expiry >= day) return;
      unused[at]! += left[at]!;
      left[at] = 0;
    });
    const total = ahead < days ? partsOf(cumulative[ahead]!) : before;
    let wanted = total - before;
    before = total;
    supply.forEach(({ start }, at) => {
      if (start > day || wanted === 0) return;
      const taken = Math.min(wanted, left[at]!);
      left[at]! -= taken;
      wanted -= taken;
    });
    const balance = usable(day);
    balances[ahead + 1] = tokensOf(balance);
    // Demand that cannot be served has taken all there was: 0 too.
    if (depletes === Infinity && balance === 0) depletes = day;
  }
  left.forEach((parts, at) => (unused[at]! += parts));
  const expired = unused.reduce((sum, parts) => sum + parts, 0);
  const last = Math.max(firstDay - 1, lastExpiry(supply));
  return {
    depletes: Math.min(depletes, last),
    balances,
    expired: tokensOf(expired),
    unused: supply.flatMap(({ pack, expiry }, at) =>
      unused[at]! > 0 ? [{ pack, expiry, tokens: tokensOf(unused[at]!) }] : [],
    ),
  };
}
