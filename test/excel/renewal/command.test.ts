import { DEFAULT_RENEWAL_SETTINGS } from '../../../src/excel/renewal/settings';
import type { RenewalSettings } from '../../../src/excel/contract/renewal';
import { createPaneServices } from '../../../src/excel/pane/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { named, typeNamed, typeRow } from '../pool/workbook';
import { portfolioWorkbook, SOURCE } from '../portfolio/workbook';
import { dump, fill, sheetNames, tableRows } from '../workbook';

// A whole run through the host takes some seconds where the machine is busy.
jest.setTimeout(60_000);

let loaded: LoadedHost;
beforeEach(async () => {
  loaded = await portfolioWorkbook();
});

const signal = (): AbortSignal => new AbortController().signal;
const renewalOf = (chosen: Partial<RenewalSettings> = {}) =>
  createPaneServices().commands.renewal.run(
    SOURCE,
    DEFAULT_SETTINGS,
    { ...DEFAULT_RENEWAL_SETTINGS, ...chosen },
    () => undefined,
    signal(),
  );
const inspectOf = () =>
  createPaneServices().commands.renewal.inspect(
    SOURCE,
    DEFAULT_SETTINGS,
    DEFAULT_RENEWAL_SETTINGS,
    () => undefined,
    signal(),
  );
const QUOTES = [
  ['Quote', 'Item', 'Quantity', 'Unit price', 'Discount', 'Term', 'Uplift'],
  ['Vendor A', 'Flex tokens', 20_000, 0.3, 0.1, 3, 0],
  ['Vendor A', 'Revit', 2, 2910, 0.1, null, null],
  ['Vendor B', 'Flex tokens', 10_000, 0.3, 0, 3, 0],
  ['Vendor B', 'Revit', -1, 2910, 0, null, null],
];

