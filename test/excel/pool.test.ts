import { sizePool, type PoolInput } from '../../src/engine/pool';
import { createPaneServices } from '../../src/excel/services-impl';
import { ExcelFailure } from '../../src/excel/failure';
import type { Progress } from '../../src/excel/services';
import { DEFAULT_SETTINGS } from '../../src/excel/settings';
import { DEFAULT_POOL_SETTINGS } from '../../src/excel/pool-settings';
import { simulateHere } from '../../src/excel/simulate-here';
import type { LoadedHost } from '../office/load';
import {
  named,
  POOL_HEADER,
  poolWorkbook,
  projectUsage,
  remembering,
  sizePoolOf,
  sizes,
  SOURCE,
  tokensOf,
  typeNamed,
  typeRow,
} from './pool-workbook';
import { cells, dump, fill, OCTOBER, sheetNames, tableRows, type, workbook } from './workbook';

function inspect(pool = {}, settings = {}) {
  return createPaneServices().inspectPool(
    SOURCE,
    { ...DEFAULT_SETTINGS, ...settings },
    { ...DEFAULT_POOL_SETTINGS, ...pool },
    () => undefined,
    new AbortController().signal,
  );
}

function segment() {
  return createPaneServices().segment(
    SOURCE,
    DEFAULT_SETTINGS,
    () => undefined,
    new AbortController().signal,
  );
}

// A whole run through the host takes a second where the machine is busy.
jest.setTimeout(20_000);

