import { createPaneServices } from '../../../src/excel/pane/services';
import { fetchSample } from '../../../src/excel/usage/sample';
import { monitorOf, monitorWorkbook, PACK, withPack } from './workbook';
import { typeRow } from '../pool/workbook';
import { dump, fill, OCTOBER, sheetNames, tableRows, workbook } from '../workbook';

jest.setTimeout(60_000);

const services = () => createPaneServices();

describe('Flex Pool Ledger', () => {
  test('an empty one has tables to type in, with samples it has packs; neither replaces one that is there', async () => {
    const empty = await monitorWorkbook();
    expect(sheetNames(empty)).toEqual(['Usage', 'Flex Pool Ledger']);
    for (const table of ['FlexPacks', 'FlexTransfers', 'FlexAdjustments', 'FlexShownBalances']) {
      expect(tableRows(empty, table).length).toBeGreaterThan(3);
    }
    const before = dump(empty.host);
    await expect(services().insertLedger(true)).rejects.toMatchObject({
      code: 'LedgerExists',
      untouched: true,
    });
    expect(dump(empty.host)).toEqual(before);

    const sample = await workbook();
    expect(await services().insertLedger(true)).toMatchObject({ sheet: 'Flex Pool Ledger' });
    expect(tableRows(sample, 'FlexPacks').filter((row) => row['Quantity'] !== null).length).toBeGreaterThan(
      1,
    );
    fill(await workbook(), 'Flex Pool Ledger', [['mine']]);
    await expect(services().insertLedger(false)).rejects.toThrow(/never replaced/);
  });

  test('the sample usage with the sample packs gives a review', async () => {
    const path = jest.requireActual<typeof import('node:path')>('node:path');
    const fs = jest.requireActual<typeof import('node:fs')>('node:fs');
    const file = fs.readFileSync(path.join(__dirname, '../../../assets/sample/usage.json'), 'utf8');
    const loaded = await workbook();
    const { columns, rows } = JSON.parse(file) as Awaited<ReturnType<typeof fetchSample>>;
    fill(loaded, 'Usage', [columns, ...rows]);
    await services().insertLedger(true);
    const outcome = await monitorOf({ monitor: { asOf: '2026-10-31' } });
    expect(outcome.total.pool).toBe(1_000_000);
    expect(outcome.total.depletion).not.toBeNull();
    expect(outcome.topConsumers).toHaveLength(5);
  });
});

describe('Posting an adjustment', () => {
  const SHOWN = 5000;

  async function reconciled() {
    const loaded = await withPack();
    typeRow(loaded, 'FlexShownBalances', 0, { Date: OCTOBER, Balance: SHOWN });
    return { loaded, outcome: await monitorOf() };
  }

  test('adds one dated row with its reason, and the next run has nothing left to explain', async () => {
    const { loaded, outcome } = await reconciled();
    const [found] = outcome.reconciliations;
    expect(found).toMatchObject({ date: OCTOBER, team: '', shown: SHOWN, ledger: PACK.Quantity - 4280 });
    expect(found!.unexplained).toBe(SHOWN - (PACK.Quantity - 4280));
    const { address } = await services().postAdjustment(OCTOBER, '');
    expect(address).toMatch(/^'Flex Pool Ledger'!A\d+:D\d+$/);
    const [row] = tableRows(loaded, 'FlexAdjustments');
    expect(row).toMatchObject({
      Date: OCTOBER,
      Tokens: found!.unexplained,
      Reason: expect.stringMatching(/^Autodesk showed 5,000 .* the ledger had 5,720$/),
    });
    expect((await services().lastRuns()).monitor?.stale).toBe(true);
    const next = await monitorOf();
    expect(next.reconciliations[0]!.unexplained).toBeCloseTo(0, 6);
    expect(next.total.balance).toBe(SHOWN - (found!.difference - found!.unexplained));
  });

  test('goes below the rows the user has, never over them', async () => {
    const { loaded } = await reconciled();
    typeRow(loaded, 'FlexAdjustments', 1, { Date: OCTOBER - 40, Tokens: -5, Reason: 'mine' });
    await monitorOf();
    await services().postAdjustment(OCTOBER, '');
    const rows = tableRows(loaded, 'FlexAdjustments');
    expect(rows[1]).toMatchObject({ Reason: 'mine' });
    expect(rows[2]).toMatchObject({ Date: OCTOBER });
  });

  test('is refused twice, for another day, and once the ledger has changed since the run', async () => {
    const { loaded } = await reconciled();
    await expect(services().postAdjustment(OCTOBER - 1, '')).rejects.toMatchObject({ code: 'NothingToPost' });
    await expect(services().postAdjustment(OCTOBER, 'Design')).rejects.toThrow(
      /nothing unexplained for Design/,
    );
    await services().postAdjustment(OCTOBER, '');
    const before = dump(loaded.host);
    await expect(services().postAdjustment(OCTOBER, '')).rejects.toMatchObject({
      code: 'LedgerChanged',
      untouched: true,
      message: expect.stringContaining('Run Monitor again'),
    });
    expect(dump(loaded.host)).toEqual(before);
  });

  test('on a protected ledger says so and writes nothing', async () => {
    const { loaded } = await reconciled();
    loaded.host.protectSheet('Flex Pool Ledger');
    const before = dump(loaded.host);
    await expect(services().postAdjustment(OCTOBER, '')).rejects.toThrow(/protected or read-only/);
    expect(dump(loaded.host)).toEqual(before);
  });
});
