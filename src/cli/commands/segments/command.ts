/** `flex-governor segment`: who gets a seat, who draws tokens, and why. */
import type { Command } from '../../program/command';
import { EXIT } from '../../program/exit-codes';
import { usageCard } from '../../input/card-file';
import { readUsageFile } from '../../input/usage-file';
import { TERM_OPTIONS, USAGE_OPTIONS } from '../../program/option-specs';
import { provenanceOf } from '../../output/provenance';
import { SEATS_OPTION } from '../../program/seats-option';
import { segmentResults } from './results';
import { runSegments } from './run';

export const segment: Command = {
  name: 'segment',
  summary: 'who gets a seat, who draws tokens, the cost both ways and the reason',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: [...USAGE_OPTIONS, ...TERM_OPTIONS, SEATS_OPTION],
  lesson: [
    'USAGE is a CSV, TSV or xlsx file with a header row: User, Product, Date, Hours (or Days, Units, Tokens), and optionally User type, Team, Department, Project. Account exports are read as they are.',
    'Every person gets one of seven segments. Saving is against the other way: a seat where Flex is recommended, Flex where a seat is. The reason of each person, with its figures, is in --json, --csv and --xlsx.',
    'Days are never priced on an hourly card: choose --card retail for charged days, or say --hours-per-day 8 and read the result as an estimate.',
  ],
  examples: [
    {
      line: 'flex-governor segment assets/sample/usage.json',
      says: 'the 400 invented people of the sample, on the guide card',
    },
    {
      line: 'flex-governor segment assets/sample/usage.json --seat-discount 25% --xlsx segments.xlsx',
      says: 'with 25 % off seats, as a workbook whose costs follow its assumptions',
    },
    {
      line: 'flex-governor segment assets/sample/usage.json --json',
      says: 'one JSON object for another program',
    },
  ],
  async run({ options, operands, progress, now }) {
    const file = operands[0] ?? '';
    const given = await usageCard(options.text('card'), file);
    const usage = await readUsageFile(file, given, options, progress);
    const { card } = usage;
    const done = await runSegments(usage, options);
    const provenance = provenanceOf(usage, now);
    const { reading, rejected } = usage;
    return {
      ...segmentResults(usage, done, provenance),
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      notes: [...usage.notes, ...done.notes],
      facts: { window: done.window, estimated: reading.estimated, currency: card.currency },
      exitCode: EXIT.done,
    };
  },
};
