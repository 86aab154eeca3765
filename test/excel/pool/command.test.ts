import { sizePool, type PoolInput } from '../../../src/engine/pool';
import { ExcelFailure } from '../../../src/excel/host/failure';
import type { Progress } from '../../../src/excel/contract/services';
import { runHere } from '../../../src/excel/host/run-here';
import type { LoadedHost } from '../../office/load';
import {
  inspectPoolOf,
  named,
  poolWorkbook,
  projectUsage,
  sizePoolOf,
  sizes,
  tokensOf,
  typeNamed,
  typeRow,
} from './workbook';
import { cells, dump, fill, OCTOBER, sheetNames, tableRows, workbook } from '../workbook';

// A whole run through the host takes a second where the machine is busy.
jest.setTimeout(20_000);

describe('Size the pool', () => {
  let loaded: LoadedHost;
  beforeEach(async () => {
    loaded = await poolWorkbook();
  });

  test('the baseline is the year of tokens added up by hand, and every size is a whole bundle that covers it', async () => {
    const baseline = tokensOf(projectUsage(40));
    const outcome = await sizePoolOf();
    expect(outcome.baseline).toBeCloseTo(baseline, 6);
    expect(named(loaded, 'Flex_PoolTolerance')).toBe(0.05);
    const [base, guide, calibrated] = sizes(loaded);
    expect(base).toBe(Math.ceil(baseline / 100) * 100);
    expect(guide).toBe(Math.ceil((baseline * (1 + outcome.guideBuffer)) / 100) * 100);
    expect(calibrated! % 100).toBe(0);
    expect(calibrated).toBeGreaterThan(base!);
    expect(outcome).toMatchObject({ clusters: 40, people: 50, estimated: false, read: 480, used: 480 });
    expect(outcome.blocked).toEqual({ product: 'Revit', unit: 'day of 8 h', tokens: 40 });
    expect(sheetNames(loaded)).toEqual(['Usage', 'Flex Pool']);
  });

  test('the simulation on this thread gives the same sizes as any other, and counts its draws', async () => {
    const seen: Progress[] = [];
    let asked: PoolInput | null = null;
    const outcome = await sizePoolOf({
      simulate: (input, ...rest) => {
        asked = input;
        return runHere('pool', input, ...rest);
      },
      onProgress: (p) => seen.push(p),
    });
    expect(outcome.choices).toEqual(sizePool(asked!).choices);
    const draws = seen.filter(({ phase }) => phase === 'computing');
    expect(draws[0]).toMatchObject({ done: 0, total: 10_000, text: '0 of 10,000 draws' });
    expect(draws[draws.length - 1]).toMatchObject({ done: 10_000, text: '10,000 of 10,000 draws' });
  });

  test('a tolerance typed into its cell is what the next run sizes for, and the pane wins once it changes', async () => {
    const first = await sizePoolOf();
    typeNamed(loaded, 'Flex_PoolTolerance', 0.2);
    const second = await sizePoolOf();
    expect(second.tolerance).toBe(0.2);
    expect(second.choices[2]!.size).toBeLessThan(first.choices[2]!.size);
    expect(second.messages.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Tolerated stockout risk was taken from Flex Pool'),
    );
    expect(named(loaded, 'Flex_PoolTolerance')).toBe(0.2);
    expect((await sizePoolOf()).tolerance).toBe(0.2);
    expect((await sizePoolOf({ pool: { tolerance: 0.1 } })).tolerance).toBe(0.1);
    expect(named(loaded, 'Flex_PoolTolerance')).toBe(0.1);
  });

  test('words typed into the people and cluster cells are understood, others are named with their cell', async () => {
    await sizePoolOf();
    typeNamed(loaded, 'Flex_PoolCluster', 'User');
    expect((await sizePoolOf()).clusters).toBe(50);
    typeNamed(loaded, 'Flex_PoolCluster', 'squad');
    const before = dump(loaded.host);
    await expect(sizePoolOf()).rejects.toThrow(
      /Demand moves together by in 'Flex Pool'!\$?B\$?\d+ is "squad"/,
    );
    expect(dump(loaded.host)).toEqual(before);
  });

  test.each([
    ['Flex_PoolTolerance', 'a bit', /Tolerated stockout risk in 'Flex Pool'!\$?B\$?\d+ is "a bit"/],
    ['Flex_PoolBundle', 2.5, /Bundle in 'Flex Pool'!\$?B\$?\d+ is "2.5"\. Enter a whole number/],
    ['Flex_PoolSalvageShare', 2, /Salvage share in 'Flex Pool'/],
    ['Flex_PoolDisruption', 'dear', /Disruption cost in 'Flex Pool'!\$?B\$?\d+ is "dear"/],
  ])('a bad %s (%s) is named with its cell and nothing is written', async (name, value, sentence) => {
    await sizePoolOf();
    typeNamed(loaded, name, value);
    const before = dump(loaded.host);
    const failure = await sizePoolOf().catch((error: unknown) => error);
    expect(failure).toMatchObject({ untouched: true, message: expect.stringMatching(sentence) });
    expect(dump(loaded.host)).toEqual(before);
  });

  test('without a disruption cost a missing token costs what the tolerance implies, until one is typed or emptied again', async () => {
    const first = await sizePoolOf();
    const price = Number(named(loaded, 'Flex_PoolTokenPrice'));
    // docs/methods.md, "Purchase": cu = co (1 − τ) ÷ τ, of which the top-up at list price already costs what an early token does.
    expect(named(loaded, 'Flex_PoolDisruption')).toBeCloseTo((price * 0.95) / 0.05, 6);
    const size = (outcome: typeof first, kind: string): number =>
      outcome.choices.find((choice) => choice.kind === kind)!.size;
    expect(Math.abs(size(first, 'optimal') - size(first, 'calibrated'))).toBeLessThanOrEqual(100);
    typeNamed(loaded, 'Flex_PoolTolerance', 0.2);
    await sizePoolOf();
    expect(named(loaded, 'Flex_PoolDisruption')).toBeCloseTo(price * 4, 6);
    typeNamed(loaded, 'Flex_PoolDisruption', 50 * price);
    const typed = await sizePoolOf();
    expect(named(loaded, 'Flex_PoolDisruption')).toBe(50 * price);
    expect(size(typed, 'optimal')).toBeGreaterThan(size(typed, 'calibrated'));
    typeNamed(loaded, 'Flex_PoolDisruption', null);
    await sizePoolOf();
    expect(named(loaded, 'Flex_PoolDisruption')).toBeCloseTo(price * 4, 6);
  });

  test('an emptied top-up price is the list price again, also when that is changed on the sheet', async () => {
    await sizePoolOf({ pool: { topUpPrice: 5 } });
    typeNamed(loaded, 'Flex_PoolTopUpPrice', null);
    typeNamed(loaded, 'Flex_PoolTokenPrice', 3);
    await sizePoolOf({ pool: { topUpPrice: 5 } });
    expect(named(loaded, 'Flex_PoolTopUpPrice')).toBe(3);
    expect(named(loaded, 'Flex_PoolTokenPrice')).toBe(3);
  });

  test('the mis-sized share on the sheet is the user’s and stays', async () => {
    await sizePoolOf();
    typeNamed(loaded, 'Flex_PoolMissizeShare', 0.2);
    const outcome = await sizePoolOf();
    expect(named(loaded, 'Flex_PoolMissizeShare')).toBe(0.2);
    expect(outcome.messages.some(({ text }) => text.includes('Mis-sized'))).toBe(false);
  });

  test('tiers typed into the table decide the price, in any order, and stay with the room left for more', async () => {
    await sizePoolOf();
    const rows = tableRows(loaded, 'FlexPoolTiers').length;
    expect(rows).toBeGreaterThanOrEqual(6);
    typeRow(loaded, 'FlexPoolTiers', 0, { 'From quantity': 20_000, Price: 0.2 });
    typeRow(loaded, 'FlexPoolTiers', 3, { 'From quantity': 1000, Price: 0.3 });
    const outcome = await sizePoolOf();
    for (const choice of outcome.choices) expect(choice.price).toBe(choice.size >= 20_000 ? 0.2 : 0.3);
    expect(outcome.choices.some(({ price }) => price === 0.2)).toBe(true);
    const tiers = tableRows(loaded, 'FlexPoolTiers');
    expect(tiers).toHaveLength(rows);
    expect(tiers.slice(0, 3).map((row) => Object.values(row).slice(0, 2))).toEqual([
      [1000, 0.3],
      [20_000, 0.2],
      [null, null],
    ]);
    expect((await inspectPoolOf()).tiers).toEqual([
      { from: 1000, price: 0.3 },
      { from: 20_000, price: 0.2 },
    ]);
  });

  test.each([
    [{ 'From quantity': 'many', Price: 3 }, /From quantity in 'Flex Pool'!A\d+ is "many"/],
    [{ 'From quantity': 100 }, /Price in 'Flex Pool'!B\d+ is empty/],
    [{ 'From quantity': 100, Price: -1 }, /Price in 'Flex Pool'!B\d+ is "-1"/],
  ])(
    'a tier row that cannot be used (%o) is named with its cell and nothing is written',
    async (row, sentence) => {
      await sizePoolOf();
      typeRow(loaded, 'FlexPoolTiers', 1, row);
      const before = dump(loaded.host);
      await expect(sizePoolOf()).rejects.toThrow(sentence);
      expect(dump(loaded.host)).toEqual(before);
    },
  );

  test('a tier that stands twice names both cells', async () => {
    await sizePoolOf();
    typeRow(loaded, 'FlexPoolTiers', 0, { 'From quantity': 100, Price: 3 });
    typeRow(loaded, 'FlexPoolTiers', 2, { 'From quantity': 100, Price: 2 });
    await expect(sizePoolOf()).rejects.toThrow(/stands twice, in 'Flex Pool'!A\d+ and 'Flex Pool'!A\d+/);
  });

  test('the people and cluster cells offer their words in a list', async () => {
    await sizePoolOf();
    const place = (name: string) => loaded.host.state.names.find((item) => item.name === name)!.place!;
    const listed = (name: string): unknown => {
      const { sheetId, rect } = place(name);
      const { validations } = loaded.host.state.record(sheetId);
      return validations.find((held) => held.rect.row === rect.row && held.rect.column === rect.column)?.rule;
    };
    expect(JSON.stringify(listed('Flex_PoolPeople'))).toContain('all people,Flex segments');
    expect(JSON.stringify(listed('Flex_PoolCluster'))).toContain('auto,project,team,department,user');
    expect(listed('Flex_PoolSeed')).toBeUndefined();
  });

  test('formulas of the user over the sizes and their names read the same after a rerun', async () => {
    await sizePoolOf();
    fill(loaded, 'Mine', [
      ['=SUM(FlexPoolSizes[Size])', '=Flex_PoolTolerance*2', '=Flex_PoolCalibratedSize'],
    ]);
    await sizePoolOf({ pool: { tolerance: 0.1 } });
    expect(cells(loaded, 'Mine', true)[0]).toEqual([
      '=SUM(FlexPoolSizes[Size])',
      '=Flex_PoolTolerance*2',
      '=Flex_PoolCalibratedSize',
    ]);
    expect(sheetNames(loaded)).toEqual(['Usage', 'Flex Pool', 'Mine']);
  });

  test('1 % is refused in words where a handful of projects cannot carry it, before anything is written', async () => {
    const few = await poolWorkbook(6);
    const before = dump(few.host);
    expect(await inspectPoolOf({ tolerance: 0.01 })).toMatchObject({
      canRun: false,
      messages: [{ level: 'error', text: expect.stringContaining('effective clusters') }],
    });
    const failure = await sizePoolOf({ pool: { tolerance: 0.01 } }).catch((error: unknown) => error);
    expect(failure).toMatchObject({
      untouched: true,
      message: expect.stringMatching(/stockout risk of 1 ?%/),
    });
    expect(dump(few.host)).toEqual(before);
    expect((await sizePoolOf({ pool: { tolerance: 0.05 } })).clusters).toBe(6);
  });

  test('a sheet Flex Pool of the user’s own is announced as blocked, refused and untouched', async () => {
    fill(loaded, 'Flex Pool', [['my own notes']]);
    const before = dump(loaded.host);
    expect((await inspectPoolOf()).writes).toEqual([{ sheet: 'Flex Pool', state: 'blocked' }]);
    await expect(sizePoolOf()).rejects.toMatchObject({ code: 'SheetNotOurs', untouched: true });
    expect(dump(loaded.host)).toEqual(before);
  });

  test('cancelling while it simulates leaves the workbook as it was and says so', async () => {
    const before = dump(loaded.host);
    const controller = new AbortController();
    const run = sizePoolOf({
      signal: controller.signal,
      simulate: (_, __, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reject(Object.assign(new Error('stopped'), { name: 'AbortError' }));
          });
          setTimeout(() => {
            controller.abort();
          }, 0);
        }),
    });
    await expect(run).rejects.toMatchObject({
      code: 'Cancelled',
      untouched: true,
      message: 'Cancelled. The workbook is as it was before.',
    });
    expect(dump(loaded.host)).toEqual(before);
  });

  test('a simulation that breaks leaves the workbook as it was', async () => {
    await sizePoolOf();
    const before = dump(loaded.host);
    const failure = await sizePoolOf({ simulate: () => Promise.reject(new Error('worker gone')) }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(ExcelFailure);
    expect(failure).toMatchObject({ untouched: true });
    expect(dump(loaded.host)).toEqual(before);
  });

  test('data without a user column can be sized by product', async () => {
    await workbook([
      ['Product', 'Date', 'Tokens', 'Hours'],
      ...projectUsage(3)
        .slice(1)
        .map(([, product, date, hours]) => [product ?? null, date ?? null, Number(hours) * 5, hours ?? null]),
    ]);
    const outcome = await sizePoolOf();
    expect(outcome.clusters).toBe(1);
    expect(outcome.blocked?.product).toBe('Revit');
  });

  test('an as-of date in the settings is the end of the year that is sized', async () => {
    await sizePoolOf({ settings: { asOf: '2026-06-30' } });
    const whole = tokensOf(projectUsage(40));
    const outcome = await sizePoolOf({ settings: { asOf: '2026-06-30' } });
    expect(outcome.baseline).toBeLessThan(whole);
    expect((await inspectPoolOf({}, { asOf: '2026-06-30' })).window).toEqual({
      first: 'Jul 2025',
      last: 'Jun 2026',
    });
  });

  test('a short history is scaled to a year only when asked, and then marked as an estimate', async () => {
    const rows = projectUsage(40).filter((row) => row[2] === 'Date' || Number(row[2]) > OCTOBER - 150);
    await workbook(rows);
    const plain = await sizePoolOf();
    const scaled = await sizePoolOf({ pool: { scaleShort: true } });
    expect(plain.estimated).toBe(false);
    expect(scaled.estimated).toBe(true);
    expect(scaled.baseline).toBeCloseTo((plain.baseline * 12) / 5, 6);
  });
});
