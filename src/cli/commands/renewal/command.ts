/** `flex-governor renewal`: what to ask for at the renewal, with the money behind each. */
import type { Command } from '../../program/command';
import { EXIT } from '../../program/exit-codes';
import { usageCard } from '../../input/card-file';
import { readUsageFile } from '../../input/usage-file';
import { TERM_OPTIONS, USAGE_OPTIONS } from '../../program/option-specs';
import { PORTFOLIO_OPTIONS } from '../portfolio/options';
import { provenanceOf } from '../../output/provenance';
import { RENEWAL_OPTIONS } from './options';
import { renewalResults } from './results';
import { runRenewal } from './run';

export const renewal: Command = {
  name: 'renewal',
  summary: 'what to ask for at the renewal, in order of priority, with the money behind each',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: [...RENEWAL_OPTIONS, ...PORTFOLIO_OPTIONS, ...USAGE_OPTIONS, ...TERM_OPTIONS],
  lesson: [
    'Levers, commitment, carry-forward, volume tiers, rate freeze, quotes and rate cards stand on the same simulated demand of next year. Growth is measured from the data, with its interval, unless --growth names it.',
    'The money of a lever is that of the lever alone; the key figures say what all bring together. A commitment is tested against growth that turns out wrong, and against the level the vendor proposes.',
    'List prices count here: leave the discounts you negotiate out, or say them as levers of your own (--levers).',
  ],
  examples: [
    {
      line: 'flex-governor renewal assets/sample/usage.json --seats assets/sample/seats.csv --quotes assets/sample/quotes.csv',
      says: 'the sample with two vendor quotes',
    },
    {
      line: 'flex-governor renewal assets/sample/usage.json --growth 0.05 --eba-tokens 1000000 --eba-price 0.25 --xlsx renewal.xlsx',
      says: 'an enterprise agreement against retail, as Flex Renewal and the one-page Flex Ask List',
    },
  ],
  async run({ options, operands, progress, now }) {
    const file = operands[0] ?? '';
    const given = await usageCard(options.text('card'), file);
    const usage = await readUsageFile(file, given, options, progress);
    const { card } = usage;
    const provenance = provenanceOf(usage, now);
    const done = await runRenewal(usage, options, provenance, progress);
    const { reading, rejected } = usage;
    const { window, mode } = done.report;
    return {
      ...renewalResults(done),
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      notes: done.notes,
      facts: { window, mode, estimated: reading.estimated, currency: card.currency },
      exitCode: EXIT.done,
    };
  },
};
