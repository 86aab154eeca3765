import { topUsers } from '../engine/attribution';
import { priceTerms, PRICE_MISSING } from '../engine/catalog';
import { DEFAULT_IDLE_MINUTES } from '../engine/charges';
import { RANKING_HOURS_PER_DAY, segmentUsers, summarizeSegments } from '../engine/segments';
import type { SegmentRow } from '../engine/segments';
import { unknownRows } from '../engine/usage';
import { cardArgument, costedTerms, optionalNumber, singleTerms } from './card-argument';
import { answer } from './failures';
import { AMOUNT, COUNT } from './limits';
import { spill } from './results';
import { billedSessions } from './sessions-argument';
import { memory } from './memory';
import { anyUsage, usageArgument, yearOf } from './usage-argument';

const TOP = 10;

/**
 * What sessions are charged: metered hours, 24-hour days or results, as the card charges. Example: =FLEX.BILLED(A1:D500,,"retail")
 * @customfunction BILLED
 * @param sessions Range with the columns User, Product, Start, End.
 * @param idleMinutes Gaps up to this many minutes count as use (hourly products only); omitted: 15.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns User, Product, Units, Basis: one row a user and product.
 */
export function billed(sessions: unknown[][], idleMinutes?: unknown, card?: unknown[][]): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const idle = optionalNumber(idleMinutes, 'idleMinutes', AMOUNT) ?? DEFAULT_IDLE_MINUTES;
    const rows = billedSessions(sessions, rates, idle);
    return spill([
      ['User', 'Product', 'Units', 'Basis'],
      ...rows.map((row) => [row.user, row.product, row.units, row.basis]),
    ]);
  });
}

/**
 * Who should have a seat, a Collection or Flex, and why: one row a user over the 12 months to the latest date. Example: =FLEX.SEGMENT(Usage[#All])
 * @customfunction SEGMENT
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days.
 * @param seatDiscount Discount on the seat, 0 to 1; omitted: 0.
 * @param tokenDiscount Discount on the token, 0 to 1; omitted: 0.
 * @param tokenPrice Price of one token before its discount; omitted: the card's.
 * @param margin Decision margin for every product, 0 to 1; omitted: each product's own, else 1.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns User, Segment, Recommendation, Primary product, Units, Tokens, Flex cost, Best seat cost, Saving, Reason.
 */
export function segment(
  usage: unknown[][],
  seatDiscount?: unknown,
  tokenDiscount?: unknown,
  tokenPrice?: unknown,
  margin?: unknown,
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rows = segmentRows(usage, seatDiscount, tokenDiscount, tokenPrice, margin, card);
    return spill([
      [
        'User',
        'Segment',
        'Recommendation',
        'Primary product',
        'Units',
        'Tokens',
        'Flex cost',
        'Best seat cost',
        'Saving',
        'Reason',
      ],
      ...rows.map((row) => [
        row.user,
        row.segment,
        row.recommendation,
        row.primaryProduct,
        row.units,
        row.tokens,
        row.flexCost ?? PRICE_MISSING,
        row.bestSeatCost ?? PRICE_MISSING,
        row.saving ?? PRICE_MISSING,
        row.reason,
      ]),
    ]);
  });
}

/**
 * The segments of FLEX.SEGMENT counted and added up. Example: =FLEX.SEGMENTSUMMARY(Usage[#All],10%)
 * @customfunction SEGMENTSUMMARY
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days.
 * @param seatDiscount Discount on the seat, 0 to 1; omitted: 0.
 * @param tokenDiscount Discount on the token, 0 to 1; omitted: 0.
 * @param tokenPrice Price of one token before its discount; omitted: the card's.
 * @param margin Decision margin for every product, 0 to 1; omitted: each product's own, else 1.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Segment, Users, Tokens, Cost (as recommended), Saving, Price missing (users left out of the sums).
 */
export function segmentSummary(
  usage: unknown[][],
  seatDiscount?: unknown,
  tokenDiscount?: unknown,
  tokenPrice?: unknown,
  margin?: unknown,
  card?: unknown[][],
): unknown[][] {
  return answer(() => {
    const rows = segmentRows(usage, seatDiscount, tokenDiscount, tokenPrice, margin, card);
    return spill([
      ['Segment', 'Users', 'Tokens', 'Cost', 'Saving', 'Price missing'],
      ...summarizeSegments(rows).map((row) => [
        row.segment,
        row.users,
        row.tokens,
        row.cost,
        row.saving,
        row.priceMissing,
      ]),
    ]);
  });
}

/**
 * Tokens of the 12 months to the latest date, if every user of the range works on Flex. Example: =FLEX.BASELINE(Usage[#All])
 * @customfunction BASELINE
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Tokens.
 */
export function baseline(usage: unknown[][], card?: unknown[][]): unknown {
  return answer(() => yearOf(usageArgument(usage, cardArgument(card))).totalTokens);
}

/**
 * The users with the most tokens, and who should move to a Named User seat. Example: =FLEX.TOPUSERS(Usage[#All],5)
 * @customfunction TOPUSERS
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days.
 * @param n How many users; omitted: 10.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns User, Tokens (all rows), Cost, Flag, Saving (a year on a seat against Flex).
 */
export function topConsumers(usage: unknown[][], n?: unknown, card?: unknown[][]): unknown[][] {
  return answer(() => {
    const rates = cardArgument(card);
    const count = optionalNumber(n, 'n', COUNT) ?? TOP;
    const read = usageArgument(usage, rates);
    const users = topUsers(read.reading, yearOf(read), costedTerms(priceTerms(rates.card)), count);
    return spill([
      ['User', 'Tokens', 'Cost', 'Flag', 'Saving'],
      ...users.map((row) => [
        row.user,
        row.tokens,
        row.cost,
        row.moveToSeat ? 'move to Named User' : null,
        row.saving,
      ]),
    ]);
  });
}

/**
 * The rows of a usage range that were left out, and why; then the rows of products the card does not know. Example: =FLEX.REJECTED(Usage[#All])
 * @customfunction REJECTED
 * @param usage Usage range with a header row: User, Product, Date, Hours or Days.
 * @param card Name of a built-in card ("guide" or "retail") or a rate-card range; omitted: guide.
 * @returns Row (from 1 in the range, header included), Column, Value, Reason; the header alone when every row is used and the card knows every product.
 */
export function rejected(usage: unknown[][], card?: unknown[][]): unknown[][] {
  return answer(() => {
    const { reading } = anyUsage(usage, cardArgument(card));
    return spill([
      ['Row', 'Column', 'Value', 'Reason'],
      ...[...reading.rejected, ...unknownRows(reading)]
        .sort((a, b) => a.row - b.row)
        .map((row) => [row.row, row.column, row.value, row.reason]),
    ]);
  });
}

/** FLEX.SEGMENT and FLEX.SEGMENTSUMMARY usually stand side by side over one range. */
const segmentations = memory<readonly SegmentRow[]>(4);

function segmentRows(
  usage: unknown,
  seatDiscount: unknown,
  tokenDiscount: unknown,
  tokenPrice: unknown,
  margin: unknown,
  card: unknown,
): readonly SegmentRow[] {
  const rates = cardArgument(card);
  const terms = singleTerms(rates.card, seatDiscount, tokenDiscount, tokenPrice, margin);
  const read = usageArgument(usage, rates);
  return segmentations(`${read.key}|${JSON.stringify(terms)}`, () => {
    const options = {
      card: rates.card,
      terms,
      asOf: null,
      externalDomains: [],
      rankingHoursPerDay: RANKING_HOURS_PER_DAY,
    };
    return segmentUsers(read.reading, options).rows;
  });
}
