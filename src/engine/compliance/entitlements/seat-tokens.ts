import { productKey } from '../../catalog';
import { formatMoney, formatNumber, isoDate, counted } from '../../numeric';
import { holdsOn } from './assignments';
import { spanText } from '../credentials/episodes';
import { evidenceRows, rowsText } from '../evidence-rows';
import { findingOf, type Check, type CheckedUsage } from '../evidence';
import { tokenDays, type TokenDay } from './token-days';
import type { Assignment, Finding, Severity } from '../types';

/**
 * Tokens for a product that the person's seat or Collection covers on that date. Only rows that say that they drew on tokens count: a tokens
 * cell, or a column that names the access. A row that stands for a month or a year counts where the seat is held all through it.
 */
export const seatTokens: Check = (usage) => {
  const { assigned, reading, entitles } = usage;
  const { table } = reading;
  if (!reading.hasUserColumn)
    return { skipped: 'The rows have no user column: nobody can be looked up in a list.' };
  if (assigned === null) {
    return {
      skipped:
        'Nothing says who holds which seat: give the users export, or rows of User and Product with their dates.',
    };
  }
  const namesAccess = reading.columns.some(({ field }) => field === 'access');
  if (!namesAccess && !reading.hasTokensColumn) {
    return {
      skipped:
        'The rows do not say whether they drew on tokens or on a seat: a column of tokens or of the access option is needed.',
    };
  }
  const counts = (row: number, user: number): boolean =>
    assigned[user]!.seats.length > 0 && (namesAccess || table.tokensGiven?.[row] === 1);
  const findings: Finding[] = [];
  for (const [user, days] of tokenDays(usage, counts)) {
    const { seats } = assigned[user]!;
    const byProduct = new Map<number, { readonly seat: Assignment; readonly days: TokenDay[] }>();
    for (const one of days) {
      const name = table.products[one.product]!.name;
      const seat = seats.find(
        (held) => holdsOn(held, one.first) && holdsOn(held, one.last) && entitles(held.product, name),
      );
      if (seat === undefined) continue;
      const known = byProduct.get(one.product);
      if (known) known.days.push(one);
      else byProduct.set(one.product, { seat, days: [one] });
    }
    for (const held of byProduct.values()) findings.push(finding(usage, user, held.seat, held.days));
  }
  return { findings };
};

function finding(usage: CheckedUsage, user: number, seat: Assignment, days: readonly TokenDay[]): Finding {
  const { table, card } = usage.reading;
  const { product } = days[0]!;
  const info = table.products[product]!;
  const from = days[0]!.day;
  const to = days.at(-1)!.day;
  const tokens = Math.round(days.reduce((sum, one) => sum + one.tokens, 0) * 1e6) / 1e6;
  const money = tokens * usage.tokenPrice;
  const traced = evidenceRows(days.flatMap(({ rows }) => rows.map((row) => table.sourceRow[row]!)));
  const onlyFirstDay = to === seat.from;
  const holds =
    productKey(seat.product) === productKey(info.name)
      ? `a ${info.name} seat`
      : `a seat of ${seat.product.trim()}, which covers ${info.name},`;
  return findingOf(usage, 'seat holder', user, {
    product: info.name,
    from,
    to,
    rows: traced,
    mark: productKey(info.name),
    severity: severityOf(money, info.row?.seatPrice ?? null, onlyFirstDay),
    evidence: `Holds ${holds}${seat.from === null ? '' : ` since ${isoDate(seat.from)}`} and burned ${formatNumber(tokens)} tokens (${formatMoney(money, card.currency)}) for it on ${counted(days.length, 'date')}, ${spanText(isoDate(from), isoDate(to))} (${rowsText(traced)}).`,
    falsePositive: onlyFirstDay
      ? 'The seat was assigned later on that day.'
      : 'The seat belongs to another team, or was assigned after these days and the list does not carry the date.',
    action:
      'Check that the seat is in the team the person works in, and take Flex away: with both, the seat is drawn first, so tokens show that it was not found.',
  });
}

/** High where the tokens cost as much as another seat. */
function severityOf(money: number, seatPrice: number | null, onlyFirstDay: boolean): Severity {
  if (onlyFirstDay) return 'low';
  return seatPrice !== null && money >= seatPrice ? 'high' : 'medium';
}
