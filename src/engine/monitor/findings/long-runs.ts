import { formatNumber, isoDate } from '../../numeric';
import type { UsageReading } from '../../usage/types';
import { weekdayOf } from '../burn/baseline';
import { settled } from '../ledger/lots';
import { personDays } from '../burn/person-days';
import type { NamedCase } from './types';

/** Charged days running, weekends included, from which a run is very long. */
const LONG_RUN_DAYS = 14;
/** A session left open longer than this is very long by itself. */
const LONG_SESSION_HOURS = 24;

/**
 * Very long runs of one person and product: 14 charged days or more without a break, nights and weekends included, and single sessions
 * of more than 24 hours where the rows carry Start and End. Rows that do not tell days apart give no runs.
 * @param asOf whole serial; later rows are left out
 */
export function longRuns(reading: UsageReading, asOf: number): readonly NamedCase[] {
  const { table } = reading;
  const found: NamedCase[] = [];
  if (reading.dailyDetail) {
    for (const { user, product, days } of personDays(table, asOf)) {
      for (const run of runsOf([...days.keys()])) {
        const length = run.to - run.from + 1;
        if (length < LONG_RUN_DAYS) continue;
        let tokens = 0;
        for (let day = run.from; day <= run.to; day++) tokens += days.get(day) ?? 0;
        found.push({
          kind: 'long run',
          user: table.users[user]?.key ?? '',
          product: table.products[product]?.name ?? '',
          ...run,
          days: length,
          tokens: settled(tokens),
          evidence: `${length} charged days running from ${isoDate(run.from)} to ${isoDate(run.to)}, ${weekendText(run)}, ${formatNumber(tokens)} tokens.`,
        });
      }
    }
  }
  return [...found, ...longSessions(reading, asOf, found)];
}

/** Sessions left open, one case a session, unless a run of whole days tells of it already. */
function longSessions(
  { table }: UsageReading,
  asOf: number,
  reported: readonly NamedCase[],
): readonly NamedCase[] {
  const found: NamedCase[] = [];
  if (table.start.length === 0 || table.end.length === 0) return found;
  const runs = new Map<string, NamedCase[]>();
  const keyOf = (user: string, product: string): string => `${product}\n${user}`;
  for (const run of reported) {
    const key = keyOf(run.user, run.product);
    runs.set(key, [...(runs.get(key) ?? []), run]);
  }
  for (let row = 0; row < table.rows; row++) {
    const start = table.start[row]!;
    const end = table.end[row]!;
    const tokens = table.tokens[row]!;
    // To the minute: serials carry the time of day as a binary fraction.
    const hours = Math.round((end - start) * 1440) / 60;
    if (!(hours > LONG_SESSION_HOURS) || !(start < asOf + 1)) continue;
    if (table.user[row]! < 0 || table.seatAccess[row] === 1 || !(tokens > 0)) continue;
    const user = table.users[table.user[row]!]?.key ?? '';
    const product = table.products[table.product[row]!]?.name ?? '';
    const from = Math.floor(start);
    const to = Math.floor(end);
    if (runs.get(keyOf(user, product))?.some((run) => run.from <= from && to <= run.to)) continue;
    found.push({
      kind: 'long run',
      user,
      product,
      from,
      to,
      days: Math.ceil(hours / 24),
      tokens: settled(tokens),
      evidence: `One session of ${formatNumber(hours, 1)} hours without a break from ${isoDate(start)} ${clock(start)} to ${isoDate(end)} ${clock(end)}, ${formatNumber(tokens)} tokens (row ${table.sourceRow[row]!} of the usage).`,
    });
  }
  return found;
}

/** Stretches of days without a gap. */
function runsOf(days: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

function weekendText({ from, to }: { readonly from: number; readonly to: number }): string {
  let weekend = 0;
  for (let day = from; day <= to; day++) if (weekdayOf(day) >= 5) weekend++;
  return `${weekend} of them on weekends`;
}

function clock(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
