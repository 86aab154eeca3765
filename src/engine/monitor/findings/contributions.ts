import { formatNumber } from '../../numeric';
import type { UsageTable } from '../../usage/types';
import { settled } from '../ledger/lots';
import type { Contribution } from './types';

/** Weeks on either side whose same weekday tells what a person usually burns on it. */
const WEEKS = 4;
/** Names a reader takes in at a glance. */
const MOST_NAMED = 5;
/** Naming ends when this share of the excess is explained; who explains less than the smallest share is not named. */
const EXPLAINED = 0.8;
const SMALLEST_SHARE = 0.05;
const OTHERS = 'others';

/** The rows that burn, found by their day. */
export interface BurnRows {
  /** Tokens by user × product on a day, refunds netted out; the key is user × products + product. */
  onDay(day: number): ReadonlyMap<number, number>;
  readonly table: UsageTable;
}

/** Sorts the rows that burn by day, once, so that a day is looked up without a pass over all rows. Rows drawn from a seat burn nothing. */
export function burnRows(table: UsageTable, firstDay: number, days: number): BurnRows {
  const starts = new Uint32Array(days + 1);
  const dayOf = (row: number): number => {
    const at = Math.floor(table.date[row]!) - firstDay;
    return at >= 0 && at < days && table.seatAccess[row] !== 1 ? at : -1;
  };
  for (let row = 0; row < table.rows; row++) {
    const at = dayOf(row);
    if (at >= 0) starts[at + 1]!++;
  }
  for (let at = 0; at < days; at++) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[days] ?? 0);
  for (let row = 0; row < table.rows; row++) {
    const at = dayOf(row);
    if (at >= 0) rows[next[at]!++] = row;
  }
  const products = table.products.length;
  return {
    table,
    onDay(day) {
      const sums = new Map<number, number>();
      const at = day - firstDay;
      if (at < 0 || at >= days) return sums;
      for (const row of rows.subarray(starts[at], starts[at + 1])) {
        const tokens = table.tokens[row]!;
        if (!(tokens < 0 || tokens > 0)) continue;
        const key = table.user[row]! * products + table.product[row]!;
        sums.set(key, (sums.get(key) ?? 0) + tokens);
      }
      return sums;
    },
  };
}

/**
 * Who explains that a day burned more (or less) than expected: users × products against what each usually burns on that weekday, the
 * mean of the days given. The last line, "others", holds the rest and closes the sum.
 * @param excess burn − expected of the whole day
 * @param likeDays days to compare with: the same weekday within four weeks, ordinary ones (`ordinaryDays`)
 * @returns Σ (tokens − expected) = burn − expected, to the millionth
 */
export function contributions(
  rows: BurnRows,
  day: number,
  burn: number,
  expected: number,
  likeDays: readonly number[],
): readonly Contribution[] {
  const { table } = rows;
  const usual = new Map<number, number>();
  for (const like of likeDays) {
    for (const [key, tokens] of rows.onDay(like)) usual.set(key, (usual.get(key) ?? 0) + tokens);
  }
  const today = rows.onDay(day);
  const excess = burn - expected;
  const sign = Math.sign(excess);
  const candidates = [...new Set([...today.keys(), ...usual.keys()])]
    .map((key) => {
      const tokens = settled(today.get(key) ?? 0);
      const own = settled((usual.get(key) ?? 0) / Math.max(1, likeDays.length));
      return { key, tokens, expected: own, share: (tokens - own) * sign };
    })
    .filter(({ share }) => share >= SMALLEST_SHARE * Math.abs(excess) && share > 0)
    .sort((a, b) => b.share - a.share || a.key - b.key);

  const named: Contribution[] = [];
  let explained = 0;
  for (const { key, tokens, expected: own, share } of candidates) {
    if (named.length === MOST_NAMED || explained >= EXPLAINED * Math.abs(excess)) break;
    explained += share;
    const user = Math.floor(key / table.products.length);
    const product = key - user * table.products.length;
    named.push({
      user: table.users[user]?.key ?? '',
      product: table.products[product]?.name ?? '',
      tokens,
      expected: own,
    });
  }
  const rest: Contribution = {
    user: OTHERS,
    product: '',
    tokens: settled(burn - sum(named, ({ tokens }) => tokens)),
    expected: settled(expected - sum(named, (line) => line.expected)),
  };
  return rest.tokens === 0 && rest.expected === 0 ? named : [...named, rest];
}

/**
 * The contributions in one line of whole tokens that sum to the whole excess.
 * @example "p-0007 Revit +420; p-0031 Maya +300; others +55"
 */
export function contributionText(who: readonly Contribution[]): string {
  const total = Math.round(sum(who, ({ tokens, expected }) => tokens - expected));
  const named = who.filter(({ user, product }) => user !== OTHERS || product !== '');
  const rounded = named.map(({ tokens, expected }) => Math.round(tokens - expected));
  const rest = total - rounded.reduce((all, tokens) => all + tokens, 0);
  const lines = named.map(
    ({ user, product }, at) => `${`${user} ${product}`.trim()} ${signed(rounded[at]!)}`,
  );
  return [...lines, ...(rest === 0 ? [] : [`${OTHERS} ${signed(rest)}`])].join('; ');
}

/**
 * The days a day is compared with: the same weekday up to four weeks before and after, ordinary ones; a holiday is compared with the
 * other holidays.
 */
export function ordinaryDays(
  at: number,
  days: number,
  holiday: Uint8Array,
  odd: ReadonlySet<number>,
): readonly number[] {
  const like: number[] = [];
  if (holiday[at] === 1) {
    holiday.forEach((one, other) => {
      if (one === 1 && other !== at && !odd.has(other)) like.push(other);
    });
    return like;
  }
  for (let week = -WEEKS; week <= WEEKS; week++) {
    const other = at + 7 * week;
    if (week === 0 || other < 0 || other >= days || holiday[other] === 1 || odd.has(other)) continue;
    like.push(other);
  }
  return like;
}

function signed(tokens: number): string {
  return tokens > 0 ? `+${formatNumber(tokens, 0)}` : formatNumber(tokens, 0);
}

function sum(lines: readonly Contribution[], of: (line: Contribution) => number): number {
  return lines.reduce((all, line) => all + of(line), 0);
}
