import { formatNumber, isoDate, counted } from '../../numeric';
import { dayHours, type DayHours } from './day-hours';
import { episodes, spanText } from './episodes';
import { evidenceRows, rowsText } from '../evidence-rows';
import { findingOf, type Check, type CheckedUsage } from '../evidence';
import type { Finding, Severity } from '../types';

const DAY_HOURS = 24;
/** A minute of rounding is no 25th hour. */
const TOLERANCE = 1 / 60;
const REPEATED_DAYS = 3;

/** More hours in a day than a day has. Needs hours that were measured: tokens divided by a rate tell nothing about a day. */
export const longDays: Check = (usage) => {
  const { period, hours } = usage.grain;
  if (period !== 'day') {
    return {
      skipped: `The rows stand for a ${period} or cannot be told from such: more than 24 hours in a day needs rows by day, or sessions.`,
    };
  }
  if (!hours) {
    return {
      skipped:
        'The rows count no hours of use: more than 24 hours in a day needs sessions with Start and End, or day rows with Hours.',
    };
  }
  const byUser = new Map<number, DayHours[]>();
  for (const day of dayHours(usage)) {
    if (day.hours <= DAY_HOURS + TOLERANCE) continue;
    const own = byUser.get(day.user);
    if (own) own.push(day);
    else byUser.set(day.user, [day]);
  }
  const findings: Finding[] = [];
  for (const [user, days] of byUser) {
    for (const episode of episodes(days)) findings.push(finding(usage, user, episode));
  }
  return { findings };
};

function finding(usage: CheckedUsage, user: number, episode: readonly DayHours[]): Finding {
  const { table } = usage.reading;
  const from = episode[0]!.day;
  const to = episode.at(-1)!.day;
  const worst = episode.reduce((most, day) => (day.hours > most.hours ? day : most));
  // One product open for more hours than the day has cannot be one person; several side by side can.
  const alone = episode.find(({ productHours }) => productHours > DAY_HOURS + TOLERANCE);
  const product = table.products[alone?.product ?? -1]?.name ?? '';
  const traced = evidenceRows(episode.flatMap(({ rows }) => rows.map((row) => table.sourceRow[row]!)));
  const what = product !== '' ? product : counted(worst.products, 'product');
  const shown = product !== '' ? (alone ?? worst) : worst;
  const hours = product !== '' ? shown.productHours : shown.hours;
  return findingOf(usage, 'more than 24 hours', user, {
    product,
    from,
    to,
    rows: traced,
    mark: from,
    severity: severityOf(alone !== undefined, episode.length),
    evidence: `More than 24 hours on ${counted(episode.length, 'day')}, ${spanText(isoDate(from), isoDate(to))}; for instance ${formatNumber(hours, 1)} hours of ${what} on ${isoDate(shown.day)} (${rowsText(traced)}).`,
    falsePositive:
      product !== ''
        ? 'The same rows were exported twice, or a row stands for more than one day.'
        : 'Several products were open side by side, and the rows count open time.',
    action:
      'Look for doubled rows first. If they are right, ask the person who else uses the account, and assign each of them a product of their own.',
  });
}

function severityOf(isAlone: boolean, days: number): Severity {
  if (isAlone) return 'high';
  return days >= REPEATED_DAYS ? 'medium' : 'low';
}
