import { createPaneServices } from '../../../src/excel/pane/services';
import type { Progress, SegmentOutcome, SegmentSettings } from '../../../src/excel/contract/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { cells, fill, sheetNames, tableRows, type, USAGE, workbook } from '../workbook';

const SOURCE = { kind: 'sheet', name: 'Usage' } as const;

function run(
  settings: Partial<SegmentSettings> = {},
  onProgress: (p: Progress) => void = () => undefined,
): Promise<SegmentOutcome> {
  const services = createPaneServices();
  return services.commands.segment.run(
    SOURCE,
    { ...DEFAULT_SETTINGS, ...settings },
    {},
    onProgress,
    new AbortController().signal,
  );
}

describe('Segment users', () => {
  let loaded: LoadedHost;
  beforeEach(async () => {
    loaded = await workbook();
  });

  test('gives every person one row with the segment worked out by hand', async () => {
    const outcome = await run();
    const rows = tableRows(loaded, 'FlexSegments');
    expect(rows.map((row) => [row['User'], row['Segment']])).toEqual([
      ['ann@x.org', 'Named User'],
      ['ben@x.org', 'Flex – low utilisation'],
      ['cara@x.org', 'Flex – contractor'],
      ['=HYPERLINK("http://x")', 'Flex – low utilisation'],
      // Only use of a product that no card knows: outside the choice between seat and tokens.
      ['eve@x.org', 'Flex – low utilisation'],
    ]);
    expect(outcome.people).toBe(5);
    expect(outcome.read).toBe(8);
    expect(outcome.used).toBe(7);
    expect(outcome.rejected).toHaveLength(1);
    expect(sheetNames(loaded)).toEqual(['Usage', 'Flex Segments', 'Flex Summary']);
  });

  test('a user name that looks like a formula stays text', async () => {
    await run();
    // Were it a formula, this grid, which computes nothing, would have no value for it.
    expect(tableRows(loaded, 'FlexSegments')[3]?.['User']).toBe('=HYPERLINK("http://x")');
  });

  test('costs are formulas over the named assumptions, with the names on Flex Summary', async () => {
    await run();
    const [ann] = tableRows(loaded, 'FlexSegments', true);
    expect(ann?.['Flex cost']).toMatch(/^=F\d+\*Flex_TokenPrice\*\(1-Flex_TokenDiscount\)$/);
    expect(ann?.['Best seat cost']).toMatch(
      /^=T\d+\*\(1-Flex_SeatDiscount\)\+U\d+\*Flex_TokenPrice\*\(1-Flex_TokenDiscount\)$/,
    );
    const price = loaded.host.state.names.find((item) => item.name === 'Flex_TokenPrice');
    expect(loaded.grid.read(price!.place!.sheetId, price!.place!.rect)).toEqual([[0.3]]);
    const [summary] = tableRows(loaded, 'FlexSegmentSummary', true);
    expect(summary?.['Users']).toMatch(/^=COUNTIFS\(FlexSegments\[Segment\],A\d+\)$/);
  });

  test('a decision, owner and note stay with their person when the rows come in another order', async () => {
    await run();
    type(loaded, 'FlexSegments', 'cara@x.org', 'Decision', 'Keep seat');
    type(loaded, 'FlexSegments', 'cara@x.org', 'Owner', 'R. Roe');
    type(loaded, 'FlexSegments', 'ben@x.org', 'Note', 'leaves in May');
    const [header, ...rows] = USAGE;
    fill(loaded, 'Usage', [header!, ...rows.slice().reverse()]);
    const outcome = await run();
    const byUser = new Map(tableRows(loaded, 'FlexSegments').map((row) => [row['User'], row]));
    expect(byUser.get('cara@x.org')).toMatchObject({ Decision: 'Keep seat', Owner: 'R. Roe' });
    expect(byUser.get('ben@x.org')).toMatchObject({ Note: 'leaves in May', Decision: null });
    expect(outcome).toMatchObject({ changed: 0, newPeople: 0, gonePeople: 0 });
    expect(sheetNames(loaded)).toEqual(['Usage', 'Flex Segments', 'Flex Summary']);
  });

  test('what was written for a person who left is listed, and comes back with the person', async () => {
    await run();
    type(loaded, 'FlexSegments', 'cara@x.org', 'Decision', 'Keep seat');
    fill(
      loaded,
      'Usage',
      USAGE.filter((row) => row[0] !== 'cara@x.org'),
    );
    const without = await run();
    expect(without.gonePeople).toBe(1);
    expect(tableRows(loaded, 'FlexGone')).toMatchObject([{ User: 'cara@x.org', Decision: 'Keep seat' }]);
    await run();
    expect(tableRows(loaded, 'FlexGone')).toMatchObject([{ User: 'cara@x.org', Decision: 'Keep seat' }]);
    fill(loaded, 'Usage', USAGE);
    await run();
    const cara = tableRows(loaded, 'FlexSegments').find((row) => row['User'] === 'cara@x.org');
    expect(cara).toMatchObject({ Decision: 'Keep seat', 'Change since last run': 'back again' });
  });

  test('a rerun says what changed for whom', async () => {
    await run();
    fill(loaded, 'Usage', [
      ...USAGE,
      ['ben@x.org', 'Revit', 46300, 3000, 'Employee'],
      ['fay@x.org', 'Revit', 46300, 5, 'Employee'],
    ]);
    const outcome = await run();
    expect(outcome).toMatchObject({ changed: 1, newPeople: 1, gonePeople: 0 });
    const byUser = new Map(
      tableRows(loaded, 'FlexSegments').map((row) => [row['User'], row['Change since last run']]),
    );
    expect(byUser.get('ben@x.org')).toBe('was: Flex – low utilisation');
    expect(byUser.get('fay@x.org')).toBe('new');
    expect(byUser.get('ann@x.org')).toBeNull();
  });

  test('rejected rows are listed with their row and cell on the sheet', async () => {
    await run();
    expect(tableRows(loaded, 'FlexRejected')).toMatchObject([
      { Cell: 'Usage!D7', Row: 7, Column: 'Hours', Value: 'n/a' },
    ]);
  });

  test('formulas of the user that refer to our tables and names read the same after a rerun', async () => {
    await run();
    fill(loaded, 'Mine', [
      ['=SUM(FlexSegments[Tokens])', "='Flex Summary'!B20", '=Flex_TokenPrice*2', 'text'],
    ]);
    await run();
    expect(cells(loaded, 'Mine', true)[0]).toEqual([
      '=SUM(FlexSegments[Tokens])',
      "='Flex Summary'!B20",
      '=Flex_TokenPrice*2',
      'text',
    ]);
    const price = loaded.host.state.names.filter((item) => item.name === 'Flex_TokenPrice');
    expect(price).toHaveLength(1);
    const summary = loaded.grid.sheets().find((sheet) => sheet.name === 'Flex Summary');
    expect(price[0]?.place?.sheetId).toBe(summary?.id);
  });

  test('a price changed on Flex Summary is what the next run decides with', async () => {
    await run();
    const name = loaded.host.state.names.find((item) => item.name === 'Flex_TokenPrice')!;
    loaded.grid.write(name.place!.sheetId, name.place!.rect, [[3]]);
    await run();
    const again = loaded.host.state.names.find((item) => item.name === 'Flex_TokenPrice')!;
    expect(loaded.grid.read(again.place!.sheetId, again.place!.rect)).toEqual([[3]]);
    const third = await run();
    expect(
      third.messages.some((message) => message.text.includes('Token price was taken from Flex Summary')),
    ).toBe(true);
    await run({ tokenPrice: 0.5 });
    const pane = loaded.host.state.names.find((item) => item.name === 'Flex_TokenPrice')!;
    expect(loaded.grid.read(pane.place!.sheetId, pane.place!.rect)).toEqual([[0.5]]);
  });

  test('Flex Rates, once inserted and edited, is what a run prices with', async () => {
    const services = createPaneServices();
    await services.insertRates('guide', false);
    type(loaded, 'FlexRates', 'Revit', 'Seat price', 10);
    const settings = await services.settings();
    expect(settings.card).toBe('Flex Rates');
    await run(settings);
    const ben = tableRows(loaded, 'FlexSegments').find((row) => row['User'] === 'ben@x.org');
    expect(ben).toMatchObject({ Segment: 'Named User', 'Seat list price': 10 });
    await expect(services.insertRates('retail', false)).rejects.toMatchObject({
      code: 'RatesExist',
      untouched: true,
    });
  });

  test('a broken figure on Flex Rates is named with its cell, and nothing is written', async () => {
    const services = createPaneServices();
    await services.insertRates('guide', false);
    type(loaded, 'FlexRates', 'Revit', 'Seat price', 'a lot');
    await expect(run({ card: 'Flex Rates' })).rejects.toThrow(/cell [A-Z]+\d+/);
    expect(sheetNames(loaded)).toEqual(['Usage', 'Flex Rates']);
  });

  test('progress counts rows up to all of them', async () => {
    const seen: Progress[] = [];
    await run({}, (progress) => seen.push(progress));
    const reading = seen.filter((p) => p.phase === 'reading');
    expect(reading[reading.length - 1]).toMatchObject({ done: 9, total: 9, text: '9 of 9 rows' });
    expect(seen.some((p) => p.phase === 'writing' && p.done === p.total)).toBe(true);
  });

  test('people listed as contractors in Flex People are segmented as such', async () => {
    fill(loaded, 'Flex People', [
      ['Email', 'User type', 'Department'],
      ['BEN@x.org', 'External', 'Bridges'],
    ]);
    await run();
    const ben = tableRows(loaded, 'FlexSegments').find((row) => row['User'] === 'ben@x.org');
    expect(ben?.['Segment']).toBe('Flex – contractor');
  });
});
