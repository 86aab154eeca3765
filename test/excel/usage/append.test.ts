import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import {
  appendExport,
  appendOf,
  dailyUsage,
  DAILY_HEADER,
  EXPORT,
  inspectMonitorOf,
  monitorOf,
  monitorWorkbook,
  PACK,
  previewOf,
  putExport,
  tokensOf,
} from '../monitor/workbook';
import { typeRow } from '../pool/workbook';
import { dump, fill, OCTOBER, sheetNames, tableRows, type Cell } from '../workbook';

jest.setTimeout(60_000);

const texts = (messages: readonly { readonly text: string }[]): readonly string[] =>
  messages.map(({ text }) => text);
const HISTORY = { kind: 'table', name: 'FlexUsage' } as const;

/** Weeks 1 to 4 before 15 October, and an export that begins within them and goes on. */
const FIRST = dailyUsage(28, OCTOBER - 7);
const NEXT = dailyUsage(14);

async function withExport(rows = FIRST): Promise<LoadedHost> {
  const loaded = await monitorWorkbook(dailyUsage(5));
  putExport(loaded, rows);
  return loaded;
}

describe('Weekly append', () => {
  test('the first export begins the history, which then is a source like any other', async () => {
    const loaded = await withExport();
    const before = dump(loaded.host);
    const seen = await previewOf();
    expect(seen).toMatchObject({
      address: `Export!A1:F${FIRST.length + 1}`,
      used: FIRST.length,
      history: null,
      canAppend: true,
      preview: { added: FIRST.length, changed: 0, same: 0, kept: 0 },
      historyDays: seen.exportDays,
    });
    expect(dump(loaded.host)).toEqual(before);
    const outcome = await appendOf(seen.fingerprint);
    expect(outcome).toMatchObject({ rows: FIRST.length, sheets: [{ name: 'Flex Usage' }] });
    const rows = tableRows(loaded, 'FlexUsage');
    expect(rows).toHaveLength(FIRST.length);
    expect(rows.reduce((sum, row) => sum + Number(row['Hours']) * 5, 0)).toBe(tokensOf(FIRST));
    const sources = await createPaneServices().sources();
    expect(sources).toContainEqual(expect.objectContaining({ choice: HISTORY }));
    expect(sources.filter(({ choice }) => choice.kind === 'sheet' && choice.name === 'Flex Usage')).toEqual(
      [],
    );
    typeRow(loaded, 'FlexPacks', 0, { ...PACK });
    expect(await inspectMonitorOf({ source: HISTORY })).toMatchObject({
      history: { rows: FIRST.length, firstDay: seen.historyDays[0], lastDay: seen.historyDays[1] },
    });
    const review = await monitorOf({ source: HISTORY });
    expect(review.total.totals.burned).toBe(tokensOf(FIRST));
    expect((await createPaneServices().lastRuns()).monitor?.stale).toBe(false);
    putExport(loaded, NEXT);
    await appendExport();
    expect((await createPaneServices().lastRuns()).monitor?.stale).toBe(true);
  });

  test('an export that overlaps adds new days, corrects changed ones and keeps the others; its preview says so', async () => {
    const loaded = await withExport();
    await appendExport();
    const corrected = NEXT.map((row, at): Cell[] =>
      at === 0 ? [...row.slice(0, 3), 7, ...row.slice(4)] : row,
    );
    putExport(loaded, corrected);
    const seen = await previewOf();
    const overlap = NEXT.filter((row) => Number(row[2]) <= OCTOBER - 7).length;
    expect(seen.preview).toMatchObject({
      added: NEXT.length - overlap,
      changed: 1,
      same: overlap - 1,
      kept: FIRST.length - overlap,
      tokensBefore: tokensOf(FIRST),
    });
    expect(seen.history).toMatchObject({ rows: FIRST.length });
    await appendOf(seen.fingerprint);
    const rows = tableRows(loaded, 'FlexUsage');
    expect(rows).toHaveLength(FIRST.length + NEXT.length - overlap);
    expect(rows.reduce((sum, row) => sum + Number(row['Hours']) * 5, 0)).toBe(
      tokensOf(FIRST) + tokensOf(NEXT.slice(overlap)) + 25,
    );
  });

  test('the same export twice changes nothing at all', async () => {
    const loaded = await withExport();
    await appendExport();
    const before = dump(loaded.host);
    const again = await appendExport();
    expect(again.preview).toMatchObject({ added: 0, changed: 0, same: FIRST.length });
    expect(texts(again.messages)).toContainEqual(expect.stringMatching(/nothing was changed/));
    expect(again.sheets[0]).toMatchObject({ name: 'Flex Usage' });
    expect(dump(loaded.host)).toEqual(before);
  });

  test('is refused when the export or the history has changed since the preview', async () => {
    const loaded = await withExport();
    const { fingerprint } = await previewOf();
    putExport(loaded, NEXT);
    const before = dump(loaded.host);
    await expect(appendOf(fingerprint)).rejects.toMatchObject({
      code: 'PreviewOutdated',
      untouched: true,
      message: expect.stringContaining('changed since the preview'),
    });
    expect(dump(loaded.host)).toEqual(before);
    await appendExport();
    const next = await previewOf();
    typeRow(loaded, 'FlexUsage', 0, { Hours: 1 });
    await expect(appendOf(next.fingerprint)).rejects.toMatchObject({ code: 'PreviewOutdated' });
  });

  test('the history appended to itself, a period without days, and a foreign sheet are refused in words', async () => {
    const loaded = await withExport();
    fill(loaded, 'Flex Usage', [['mine']]);
    const blocked = await previewOf();
    expect(blocked.canAppend).toBe(false);
    expect(texts(blocked.messages)[0]).toMatch(/"Flex Usage" that Flex Governor did not make/);
    await expect(appendOf(blocked.fingerprint)).rejects.toMatchObject({ code: 'SheetNotOurs' });

    const other = await withExport();
    await appendExport();
    await expect(previewOf(HISTORY)).rejects.toThrow(/is the history itself/);
    fill(other, 'Export', [
      ['User', 'Product', 'Date', 'Hours'],
      ['ann@x.org', 'Revit', OCTOBER, 180],
    ]);
    const months = await previewOf();
    expect(months.canAppend).toBe(false);
    expect(texts(months.messages)[0]).toMatch(/A history needs days/);
    const before = dump(other.host);
    await expect(appendOf(months.fingerprint)).rejects.toThrow(/A history needs days/);
    expect(dump(other.host)).toEqual(before);
  });

  test('rows that cannot be used are counted and left out, and working days without a row are pointed out', async () => {
    await withExport([
      ...FIRST.filter((row) => row[2] !== OCTOBER - 14),
      ['ann@x.org', 'Revit', OCTOBER - 8, 'n/a', 'Design', ''],
    ]);
    const seen = await previewOf();
    expect(seen).toMatchObject({ used: FIRST.length - 2, canAppend: true });
    expect(seen.rejected).toHaveLength(1);
    expect(texts(seen.messages)).toEqual([
      expect.stringMatching(/^1 row of Export!A1:F\d+ cannot be used and is not appended/),
      expect.stringMatching(/^1 working day has no row at all, the first on 2026-10-01/),
    ]);
  });

  test('a history that the rate card cannot read is refused with its row, for its rows would be lost', async () => {
    const loaded = await withExport();
    await appendExport();
    fill(loaded, 'Export', [
      ['User', 'Product', 'Date', 'Days'],
      ['ann@x.org', 'Revit', OCTOBER, 1],
    ]);
    const before = dump(loaded.host);
    await expect(previewOf(EXPORT, { card: 'retail' })).rejects.toThrow(
      new RegExp(
        `^${FIRST.length} rows of Flex Usage cannot be read with the rate card retail, the first in row \\d+`,
      ),
    );
    expect(dump(loaded.host)).toEqual(before);
  });

  test('names that begin with = stay text in the history and are recognised in the next export', async () => {
    const evil = '\'=HYPERLINK("http://x")';
    const rows = FIRST.map((row): Cell[] => [row[0] === 'ann@x.org' ? evil : row[0]!, ...row.slice(1)]);
    const loaded = await withExport(rows);
    await appendExport();
    expect(tableRows(loaded, 'FlexUsage', true).map((row) => row['User'])).toContain(evil.slice(1));
    expect((await previewOf()).preview).toMatchObject({ added: 0, changed: 0, same: rows.length });
  });

  test('formulas of the user over the history, and what Flex People says of its people, are left alone', async () => {
    const loaded = await withExport();
    fill(loaded, 'Flex People', [
      ['Email', 'User type', 'Department'],
      ['ann@x.org', 'Contractor', 'Bridges'],
    ]);
    await appendExport();
    expect(Object.keys(tableRows(loaded, 'FlexUsage')[0]!)).not.toContain('Department');
    fill(loaded, 'Mine', [['=SUM(FlexUsage[Hours])']]);
    putExport(loaded, NEXT);
    await appendExport();
    const sheet = loaded.grid.sheets().find(({ name }) => name === 'Mine')!;
    const rect = { row: 0, column: 0, rows: 1, columns: 1 };
    expect(loaded.grid.readFormulas(sheet.id, rect)).toEqual([['=SUM(FlexUsage[Hours])']]);
    expect(sheetNames(loaded)).toEqual([
      'Usage',
      'Flex Pool Ledger',
      'Export',
      'Flex People',
      'Flex Usage',
      'Mine',
    ]);
  });

  test('a long history is read and written in blocks within the size of a request', async () => {
    const people = 400;
    const rows: Cell[][] = [];
    for (let person = 0; person < people; person += 1) {
      for (let day = OCTOBER - 69; day <= OCTOBER; day += 1) {
        if ((day - 2) % 7 < 5)
          rows.push([`person-${person}@example.org`, 'Revit', day, 1 + (person % 7), 'Design', '']);
      }
    }
    const loaded = await monitorWorkbook(dailyUsage(5));
    const sheet = loaded.grid.addSheet('Export');
    loaded.grid.write(sheet.id, { row: 0, column: 0, rows: rows.length + 1, columns: DAILY_HEADER.length }, [
      [...DAILY_HEADER],
      ...rows,
    ]);
    loaded.host.resetLog();
    const outcome = await appendExport();
    expect(outcome.rows).toBe(rows.length);
    const seen: string[] = [];
    const { previewAppend } = createPaneServices();
    const again = await previewAppend(
      EXPORT,
      DEFAULT_SETTINGS,
      ({ text }) => seen.push(text),
      new AbortController().signal,
    );
    expect(again.preview).toMatchObject({ added: 0, changed: 0, same: rows.length });
    expect(seen).toContainEqual(expect.stringMatching(/rows of the history$/));
    expect(loaded.host.largestRequest).toBeLessThan(2_400_000);
    expect(loaded.host.largestResponse).toBeLessThan(2_400_000);
  });
});
