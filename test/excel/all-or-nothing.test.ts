import { createPaneServices } from '../../src/excel/services-impl';
import { ExcelFailure } from '../../src/excel/failure';
import { DEFAULT_SETTINGS } from '../../src/excel/settings';
import type { LoadedHost } from '../office/load';
import { dump, fill, sheetNames, tableRows, type, USAGE, workbook } from './workbook';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
const SETTINGS = { ...DEFAULT_SETTINGS, card: 'guide' };

function segment(signal: AbortSignal = new AbortController().signal) {
  return createPaneServices().segment(SOURCE, SETTINGS, () => undefined, signal);
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

async function syncsOf(prepare: () => Promise<LoadedHost>): Promise<number> {
  const { host } = await prepare();
  const before = host.syncs;
  await segment();
  return host.syncs - before;
}

const FAULTS = ['before', 'after-some', 'after'] as const;
const STATES = [
  ['a first run', () => workbook()],
  ['a rerun', segmentedOnce],
] as const;

describe.each(STATES)('%s that fails', (_, prepare) => {
  test.each(FAULTS)(
    'at any sync (%s) leaves the workbook as it was and says so, or has finished',
    async (when) => {
      const syncs = await syncsOf(prepare);
      expect(syncs).toBeGreaterThan(10);
      let failures = 0;
      for (let k = 1; k <= syncs; k += 1) {
        const loaded = await prepare();
        const before = dump(loaded.host);
        loaded.host.failSync(k, { code: 'GeneralException', when });
        const result = await segment().catch((error: unknown) => error);
        loaded.host.clearFaults();
        if (result instanceof ExcelFailure) {
          failures += 1;
          expect({ k, message: result.message }).toEqual({
            k,
            message: expect.stringContaining('The workbook is as it was before.'),
          });
          expect(result.untouched).toBe(true);
          expect({ k, dump: dump(loaded.host) }).toEqual({ k, dump: before });
        } else {
          // Only what comes after the new sheets stand complete, or what is optional, may fail without undoing them.
          expect(result).toMatchObject({ people: 4 });
          expect({ k, sheets: sheetNames(loaded) }).toEqual({
            k,
            sheets: expect.not.arrayContaining([expect.stringMatching(/\((new|old)\)$/)]),
          });
          expect(tableRows(loaded, 'FlexSegments')).toHaveLength(4);
        }
      }
      expect(failures).toBeGreaterThanOrEqual(syncs - 4);
    },
    120_000,
  );

  test('because the answer never comes back while it is being undone, too, says what to check', async () => {
    const loaded = await prepare();
    loaded.host.failMember('ChartCollection.add', { code: 'InvalidArgument' });
    loaded.host.failMember('Worksheet.delete', { code: 'GeneralException', times: 20 });
    const failure = await segment().catch((error: unknown) => error);
    expect(failure).toMatchObject({
      untouched: false,
      message: expect.stringContaining('Check the sheets whose names start with "Flex"'),
    });
  });

  test('because the user cancels, at whichever moment, leaves the workbook as it was and says so', async () => {
    const syncs = await syncsOf(prepare);
    let cancelled = 0;
    for (let k = 1; k <= syncs; k += 1) {
      const loaded = await prepare();
      const before = dump(loaded.host);
      const controller = new AbortController();
      const stopAt = loaded.host.syncs + k;
      const watch = setInterval(() => undefined, 1000);
      const execute = loaded.host.execute.bind(loaded.host);
      loaded.host.execute = async (...args) => {
        const answer = await execute(...args);
        if (loaded.host.syncs >= stopAt) controller.abort();
        return answer;
      };
      const result = await segment(controller.signal).catch((error: unknown) => error);
      clearInterval(watch);
      if (!(result instanceof ExcelFailure)) continue;
      cancelled += 1;
      expect(result).toMatchObject({
        code: 'Cancelled',
        untouched: true,
        message: 'Cancelled. The workbook is as it was before.',
      });
      expect({ k, dump: dump(loaded.host) }).toEqual({ k, dump: before });
    }
    expect(cancelled).toBeGreaterThanOrEqual(syncs - 4);
  }, 120_000);
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
