import { isoDate, counted } from '../../numeric';
import { weekdayOf } from '../../monitor/burn/baseline';
import { evidenceRows, rowsText } from '../evidence-rows';
import { findingOf, type Check, type CheckedUsage } from '../evidence';
import type { Finding } from '../types';
import { needsDays, useDays, type UseDay } from './use-days';

const RUNNING_DAYS = 21;
/** Twice as long without a day off is hardly one person. */
const VERY_LONG_DAYS = 42;
const MANY_PRODUCTS = 4;
const REPEATED_DAYS = 3;
/** Up to so many such days, somebody who supports others is as likely. */
const SUPPORT_DAYS = 10;

/** Use on 21 days running, weekends included. */
export const everyDay: Check = (usage) => {
  const skipped = needsDays(usage, 'use on 21 days running');
  if (skipped !== null) return { skipped };
  const findings: Finding[] = [];
  for (const [user, days] of useDays(usage)) {
    for (const run of runsOf(days)) {
      if (run.length >= RUNNING_DAYS) findings.push(runFinding(usage, user, run));
    }
  }
  return { findings };
};

/** Four products or more on a day, on three days or more. */
export const manyProducts: Check = (usage) => {
  const skipped = needsDays(usage, 'four products a day');
  if (skipped !== null) return { skipped };
  const findings: Finding[] = [];
  for (const [user, days] of useDays(usage)) {
    const many = days.filter(({ products }) => products.size >= MANY_PRODUCTS);
    if (many.length >= REPEATED_DAYS) findings.push(manyFinding(usage, user, many));
  }
  return { findings };
};

function runFinding(usage: CheckedUsage, user: number, run: readonly UseDay[]): Finding {
  const { table } = usage.reading;
  const from = run[0]!.day;
  const to = run.at(-1)!.day;
  const products = [...new Set(run.flatMap((day) => [...day.products]))];
  const only = products.length === 1 ? table.products[products[0]!]!.name : '';
  const traced = traceOf(usage, run);
  const weekends = run.filter(({ day }) => weekdayOf(day) >= 5).length;
  return findingOf(usage, 'every day', user, {
    product: only,
    from,
    to,
    rows: traced,
    mark: from,
    severity: run.length >= VERY_LONG_DAYS ? 'high' : 'medium',
    evidence: `${only === '' ? counted(products.length, 'product') : only} used on ${run.length} days running, from ${isoDate(from)} to ${isoDate(to)}, ${weekends} of them on weekends (${rowsText(traced)}).`,
    falsePositive:
      'A deadline worked through at weekends, or a product left running or started by a scheduled job.',
    action:
      'Ask the person who worked at the weekends. If several people share the account, assign each of them a product of their own.',
  });
}

function manyFinding(usage: CheckedUsage, user: number, days: readonly UseDay[]): Finding {
  const from = days[0]!.day;
  const to = days.at(-1)!.day;
  const most = days.reduce((best, { products }) => Math.max(best, products.size), 0);
  const traced = traceOf(usage, days);
  return findingOf(usage, 'many products', user, {
    from,
    to,
    rows: traced,
    severity: days.length < SUPPORT_DAYS ? 'low' : 'medium',
    evidence: `Four products or more on each of ${days.length} days between ${isoDate(from)} and ${isoDate(to)}, at most ${most} (${rowsText(traced)}).`,
    falsePositive: 'Coordinators and people who support others open many products on one day.',
    action:
      'Ask whether one person works with all of them. If several people share the account, assign each of them a product of their own.',
  });
}

function traceOf(usage: CheckedUsage, days: readonly UseDay[]): ReturnType<typeof evidenceRows> {
  const { sourceRow } = usage.reading.table;
  return evidenceRows(days.flatMap(({ rows }) => rows.map((row) => sourceRow[row]!)));
}

/** Stretches of days without a gap. */
function runsOf(days: readonly UseDay[]): readonly (readonly UseDay[])[] {
  const runs: UseDay[][] = [];
  for (const one of days) {
    const last = runs.at(-1);
    if (last?.at(-1)?.day === one.day - 1) last.push(one);
    else runs.push([one]);
  }
  return runs;
}