describe('Prepare renewal', () => {
  test('prices the levers on the spend of the year, with native formulas that finance can follow', async () => {
    const outcome = await renewalOf();
    expect(sheetNames(loaded)).toEqual(expect.arrayContaining(['Flex Renewal', 'Flex Ask List']));
    // 34,900 tokens on the guide card: Revit 5,740 h and Civil 3D 1,200 h at 5, AutoCAD 200 h at 1.
    const tokens = (2400 + 100 + 1200 + 1200 + 2000 + 40) * 5 + 200;
    expect(named(loaded, 'Flex_RenewalTokens')).toBeCloseTo(tokens, 6);
    expect(outcome.tokenSpend).toBeCloseTo(tokens * 0.3, 6);
    // Five Revit seats and one Civil 3D, each $2,910, as the users export lists them; Docs has no price.
    expect(outcome.seatSpend).toBe(6 * 2910);
    // The guide's first two levers compounded: 12.6 % to 36.04 %.
    expect(outcome.levers[1]?.cumulative.low).toBeCloseTo(0.126, 9);
    expect(outcome.levers[1]?.cumulative.high).toBeCloseTo(0.3604, 9);
    const [first] = tableRows(loaded, 'FlexLevers', true);
    expect(first?.['Value low']).toMatch(/^=G\d+\*B\d+$/);
    expect(first?.['Applies to']).toContain('Flex_RenewalTokenSpend');
  });

  test('an own value typed beside a lever counts in the next run and stays', async () => {
    await renewalOf();
    typeRow(loaded, 'FlexLevers', 0, { 'Own value': 0.1 });
    const outcome = await renewalOf();
    expect(outcome.levers[0]?.own).toBe(0.1);
    expect(tableRows(loaded, 'FlexLevers')[0]).toMatchObject({ 'Own value': 0.1 });
    typeRow(loaded, 'FlexLevers', 0, { 'Own value': 12 });
    const before = dump(loaded.host);
    await expect(renewalOf()).rejects.toThrow(/^Own value in 'Flex Renewal'!E\d+ is "12"\. Enter a share/);
    expect(dump(loaded.host)).toEqual(before);
  });

  test('lists the asks in the order of priority, each with its money and what it depends on', async () => {
    const { asks } = await renewalOf();
    const rows = tableRows(loaded, 'FlexAsks');
    expect(rows.map((row) => row['Lever'])).toEqual([
      'Volume tier',
      'Commitment',
      'Carry-forward',
      'Bundle',
      'Price lock',
      'Rate-card freeze',
    ]);
    expect(rows[0]).toMatchObject({ Priority: 'High', 'Depends on': 'Consumption volume' });
    expect(rows[0]?.['High']).toBeCloseTo(asks[0]!.money.high, 6);
    // Printed on one page.
    const sheet = loaded.grid.sheets().find(({ name }) => name === 'Flex Ask List')!;
    expect(JSON.stringify([...loaded.host.state.record(sheet.id).page])).toContain('"verticalFitToPages":1');
  });

  test('levers set to additive in their cell are added in the next run, which says so', async () => {
    const first = await renewalOf();
    expect(first.mode).toBe('compounded');
    typeNamed(loaded, 'Flex_RenewalMode', 'additive');
    const second = await renewalOf();
    expect(second.mode).toBe('additive');
    // Added, each lever takes its share of the whole: more than of what the ones before left.
    expect(second.leverMoney.mid).toBeGreaterThan(first.leverMoney.mid);
    expect(second.messages.map(({ text }) => text).join(' ')).toContain('was taken from Flex Renewal');
    typeNamed(loaded, 'Flex_RenewalMode', 'both');
    await expect(renewalOf()).rejects.toThrow(/Levers are in .*Flex Renewal.* is "both"/);
  });

  test('shows what the level of the vendor costs beside the recommended one', async () => {
    const { commitment } = await renewalOf({ vendorGrowth: 0.5 });
    const levels = tableRows(loaded, 'FlexCommitmentLevels');
    expect(levels[0]?.['Level']).toBe('the vendor: last year plus growth');
    expect(levels[1]?.['Level']).toBe('recommended');
    expect(levels[0]?.['Tokens committed']).toBeCloseTo(commitment.vendor!.level, 6);
    expect(Number(levels[1]?.['Saving'])).toBeGreaterThan(Number(levels[0]?.['Saving']));
    expect(levels.every((row) => Number(row['Tokens committed']) > 0)).toBe(true);
  });

  test('says nothing of a portfolio: no change list is promised, and no tier table elsewhere', async () => {
    const { messages } = await inspectOf();
    expect(messages.map(({ text }) => text).join(' ')).not.toMatch(/nothing to change|From now on/);
  });

  test('compares the quotes, and says which of their rows was left out', async () => {
    fill(loaded, 'Flex Quotes', QUOTES);
    expect((await inspectOf()).quotes).toMatchObject({ names: ['Vendor A', 'Vendor B'], lines: 3 });
    const outcome = await renewalOf();
    expect(tableRows(loaded, 'FlexQuoteCosts').map((row) => row['Quote'])).toEqual(['Vendor A', 'Vendor B']);
    expect(outcome.quotes[0]?.cases).toHaveLength(3);
    expect(outcome.messages.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^1 of 4 rows of Flex Quotes could not be used.*row 5/),
    );
    expect((await createPaneServices().lastRuns()).renewal).toMatchObject({ stale: false });
    fill(loaded, 'Flex Quotes', QUOTES.slice(0, 3));
    expect((await createPaneServices().lastRuns()).renewal).toMatchObject({ stale: true });
  });

  test('holds an enterprise agreement against retail on the same demand', async () => {
    const { structures } = await renewalOf({
      eba: {
        years: 3,
        annualTokens: 30_000,
        termTokens: 5000,
        tokenPrice: 0.2,
        uplift: 0,
        overflowPrice: null,
        yearlyFee: 0,
        notCovered: [],
      },
    });
    expect(structures.map(({ name }) => name)).toEqual(['Retail packs at list', 'Enterprise agreement']);
    expect(structures[1]!.cost).toBeLessThan(structures[0]!.cost);
  });

  test('seats for what an agreement does not cover stand in its cost', async () => {
    const eba = {
      years: 3,
      annualTokens: 30_000,
      termTokens: 0,
      tokenPrice: 0.2,
      uplift: 0,
      overflowPrice: null,
      yearlyFee: 0,
    };
    expect((await inspectOf()).products).toEqual(['Revit', 'Civil 3D', 'AutoCAD']);
    await renewalOf({ eba: { ...eba, notCovered: ['AutoCAD'] } });
    const agreement = tableRows(loaded, 'FlexStructures')[1]!;
    expect(agreement['Not covered']).toBe('AutoCAD');
    // One person used AutoCAD: a seat at $2,030 in each of three years.
    expect(agreement['Seats beside']).toBe(3 * 2030);
  });

  test('a line of a quote shows what is needed of it and the money above need', async () => {
    fill(loaded, 'Flex Quotes', QUOTES);
    await renewalOf();
    const lines = tableRows(loaded, 'FlexQuoteLines');
    expect(lines.map((line) => [line['Quote'], line['Item'], line['Quantity']])).toEqual([
      ['Vendor A', 'Flex tokens', 20_000],
      ['Vendor A', 'Revit', 2],
      ['Vendor B', 'Flex tokens', 10_000],
    ]);
    for (const line of lines) {
      const above = Math.max(Number(line['Quantity']) - Number(line['Needed']), 0);
      expect(line['Above need']).toBeCloseTo(above, 6);
      expect(line['Above need a year']).toBeCloseTo(above * Number(line['Net price']), 6);
    }
  });

  test('a second dated card on its sheet is compared by product, and its price and rates are told apart', async () => {
    fill(loaded, 'Flex Rates New', [
      ['Product', 'Basis', 'Tokens per unit', 'Seat price', 'On Flex', 'Token price', 'Currency'],
      ['Revit', 'hour', 6, 2910, true, 0.33, 'USD'],
      ['Civil 3D', 'hour', 5, 2910, true, 0.33, 'USD'],
      ['AutoCAD', 'hour', 1, 2030, true, 0.33, 'USD'],
      ['Autodesk Docs', 'hour', null, null, false, 0.33, 'USD'],
    ]);
    expect((await inspectOf()).newCard).toBe('Flex Rates New');
    const { cards } = await renewalOf();
    const revit = tableRows(loaded, 'FlexCardChanges').find((row) => row['Product'] === 'Revit')!;
    // 5,740 h of Revit: 5 tokens at $0.30 before, 6 at $0.33 after.
    expect(revit['Money before']).toBeCloseTo(5740 * 5 * 0.3, 6);
    expect(revit['Money after']).toBeCloseTo(5740 * 6 * 0.33, 6);
    // Civil 3D 1,200 h at 5 and AutoCAD 200 h at 1 change by the price alone.
    expect(cards!.moneyAfter - cards!.moneyBefore).toBeCloseTo(
      5740 * (6 * 0.33 - 5 * 0.3) + (6000 + 200) * 0.03,
      6,
    );
  });

  test('an inserted copy of the card in use, with one rate changed, is compared with it; a second is refused', async () => {
    const { sheet } = await createPaneServices().insertNewRates();
    expect(sheet).toBe('Flex Rates New');
    const before = await renewalOf();
    expect(before.cards).toMatchObject({ after: 'Flex Rates New', flips: 0 });
    expect(before.cards!.moneyAfter).toBe(before.cards!.moneyBefore);
    const products = tableRows(loaded, 'FlexRatesNew').map((row) => row['Product']);
    typeRow(loaded, 'FlexRatesNew', products.indexOf('Revit'), { 'Tokens per unit': 6 });
    const { cards } = await renewalOf();
    // 5,740 h of Revit at one token more, $0.30 each.
    expect(cards!.moneyAfter - cards!.moneyBefore).toBeCloseTo(5740 * 0.3, 6);
    await expect(createPaneServices().insertNewRates()).rejects.toThrow('never replaced');
  });

  test('the template of the quotes is written once and is then the user’s', async () => {
    await createPaneServices().insertQuotes(true);
    expect(tableRows(loaded, 'FlexQuotes')[0]).toMatchObject({ Quote: 'Vendor A', Item: 'Flex tokens' });
    await expect(createPaneServices().insertQuotes(false)).rejects.toThrow('never replaced');
  });
});
