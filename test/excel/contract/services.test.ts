import { createPaneServices } from '../../../src/excel/pane/services';
import { insertSample } from '../../../src/excel/usage/sample';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { dump, fill, HEADER, OCTOBER, sheetNames, tableRows, USAGE, workbook } from '../workbook';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
const SAMPLE = {
  columns: ['User', 'Product', 'Date', 'Hours'],
  dateColumns: [2],
  rows: [
    ['p-1', 'Revit', OCTOBER, 5],
    ['p-2', 'Revit', OCTOBER, 'n/a'],
  ],
};

function inspectWith(settings = {}) {
  return createPaneServices().inspect(
    SOURCE,
    { ...DEFAULT_SETTINGS, ...settings },
    () => undefined,
    new AbortController().signal,
  );
}

function segment(
  source: Parameters<ReturnType<typeof createPaneServices>['commands']['segment']['run']>[0] = SOURCE,
) {
  return createPaneServices().commands.segment.run(
    source,
    DEFAULT_SETTINGS,
    {},
    () => undefined,
    new AbortController().signal,
  );
}

describe('before a run', () => {
  let loaded: LoadedHost;
  beforeEach(async () => {
    loaded = await workbook();
  });

  test('the pane is told what is read, what each column is, the year, and what will be written; nothing is written', async () => {
    const before = dump(loaded.host);
    const seen = await inspectWith();
    expect(seen).toMatchObject({
      address: 'Usage!A1:E9',
      rows: 8,
      used: 7,
      basis: 'hours',
      cardFits: true,
      window: { first: 'Nov 2025', last: 'Oct 2026', asOf: '2026-10-15' },
      writes: [
        { sheet: 'Flex Segments', state: 'new' },
        { sheet: 'Flex Summary', state: 'new' },
      ],
    });
    expect(seen.columns[2]).toEqual({ index: 2, header: 'Date', field: 'date', sample: '2026-03-29' });
    expect(dump(loaded.host)).toEqual(before);
  });

  test('a foreign sheet of our name is announced as blocked, ours as replaced', async () => {
    await segment();
    expect((await inspectWith()).writes.map(({ state }) => state)).toEqual([
      'replaces ours',
      'replaces ours',
    ]);
    const other = await workbook();
    fill(other, 'Flex Summary', [['mine']]);
    expect((await inspectWith()).writes.map(({ state }) => state)).toEqual(['new', 'blocked']);
  });

  test('days meeting the hourly card are rejected with the reason, and the card that fits is offered', async () => {
    await workbook([
      ['User', 'Product', 'Date', 'Days'],
      ['ann', 'Revit', OCTOBER, 1],
    ]);
    const seen = await inspectWith({ card: 'guide' });
    expect(seen).toMatchObject({ used: 0, cardFits: false, suggestedCard: 'retail' });
    expect(seen.rejected[0]?.reason).toMatch(/days given, card charges hours/);
    expect((await inspectWith({ card: 'retail' })).cardFits).toBe(true);
    // Where no card was chosen, the one that fits the data is taken.
    expect(await inspectWith()).toMatchObject({ used: 1, cardFits: true, card: { name: 'retail' } });
  });

  test('a column the user assigns is read as assigned', async () => {
    const seen = await inspectWith({ columns: { 4: null } });
    expect(seen.columns[4]?.field).toBeNull();
  });

  test('sources are the selection, tables and sheets, but not our own sheets', async () => {
    await segment();
    const labels = (await createPaneServices().sources()).map(({ label }) => label);
    expect(labels).toContain('Sheet Usage');
    expect(labels.filter((label) => label.includes('Flex'))).toEqual([]);
  });

  test('an empty sheet, a vanished table and a results sheet are told in a sentence', async () => {
    await segment();
    const read = (source: Parameters<typeof segment>[0]) => segment(source);
    loaded.grid.addSheet('Blank');
    await expect(read({ kind: 'sheet', name: 'Blank' })).rejects.toThrow(/"Blank" is empty/);
    await expect(read({ kind: 'table', name: 'Gone' })).rejects.toThrow(/no table "Gone" any more/);
    await expect(read({ kind: 'sheet', name: 'Flex Summary' })).rejects.toThrow(/holds results/);
  });
});

