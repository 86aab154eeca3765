/** `flex-governor monitor`: when the tokens run out, and what there is to do. Its exit code says how urgent. */
import { MONITOR_ASSUMPTIONS } from '../../../engine/monitor/assumptions';
import { isoDate, today } from '../../../engine/numeric';
import { completenessOf } from '../../../engine/usage';
import { assumptionOption } from '../../program/assumption-options';
import type { Command } from '../../program/command';
import { usageCard } from '../../input/card-file';
import { readUsageFile } from '../../input/usage-file';
import { BOOK_OPTIONS, MONITOR_TERM_OPTIONS } from './options';
import { monitorExit, monitorResults } from './results';
import { runMonitor } from './run';
import { TERM_OPTIONS, USAGE_OPTIONS } from '../../program/option-specs';
import { POOL_OPTIONS } from '../pool/options';
import { provenanceOf } from '../../output/provenance';
import { SEATS_OPTION } from '../../program/seats-option';

const SHARED = new Set(['population', 'tiers', 'projects']);

export const monitor: Command = {
  name: 'monitor',
  summary: 'when the tokens run out, who burns them and what to do; the exit code says how urgent',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: [
    ...BOOK_OPTIONS,
    SEATS_OPTION,
    ...POOL_OPTIONS.filter(({ name }) => SHARED.has(name)),
    ...MONITOR_TERM_OPTIONS,
    ...USAGE_OPTIONS.flatMap((option) =>
      option.name === 'as-of' ? assumptionOption(MONITOR_ASSUMPTIONS.asOf) : option,
    ),
    ...TERM_OPTIONS,
  ],
  lesson: [
    'Exit codes: 0 nothing to do; 10 review (30 % of the pool left, tokens that will expire, a budget, usage too old or incomplete); 20 top up (20 % left, a team without tokens, or the earliest date is nearer than an order takes); 30 escalate (10 % left, or no pack). The gravest alert that is not closed counts.',
    'Packs burn earliest expiry first. Without --as-of the day is today, and usage older than 7 days is never called OK.',
    'In a schedule, hand the last run back with --alerts: what was raised then keeps its day, state and owner. --purchases may be a workbook that the add-in or this command wrote: its transfers, adjustments, shown balances, budgets, days off and spare seats then count too.',
  ],
  examples: [
    {
      line: 'flex-governor monitor assets/sample/usage.json --purchases assets/sample/purchases.csv --as-of 2026-10-31',
      says: 'the sample on the last day of its usage: exit code 20, time to order',
    },
    {
      line: 'flex-governor monitor assets/sample/usage.json --purchases assets/sample/purchases.csv --as-of 2026-10-31 --seats assets/sample/seats.csv --xlsx monitor.xlsx',
      says: 'the same as a workbook: Flex Monitor, Pool Ledger, Alerts and Chargeback',
    },
  ],
  async run({ options, operands, progress, now }) {
    const file = operands[0] ?? '';
    const given = await usageCard(options.text('card'), file);
    const usage = await readUsageFile(file, given, options, progress);
    const { card } = usage;
    const provenance = provenanceOf(usage, now);
    // Tokens run out by today's date, not by that of the file.
    const asOf = options.number('as-of') ?? today(now);
    const done = await runMonitor(usage, options, provenance, progress, asOf);
    const { reading, rejected } = usage;
    const { review } = done;
    return {
      ...monitorResults(done),
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      notes: done.notes,
      facts: {
        asOf: isoDate(review.asOf),
        status: review.total.status,
        raisedNow: review.raisedNow,
        estimated: reading.estimated,
        currency: card.currency,
      },
      exitCode: monitorExit(review, completenessOf(reading).complete),
    };
  },
};
