/** How often the usage is read by those who look at it, and what makes them read it again. */
import { createPaneServices } from '../../../src/excel/pane/services';
import type { SegmentSettings } from '../../../src/excel/contract/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { fill, sheetNames, USAGE, workbook } from '../workbook';
import { usageReads } from './reads';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
const HOURS = { row: 1, column: 3, rows: 1, columns: 1 };
const nobody = (): AbortSignal => new AbortController().signal;
const ignore = (): void => undefined;

const services = createPaneServices();
let loaded: LoadedHost;
let stop: () => void = ignore;

const events = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await loaded.host.events.delivered();
};
const inspect = (settings: Partial<SegmentSettings> = {}, signal = nobody()) =>
  services.inspect(SOURCE, { ...DEFAULT_SETTINGS, ...settings }, ignore, signal);
const segment = () => services.commands.segment.run(SOURCE, DEFAULT_SETTINGS, {}, ignore, nobody());
const sheetId = (name: string): string => loaded.grid.sheets().find((sheet) => sheet.name === name)?.id ?? '';
const reads = (work: () => Promise<unknown>): Promise<number> => usageReads(loaded, work);

async function listening(options: { readonly excelApi?: string } = {}): Promise<void> {
  loaded = await workbook(USAGE, options);
  stop = services.onWorkbookChange(ignore);
  await events();
}

afterEach(() => stop());

describe('while nothing changes', () => {
  beforeEach(() => listening());

  test('the same question is read once, and answered the same', async () => {
    const first = await inspect();
    expect(await reads(inspect)).toBe(0);
    expect(await inspect()).toEqual(first);
  });

  test('whoever asks meanwhile waits for the same reading', async () => {
    await segment();
    await events();
    expect(await reads(() => Promise.all([inspect(), services.lastRuns(), inspect()]))).toBe(1);
  });

  test('whether a result still holds is known from what was read for the pane', async () => {
    await segment();
    await events();
    await inspect();
    expect(await reads(() => services.lastRuns())).toBe(0);
    expect((await services.lastRuns()).segment).toMatchObject({ stale: false });
  });

  test('the table and the sheet that hold it are the same cells, and each is told as it was chosen', async () => {
    expect((await inspect()).source).toEqual(SOURCE);
    const choice = { kind: 'selection', address: 'Usage!A1:E9' } as const;
    let found: Awaited<ReturnType<typeof inspect>> | null = null;
    const again = async (): Promise<void> => {
      found = await services.inspect(choice, DEFAULT_SETTINGS, ignore, nobody());
    };
    expect(await reads(again)).toBe(0);
    expect(found).toMatchObject({ source: choice, address: 'Usage!A1:E9' });
  });

  test('one who cancels takes the reading from nobody else', async () => {
    const control = new AbortController();
    const cancelled = inspect({}, control.signal).catch((error: unknown) => error);
    const other = inspect();
    control.abort();
    expect(await cancelled).toMatchObject({ code: 'Cancelled' });
    expect(await other).toMatchObject({ used: 7 });
  });

  test('a reading that fails is tried again', async () => {
    const syncs = loaded.host.syncs;
    await inspect();
    for (let k = loaded.host.syncs - syncs; k >= 1; k -= 1) {
      await services.sources();
      loaded.host.failSync(k, { code: 'GeneralException' });
      expect(await inspect().catch((error: unknown) => error)).toBeInstanceOf(Error);
      loaded.host.clearFaults();
      expect(await inspect()).toMatchObject({ used: 7 });
    }
  });
});

