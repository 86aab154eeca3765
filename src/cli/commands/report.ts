/** `flex-governor report`: everything about one export in a workbook that is alive without the add-in. */
import { FlexError } from '../../engine/errors';
import { BadInput } from '../bad-input';
import type { Command } from '../command';
import { EXIT } from '../exit-codes';
import { loadCard } from '../input/card-file';
import { readUsageFile } from '../input/usage-file';
import { TERM_OPTIONS, USAGE_OPTIONS } from '../option-specs';
import { POOL_OPTIONS } from '../pool-options';
import { poolResults, type PoolResults } from '../pool-results';
import { runPool } from '../pool-run';
import { provenanceOf } from '../provenance';
import { segmentResults } from '../segment-results';
import { SEATS_OPTION } from '../seats-option';
import { runSegments } from '../segment-run';

export const report: Command = {
  name: 'report',
  summary: 'one workbook: summary, people and pool, with native formulas over its assumptions',
  operand: { name: 'USAGE', least: 1, most: 1 },
  options: [...USAGE_OPTIONS, ...TERM_OPTIONS, SEATS_OPTION, ...POOL_OPTIONS],
  lesson: [
    'Needs --xlsx PATH. The workbook opens in plain Excel and LibreOffice: change the token price or a discount on Flex Summary and the costs follow; a line on each sheet says what needs another run.',
    'The pool carries the people whom the segmentation puts on Flex; --population all counts everybody.',
  ],
  examples: [
    {
      line: 'flex-governor report assets/sample/usage.json --xlsx flex-report.xlsx',
      says: 'the sample as a workbook for a controller',
    },
    {
      line: 'flex-governor report assets/sample/usage.json --xlsx flex-report.xlsx --token-discount 10% --json',
      says: 'the same with 10 % off tokens, and its figures as JSON',
    },
  ],
  async run({ options, operands, progress, now }) {
    if (options.text('xlsx') === null) {
      throw new BadInput('report writes a workbook: say where with --xlsx PATH.');
    }
    const card = await loadCard(options.text('card'));
    const usage = await readUsageFile(operands[0] ?? '', card, options, progress);
    const provenance = provenanceOf(usage, now);
    const segments = await runSegments(usage, options);
    const people = segmentResults(usage, segments, provenance);
    let pool: PoolResults = { finding: '', figures: [], tables: [], documents: [] };
    const notes = [...usage.notes, ...segments.notes];
    try {
      const done = await runPool(usage, options, provenance, progress, segments);
      pool = poolResults(done);
      notes.push(...done.notes.filter((note) => !notes.includes(note)));
    } catch (error) {
      // The people are answered all the same.
      if (!(error instanceof FlexError)) throw error;
      notes.push(`The pool is left out. ${error.message}`);
    }
    const { reading, rejected } = usage;
    return {
      rows: { read: reading.read, used: reading.used, rejected: rejected.length },
      rejected,
      provenance,
      finding: [people.finding, pool.finding].filter((text) => text !== '').join('. '),
      notes,
      figures: [...people.figures, ...pool.figures],
      tables: [...people.tables, ...pool.tables.map((table) => ({ ...table, isMain: false }))],
      documents: [...people.documents, ...pool.documents],
      facts: { window: segments.window, estimated: reading.estimated, currency: card.currency },
      exitCode: EXIT.done,
    };
  },
};
