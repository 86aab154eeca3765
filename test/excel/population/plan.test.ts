import { createPaneServices } from '../../../src/excel/pane/services';
import {
  inspectPoolOf,
  poolWorkbook,
  projectUsage,
  segmentUsage,
  sizePoolOf,
  tokensOf,
  typeRow,
} from '../pool/workbook';
import { cells, fill, OCTOBER, tableRows, type } from '../workbook';

// A whole run through the host takes a second where the machine is busy.
jest.setTimeout(20_000);

const PLAN = { Project: 'Harbour', Start: OCTOBER + 60, End: OCTOBER + 150, People: 10, Products: 'Revit' };

describe('planned work', () => {
  test('typed into Flex Projects adds its burst to the next sizing, and the sheet is never replaced', async () => {
    const loaded = await poolWorkbook();
    const services = createPaneServices();
    const before = await sizePoolOf();
    expect(await services.insertProjects()).toMatchObject({ sheet: 'Flex Projects' });
    expect(await inspectPoolOf()).toMatchObject({ projects: { used: 0, rejected: [] } });
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
    const seen = await inspectPoolOf();
    expect(seen.projects).toMatchObject({
      used: 0,
      rejected: [{ value: 'Unheard Of' }],
      address: expect.stringMatching(/^'Flex Projects'!A\d+:H\d+$/),
    });
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
    expect((await services.lastRuns()).pool).toBeNull();
    await segmentUsage();
    await services.insertProjects();
    await sizePoolOf({ pool: { people: 'flex' } });
    expect((await services.lastRuns()).pool).toMatchObject({
      input: 'Usage!A1:E481',
      people: 50,
      stale: false,
    });
    typeRow(loaded, 'FlexProjects', 0, PLAN);
    expect((await services.lastRuns()).pool).toMatchObject({ stale: true });
    await sizePoolOf({ pool: { people: 'flex' } });
    type(loaded, 'FlexSegments', 'p1@x.org', 'Decision', 'Keep seat');
    expect((await services.lastRuns()).pool).toMatchObject({ stale: true });
    await sizePoolOf({ pool: { people: 'flex' } });
    expect((await services.lastRuns()).pool).toMatchObject({ people: 49, stale: false });
    fill(loaded, 'Usage', projectUsage(39));
    expect((await services.lastRuns()).pool).toMatchObject({ stale: true });
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
