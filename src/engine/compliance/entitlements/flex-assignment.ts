import { formatNumber, isoDate, counted } from '../../numeric';
import { holdsOn } from './assignments';
import { spanText } from '../credentials/episodes';
import { evidenceRows, rowsText } from '../evidence-rows';
import { findingOf, type Check, type CheckedUsage } from '../evidence';
import { tokenDays, type TokenDay } from './token-days';
import type { Assignment, Finding } from '../types';

/** A list without dates shows today: only use of the last weeks can be held against it. */
const RECENT_DAYS = 28;

/**
 * Tokens burned by people who are not assigned to Flex on that day. Runs only where the list names assignments to Flex itself: being taken
 * off a seat is no reason, because that is how people come to Flex.
 */
export const unassigned: Check = (usage) => {
  const { assigned, grain, reading } = usage;
  if (!reading.hasUserColumn)
    return { skipped: 'The rows have no user column: nobody can be looked up in a list.' };
  if (assigned === null || usage.input.seats === null) {
    return {
      skipped: 'No list of assignments was given: export the users of the account with their products.',
    };
  }
  if (!assigned.some(({ flex }) => flex.length > 0)) {
    return {
      skipped:
        'The list of assignments names nobody of the usage with Flex, so it cannot tell who is not: add the rows of product Flex, with the dates of assignment where you have them.',
    };
  }
  if (grain.period !== 'day') {
    return {
      skipped: `The rows stand for a ${grain.period} or cannot be told from such: who was assigned on a day needs rows by day.`,
    };
  }
  const isAlways = assigned.map(({ flex }) =>
    flex.some(({ from, to, ended }) => from === null && to === null && ended !== true),
  );
  const findings: Finding[] = [];
  for (const [user, days] of tokenDays(usage, (_, person) => isAlways[person] !== true)) {
    const { flex } = assigned[user]!;
    const without = days.filter(({ day }) => isWithout(flex, day, usage.asOf));
    if (without.length > 0) findings.push(finding(usage, user, without, flex));
  }
  return { findings };
};

/** Whether the list says that somebody was not assigned on a day. */
function isWithout(flex: readonly Assignment[], day: number, asOf: number): boolean {
  if (flex.some((assignment) => holdsOn(assignment, day))) return false;
  // Assigned at some time without a date, or never: only what is recent counts.
  return endBefore(flex, day) !== null || (!isAssignedLater(flex, day) && day > asOf - RECENT_DAYS);
}

/** The day on which a dated assignment before `day` ended; null when there is none. */
function endBefore(flex: readonly Assignment[], day: number): number | null {
  return flex.reduce<number | null>(
    (latest, { to }) => (to !== null && to < day && to > (latest ?? -Infinity) ? to : latest),
    null,
  );
}

/** Use before the first day that the list knows may belong to an earlier assignment that it does not carry. */
function isAssignedLater(flex: readonly Assignment[], day: number): boolean {
  return flex.some(({ from }) => from !== null && from > day);
}

function finding(
  usage: CheckedUsage,
  user: number,
  days: readonly TokenDay[],
  flex: readonly Assignment[],
): Finding {
  const { table } = usage.reading;
  const from = days[0]!.day;
  const to = days.at(-1)!.day;
  const end = endBefore(flex, to);
  const tokens = Math.round(days.reduce((sum, one) => sum + one.tokens, 0) * 1e6) / 1e6;
  const traced = evidenceRows(days.flatMap(({ rows }) => rows.map((row) => table.sourceRow[row]!)));
  const products = new Set(days.map(({ product }) => product));
  const isNextDay = end !== null && to === end + 1;
  return findingOf(usage, 'unassigned', user, {
    product: products.size === 1 ? table.products[days[0]!.product]!.name : '',
    from,
    to,
    rows: traced,
    mark: end ?? 'never',
    severity: isNextDay ? 'low' : end === null ? 'medium' : 'high',
    evidence: `${end === null ? 'Not assigned to Flex in the list' : `Assigned to Flex until ${isoDate(end)}`}, and burned ${formatNumber(tokens)} tokens on ${counted(new Set(days.map(({ day }) => day)).size, 'day')} ${end === null ? 'of the last four weeks' : 'after it'}, ${spanText(isoDate(from), isoDate(to))} (${rowsText(traced)}).`,
    falsePositive: isNextDay
      ? 'The only use is on the day after: days are counted in UTC, so an evening in America falls on the next one.'
      : 'The person is assigned through a group, or the list is older or newer than the usage.',
    action: 'Assign the person to Flex, or find out how the tokens could be drawn and close that way.',
  });
}