const PLAN = { Project: 'Harbour', Start: OCTOBER + 60, End: OCTOBER + 150, People: 10, Products: 'Revit' };

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
        return simulateHere(input, ...rest);
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
    await expect(sizePoolOf()).rejects.toThrow(/Clusters by in 'Flex Pool'!\$?B\$?\d+ is "squad"/);
    expect(dump(loaded.host)).toEqual(before);
  });

  test.each([
    ['Flex_PoolTolerance', 'a bit', /Tolerated stockout risk in 'Flex Pool'!\$?B\$?\d+ is "a bit"/],
    ['Flex_PoolBundle', 2.5, /Bundle in 'Flex Pool'!\$?B\$?\d+ is "2.5"\. Enter a whole number/],
    ['Flex_PoolSalvageShare', 2, /Salvage share in 'Flex Pool'/],
    ['Flex_PoolDisruption', null, /Disruption cost in 'Flex Pool'!\$?B\$?\d+ is empty/],
  ])('a bad %s (%s) is named with its cell and nothing is written', async (name, value, sentence) => {
    await sizePoolOf();
    typeNamed(loaded, name, value);
    const before = dump(loaded.host);
    const failure = await sizePoolOf().catch((error: unknown) => error);
    expect(failure).toMatchObject({ untouched: true, message: expect.stringMatching(sentence) });
    expect(dump(loaded.host)).toEqual(before);
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
    expect((await inspect()).tiers).toEqual([
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
    expect(await inspect({ tolerance: 0.01 })).toMatchObject({
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
    expect((await inspect()).writes).toEqual([{ sheet: 'Flex Pool', state: 'blocked' }]);
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
    expect((await inspect({}, { asOf: '2026-06-30' })).window).toEqual({
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

describe('before a sizing', () => {
  test('the pane is told who counts, the year, the clusters each column gives, and what is written; nothing is written', async () => {
    const loaded = await poolWorkbook();
    const before = dump(loaded.host);
    const seen = await inspect();
    expect(seen).toMatchObject({
      address: 'Usage!A1:E481',
      people: 50,
      flexPeople: null,
      segmentation: null,
      baseline: tokensOf(projectUsage(40)),
      months: 12,
      window: { first: 'Nov 2025', last: 'Oct 2026' },
      kinds: { project: 40, team: 0, department: 0, user: 0, product: 0 },
      currency: 'USD',
      price: 0.3,
      tiers: [],
      projects: null,
      writes: [{ sheet: 'Flex Pool', state: 'new' }],
      canRun: true,
    });
    expect(seen.clusters.map(({ by, count }) => [by, count])).toEqual([
      ['auto', 40],
      ['project', 40],
      ['user', 50],
    ]);
    expect(dump(loaded.host)).toEqual(before);
    await sizePoolOf();
    expect((await inspect()).writes).toEqual([{ sheet: 'Flex Pool', state: 'replaces ours' }]);
  });

  test('the settings start careful, count Flex people once there is a segmentation, and come back as saved', async () => {
    await poolWorkbook();
    const services = createPaneServices();
    expect(await services.poolSettings()).toEqual(DEFAULT_POOL_SETTINGS);
    await segment();
    expect((await services.poolSettings()).people).toBe('flex');
    await services.savePoolSettings({ ...DEFAULT_POOL_SETTINGS, tolerance: 0.02 });
    expect(await services.poolSettings()).toEqual({ ...DEFAULT_POOL_SETTINGS, tolerance: 0.02 });
  });
});

describe('the people who count', () => {
  const ROWS = [
    [...POOL_HEADER],
    ['ann', 'Revit', OCTOBER, 1100, 'A'],
    ['ann', 'Revit', OCTOBER - 200, 900, 'A'],
    ['ben', 'Revit', OCTOBER - 300, 100, 'B'],
    ['cara', 'Revit', OCTOBER - 300, 40, 'C'],
  ];

  test('are those the segmentation puts on Flex, and a Decision wins over it', async () => {
    const loaded = await workbook(ROWS);
    await segment();
    const flex = () => sizePoolOf({ pool: { people: 'flex' } });
    expect(await flex()).toMatchObject({ baseline: 140 * 5, people: 2 });
    type(loaded, 'FlexSegments', 'cara', 'Decision', 'Keep seat');
    type(loaded, 'FlexSegments', 'ann', 'Decision', 'Move to Flex');
    type(loaded, 'FlexSegments', 'ben', 'Decision', 'Review later');
    expect(await flex()).toMatchObject({ baseline: 2100 * 5, people: 2 });
    expect((await inspect({ people: 'flex' })).flexPeople).toBe(2);
    expect((await sizePoolOf()).baseline).toBe(2140 * 5);
  });

  test('use only the products recommended for Flex', async () => {
    const loaded = await workbook(ROWS);
    await segment();
    const more = [...ROWS, ['ben', 'AutoCAD', OCTOBER - 300, 300, 'B']];
    fill(loaded, 'Usage', more);
    await segment();
    type(loaded, 'FlexSegments', 'ben', 'Recommendation', 'Revit: Named User; AutoCAD: Flex');
    const outcome = await sizePoolOf({ pool: { people: 'flex' } });
    expect(outcome.baseline).toBe(40 * 5 + 300);
    expect(outcome.messages.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('10,500 tokens of the year are not counted'),
    );
  });

  test('that the segmentation does not know are counted, and its age is said', async () => {
    const loaded = await workbook(ROWS);
    await segment();
    fill(loaded, 'Usage', [...ROWS, ['dora', 'Revit', OCTOBER, 10, 'D']]);
    const seen = await inspect({ people: 'flex' });
    expect(seen.segmentation).toMatchObject({ stale: true });
    const texts = seen.messages.map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringContaining('1 person of the usage is not on Flex Segments'));
    expect(texts).toContainEqual(
      expect.stringContaining('The usage has changed since Flex Segments was made'),
    );
  });

  test('cannot be those on Flex before a segmentation, which is said and refused', async () => {
    await workbook(ROWS);
    expect(await inspect({ people: 'flex' })).toMatchObject({ canRun: false, flexPeople: null });
    await expect(sizePoolOf({ pool: { people: 'flex' } })).rejects.toThrow(/Run Segment users first/);
  });

  test('have their own cost of a missing token by role, kept over reruns', async () => {
    const loaded = await workbook(ROWS);
    fill(loaded, 'Flex People', [
      ['Email', 'Role'],
      ['ann', 'Engineer'],
      ['ben', 'Drafter'],
    ]);
    await sizePoolOf({ pool: { disruption: 1 } });
    expect(tableRows(loaded, 'FlexPoolClasses')).toMatchObject([
      { Role: 'Engineer', People: 1, Tokens: 10_000 },
      { Role: 'Drafter', People: 1, Tokens: 500 },
    ]);
    typeRow(loaded, 'FlexPoolClasses', 0, { 'Disruption cost': 20 });
    let disruption = 0;
    const spy = () =>
      sizePoolOf({
        pool: { disruption: 1 },
        simulate: (input) => {
          disruption = input.prices.disruption;
          return remembering(input, () => undefined, new AbortController().signal);
        },
      });
    await spy();
    expect(disruption).toBeCloseTo((10_000 * 20 + 700) / 10_700, 9);
    await spy();
    expect(tableRows(loaded, 'FlexPoolClasses')[0]).toMatchObject({ 'Disruption cost': 20 });
    fill(loaded, 'Flex People', [
      ['Email', 'Role'],
      ['ben', 'Drafter'],
    ]);
    await spy();
    expect(tableRows(loaded, 'FlexPoolClasses')[1]).toMatchObject({
      Role: 'Engineer',
      'Disruption cost': 20,
    });
    typeRow(loaded, 'FlexPoolClasses', 0, { 'Disruption cost': 'dear' });
    await expect(spy()).rejects.toThrow(/Disruption cost of Drafter in 'Flex Pool'!D\d+ is "dear"/);
  });
});

describe('planned work', () => {
  test('typed into Flex Projects adds its burst to the next sizing, and the sheet is never replaced', async () => {
    const loaded = await poolWorkbook();
    const services = createPaneServices();
    const before = await sizePoolOf();
    expect(await services.insertProjects()).toMatchObject({ sheet: 'Flex Projects' });
    expect(await inspect()).toMatchObject({ projects: { used: 0, rejected: [] } });
    typeRow(loaded, 'FlexProjects', 0, PLAN);
    const plan = tableRows(loaded, 'FlexProjects');
    const after = await sizePoolOf();
    expect(after.planned.projects).toBe(1);
    expect(after.baseline).toBeCloseTo(before.baseline + after.planned.expected, 6);
    expect(after.choices[2]!.size).toBeGreaterThan(before.choices[2]!.size);
    expect(tableRows(loaded, 'FlexPoolPlanned')).toMatchObject([{ Project: 'Harbour' }]);
    expect(tableRows(loaded, 'FlexProjects')).toEqual(plan);
    await expect(services.insertProjects()).rejects.toMatchObject({ code: 'ProjectsExist', untouched: true });
    expect(tableRows(loaded, 'FlexProjects')).toEqual(plan);
  });

  test('that continues a project of the history does not count it twice', async () => {
    const loaded = await poolWorkbook();
    await createPaneServices().insertProjects();
    typeRow(loaded, 'FlexProjects', 0, { ...PLAN, Continues: 'Project 3' });
    const outcome = await sizePoolOf();
    expect(outcome.clusters).toBe(39);
    const [planned] = tableRows(loaded, 'FlexPoolPlanned');
    const third = projectUsage(40).filter((row) => row[4] === 'Project 3');
    expect(planned).toMatchObject({ 'Taken out of history': tokensOf([[], ...third]) });
  });

  test('that cannot be read is listed with its cell and left out', async () => {
    const loaded = await poolWorkbook();
    await createPaneServices().insertProjects();
    typeRow(loaded, 'FlexProjects', 1, { ...PLAN, Products: 'Unheard Of' });
    const seen = await inspect();
    expect(seen.projects).toMatchObject({ used: 0, rejected: [{ value: 'Unheard Of' }] });
    const outcome = await sizePoolOf();
    expect(outcome.planned.projects).toBe(0);
    const listed = cells(loaded, 'Flex Pool').flat();
    expect(listed).toContainEqual(expect.stringMatching(/^'Flex Projects'!E\d+$/));
  });
});

describe('the last sizing', () => {
  test('is none at first, then current, and out of date once usage, plan or a decision changes', async () => {
    const loaded = await poolWorkbook();
    const services = createPaneServices();
    expect(await services.lastPool()).toBeNull();
    await segment();
    await services.insertProjects();
    await sizePoolOf({ pool: { people: 'flex' } });
    expect(await services.lastPool()).toMatchObject({ input: 'Usage!A1:E481', people: 50, stale: false });
    typeRow(loaded, 'FlexProjects', 0, PLAN);
    expect(await services.lastPool()).toMatchObject({ stale: true });
    await sizePoolOf({ pool: { people: 'flex' } });
    type(loaded, 'FlexSegments', 'p1@x.org', 'Decision', 'Keep seat');
    expect(await services.lastPool()).toMatchObject({ stale: true });
    await sizePoolOf({ pool: { people: 'flex' } });
    expect(await services.lastPool()).toMatchObject({ people: 49, stale: false });
    fill(loaded, 'Usage', projectUsage(39));
    expect(await services.lastPool()).toMatchObject({ stale: true });
  });

  test('keeps no names of people or projects with the sheet', async () => {
    const loaded = await poolWorkbook();
    await sizePoolOf();
    const sheet = loaded.grid.sheets().find(({ name }) => name === 'Flex Pool')!;
    const kept = [...loaded.host.state.record(sheet.id).properties.values()];
    expect(kept.length).toBeGreaterThan(8);
    for (const { value } of kept) {
      expect(value.length).toBeLessThan(256);
      expect(value).not.toMatch(/@x\.org|Project \d/);
    }
  });
});
