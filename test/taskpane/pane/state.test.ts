import type { Progress } from '../../../src/excel/contract/services';
import { rangeOf, addressWithin } from '../../../src/taskpane/data/range-address';
import { blockerOf } from '../../../src/taskpane/command/readiness';
import { preferredSource } from '../../../src/taskpane/data/source-preference';
import { initialState, reduce, type PaneAction, type PaneState } from '../../../src/taskpane/pane/state';
import { secondsLeft, timeLeftText } from '../../../src/taskpane/frame/time-left';
import { INSPECTION, OUTCOME, SETTINGS, SOURCES } from '../fixtures';

const play = (actions: readonly PaneAction[], from: PaneState = initialState): PaneState =>
  actions.reduce(reduce, from);
const progress = (phase: Progress['phase'], done: number): Progress => ({
  phase,
  done,
  total: 100,
  text: `${done}`,
});
const started: PaneAction = {
  type: 'started',
  sources: SOURCES,
  source: { kind: 'table', name: 'Usage' },
  settings: SETTINGS,
  cards: [],
};
const settled: PaneAction = { type: 'segment', action: { type: 'settingsChanged', settings: {} } };
const ready = play([settled, started, { type: 'readDone', inspection: INSPECTION }]);

describe('which step is shown', () => {
  test('data that fits leads to Segment; data that does not stays at Data', () => {
    expect(ready.step).toBe('segment');
    expect(play([started, { type: 'readDone', inspection: { ...INSPECTION, cardFits: false } }]).step).toBe(
      'data',
    );
    expect(play([started, { type: 'readDone', inspection: { ...INSPECTION, used: 0 } }]).step).toBe('data');
  });

  test('the pane does not leave a step the user picked', () => {
    const picked = play([{ type: 'stepPicked', step: 'data' }], ready);
    expect(play([{ type: 'readDone', inspection: INSPECTION }], picked).step).toBe('data');
  });

  test('a reading in the background does not push a result away', () => {
    const done = play(
      [
        {
          type: 'segment',
          action: { type: 'runDone', outcome: OUTCOME, inspection: INSPECTION, read: INSPECTION },
        },
      ],
      ready,
    );
    const failure = { text: 'x', code: 'x', detail: null, untouched: true };
    expect(play([{ type: 'readFailed', failure }], done).step).toBe('segment');
  });
});

describe('what holds up a run', () => {
  test('nothing, when everything is there', () => expect(blockerOf(ready, 'segment')).toBeNull());

  test.each([
    ['a reading under way', { type: 'readStarted' }, 'wait'],
    ['a change after reading', { type: 'dataChanged' }, 'read'],
    ['a wrong assumption', { type: 'fieldChecked', field: 'margin', valid: false }, 'fields'],
    ['a sheet being inserted', { type: 'insertStarted', what: 'rates' }, 'wait'],
    ['rows without a person', { type: 'readDone', inspection: { ...INSPECTION, users: 0 } }, 'data'],
    ['no usable row', { type: 'readDone', inspection: { ...INSPECTION, used: 0 } }, 'data'],
  ] as const)('%s', (_, action, remedy) => {
    expect(blockerOf(play([action], ready), 'segment')?.remedy).toBe(remedy);
  });

  test('a corrected assumption no longer does', () => {
    const wrong = play([{ type: 'fieldChecked', field: 'margin', valid: false }], ready);
    expect(
      blockerOf(play([{ type: 'fieldChecked', field: 'margin', valid: true }], wrong), 'segment'),
    ).toBeNull();
  });
});

describe('time left', () => {
  const run = (steps: readonly (readonly [Progress, number])[]): number | null =>
    secondsLeft(
      play(
        [
          { type: 'segment', action: { type: 'runStarted', at: 0 } } as const,
          ...steps.map(
            ([p, at]) => ({ type: 'segment', action: { type: 'runProgressed', progress: p, at } }) as const,
          ),
        ],
        ready,
      ).segment.run,
    );

  test('is not told before there is a pace', () => {
    expect(run([[progress('reading', 0), 0]])).toBeNull();
    expect(
      run([
        [progress('reading', 0), 0],
        [progress('reading', 50), 500],
      ]),
    ).toBeNull();
    expect(
      run([
        [progress('reading', 0), 0],
        [progress('reading', 2), 9000],
      ]),
    ).toBeNull();
  });

  test('follows the pace of the phase', () => {
    expect(
      run([
        [progress('reading', 0), 0],
        [progress('reading', 25), 5000],
      ]),
    ).toBeCloseTo(15);
  });

  test('starts anew with a new phase', () => {
    const steps = [
      [progress('reading', 0), 0],
      [progress('reading', 100), 60_000],
      [progress('writing', 0), 60_000],
      [progress('writing', 50), 64_000],
    ] as const;
    expect(run(steps)).toBeCloseTo(4);
  });

  test('is said in words a person would use', () => {
    expect(timeLeftText(0.4)).toBe('about a second left');
    expect(timeLeftText(11.2)).toBe('about 12 s left');
    expect(timeLeftText(150)).toBe('about 3 min left');
  });
});

describe('which usage is taken first', () => {
  test('the table, when only one cell is selected', () => {
    expect(preferredSource(SOURCES)).toEqual({ kind: 'table', name: 'Usage' });
  });

  test('the selection, when it is a block of cells', () => {
    const block = { choice: { kind: 'selection' as const }, label: 'Selection', address: 'Usage!A1:F20' };
    expect(preferredSource([block, ...SOURCES.slice(1)])).toEqual({ kind: 'selection' });
  });

  test('nothing, in an empty workbook', () => expect(preferredSource([])).toBeNull());
});

describe('cells of a range', () => {
  test('a row and column of a range that does not start in A1 leads to the right cell', () => {
    const block = rangeOf("'My ''24 sheet'!$C$5:$AB$900");
    expect(block).toMatchObject({ sheet: "My '24 sheet", row: 4, column: 2, rows: 896, columns: 26 });
    expect(block && addressWithin(block, 1, 0)).toBe("'My ''24 sheet'!C5");
    expect(block && addressWithin(block, 10, 24)).toBe("'My ''24 sheet'!AA14");
    expect(block && addressWithin(block, 2, null)).toBe("'My ''24 sheet'!C6:AB6");
  });

  test('whole columns and several areas are not taken for a block', () => {
    expect(rangeOf('Usage!A:F')).toBeNull();
    expect(rangeOf('Usage!A1:B2,Usage!D1')).toBeNull();
  });
});
