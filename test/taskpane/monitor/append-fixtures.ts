import { serialOf } from '../../../src/engine/numeric';
import type { MergePreview } from '../../../src/engine/monitor/history/types';
import type { AppendPreview } from '../../../src/excel/contract/monitor';
import { DATA_END } from './days';

const MERGE: MergePreview = {
  added: 610,
  changed: 2,
  same: 1_040,
  kept: 7_344,
  missing: [
    [serialOf(2026, 10, 5), serialOf(2026, 10, 7)],
    [serialOf(2026, 10, 12), serialOf(2026, 10, 12)],
  ],
  missingDays: 4,
  tokensBefore: 41_250,
  tokensAfter: 42_310,
  examples: [
    {
      user: 'p-0417',
      product: 'Revit',
      team: 'Design',
      day: serialOf(2026, 10, 20),
      oldTokens: 10,
      newTokens: 20,
      oldUnits: 1,
      newUnits: 2,
    },
  ],
  notes: ['The export names 3 people the history does not know.'],
};

/** What an append would do; 'twice' = the same file again. */
export function previewOf(hasHistory: boolean, twice: boolean): AppendPreview {
  return {
    address: 'Export!A1:S900',
    read: 1_653,
    used: 1_652,
    rejected: [{ row: 9, column: 'Tokens', value: 'x', reason: 'it is not a number' }],
    history: hasHistory ? { address: "'Flex Usage'!A6:K9000", rows: 8_994 } : null,
    preview: twice ? { ...MERGE, added: 0, changed: 0, same: 1_652, examples: [], notes: [] } : MERGE,
    exportDays: [serialOf(2026, 10, 18), DATA_END],
    historyDays: [serialOf(2025, 11, 3), DATA_END],
    messages: [],
    canAppend: true,
    fingerprint: 'e1|h1',
  };
}
