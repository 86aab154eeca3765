import { createPaneServices } from '../../../src/excel/pane/services';
import type { LoadedHost } from '../../office/load';
import { testFailures, type Command } from '../failing-runs';
import { formulaWorkbook, freeze, peopleWorkbook, pseudonymise, restore } from './workbook';
import { cells, fill, sheetNames } from '../workbook';

async function frozenOnce(): Promise<LoadedHost> {
  const loaded = await formulaWorkbook();
  await freeze();
  return loaded;
}

/** Frozen, and another formula since. */
async function frozenAndMore(): Promise<LoadedHost> {
  const loaded = await frozenOnce();
  fill(loaded, 'More', [['=FLEX.BREAKEVEN("Revit")']]);
  return loaded;
}

/** Frozen, and one of the values changed since: its formula stays in the record. */
async function frozenAndEdited(): Promise<LoadedHost> {
  const loaded = await frozenOnce();
  loaded.grid.edit('Report', { row: 0, column: 0, rows: 1, columns: 1 }, [[2000]]);
  return loaded;
}

const FREEZE: Omit<Command, 'prepare'> = {
  run: (signal) => freeze(signal),
  fills: 'Range.values',
  finished: (loaded) => {
    expect(sheetNames(loaded)).toContain('Flex Frozen');
    expect(cells(loaded, 'Report', true).flat()).not.toContainEqual(expect.stringMatching(/^=.*FLEX.B/));
  },
};
const RESTORE: Omit<Command, 'prepare'> = {
  run: (signal) => restore(signal),
  fills: 'Range.values',
  undoes: 'Range.values',
  finished: (loaded) => {
    expect(cells(loaded, 'Report', true)[2]?.[0]).toBe('=ROUND(FLEX.COST(12),2)&" a year"');
  },
};

const STATES: readonly (readonly [string, Command])[] = [
  ['a first freeze', { ...FREEZE, prepare: formulaWorkbook }],
  ['a freeze after another', { ...FREEZE, prepare: frozenAndMore, undoes: 'Range.clear' }],
  ['a restore of everything', { ...RESTORE, prepare: frozenOnce }],
  ['a restore of a part', { ...RESTORE, prepare: frozenAndEdited }],
  [
    'a pseudonymisation',
    {
      run: (signal) => pseudonymise({}, signal),
      fills: 'Chart.name',
      undoes: 'Range.values',
      prepare: peopleWorkbook,
      finished: (loaded) => {
        expect(JSON.stringify(cells(loaded, 'Usage'))).not.toContain('@x.org');
        expect(loaded.host.state.comments.size).toBe(0);
      },
    },
  ],
  [
    'a first sheet of checks',
    {
      run: (signal) => createPaneServices().writeChecks(signal ?? new AbortController().signal),
      fills: 'TableCollection.add',
      prepare: formulaWorkbook,
      finished: (loaded) => expect(sheetNames(loaded)).toContain('Flex Checks'),
    },
  ],
];

describe.each(STATES)('%s that fails', (_, command) => {
  testFailures(command);
});
