import { personKey } from '../../usage/person-key';
import { productKey } from '../../catalog/aliases';
import { collectionHolds, findCollection } from '../../catalog/collections';
import { formatNumber, isoDate } from '../../numeric';
import type { UsageReading } from '../../usage/types';
import { settled } from '../ledger/lots';
import { personDays } from '../burn/person-days';
import type { NamedCase } from './types';

/** "Suddenly": the first tokens lie within these last days, and the ones before them, if any, further back than the quiet days. */
const RECENT_DAYS = 28;
const QUIET_DAYS = 56;

/** A seat of one person. A Collection covers every product in it. */
export interface SeatAssignment {
  /** As in the usage: key or e-mail, case and outer spaces ignored. */
  readonly user: string;
  /** A product's or a Collection's name. */
  readonly product: string;
  /** Whole serials, both days included; null = not limited. */
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * People who hold a seat and all the same burn tokens for a product that it covers, suddenly: beginning within the last 28 days, after
 * 56 days without any while the seat was assigned. Only rows that say that they drew on tokens count (a tokens cell, or a column that names the access).
 * @param seats null = the assignments named in the usage, which carry no dates
 * @param asOf whole serial; later rows are left out
 */
export function seatHolders(
  reading: UsageReading,
  seats: readonly SeatAssignment[] | null,
  asOf: number,
): readonly NamedCase[] {
  const { table } = reading;
  const coverOf = seats === null ? evidence(reading) : assignments(reading, seats);
  const namesAccess = reading.columns.some(({ field }) => field === 'access');
  const drewTokens = (row: number): boolean => namesAccess || table.tokensGiven?.[row] === 1;
  const found: NamedCase[] = [];
  for (const { user, product, days } of personDays(table, asOf, drewTokens)) {
    const heldSeats = coverOf(user, product);
    if (heldSeats.length === 0) continue;
    const seatOn = (day: number): Cover | undefined =>
      heldSeats.find(({ from, to }) => day >= (from ?? -Infinity) && day <= (to ?? Infinity));
    const covered = [...days].filter(([day]) => seatOn(day) !== undefined);
    // The last stretch of use: days with less than eight quiet weeks between them.
    let start = covered.length - 1;
    while (start > 0 && covered[start]![0] - covered[start - 1]![0] <= QUIET_DAYS) start--;
    const recent = covered.slice(start);
    const first = recent[0]?.[0];
    const last = recent.at(-1)?.[0];
    if (first === undefined || last === undefined || first <= asOf - RECENT_DAYS) continue;
    const held = seatOn(first);
    if (!held) continue;
    const earlier = covered[start - 1]?.[0];
    const tokens = settled(recent.reduce((sum, [, own]) => sum + own, 0));
    const name = table.products[product]?.name ?? '';
    const { seat, from } = held;
    const since = from === null ? '' : ` since ${isoDate(from)}`;
    const holds = productKey(seat) === productKey(name) ? `a ${name} seat` : `${seat}, which covers ${name},`;
    found.push({
      kind: 'seat holder burns tokens',
      user: table.users[user]?.key ?? '',
      product: name,
      from: first,
      to: last,
      days: recent.length,
      tokens,
      evidence: `Holds ${holds}${since} and burned ${formatNumber(tokens)} tokens for it from ${isoDate(first)} to ${isoDate(last)}, ${beforeText(earlier, reading.earliestDate, first)}.`,
    });
  }
  return found;
}

interface Cover {
  readonly seat: string;
  readonly from: number | null;
  readonly to: number | null;
}
type HeldSeats = (user: number, product: number) => readonly Cover[];

function evidence({ seats, table, card }: UsageReading): HeldSeats {
  const byUser = new Map<number, Cover[]>();
  for (const { user, product, assigned } of seats ?? []) {
    if (!assigned) continue;
    const cover = { seat: table.products[product]?.name ?? '', from: null, to: null };
    byUser.set(user, [...(byUser.get(user) ?? []), cover]);
  }
  return (user, product) => covering(byUser.get(user) ?? [], table.products[product]?.name ?? '', card);
}

function assignments({ table, card }: UsageReading, seats: readonly SeatAssignment[]): HeldSeats {
  const byUser = new Map<string, Cover[]>();
  for (const { user, product, from, to } of seats) {
    const key = personKey(user);
    byUser.set(key, [...(byUser.get(key) ?? []), { seat: product.trim(), from, to }]);
  }
  return (user, product) => {
    const person = table.users[user];
    const keys = new Set([person?.key ?? '', person?.email ?? ''].map(personKey));
    keys.delete('');
    const own = [...keys].flatMap((key) => byUser.get(key) ?? []);
    return covering(own, table.products[product]?.name ?? '', card);
  };
}

function covering(seats: readonly Cover[], product: string, card: UsageReading['card']): readonly Cover[] {
  return seats.filter(({ seat }) => {
    const collection = findCollection(card, seat);
    return collection ? collectionHolds(collection, product) : productKey(seat) === productKey(product);
  });
}

function beforeText(earlier: number | undefined, earliest: number | null, first: number): string {
  if (earlier !== undefined)
    return `after ${first - earlier - 1} days without any (last on ${isoDate(earlier)})`;
  if (earliest === null || earliest > first - QUIET_DAYS)
    return `the first in these rows, which start on ${isoDate(earliest ?? first)}`;
  return 'the first while the seat is assigned';
}
