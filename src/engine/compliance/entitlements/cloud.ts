import { personKey } from '../../usage/person-key';
import { findCollection, type RateCard } from '../../catalog';
import { isoDate } from '../../numeric';
import { holdsOn } from './assignments';
import type { Entitles } from './coverage';
import { keysOf } from './employment';
import { evidenceRows, rowsText } from '../evidence-rows';
import { findingOf, isUse, type Check, type CheckedUsage } from '../evidence';
import type { Finding, ProposedMove } from '../types';

/** Use longer ago than a year does not need cover. */
const YEAR_DAYS = 365;

interface CloudUse {
  readonly product: string;
  readonly last: number;
  readonly rows: readonly number[];
}

/**
 * People to be moved to Flex who use a product that cannot be drawn with tokens, and would have no seat or Collection for it after the move:
 * the move is blocked until they do.
 */
export const cloudEntitlements: Check = (usage) => {
  const { moves } = usage.input;
  if (moves === null) {
    return { skipped: 'Nobody is proposed for Flex: run the portfolio first, or give the list of moves.' };
  }
  const { table } = usage.reading;
  const userOf = new Map<string, number>();
  table.users.forEach((user, index) => {
    for (const key of keysOf(user)) if (!userOf.has(key)) userOf.set(key, index);
  });
  const used = cloudUse(usage);
  const findings: Finding[] = [];
  const unknown: string[] = [];
  for (const move of moves) {
    if (move.toFlex.length === 0) continue;
    const user = userOf.get(personKey(move.user));
    if (user === undefined) {
      unknown.push(move.user.trim());
      continue;
    }
    const kept = offeringsAfter(usage, user, move);
    for (const use of used.get(user) ?? []) {
      if (kept?.some((offering) => usage.entitles(offering, use.product)) === true) continue;
      findings.push(finding(usage, user, use, move, kept !== null));
    }
  }
  const note =
    unknown.length === 0
      ? ''
      : `${unknown.length === 1 ? 'One person' : `${unknown.length} people`} to be moved ${unknown.length === 1 ? 'has' : 'have'} no row in the usage, so what they use is not known: ${unknown.slice(0, 3).join(', ')}${unknown.length > 3 ? ' and more' : ''}.`;
  return { findings, note };
};

/** What the person holds once moved; null where nothing says what is held today and the move gives nothing. */
function offeringsAfter(
  { assigned, asOf, entitles, reading: { card } }: CheckedUsage,
  user: number,
  { givesUp, gets }: ProposedMove,
): readonly string[] | null {
  if (assigned === null) return gets.length === 0 ? null : gets;
  const isGivenUp = (offering: string): boolean =>
    givesUp.some((given) => sameOffering(card, entitles, given, offering));
  const held = (assigned[user]?.seats ?? [])
    .filter((seat) => holdsOn(seat, asOf))
    .map(({ product }) => product);
  return [...held.filter((offering) => !isGivenUp(offering)), ...gets];
}

/** One offering under two spellings: giving up a Collection takes all of it, giving up a product does not take a Collection. */
function sameOffering(card: RateCard, entitles: Entitles, given: string, held: string): boolean {
  const collection = findCollection(card, held);
  return collection === null
    ? findCollection(card, given) === null && entitles(given, held)
    : findCollection(card, given)?.name === collection.name;
}

/** Products used in the last year that are not on Flex, by user. A Collection named as a product is a seat and no cloud product. */
function cloudUse(usage: CheckedUsage): ReadonlyMap<number, readonly CloudUse[]> {
  const { table, card } = usage.reading;
  const isCloud = table.products.map(
    ({ name, row }) => row !== null && !row.onFlex && findCollection(card, name) === null,
  );
  const found = new Map<number, Map<number, { product: string; last: number; rows: number[] }>>();
  for (let row = 0; row < table.rows; row++) {
    const product = table.product[row]!;
    const day = Math.floor(table.date[row]!);
    if (isCloud[product] !== true || !isUse(usage, row) || day <= usage.asOf - YEAR_DAYS) continue;
    const user = table.user[row]!;
    let own = found.get(user);
    if (!own) found.set(user, (own = new Map()));
    const known = own.get(product);
    if (known) {
      known.last = Math.max(known.last, day);
      known.rows.push(table.sourceRow[row]!);
    } else
      own.set(product, { product: table.products[product]!.name, last: day, rows: [table.sourceRow[row]!] });
  }
  return new Map([...found].map(([user, own]) => [user, [...own.values()]]));
}

function finding(
  usage: CheckedUsage,
  user: number,
  use: CloudUse,
  move: ProposedMove,
  isKnown: boolean,
): Finding {
  const traced = evidenceRows(use.rows);
  return findingOf(usage, 'cloud entitlement', user, {
    product: use.product,
    from: null,
    to: use.last,
    rows: traced,
    mark: use.product.toLowerCase(),
    severity: isKnown ? 'high' : 'medium',
    evidence: `Uses ${use.product}, last on ${isoDate(use.last)} (${rowsText(traced)}), which cannot be drawn with tokens, and ${isKnown ? 'would hold no seat for it' : 'no list says that a seat covers it'} after the move of ${move.toFlex.join(', ')} to Flex.`,
    falsePositive: isKnown
      ? 'The entitlement comes from another contract, or the product is not needed any more.'
      : 'A seat that no list names covers it: give the list of who holds which seat.',
    action: `The move is blocked until ${use.product} is covered: assign a seat for it first, or keep the Collection that holds it.`,
  });
}
