import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { Progress } from '../../../src/excel/contract/services';
import { HEADER, OCTOBER, tableRows, workbook, type Cell } from '../workbook';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
const BLOCK = 2_000_000;

function manyPeople(people: number): Cell[][] {
  const rows: Cell[][] = [[...HEADER]];
  for (let i = 0; i < people; i += 1) {
    rows.push([
      `person-${i}@example.org`,
      i % 3 === 0 ? 'AutoCAD' : 'Revit',
      OCTOBER - (i % 360),
      1 + (i % 2400),
      'Employee',
    ]);
  }
  return rows;
}

test('20,000 rows of 20,000 people are read and written within the size of a block a request', async () => {
  const loaded = await workbook(manyPeople(20_000));
  const seen: Progress[] = [];
  const outcome = await createPaneServices().commands.segment.run(
    SOURCE,
    DEFAULT_SETTINGS,
    {},
    (progress) => seen.push(progress),
    new AbortController().signal,
  );
  expect(outcome.people).toBe(20_000);
  expect(outcome.rows).toHaveLength(200);
  expect(loaded.host.largestRequest).toBeLessThan(BLOCK * 1.2);
  expect(loaded.host.largestResponse).toBeLessThan(BLOCK * 1.2);
  const rows = tableRows(loaded, 'FlexSegments', true);
  expect(rows).toHaveLength(20_000);
  expect(rows[19_999]?.['User']).toBe('person-19999@example.org');
  expect(new Set(seen.filter((p) => p.phase === 'reading').map((p) => p.done)).size).toBeGreaterThan(1);
}, 120_000);

test('a second run over 20,000 rows reads the earlier decisions within the limits, too', async () => {
  const loaded = await workbook(manyPeople(20_000));
  const services = createPaneServices();
  const run = () =>
    services.commands.segment.run(
      SOURCE,
      DEFAULT_SETTINGS,
      {},
      () => undefined,
      new AbortController().signal,
    );
  await run();
  loaded.host.resetLog();
  const outcome = await run();
  expect(outcome).toMatchObject({ people: 20_000, changed: 0, newPeople: 0, gonePeople: 0 });
  expect(loaded.host.largestResponse).toBeLessThan(5_000_000);
  expect(loaded.host.requests.filter((request) => request.error !== null)).toEqual([]);
}, 120_000);
