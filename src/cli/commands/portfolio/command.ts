/** `flex-governor portfolio`: who should hold what, at the least cost, and the changes towards it. */
import { windowText } from '../../../engine/usage';
import { isoDate } from '../../../engine/numeric';
import type { Command } from '../../program/command';
import { EXIT } from '../../program/exit-codes';
import { usageCard } from '../../input/card-file';
import { readUsageFile } from '../../input/usage-file';
import { TERM_OPTIONS, USAGE_OPTIONS } from '../../program/option-specs';
import { PORTFOLIO_OPTIONS } from './options';
import { portfolioResults } from './results';
import { requestPortfolio, runPortfolio } from './run';
import { provenanceOf } from '../../output/provenance';

export const portfolio: Command = {
  name: 'portfolio',
  summary: 'the cheapest mix of Flex, seats and Collections, and the changes towards it',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: [...PORTFOLIO_OPTIONS, ...USAGE_OPTIONS, ...TERM_OPTIONS],
  lesson: [
    'Everybody gets the cheapest of Flex, single seats and Collections; what is not on Flex needs a seat or a Collection that holds it, contractors stay on Flex, pins stay as they are. The certificate says how far from the optimum the mix can be at most; without volume prices it is exact.',
    '--seats says who holds what today, --subscriptions what is owned and until when: then today stands beside the proposal, and the changes are listed in the order of work. A spare seat costs nothing, and a seat given up saves nothing until its term ends.',
    'The table of --csv is one row a person; the changes and the addresses to paste are in --json and --xlsx.',
  ],
  examples: [
    {
      line: 'flex-governor portfolio assets/sample/usage.json --seats assets/sample/seats.csv --subscriptions assets/sample/subscriptions.csv',
      says: 'the sample against the seats held and owned today',
    },
    {
      line: 'flex-governor portfolio assets/sample/usage.json --seat-discount 25% --xlsx portfolio.xlsx',
      says: 'the cheapest mix at 25 % off seats, as Flex Portfolio and Flex Actions',
    },
  ],
  async run({ options, operands, progress, now }) {
    const file = operands[0] ?? '';
    const given = await usageCard(options.text('card'), file);
    const usage = await readUsageFile(file, given, options, progress);
    const request = await requestPortfolio(usage, options);
    const mix = runPortfolio(request, progress);
    const provenance = provenanceOf(usage, now);
    const { reading, rejected } = usage;
    return {
      ...portfolioResults(usage, request, mix, provenance, now),
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      notes: [...usage.notes, ...request.notes, ...mix.notes, mix.certificate.text],
      facts: {
        asOf: isoDate(mix.asOf),
        window: windowText(request.year),
        estimated: reading.estimated,
        currency: mix.currency,
        certificate: mix.certificate,
      },
      exitCode: EXIT.done,
    };
  },
};
