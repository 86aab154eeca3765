import { formatMoney, formatNumber, isoDate, counted } from '../numeric';
import { leftBefore } from './entitlements/employment';
import { spanText } from './credentials/episodes';
import { evidenceRows, rowsText } from './evidence-rows';
import { findingOf, isUse, type Check, type CheckedUsage } from './evidence';
import { tokenDays, useDates, type DaysByUser, type TokenDay } from './entitlements/token-days';
import type { Employment, Finding, Severity } from './types';

/** Tokens burned after a person's last day. Who was hired again is employed; contractors have a rule of their own. */
export const departed: Check = (usage) => {
  const skipped = cannotTell(usage, 'tokens after a person has left');
  if (skipped !== null) return { skipped };
  const after = usedAfterEnd(
    usage,
    tokenDays(usage, (_, user) => hasEnd(usage, user, false)),
  );
  return { findings: after.map(({ user, end, days }) => departedFinding(usage, user, end, days)) };
};

/** Any use after a contract's end, with tokens or from a seat. */
export const contractorEnded: Check = (usage) => {
  const skipped = cannotTell(usage, "a contractor's use after the end date");
  if (skipped !== null) return { skipped };
  const after = usedAfterEnd(usage, contractorUse(usage));
  return { findings: after.map(({ user, end, days }) => contractorFinding(usage, user, end, days)) };
};

/** Whether a person of that kind has a last day at all. */
function hasEnd({ employment, contractor }: CheckedUsage, user: number, contractors: boolean): boolean {
  return contractor[user] === contractors && employment![user]!.some(({ end }) => end !== null);
}

function cannotTell({ employment, grain, reading }: CheckedUsage, what: string): string | null {
  if (!reading.hasUserColumn) return `The rows have no user column: ${what} cannot be told.`;
  if (employment === null) {
    return `No people table was given: ${what} needs one with Email (or hash, or User) and End date.`;
  }
  if (!employment.some((stretches) => stretches.some(({ end }) => end !== null))) {
    return `No person of the usage has an End date in the people table: ${what} cannot be told.`;
  }
  if (grain.period === 'year' && !grain.lastUse) {
    return `The rows stand for a year, so a date says nothing about when tokens were used: ${what} needs rows by month or finer.`;
  }
  return null;
}

interface AfterEnd {
  readonly user: number;
  readonly end: Employment;
  readonly days: readonly TokenDay[];
}

/** By user and last day: what was used after it, where the whole period of a row lies after it. */
function usedAfterEnd({ employment, grain }: CheckedUsage, used: DaysByUser): readonly AfterEnd[] {
  const found: AfterEnd[] = [];
  for (const [user, days] of used) {
    const stretches = employment![user]!;
    const byEnd = new Map<number, TokenDay[]>();
    for (const one of days) {
      const end = leftBefore(stretches, grain.lastUse ? one.day : one.first);
      if (end === null || leftBefore(stretches, one.last) !== end) continue;
      const known = byEnd.get(end);
      if (known) known.push(one);
      else byEnd.set(end, [one]);
    }
    for (const [end, after] of byEnd) {
      found.push({ user, end: stretches.find((stretch) => stretch.end === end)!, days: after });
    }
  }
  return found;
}

/** Use of any kind by contractors who have a last day. */
function contractorUse(usage: CheckedUsage): DaysByUser {
  const { table } = usage.reading;
  return useDates(
    usage,
    (row, user) =>
      hasEnd(usage, user, true) && isUse(usage, row) && (table.units[row]! > 0 || table.tokens[row]! > 0),
  );
}

function departedFinding(
  usage: CheckedUsage,
  user: number,
  stretch: Employment,
  days: readonly TokenDay[],
): Finding {
  const facts = factsOf(usage, stretch, days);
  return findingOf(usage, 'departed', user, {
    ...facts,
    evidence:
      usage.grain.period === 'year'
        ? `Left on ${facts.left}, and was last seen ${spanText(isoDate(facts.from), isoDate(facts.to))}: ${facts.tokensText} in the whole period of the report (${rowsText(facts.rows)}).`
        : `Left on ${facts.left}, and burned ${facts.tokensText} on ${facts.daysText} (${rowsText(facts.rows)}).`,
    falsePositive: facts.isNextDay
      ? 'The only use is on the day after: days are counted in UTC, so an evening in America falls on the next one.'
      : 'The last day was moved, or the person was hired again, and the people table does not show it.',
    action:
      'Remove the person from Flex and from every product, and close the account. Ask who used it if the person had left.',
  });
}

function contractorFinding(
  usage: CheckedUsage,
  user: number,
  stretch: Employment,
  days: readonly TokenDay[],
): Finding {
  const facts = factsOf(usage, stretch, days);
  const what = facts.tokens > 0 ? `burned ${facts.tokensText}` : 'worked';
  return findingOf(usage, 'contractor ended', user, {
    ...facts,
    evidence: `The contract ended on ${facts.left}; the contractor ${what} on ${facts.daysText} (${rowsText(facts.rows)}).`,
    falsePositive: facts.isNextDay
      ? 'The only use is on the day after: days are counted in UTC, so an evening in America falls on the next one.'
      : 'The contract was extended, and the people table does not show it.',
    action:
      'Ask the manager whether the contract was extended: enter the new end date, or remove the access today.',
  });
}

function factsOf(
  { reading: { table, card }, tokenPrice }: CheckedUsage,
  { end, row }: Employment,
  days: readonly TokenDay[],
): {
  readonly from: number;
  readonly to: number;
  readonly mark: number;
  readonly rows: ReturnType<typeof evidenceRows>;
  readonly severity: Severity;
  readonly product: string;
  readonly left: string;
  readonly tokens: number;
  readonly tokensText: string;
  readonly daysText: string;
  readonly isNextDay: boolean;
} {
  const from = days.reduce((first, { day }) => Math.min(first, day), Infinity);
  const to = days.reduce((last, { day }) => Math.max(last, day), -Infinity);
  const tokens = Math.round(days.reduce((sum, one) => sum + one.tokens, 0) * 1e6) / 1e6;
  const products = [...new Set(days.map(({ product }) => table.products[product]!.name))].sort();
  const isNextDay = to === end! + 1;
  const named = products.length > 3 ? `${products.slice(0, 3).join(', ')} and others` : products.join(', ');
  return {
    from,
    to,
    mark: end!,
    rows: evidenceRows(days.flatMap(({ rows }) => rows.map((each) => table.sourceRow[each]!))),
    severity: isNextDay ? 'low' : 'high',
    product: products.length === 1 ? products[0]! : '',
    left: row > 0 ? `${isoDate(end!)} (row ${row} of the people table)` : isoDate(end!),
    tokens,
    tokensText: `${formatNumber(tokens)} tokens (${formatMoney(tokens * tokenPrice, card.currency)}) of ${named}`,
    daysText: `${counted(new Set(days.map(({ day }) => day)).size, 'date')} after it, ${spanText(isoDate(from), isoDate(to))}`,
    isNextDay,
  };
}
