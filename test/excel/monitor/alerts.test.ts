import { createPaneServices } from '../../../src/excel/pane/services';
import type { Alert, AlertState } from '../../../src/engine/monitor/alerts/types';
import type { LoadedHost } from '../../office/load';
import { monitorOf, withPack } from './workbook';
import { typeRow } from '../pool/workbook';
import { dump, fill, OCTOBER, tableRows } from '../workbook';

jest.setTimeout(60_000);

/** A pool of 4,400 tokens of which 4,280 are burned by 15 October: every threshold is passed on the way. */
function nearlyEmpty(): Promise<LoadedHost> {
  return withPack({ Quantity: 4400 });
}

const day = (before: number): string =>
  new Date(Date.UTC(2026, 9, 15) - before * 86_400_000).toISOString().slice(0, 10);

const ids = (alerts: readonly Alert[]): readonly string[] => alerts.map(({ id }) => id).sort();

function edit(id: string, state: AlertState, owner = 'dora@x.org') {
  return createPaneServices().editAlert({ id, state, owner });
}

describe('Alerts', () => {
  test('moving the as-of date on raises the three levels one after the other, each of them once', async () => {
    await nearlyEmpty();
    const raised: string[] = [];
    for (const before of [120, 90, 60, 45, 30, 20, 10, 0]) {
      const outcome = await monitorOf({ monitor: { asOf: day(before), wasteShare: 1, leadDays: 0 } });
      raised.push(...outcome.raisedNow);
    }
    const levels = raised.map((id) => id.split('|')[0]).filter((kind) => kind !== 'velocity');
    expect(levels).toEqual(['review', 'top-up', 'escalate']);
    expect(new Set(raised).size).toBe(raised.length);
  });

  test('an alert that was acknowledged with an owner stays so when Monitor runs again, and is not raised anew', async () => {
    const loaded = await nearlyEmpty();
    const first = await monitorOf();
    const { id } = first.alerts.find(({ kind }) => kind === 'escalate')!;
    await edit(id, 'acknowledged');
    expect(await createPaneServices().alerts()).toMatchObject({
      address: expect.stringMatching(/^'Flex Alerts'!A\d+:H\d+$/),
      alerts: expect.arrayContaining([
        expect.objectContaining({ id, state: 'acknowledged', owner: 'dora@x.org', raised: OCTOBER }),
      ]),
    });
    const second = await monitorOf();
    expect(second.raisedNow).toEqual([]);
    expect(ids(second.alerts)).toEqual(ids(first.alerts));
    expect(second.alerts.find((alert) => alert.id === id)).toMatchObject({
      state: 'acknowledged',
      owner: 'dora@x.org',
      raised: OCTOBER,
    });
    expect(tableRows(loaded, 'FlexAlertRegister').find((row) => row['Id'] === id)).toMatchObject({
      State: 'acknowledged',
      Owner: 'dora@x.org',
    });
  });

  test('saying who takes care of an alert changes two cells, and text that begins with = stays text', async () => {
    const loaded = await nearlyEmpty();
    await monitorOf();
    const rows = tableRows(loaded, 'FlexAlertRegister', true);
    const id = String(rows[0]!['Id']);
    await edit(id, 'closed', '=HYPERLINK("http://x")');
    const after = tableRows(loaded, 'FlexAlertRegister', true);
    expect(after[0]).toEqual({ ...rows[0], State: 'closed', Owner: '=HYPERLINK("http://x")' });
    expect(after.slice(1)).toEqual(rows.slice(1));
    expect(tableRows(loaded, 'FlexAlertRegister')[0]).toMatchObject({ Owner: '=HYPERLINK("http://x")' });
    expect((await createPaneServices().lastRuns()).monitor?.stale).toBe(false);
  });

  test('states typed on the sheet in any case count, a cleared one is open, another word is named with its cell', async () => {
    const loaded = await nearlyEmpty();
    const { alerts } = await monitorOf();
    expect(alerts.length).toBeGreaterThan(2);
    typeRow(loaded, 'FlexAlertRegister', 0, { State: ' Acknowledged ', Owner: 'me' });
    typeRow(loaded, 'FlexAlertRegister', 1, { State: null });
    const seen = (await createPaneServices().alerts())!.alerts;
    expect(seen.slice(0, 2).map(({ state }) => state)).toEqual(['acknowledged', 'open']);
    typeRow(loaded, 'FlexAlertRegister', 1, { State: 'done' });
    await expect(createPaneServices().alerts()).rejects.toThrow(
      /State in 'Flex Alerts'!G\d+ is "done"\. Enter open, acknowledged, closed/,
    );
    const before = dump(loaded.host);
    await expect(monitorOf()).rejects.toThrow(/is "done"/);
    expect(dump(loaded.host)).toEqual(before);
  });

  test('an empty register is no alert, and a workbook without one has none to show', async () => {
    const loaded = await withPack({ Expiry: OCTOBER + 10_000, Quantity: 20_000 });
    expect(await createPaneServices().alerts()).toBeNull();
    const { alerts } = await monitorOf({ monitor: { wasteShare: 1 } });
    expect(alerts).toEqual([]);
    expect((await createPaneServices().alerts())?.alerts).toEqual([]);
    await monitorOf({ monitor: { wasteShare: 1 } });
    expect(tableRows(loaded, 'FlexAlertRegister')).toHaveLength(1);
  });

  test('an alert that is gone, or a protected register, is told in words and nothing changes', async () => {
    const loaded = await nearlyEmpty();
    const { alerts } = await monitorOf();
    const before = dump(loaded.host);
    await expect(edit('review|nobody|2020-01-01', 'closed')).rejects.toMatchObject({
      code: 'AlertGone',
      untouched: true,
    });
    loaded.host.protectSheet('Flex Alerts');
    await expect(edit(alerts[0]!.id, 'closed')).rejects.toThrow(/protected or read-only/);
    expect(tableRows(loaded, 'FlexAlertRegister').map((row) => row['State'])).not.toContain('closed');
    expect((dump(loaded.host) as { sheets: unknown[] }).sheets.length).toBe(
      (before as { sheets: unknown[] }).sheets.length,
    );
  });
});

