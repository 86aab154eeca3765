import type { Depletion } from '../../engine/monitor/forecast/types';
import type { UnusedRule } from '../../engine/monitor/ledger/types';
import type { MonitorInspection, MonitorSettings } from '../../excel/contract/monitor';
import type { RejectedRow } from '../../engine/usage/types';
import type { Formats } from '../figures/formats';

/** One balance that Autodesk showed: its day and team. */
export const balanceKey = (date: number, team: string): string => `${date}/${team}`;

export const teamWords = (team: string): string => (team === '' ? 'the whole pool' : `team ${team}`);

export const UNUSED_WORDS: Readonly<Record<UnusedRule, string>> = {
  'by use': 'In proportion to use',
  evenly: 'Evenly over cost centres',
  apart: 'Apart, on a line “Unused”',
};

/** True where the data are too old to say that all is well. */
export const tooOld = (latest: number | null, asOf: number, staleDays: number): boolean =>
  latest === null || asOf - latest > staleDays;

/** "Data to Oct 31, 2026, 24 days old: too old for an OK." */
export function freshnessSentence(
  { latestDataDay, asOf }: MonitorInspection,
  settings: MonitorSettings,
  formats: Formats,
): string {
  if (latestDataDay === null) return 'No row has a date, so nobody can say how fresh the data are.';
  const to = `Data to ${formats.day(latestDataDay)}`;
  const age = asOf - latestDataDay;
  if (age < 0) return `${to}. Rows after ${formats.day(asOf)} are left out.`;
  if (age === 0) return `${to}, the as-of day.`;
  const old = `${to}, ${formats.counted(age, 'day', 'days')} old`;
  return tooOld(latestDataDay, asOf, settings.staleDays) ? `${old}: too old for an OK.` : `${old}.`;
}

/** "Feb 14, 2027 (Feb 7 to Mar 2)"; one day without a range where all three agree. */
export function depletionWords({ p10, p50, p90 }: Depletion, formats: Formats): string {
  const middle = formats.day(p50);
  return p10 === p50 && p50 === p90
    ? middle
    : `${middle} (${formats.dayBeside(p10, p50)} to ${formats.dayBeside(p90, p50)})`;
}

/** "31 days of cover"; "no burn is expected". */
export const coverWords = ({ daysOfCover }: Depletion, formats: Formats): string =>
  Number.isFinite(daysOfCover)
    ? `${formats.counted(Math.floor(daysOfCover), 'day', 'days')} of cover`
    : 'no burn is expected';

/** "Oct 3, 2026", "Oct 3 to Oct 9, 2026". */
export const spanWords = (from: number, to: number, formats: Formats): string =>
  from === to ? formats.day(from) : `${formats.dayBeside(from, to)} to ${formats.day(to)}`;

/** "+1,204", "−310", "0". */
export function signed(value: number, formats: Formats): string {
  const whole = Math.round(value);
  if (whole === 0) return '0';
  return `${whole > 0 ? '+' : '−'}${formats.count(Math.abs(whole))}`;
}

export const whole = (tokens: number, formats: Formats): string => formats.count(Math.round(tokens));

/** "Row 14: Expiry is “soon”; it is not a date." */
export function rejectedListSentence({ row, column, value, reason }: RejectedRow): string {
  const what = column === '' ? '' : value === '' ? ` ${column} is empty;` : ` ${column} is “${value}”;`;
  return `Row ${row}:${what} ${reason}${/[.]$/.test(reason) ? '' : '.'}`;
}
