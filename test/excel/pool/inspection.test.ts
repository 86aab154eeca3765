import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_POOL_SETTINGS } from '../../../src/excel/pool/settings';
import {
  inspectPoolOf,
  POOL_HEADER,
  poolWorkbook,
  projectUsage,
  remembering,
  segmentUsage,
  sizePoolOf,
  tokensOf,
  typeRow,
} from './workbook';
import { dump, fill, OCTOBER, tableRows, type, workbook } from '../workbook';

// A whole run through the host takes a second where the machine is busy.
jest.setTimeout(20_000);

describe('before a sizing', () => {
  test('the pane is told who counts, the year, the clusters each column gives, and what is written; nothing is written', async () => {
    const loaded = await poolWorkbook();
    const before = dump(loaded.host);
    const seen = await inspectPoolOf();
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
    expect((await inspectPoolOf()).writes).toEqual([{ sheet: 'Flex Pool', state: 'replaces ours' }]);
  });

  test('the settings start careful, count Flex people once there is a segmentation, and come back as saved', async () => {
    await poolWorkbook();
    const services = createPaneServices();
    expect(await services.commands.pool.settings()).toEqual(DEFAULT_POOL_SETTINGS);
    await segmentUsage();
    expect((await services.commands.pool.settings()).people).toBe('flex');
    await services.commands.pool.save({ ...DEFAULT_POOL_SETTINGS, tolerance: 0.02 });
    expect(await services.commands.pool.settings()).toEqual({ ...DEFAULT_POOL_SETTINGS, tolerance: 0.02 });
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
    await segmentUsage();
    const flex = () => sizePoolOf({ pool: { people: 'flex' } });
    expect(await flex()).toMatchObject({ baseline: 140 * 5, people: 2 });
    type(loaded, 'FlexSegments', 'cara', 'Decision', 'Keep seat');
    type(loaded, 'FlexSegments', 'ann', 'Decision', 'Move to Flex');
    type(loaded, 'FlexSegments', 'ben', 'Decision', 'Review later');
    expect(await flex()).toMatchObject({ baseline: 2100 * 5, people: 2 });
    expect((await inspectPoolOf({ people: 'flex' })).flexPeople).toBe(2);
    expect((await sizePoolOf()).baseline).toBe(2140 * 5);
  });

  test('use only the products recommended for Flex', async () => {
    const loaded = await workbook(ROWS);
    await segmentUsage();
    const more = [...ROWS, ['ben', 'AutoCAD', OCTOBER - 300, 300, 'B']];
    fill(loaded, 'Usage', more);
    await segmentUsage();
    type(loaded, 'FlexSegments', 'ben', 'Recommendation', 'Revit: Named User; AutoCAD: Flex');
    const outcome = await sizePoolOf({ pool: { people: 'flex' } });
    expect(outcome.baseline).toBe(40 * 5 + 300);
    expect(outcome.messages.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('10,500 tokens of the year are not counted'),
    );
  });

  test('that the segmentation does not know are counted, and its age is said', async () => {
    const loaded = await workbook(ROWS);
    await segmentUsage();
    fill(loaded, 'Usage', [...ROWS, ['dora', 'Revit', OCTOBER, 10, 'D']]);
    const seen = await inspectPoolOf({ people: 'flex' });
    expect(seen.segmentation).toMatchObject({ stale: true });
    const texts = seen.messages.map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringContaining('1 person of the usage is not on Flex Segments'));
    expect(texts).toContainEqual(expect.stringContaining('The usage changed since Flex Segments was made'));
  });

  test('cannot be those on Flex before a segmentation, which is said and refused', async () => {
    await workbook(ROWS);
    expect(await inspectPoolOf({ people: 'flex' })).toMatchObject({ canRun: false, flexPeople: null });
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
