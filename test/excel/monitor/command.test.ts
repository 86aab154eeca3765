import { createPaneServices } from '../../../src/excel/pane/services';
import type { LoadedHost } from '../../office/load';
import {
  AS_OF,
  DAILY_HEADER,
  dailyUsage,
  inspectMonitorOf,
  monitorOf,
  monitorWorkbook,
  PACK,
  SOURCE,
  tokensOf,
  withPack,
} from './workbook';
import { named, sizePoolOf, typeNamed, typeRow } from '../pool/workbook';
import { cells, dump, fill, OCTOBER, sheetNames, tableRows } from '../workbook';

// A whole run through the host takes seconds where the machine is busy.
jest.setTimeout(60_000);

const texts = (messages: readonly { readonly text: string }[]): readonly string[] =>
  messages.map(({ text }) => text);

describe('Monitor', () => {
  test('the first run accounts for every token of the usage and writes its four sheets', async () => {
    const loaded = await withPack();
    const outcome = await monitorOf();
    const burned = tokensOf(dailyUsage());
    expect(outcome.total).toMatchObject({
      balance: PACK.Quantity - burned,
      pool: PACK.Quantity,
      status: 'OK',
    });
    expect(outcome).toMatchObject({ asOf: OCTOBER, people: 2, read: 428, used: 428, currency: 'USD' });
    expect(named(loaded, 'Flex_MonitorBalance')).toBe(PACK.Quantity - burned);
    expect(sheetNames(loaded)).toEqual([
      'Usage',
      'Flex Pool Ledger',
      'Flex Monitor',
      'Flex Alerts',
      'Flex Chargeback',
    ]);
    expect(outcome.sheets.map(({ name }) => name)).toEqual([
      'Flex Monitor',
      'Flex Pool Ledger',
      'Flex Alerts',
      'Flex Chargeback',
    ]);
    const [lot] = tableRows(loaded, 'FlexLots');
    expect(Object.values(lot!)).toContain(burned);
  });

  test('packs, transfers, budgets, days off and spare seats stay as typed when it runs again, with room to go on', async () => {
    const loaded = await withPack();
    await monitorOf();
    typeRow(loaded, 'FlexPacks', 2, { Pack: 'Order 2', Quantity: 500, Price: 0.25, Start: OCTOBER - 10 });
    typeRow(loaded, 'FlexShownBalances', 0, { Date: OCTOBER - 1, Balance: 5000 });
    typeRow(loaded, 'FlexBudgets', 0, {
      Name: 'Harbour',
      Kind: 'project',
      Tokens: 3000,
      From: OCTOBER - 100,
      To: OCTOBER + 100,
    });
    typeRow(loaded, 'FlexHolidays', 1, { Date: OCTOBER + 71, To: OCTOBER + 78, Name: 'Closed' });
    typeRow(loaded, 'FlexSpareSeats', 0, { Product: 'revit', 'Spare seats': 2 });
    const user = ['FlexPacks', 'FlexShownBalances', 'FlexBudgets', 'FlexHolidays', 'FlexSpareSeats'];
    const filled = (table: string): unknown[] =>
      tableRows(loaded, table).filter((row) =>
        Object.values(row).some((cell) => cell !== null && cell !== ''),
      );
    const before = user.map(filled);
    expect(await inspectMonitorOf()).toMatchObject({
      budgets: 1,
      holidays: 8,
      spareSeats: 2,
      ledger: { packs: 2, tokens: 10_500, shown: 1, rejected: [] },
    });
    const outcome = await monitorOf();
    expect(outcome.budgets).toHaveLength(1);
    expect(outcome.reconciliations).toHaveLength(1);
    expect(user.map(filled)).toEqual(before);
    const packs = tableRows(loaded, 'FlexPacks');
    expect(packs[1]).toMatchObject({ Pack: null });
    expect(packs[2]).toMatchObject({ Pack: 'Order 2' });
    expect(packs.length).toBeGreaterThan(8);
  });

  test('a column the user added to a table stays, and what is read does not depend on the order of columns', async () => {
    const loaded = await withPack();
    const table = [...loaded.host.state.tables.values()].find(({ name }) => name === 'FlexPacks')!;
    const header = loaded.grid.read(table.sheetId, table.rect)[0]!;
    const at = header.indexOf('Team');
    const place = { column: table.rect.column + at, rows: 1, columns: 1 };
    loaded.grid.write(table.sheetId, { ...place, row: table.rect.row }, [['Invoice']]);
    typeRow(loaded, 'FlexPacks', 0, { Invoice: '=1+1' });
    const outcome = await monitorOf();
    expect(outcome.total.pool).toBe(PACK.Quantity);
    expect(tableRows(loaded, 'FlexPacks')[0]).toMatchObject({ Pack: 'Order 1', Invoice: 2 });
  });

  test('a formula in a pack is kept as its value, and the pane names the cell', async () => {
    const loaded = await withPack({ Quantity: '=5000*2' });
    const cell = /'Flex Pool Ledger'!D\d+ holds a formula\. A run keeps its value only/;
    expect(texts((await inspectMonitorOf()).messages)).toContainEqual(expect.stringMatching(cell));
    const outcome = await monitorOf();
    expect(texts(outcome.messages)).toContainEqual(expect.stringMatching(cell));
    expect(outcome.total.pool).toBe(10_000);
    expect(tableRows(loaded, 'FlexPacks', true)[0]).toMatchObject({ Quantity: 10_000 });
    expect(texts((await monitorOf()).messages)).not.toContainEqual(expect.stringMatching(/formula/));
  });

  test('texts that begin with = in teams, reasons and names of packs stay text', async () => {
    const evil = '\'=HYPERLINK("http://x","y")';
    const text = evil.slice(1);
    const rows = dailyUsage(60).map((row) => row.map((cell) => (cell === 'Field' ? evil : cell)));
    const loaded = await monitorWorkbook(rows);
    typeRow(loaded, 'FlexPacks', 0, { ...PACK, Pack: evil, Team: evil });
    typeRow(loaded, 'FlexPacks', 1, { ...PACK, Pack: 'B', Team: 'Design' });
    typeRow(loaded, 'FlexAdjustments', 0, { Date: OCTOBER - 5, Team: evil, Tokens: -10, Reason: evil });
    const outcome = await monitorOf();
    expect(outcome.teams.map(({ team }) => team)).toEqual([text, 'Design']);
    for (let run = 0; run < 2; run += 1) {
      expect(tableRows(loaded, 'FlexAdjustments', true)[0]).toMatchObject({ Team: text, Reason: text });
      expect(tableRows(loaded, 'FlexPacks', true)[0]).toMatchObject({ Pack: text, Team: text });
      const sheets = outcome.sheets.map(({ name }) => ({
        values: cells(loaded, name).flat(),
        formulas: cells(loaded, name, true).flat(),
      }));
      for (const { values, formulas } of sheets) {
        const live = formulas.filter((cell, at) => String(cell).includes('HYPERLINK') && cell !== values[at]);
        expect(live).toEqual([]);
      }
      await monitorOf();
    }
  });

  test('a threshold typed into its cell counts until the pane says something else; a cleared as-of date is today', async () => {
    const loaded = await withPack();
    await monitorOf();
    typeNamed(loaded, 'Flex_MonitorReview', 0.6);
    typeNamed(loaded, 'Flex_MonitorAsOf', OCTOBER - 7);
    const second = await monitorOf();
    expect(second).toMatchObject({ asOf: OCTOBER - 7 });
    expect(texts(second.messages)).toContainEqual(
      expect.stringMatching(/^Review at was taken from Flex Monitor/),
    );
    expect(texts(second.messages)).toContainEqual(
      expect.stringMatching(/^The usage reaches to 2026-10-15; everything after 2026-10-08/),
    );
    expect(named(loaded, 'Flex_MonitorReview')).toBe(0.6);
    expect((await monitorOf({ monitor: { review: 0.25 } })).total.status).toBe('OK');
    expect(named(loaded, 'Flex_MonitorReview')).toBe(0.25);
    typeNamed(loaded, 'Flex_MonitorAsOf', null);
    const now = new Date();
    const { asOf } = await monitorOf({ monitor: { asOf: null } });
    expect(asOf).toBe(
      Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000) + 25_569,
    );
  });

  test.each([
    [
      'Flex_MonitorEscalate',
      0.5,
      /"Review at", "Top up at" and "Escalate at" must fall.*30 %, 20 % and 50 %/,
    ],
    ['Flex_MonitorLeadDays', 'soon', /Procurement lead time in 'Flex Monitor'!\$?B\$?\d+ is "soon"/],
    [
      'Flex_MonitorAsOf',
      'yesterday',
      /As-of date in 'Flex Monitor'!\$?B\$?\d+ is "yesterday"\. Enter a date/,
    ],
    ['Flex_ChargebackUnusedRule', 'nobody', /in 'Flex Chargeback'!\$?B\$?\d+ is "nobody"\. Enter "by use"/],
  ])('a bad %s (%s) is named with its cell and nothing is written', async (name, value, sentence) => {
    const loaded = await withPack();
    await monitorOf();
    typeNamed(loaded, name, value);
    const before = dump(loaded.host);
    await expect(monitorOf()).rejects.toThrow(sentence);
    expect(dump(loaded.host)).toEqual(before);
  });

  test('the rule for unused tokens is taken from Flex Chargeback, in any case', async () => {
    const loaded = await withPack();
    await monitorOf();
    typeNamed(loaded, 'Flex_ChargebackUnusedRule', 'Apart');
    await monitorOf();
    expect(named(loaded, 'Flex_ChargebackUnusedRule')).toBe('apart');
  });

  test('rows of the user’s tables that cannot be used are counted with their sheet rows and listed; the others count', async () => {
    const loaded = await withPack();
    typeRow(loaded, 'FlexPacks', 1, { Pack: 'Bad', Quantity: 'lots', Price: 0.3, Start: OCTOBER });
    const seen = await inspectMonitorOf();
    const rows = cells(loaded, 'Flex Pool Ledger');
    const sheetRow = rows.findIndex((row) => row[0] === 'Bad') + 1;
    expect(seen.ledger?.rejected).toEqual([
      expect.objectContaining({ row: sheetRow, column: 'Quantity', value: 'lots' }),
    ]);
    expect(texts(seen.messages)).toContainEqual(
      expect.stringContaining(
        `1 row of the table FlexPacks on Flex Pool Ledger could not be used, the first in row ${sheetRow}`,
      ),
    );
    expect((await monitorOf()).total.pool).toBe(PACK.Quantity);
    expect(JSON.stringify(tableRows(loaded, 'FlexLedgerRejected'))).toContain('lots');
  });

  test('without packs it says what to do instead of running, and writes nothing', async () => {
    const loaded = await monitorWorkbook();
    const seen = await inspectMonitorOf();
    expect(seen).toMatchObject({ canRun: false, ledger: { packs: 0 } });
    expect(seen.messages[0]).toMatchObject({
      level: 'error',
      text: expect.stringMatching(/no packs in 'Flex Pool Ledger'!A\d+:G\d+/),
    });
    const before = dump(loaded.host);
    await expect(monitorOf()).rejects.toThrow(/There are no packs in/);
    expect(dump(loaded.host)).toEqual(before);
  });

  test('without a ledger, and with usage of which nothing can be used, it says so', async () => {
    const loaded = await monitorWorkbook();
    loaded.grid.deleteSheet(loaded.grid.sheets().find(({ name }) => name === 'Flex Pool Ledger')!.id);
    expect(texts((await inspectMonitorOf()).messages)[0]).toMatch(/There is no Flex Pool Ledger yet/);
    fill(loaded, 'Usage', [
      ['User', 'Product', 'Date', 'Hours'],
      ['ann', 'Revit', OCTOBER, 'n/a'],
    ]);
    const seen = await inspectMonitorOf();
    expect(seen).toMatchObject({ canRun: false, ledger: null, latestDataDay: null });
    expect(texts(seen.messages)[0]).toMatch(/No row of Usage!A1:D2 can be used\. The first of them, row 2/);
  });

  test('people of the segmentation alone draw on the pool when they are chosen, and without one it is refused', async () => {
    await withPack();
    await expect(monitorOf({ monitor: { people: 'flex' } })).rejects.toThrow(/There is no segmentation yet/);
    const services = createPaneServices();
    expect((await services.commands.monitor.settings()).people).toBe('all');
    const { settings } = { settings: await services.settings() };
    await services.commands.segment.run(SOURCE, settings, {}, () => undefined, new AbortController().signal);
    // Whoever burned, burned: a plan narrows the review only where the user asks for it.
    expect((await services.commands.monitor.settings()).people).toBe('all');
    const outcome = await monitorOf({ monitor: { people: 'flex' } });
    expect(outcome.people).toBe(2);
    expect((await inspectMonitorOf()).flexPeople).toBe(2);
  });

  test('settings come back as saved, and rubbish in the workbook gives the defaults', async () => {
    const loaded = await withPack();
    const services = createPaneServices();
    const settings = {
      ...(await services.commands.monitor.settings()),
      asOf: AS_OF,
      topUp: 0.15,
      unusedRule: 'evenly' as const,
    };
    await services.commands.monitor.save(settings);
    expect(await services.commands.monitor.settings()).toEqual(settings);
    loaded.host.state.settings.set('FlexGovernor.monitor', '{"review":"x","unusedRule":7}');
    expect(await services.commands.monitor.settings()).toMatchObject({
      review: 0.3,
      unusedRule: 'by use',
      asOf: null,
    });
  });

  test('planned work of Flex Projects brings the depletion date nearer', async () => {
    const loaded = await withPack();
    const alone = await monitorOf();
    await createPaneServices().insertProjects();
    typeRow(loaded, 'FlexProjects', 0, {
      Project: 'Tunnel',
      Start: OCTOBER + 20,
      End: OCTOBER + 90,
      People: 20,
      Products: 'Revit',
    });
    expect((await inspectMonitorOf()).projects).toBe(1);
    const planned = await monitorOf();
    expect(planned.total.depletion!.p50).toBeLessThan(alone.total.depletion!.p50);
    expect(planned.total.forecast!.basis).toContain('Tunnel');
  });
});

