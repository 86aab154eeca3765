/** `flex-governor compliance`: what an auditor would find, and the register for the system of record. */
import { isoDate } from '../../../engine/numeric';
import type { Command } from '../../program/command';
import { complianceResults } from './results';
import { runCompliance } from './run';
import { EXIT } from '../../program/exit-codes';
import { usageCard } from '../../input/card-file';
import { readUsageFile } from '../../input/usage-file';
import { TERM_OPTIONS, USAGE_OPTIONS } from '../../program/option-specs';
import { HELD_OPTIONS } from '../portfolio/options';
import { provenanceOf } from '../../output/provenance';

export const compliance: Command = {
  name: 'compliance',
  summary: 'what an auditor would find, with its evidence, and one register of Flex and seats',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: [
    ...HELD_OPTIONS,
    {
      name: 'findings',
      kind: 'file',
      value: 'FILE',
      help: 'findings of an earlier run (a workbook, or its CSV) with the states you gave: they are kept',
    },
    ...USAGE_OPTIONS,
    ...TERM_OPTIONS,
  ],
  lesson: [
    'A finding is a question, not a verdict: each names its rows, what would make it harmless and what to do. A check that the data cannot carry says what is missing.',
    '--seats says who is assigned to what, --people who left when (Email, End date, User type). The check of cloud entitlements looks at the people whom the cheapest mix draws with tokens.',
    '--csv writes the findings; --table FlexItam --csv PATH writes the register of Flex and seats for your system of record. Rows count from the header of the file, which is row 1 of its table.',
  ],
  examples: [
    {
      line: 'flex-governor compliance assets/sample/usage.json --seats assets/sample/seats.csv',
      says: 'the sample with the seats held today',
    },
    {
      line: 'flex-governor compliance assets/sample/usage.json --seats assets/sample/seats.csv --people assets/sample/people.csv --table FlexItam --csv itam.csv',
      says: 'with the people table, and the register as a file',
    },
  ],
  async run({ options, operands, progress, now }) {
    const file = operands[0] ?? '';
    const given = await usageCard(options.text('card'), file);
    const usage = await readUsageFile(file, given, options, progress);
    const { card } = usage;
    const done = await runCompliance(usage, options, progress);
    const provenance = provenanceOf(usage, now);
    const { reading, rejected } = usage;
    return {
      ...complianceResults(usage, done, provenance),
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      notes: [...usage.notes, ...done.notes],
      facts: {
        asOf: isoDate(done.report.asOf),
        new: done.fresh,
        estimated: reading.estimated,
        currency: card.currency,
      },
      exitCode: EXIT.done,
    };
  },
};