describe('what may have changed is read again', () => {
  beforeEach(async () => {
    await listening();
    await inspect();
  });

  const changes: readonly (readonly [string, () => unknown])[] = [
    ['an edit of the user', () => loaded.grid.edit('Usage', HOURS, [[901]])],
    ['an undo of it', () => loaded.grid.edit('Usage', HOURS, [[900]])],
    ['a recalculation', () => loaded.host.events.calculated(sheetId('Usage'))],
    ['an edit of ours that is no command', () => writeHours(902)],
  ];
  test.each(changes)('after %s', async (_, change) => {
    await change();
    await events();
    expect(await reads(inspect)).toBe(1);
    expect(await reads(inspect)).toBe(0);
  });

  test('after Flex People or Flex Rates came, changed or went', async () => {
    fill(loaded, 'Flex People', [['User'], ['ann@x.org']]);
    expect(await reads(inspect)).toBe(1);
    loaded.grid.edit('Flex People', { row: 1, column: 0, rows: 1, columns: 1 }, [['ben@x.org']]);
    await events();
    expect(await reads(inspect)).toBe(1);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Flex People').delete();
      await context.sync();
    });
    expect(await reads(inspect)).toBe(1);
    await services.insertRates('guide', false);
    await events();
    expect(await reads(() => inspect({ card: 'Flex Rates' }))).toBe(1);
    loaded.grid.edit('Flex Rates', { row: 6, column: 1, rows: 1, columns: 1 }, [['hour']]);
    await events();
    expect(await reads(() => inspect({ card: 'Flex Rates' }).catch(ignore))).toBe(1);
  });

  test('with other settings', async () => {
    expect(await reads(() => inspect({ hoursPerDay: 7 }))).toBe(1);
    expect(await reads(() => inspect({ hoursPerDay: 7, card: 'retail' }))).toBe(1);
    expect(await reads(() => inspect({ hoursPerDay: 7, card: 'retail', asOf: '2026-10-01' }))).toBe(1);
    expect(await reads(() => inspect({ hoursPerDay: 7, card: 'retail', columns: { 4: null } }))).toBe(1);
  });

  test('after its sheet was renamed, also when another takes the name', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Usage').name = 'Usage of 2025';
      await context.sync();
    });
    fill(loaded, 'Usage', [...USAGE.slice(0, -1), ['eve@x.org', 'Revit', 'no date', 'n/a', 'Employee']]);
    expect(await reads(inspect)).toBe(1);
  });

  test('after its sheet was deleted and made anew', async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('Other');
      context.workbook.worksheets.getItem('Usage').delete();
      await context.sync();
    });
    await expect(inspect()).rejects.toThrow('There is no sheet "Usage" any more');
    fill(loaded, 'Usage', [...USAGE]);
    expect(await reads(inspect)).toBe(1);
  });

  test('when the workbook is listed anew: Excel may not have told all', async () => {
    await services.sources();
    expect(await reads(inspect)).toBe(1);
  });

  test('once nobody listens any more', async () => {
    stop();
    expect(await reads(inspect)).toBe(1);
    expect(await reads(inspect)).toBe(1);
  });

  test('but not for an edit elsewhere', async () => {
    fill(loaded, 'Notes', [['a'], ['b']]);
    loaded.grid.edit('Notes', HOURS, [[1]]);
    await events();
    expect(await reads(inspect)).toBe(0);
  });
});

describe('a command', () => {
  beforeEach(() => listening());

  test('reads for itself, even what nobody was told of', async () => {
    await inspect();
    // Behind the back of every event.
    fill(loaded, 'Usage', [...USAGE.slice(0, 4)]);
    expect(await segment()).toMatchObject({ read: 3 });
  });

  test('leaves nothing behind that was read before it wrote', async () => {
    await inspect();
    await segment();
    expect(sheetNames(loaded)).toContain('Flex Segments');
    expect(await reads(inspect)).toBe(1);
  });
});

test('where Excel does not tell of recalculation and sorting, nothing is kept', async () => {
  await listening({ excelApi: '1.9' });
  await inspect();
  expect(await reads(inspect)).toBe(1);
});

async function writeHours(hours: number): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('Usage').getRange('D2').values = [[hours]];
    await context.sync();
  });
}