describe('The state of the last review', () => {
  test('is out of date once the usage or a table of the user’s has changed, and not by what we write ourselves', async () => {
    const loaded = await withPack();
    const { lastRuns, append, previewAppend, settings } = createPaneServices();
    expect((await lastRuns()).monitor).toBeNull();
    await monitorOf();
    expect((await lastRuns()).monitor).toMatchObject({ input: 'Usage!A1:F429', people: 2, stale: false });
    const signal = new AbortController().signal;
    const chosen = await settings();
    const source = { kind: 'sheet', name: 'Usage' } as const;
    const { fingerprint } = await previewAppend(source, chosen, () => undefined, signal);
    await append(source, chosen, fingerprint, () => undefined, signal);
    expect((await lastRuns()).monitor?.stale).toBe(false);
    typeRow(loaded, 'FlexHolidays', 0, { Date: OCTOBER + 20 });
    expect((await lastRuns()).monitor?.stale).toBe(true);
    await monitorOf();
    expect((await lastRuns()).monitor?.stale).toBe(false);
    typeRow(loaded, 'FlexPacks', 1, { Quantity: 1 });
    expect((await lastRuns()).monitor?.stale).toBe(true);
    typeRow(loaded, 'FlexPacks', 1, { Quantity: null });
    expect((await lastRuns()).monitor?.stale).toBe(false);
    fill(loaded, 'Usage', [
      ['User', 'Product', 'Date', 'Hours'],
      ['ann', 'Revit', OCTOBER, 3],
    ]);
    expect((await lastRuns()).monitor?.stale).toBe(true);
  });
});
