import { createPaneServices } from '../../../src/excel/pane/services';
import { ExcelFailure } from '../../../src/excel/host/failure';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { poolWorkbook, sizePoolOf, typeNamed, typeRow } from '../pool/workbook';
import { testFailures, type Command } from '../failing-runs';
import { dump, fill, OCTOBER, sheetNames, tableRows, type, USAGE, workbook } from '../workbook';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
const SETTINGS = { ...DEFAULT_SETTINGS, card: 'guide' };

function segment(signal: AbortSignal = new AbortController().signal) {
  return createPaneServices().commands.segment.run(SOURCE, SETTINGS, {}, () => undefined, signal);
}

/** A workbook that has been segmented once, with a decision and with formulas of the user over the result. */
async function segmentedOnce(): Promise<LoadedHost> {
  const loaded = await workbook();
  await segment();
  type(loaded, 'FlexSegments', 'ben@x.org', 'Decision', 'Keep seat');
  fill(loaded, 'Mine', [['=SUM(FlexSegments[Tokens])', "='Flex Summary'!B20+Flex_TokenPrice"]]);
  const [header, ...rows] = USAGE;
  fill(loaded, 'Usage', [header!, ...rows.slice().reverse()]);
  return loaded;
}

/** Few projects, a plan, and what a user of the sheet has typed: figures, tiers, formulas over the result. */
async function sizedOnce(): Promise<LoadedHost> {
  const loaded = await toBeSized();
  await sizePoolOf();
  typeNamed(loaded, 'Flex_PoolTolerance', 0.1);
  typeRow(loaded, 'FlexPoolTiers', 0, { 'From quantity': 100, Price: 0.25 });
  fill(loaded, 'Mine', [['=SUM(FlexPoolSizes[Size])', "='Flex Pool'!B8+Flex_PoolTolerance"]]);
  return loaded;
}

async function toBeSized(): Promise<LoadedHost> {
  const loaded = await poolWorkbook(4);
  await createPaneServices().insertProjects();
  typeRow(loaded, 'FlexProjects', 0, {
    Project: 'Harbour',
    Start: OCTOBER + 60,
    End: OCTOBER + 150,
    People: 10,
    Products: 'Revit',
  });
  return loaded;
}

const SEGMENT: Omit<Command, 'prepare'> = {
  run: segment,
  finished: (loaded, result) => {
    expect(result).toMatchObject({ people: 5 });
    expect(tableRows(loaded, 'FlexSegments')).toHaveLength(5);
  },
};
const POOL: Omit<Command, 'prepare'> = {
  run: (signal) => sizePoolOf(signal === undefined ? {} : { signal }),
  finished: (loaded, result) => {
    expect(result).toMatchObject({ clusters: 4, planned: { projects: 1 } });
    expect(tableRows(loaded, 'FlexPoolSizes')).toHaveLength(4);
  },
};

const STATES: readonly (readonly [string, Command])[] = [
  ['a first segmentation', { ...SEGMENT, prepare: () => workbook() }],
  ['a segmentation run again', { ...SEGMENT, prepare: segmentedOnce }],
  ['a first sizing', { ...POOL, prepare: toBeSized }],
  ['a sizing run again', { ...POOL, prepare: sizedOnce }],
];

describe.each(STATES)('%s that fails', (_, command) => {
  testFailures(command);
});

test('a sheet of our name that we did not make is refused and untouched', async () => {
  const loaded = await workbook();
  fill(loaded, 'Flex Segments', [['my own notes']]);
  const before = dump(loaded.host);
  await expect(segment()).rejects.toMatchObject({
    code: 'SheetNotOurs',
    untouched: true,
    message: expect.stringContaining('"Flex Segments"'),
  });
  expect(dump(loaded.host)).toEqual(before);
});

test('a table or a name of the user that bears one of our names is refused and untouched', async () => {
  const loaded = await workbook();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Usage');
    context.workbook.names.add('Flex_TokenPrice', sheet.getRange('D2'));
    await context.sync();
  });
  const before = dump(loaded.host);
  await expect(segment()).rejects.toMatchObject({ code: 'NameNotOurs' });
  expect(dump(loaded.host)).toEqual(before);
});

test('a protected workbook part is told in our words', async () => {
  const loaded = await workbook();
  loaded.host.failSync(8, { code: 'AccessDenied' });
  await expect(segment()).rejects.toThrow(/protected or read-only/);
});

test('sheets left behind by a broken-off run are cleared away by the next one', async () => {
  const loaded = await segmentedOnce();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add('Flex Summary (new)');
    sheet.customProperties.add('FlexGovernor', 'summary');
    await context.sync();
  });
  await segment();
  expect(sheetNames(loaded)).toEqual(['Usage', 'Flex Segments', 'Flex Summary', 'Mine']);
});

test('inserting Flex Rates fails as a whole or not at all', async () => {
  const syncs = await (async () => {
    const { host } = await workbook();
    await createPaneServices().insertRates('guide', false);
    return host.syncs;
  })();
  for (let k = 1; k <= syncs; k += 1) {
    const loaded = await workbook();
    const before = dump(loaded.host);
    loaded.host.failSync(k, { code: 'GeneralException', when: 'after-some' });
    const result = await createPaneServices()
      .insertRates('guide', false)
      .catch((error: unknown) => error);
    if (!(result instanceof ExcelFailure)) continue;
    if (sheetNames(loaded).includes('Flex Rates')) continue;
    expect({ k, dump: dump(loaded.host) }).toEqual({ k, dump: before });
  }
});
