/** `flex-governor pool`: how many tokens a year needs. */
import type { Command } from '../../program/command';
import { EXIT } from '../../program/exit-codes';
import { usageCard } from '../../input/card-file';
import { readUsageFile } from '../../input/usage-file';
import { TERM_OPTIONS, USAGE_OPTIONS } from '../../program/option-specs';
import { POOL_OPTIONS } from './options';
import { poolResults } from './results';
import { runPool } from './run';
import { provenanceOf } from '../../output/provenance';

export const pool: Command = {
  name: 'pool',
  summary: 'how many tokens a year needs: by the guide, by risk and by cost',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: [...POOL_OPTIONS, ...USAGE_OPTIONS, ...TERM_OPTIONS],
  lesson: [
    "Four sizes stand side by side: the year as it was, the guide's rule, the size that carries next year at the tolerated risk, and the size that is cheapest in expectation.",
    'The simulation resamples projects (else teams, departments, people), never single people who share work; with few of them the corrected size allows for that.',
    '--population flex counts only the people whom a segmentation under the same options puts on Flex.',
  ],
  examples: [
    { line: 'flex-governor pool assets/sample/usage.json', says: 'everybody on Flex, 5 % tolerated risk' },
    {
      line: 'flex-governor pool assets/sample/usage.json --population flex --tolerance 2% --xlsx pool.xlsx',
      says: 'the people on Flex alone, at 2 %, with the curves as charts',
    },
  ],
  async run({ options, operands, progress, now }) {
    const file = operands[0] ?? '';
    const given = await usageCard(options.text('card'), file);
    const usage = await readUsageFile(file, given, options, progress);
    const { card } = usage;
    const provenance = provenanceOf(usage, now);
    const done = await runPool(usage, options, provenance, progress);
    const { reading, rejected } = usage;
    return {
      ...poolResults(done),
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      notes: done.notes,
      facts: {
        window: done.report.window,
        estimated: done.report.estimated,
        currency: card.currency,
        tolerance: done.report.assumptions.tolerance,
        seed: done.report.assumptions.seed,
        demand: done.result.demand,
      },
      exitCode: EXIT.done,
    };
  },
};