describe('what other steps know', () => {
  test('top-ups are priced by the tiers of Flex Pool, and a tier that cannot be used is a warning, not a refusal', async () => {
    const loaded = await withPack({ Quantity: 4500 });
    await sizePoolOf();
    typeRow(loaded, 'FlexPoolTiers', 0, { 'From quantity': 100, Price: 0.29 });
    typeRow(loaded, 'FlexPoolTiers', 1, { 'From quantity': 6000, Price: 0.1 });
    const action = (outcome: Awaited<ReturnType<typeof monitorOf>>): string =>
      outcome.alerts.find(({ kind }) => kind === 'top-up')?.action ?? '';
    const tiered = action(await monitorOf());
    expect(tiered).toContain('$0.10');
    typeRow(loaded, 'FlexPoolTiers', 1, { Price: 'cheap' });
    const outcome = await monitorOf();
    expect(texts(outcome.messages)).toContainEqual(
      expect.stringMatching(
        /Price in 'Flex Pool'!B\d+ is "cheap".*Until then top-ups are priced without tiers/,
      ),
    );
    expect(action(outcome)).not.toContain('$0.10');
  });

  test('burn is told by the segments of the last segmentation, people it does not know apart', async () => {
    const loaded = await withPack();
    const services = createPaneServices();
    const settings = await services.settings();
    await services.commands.segment.run(SOURCE, settings, {}, () => undefined, new AbortController().signal);
    fill(loaded, 'Usage', [
      [...DAILY_HEADER],
      ...dailyUsage(),
      ['new@x.org', 'Revit', OCTOBER, 4, 'Design', ''],
    ]);
    const outcome = await monitorOf();
    expect(outcome.people).toBe(3);
    const segments = tableRows(loaded, 'FlexBurnBySegment').map((row) => String(Object.values(row)[0]));
    expect(segments).toContain('Not segmented');
    expect(segments.some((name) => name.startsWith('Flex'))).toBe(true);
  });
});

describe('a review that cannot be written', () => {
  test.each(['Flex Monitor', 'Flex Alerts', 'Flex Chargeback'])(
    'a sheet %s of the user’s own is announced as blocked, refused and untouched',
    async (sheet) => {
      const loaded = await withPack();
      fill(loaded, sheet, [['my own notes']]);
      const before = dump(loaded.host);
      const { writes } = await inspectMonitorOf();
      expect(writes.find((one) => one.sheet === sheet)?.state).toBe('blocked');
      await expect(monitorOf()).rejects.toMatchObject({ code: 'SheetNotOurs', untouched: true });
      expect(dump(loaded.host)).toEqual(before);
    },
  );

  test('a protected ledger is told in our words and stays as it was', async () => {
    const loaded: LoadedHost = await withPack();
    await monitorOf();
    loaded.host.protectSheet('Flex Pool Ledger');
    const before = dump(loaded.host);
    await expect(monitorOf()).rejects.toMatchObject({
      untouched: true,
      message: expect.stringMatching(/protected or read-only/),
    });
    expect(dump(loaded.host)).toEqual(before);
  });
});
