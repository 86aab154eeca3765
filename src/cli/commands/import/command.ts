/** `flex-governor import`: an export or a workbook into the history that every command reads. */
import type { Command } from '../../program/command';
import { EXIT } from '../../program/exit-codes';
import { runHistory } from './run';
import { importResults } from './results';
import { usageCard } from '../../input/card-file';
import { USAGE_OPTIONS } from '../../program/option-specs';
import { provenanceOf } from '../../output/provenance';

const READ = new Set(['card', 'learn-rates', 'hours-per-day', 'report-date', 'sheet']);

export const importCommand: Command = {
  name: 'import',
  summary: 'an export, or a workbook of ours, as usage by day: begun, or appended to a history',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: [
    {
      name: 'history',
      kind: 'file',
      value: 'FILE',
      help: 'history so far (a workbook with Flex Usage, or its CSV): the export is appended to it',
    },
    { name: 'holidays', kind: 'file', value: 'FILE', help: 'days off: Date [, To]; no missing days' },
    ...USAGE_OPTIONS.filter(({ name }) => READ.has(name)),
  ],
  lesson: [
    'Writes one row a person, product, team and day, with the headers that every command and the add-in read: --csv for files, --xlsx as the sheet Flex Usage. Results over it are those over the export.',
    'With --history the export is merged: a day of a person and product that it holds replaces the one before, all others stay, and the same export twice changes nothing. The figures say what is new, changed, the same and kept; without --csv or --xlsx nothing is written, so that it is a preview.',
    'Of a workbook that the add-in or this program wrote, the sheet Flex Usage is taken, and the lists you keep beside it come along: --table FlexPacks --csv packs.csv writes the packs, and so on by the names in --json.',
  ],
  examples: [
    {
      line: 'flex-governor import assets/sample/usage.json --csv history.csv',
      says: 'begins a history with the sample',
    },
    {
      line: 'flex-governor import assets/sample/usage.json --history history.csv',
      says: 'what the same export would change: nothing',
    },
  ],
  async run({ options, operands, progress, now }) {
    const [file = ''] = operands;
    const card = await usageCard(options.text('card'), file);
    const done = await runHistory(file, card, options, progress);
    const { reading, rejected } = done.usage;
    const provenance = provenanceOf(done.usage, now);
    const { preview } = done;
    return {
      ...(await importResults(done, file, provenance)),
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      notes: done.notes,
      ...(preview === null ? {} : { facts: { changed: preview.examples ?? [], missing: preview.missing } }),
      exitCode: EXIT.done,
    };
  },
};