test('a run reads the cells that were announced, although the selection has moved on', async () => {
  const loaded = await workbook();
  const usage = loaded.grid.sheets()[0]!.id;
  loaded.grid.select(usage, { row: 0, column: 0, rows: 3, columns: 5 });
  const services = createPaneServices();
  const seen = await services.inspect(
    { kind: 'selection' },
    DEFAULT_SETTINGS,
    () => undefined,
    new AbortController().signal,
  );
  expect(seen.address).toBe('Usage!A1:E3');
  loaded.grid.select(usage, { row: 0, column: 0, rows: 9, columns: 5 });
  const outcome = await segment({ kind: 'selection', address: seen.address });
  expect(outcome.read).toBe(2);
  expect(tableRows(loaded, 'FlexSegments').map((row) => row['User'])).toEqual(['ann@x.org']);
});

test('announced cells whose sheet is gone are told in a sentence', async () => {
  await workbook();
  await expect(segment({ kind: 'selection', address: 'Gone!A1:E3' })).rejects.toThrow(
    'There is no sheet "Gone" any more. Select your usage rows again.',
  );
});

describe('what the workbook remembers', () => {
  test('settings come back as saved, and hold nothing personal', async () => {
    const loaded = await workbook();
    const services = createPaneServices();
    const settings = {
      ...DEFAULT_SETTINGS,
      seatDiscount: 0.25,
      card: 'retail',
      externalDomains: ['partner.org'],
    };
    await services.saveSettings(settings);
    await segment();
    expect(await services.settings()).toEqual(settings);
    const kept = JSON.stringify([...loaded.host.state.settings]);
    for (const person of ['ann', 'ben', 'cara']) expect(kept).not.toContain(person);
  });

  test('the last run is fresh until a cell of its input changes, and gone with its sheet', async () => {
    const loaded = await workbook();
    const services = createPaneServices();
    expect((await services.lastRuns()).segment).toBeNull();
    await segment();
    expect((await services.lastRuns()).segment).toMatchObject({
      input: 'Usage!A1:E9',
      people: 5,
      stale: false,
    });
    fill(
      loaded,
      'Usage',
      USAGE.map((row, index) => (index === 1 ? ['ann@x.org', 'Revit', OCTOBER - 200, 901, 'Employee'] : row)),
    );
    expect((await services.lastRuns()).segment).toMatchObject({ stale: true });
    fill(loaded, 'Usage', [...USAGE, ['new@x.org', 'Revit', OCTOBER, 1, 'Employee']]);
    expect((await services.lastRuns()).segment).toMatchObject({ stale: true });
  });
});

describe('sample data', () => {
  test('stands on a sheet of its own as a native table with dates', async () => {
    const loaded = await workbook([[...HEADER]]);
    loaded.grid.renameSheet(loaded.grid.sheets()[0]!.id, 'Sheet1');
    const written = await Excel.run((context) => insertSample(context, SAMPLE));
    expect(written).toEqual({ name: 'Usage', address: 'Usage!A1:D3' });
    expect(tableRows(loaded, 'Usage')[0]).toEqual({ User: 'p-1', Product: 'Revit', Date: OCTOBER, Hours: 5 });
    await expect(Excel.run((context) => insertSample(context, SAMPLE))).rejects.toMatchObject({
      code: 'SampleExists',
    });
  });

  test('leaves nothing behind when it fails', async () => {
    const loaded = await workbook([[...HEADER]]);
    loaded.grid.renameSheet(loaded.grid.sheets()[0]!.id, 'Sheet1');
    loaded.host.failMember('TableCollection.add', { code: 'InvalidArgument' });
    await expect(Excel.run((context) => insertSample(context, SAMPLE))).rejects.toMatchObject({
      untouched: true,
    });
    expect(sheetNames(loaded)).toEqual(['Sheet1']);
  });
});

test('the ribbon button segments the remembered source and announces the outcome', async () => {
  const loaded = await workbook();
  await segment();
  await import('../../../src/commands/commands');
  const { onCommandNotice } = await import('../../../src/excel/pane/command-notice');
  const { segmentFromRibbon } = await import('../../../src/excel/pane/ribbon');
  const kinds: string[] = [];
  const stop = onCommandNotice((notice) => kinds.push(notice.kind));
  const notice = await segmentFromRibbon(() => undefined);
  stop();
  expect(notice).toMatchObject({ kind: 'done', outcome: { people: 5 } });
  expect(sheetNames(loaded)).toEqual(['Usage', 'Flex Segments', 'Flex Summary']);
});
