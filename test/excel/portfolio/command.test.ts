import { buildPortfolio } from '../../../src/engine/portfolio';
import { createPaneServices } from '../../../src/excel/pane/services';
import type { Progress } from '../../../src/excel/contract/services';
import type { LoadedHost } from '../../office/load';
import { named, sizePoolOf, typeNamed, typeRow } from '../pool/workbook';
import {
  atDay,
  buildPortfolioOf,
  inspectPortfolioOf,
  MARCH,
  portfolioWorkbook,
  PORTFOLIO_USAGE,
  SUBSCRIPTIONS,
  USERS_EXPORT,
} from './workbook';
import { dump, fill, OCTOBER, sheetNames, tableRows, type, type Cell } from '../workbook';

// A whole run through the host takes some seconds where the machine is busy.
jest.setTimeout(60_000);

/** The seats as they are once the list has been worked off: only ann, cara (a Collection), fay (Docs) and zoe hold one. */
const WORKED_OFF: readonly (readonly Cell[])[] = [
  USERS_EXPORT[0]!,
  USERS_EXPORT[1]!,
  ['Cara', 'C', 'cara@x.org', 'A3', 'T', 'Member', 'Active', 'AEC Collection', ''],
  USERS_EXPORT[6]!,
  USERS_EXPORT[7]!,
];
const personOf = (loaded: LoadedHost, user: string, formulas = false) =>
  tableRows(loaded, 'FlexPortfolio', formulas).find((row) => row['User'] === user)!;
const actionOf = (loaded: LoadedHost, id: string) =>
  tableRows(loaded, 'FlexActions').find((row) => row['Id'] === id)!;

let loaded: LoadedHost;
beforeEach(async () => {
  loaded = await portfolioWorkbook();
});
afterEach(() => jest.useRealTimers());

describe('Build portfolio', () => {
  test('from the two Account exports pasted as they are, everybody gets what was worked out by hand', async () => {
    const outcome = await buildPortfolioOf();
    expect(sheetNames(loaded)).toEqual(
      expect.arrayContaining(['Usage', 'Flex Seats', 'Flex Subscriptions', 'Flex Portfolio', 'Flex Actions']),
    );
    const mix = (user: string) => [personOf(loaded, user)['Today'], personOf(loaded, user)['Proposed']];
    expect(mix('ann@x.org')).toEqual(['Revit seat', 'Revit seat']);
    expect(mix('ben@x.org')).toEqual(['Revit seat', 'Flex: Revit']);
    expect(mix('cara@x.org')).toEqual(['Civil 3D seat, Revit seat', 'AEC Collection']);
    expect(mix('dan@x.org')).toEqual(['Flex: Revit', 'Flex: Revit']);
    expect(mix('fay@x.org')).toEqual(['Autodesk Docs seat, Revit seat', 'Autodesk Docs seat, Flex: Revit']);
    // Seats 6 Revit and 1 Civil 3D = $20,370, tokens 10,200 = $3,060; then 2 Revit, 1 AEC, 10,900 tokens = $12,465.
    expect(outcome.summary.today?.cost).toBeCloseTo(23_430, 6);
    expect(outcome.summary.proposed.cost).toBeCloseTo(12_465, 6);
    expect(outcome).toMatchObject({
      read: 42,
      used: 41,
      summary: { changed: 3 },
      actions: { checked: false },
    });
    expect(outcome.rows[0]).toMatchObject({ user: 'fay@x.org', saving: 2850, changed: true });
    expect(outcome.messages.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^1 of 8 rows of Flex Seats could not be used.*row 9: no product/),
    );
  });

  test('costs are native formulas over the named inputs, and the input cells hold what was used', async () => {
    await buildPortfolioOf({ settings: { seatDiscount: 0.1 } });
    expect(named(loaded, 'Flex_PortfolioSeatDiscount')).toBe(0.1);
    expect(named(loaded, 'Flex_PortfolioContractors')).toBe('yes');
    expect(personOf(loaded, 'ben@x.org', true)['Cost proposed']).toMatch(
      /^=S\d+\*\(1-Flex_PortfolioSeatDiscount\)\+T\d+\*Flex_PortfolioPricePaid$/,
    );
    expect(loaded.host.state.names.some(({ name }) => name === 'Flex_PortfolioState')).toBe(true);
  });

  test('Decision, Owner and Note stay with their person, also when they are away for a run', async () => {
    await buildPortfolioOf();
    type(loaded, 'FlexPortfolio', 'ben@x.org', 'Decision', 'Later');
    type(loaded, 'FlexPortfolio', 'ben@x.org', 'Note', 'rings 3-4');
    fill(
      loaded,
      'Usage',
      PORTFOLIO_USAGE.filter(([user]) => user !== 'ben@x.org'),
    );
    await buildPortfolioOf();
    expect(tableRows(loaded, 'FlexPortfolioGone')).toEqual([
      expect.objectContaining({ User: 'ben@x.org', Decision: 'Later' }),
    ]);
    fill(loaded, 'Usage', PORTFOLIO_USAGE);
    await buildPortfolioOf();
    expect(personOf(loaded, 'ben@x.org')).toMatchObject({ Decision: 'Later', Note: 'rings 3-4' });
  });

  test('the list worked off is found done at the next import, with what it saves', async () => {
    atDay('2026-10-20');
    const first = await buildPortfolioOf();
    // fay 2,850, ben 2,760, cara 5,820 − 3,375 = 2,445, and the Revit seat that nobody holds 2,910: 23,430 − 12,465.
    expect(first.actions).toMatchObject({ total: 10, open: 10, new: 10, promised: 10_965, realised: 0 });
    typeRow(loaded, 'FlexActions', 0, { Owner: 'zoe' });
    fill(loaded, 'Flex Seats', WORKED_OFF);
    fill(loaded, 'Flex Subscriptions', [
      SUBSCRIPTIONS[0]!,
      ['T', 'Revit', '1', 's1', 'Annual', '2026-04-01', '2027-03-31', '', 'Active', 2],
      ['T', 'AEC Collection', '1', 's3', 'Annual', '2026-04-01', '2027-03-31', '', 'Active', 1],
    ]);
    // ben and fay hold no seat any more, but nobody has seen them draw a token since: their seats save nothing yet.
    const unseen = await buildPortfolioOf();
    expect(unseen.actions).toMatchObject({ checked: true, done: 8, open: 2, new: 0 });
    expect(unseen.actions.realised).toBeCloseTo(2445 + 2910, 6);
    expect(actionOf(loaded, 'give-Flex:ben@x.org:Revit')['What the import shows']).toMatch(
      /no seat for Revit, and no tokens for it after 2026-10-20 are in the import/,
    );
    atDay('2026-10-31');
    fill(loaded, 'Usage', [
      ...PORTFOLIO_USAGE,
      ['ben@x.org', 'Revit', OCTOBER + 10, 1, 'Employee'],
      ['fay@x.org', 'Revit', OCTOBER + 10, 1, 'Employee'],
    ]);
    const second = await buildPortfolioOf();
    expect(second.actions).toMatchObject({ checked: true, done: 10, open: 0, new: 0 });
    // An hour more of each: 2 × 5 tokens × 0.30.
    expect(second.actions.realised).toBeCloseTo(10_965 - 3, 6);
    expect(actionOf(loaded, 'buy-seats:AEC Collection')).toMatchObject({ State: 'done', Owner: 'zoe' });
    expect(second.summary.changed).toBe(0);
    // Somebody gives ben his seat back.
    fill(loaded, 'Flex Seats', [...WORKED_OFF, USERS_EXPORT[2]!]);
    const third = await buildPortfolioOf();
    expect(third.actions.reversed).toBe(2);
    expect(actionOf(loaded, 'unassign-seat:ben@x.org:Revit')).toMatchObject({
      State: 'reversed',
      'Saving realised': 0,
      'What the import shows': 'ben@x.org holds Revit in the import.',
    });
    expect(third.actions.realised).toBeCloseTo(10_965 - 3 - (2760 - 1.5), 6);
  });

  test('for somebody kept as today nothing is to be done, and nothing is promised', async () => {
    await buildPortfolioOf();
    type(loaded, 'FlexPortfolio', 'ben@x.org', 'Decision', 'keep as today');
    const outcome = await buildPortfolioOf();
    expect(actionOf(loaded, 'unassign-seat:ben@x.org:Revit')['State']).toBe('no longer proposed');
    expect(actionOf(loaded, 'give-Flex:ben@x.org:Revit')['State']).toBe('no longer proposed');
    // 10,965 without ben's 2,760; of the six Revit seats three go instead of four, at their end.
    expect(outcome.actions.promised).toBeCloseTo(8205, 6);
    expect(actionOf(loaded, 'let-seats-end:Revit:2027-03-31')).toMatchObject({ Seats: 3, 'Owned then': 3 });
    expect(tableRows(loaded, 'FlexEmailLists').map((row) => row['Addresses'])).not.toContainEqual(
      expect.stringContaining('ben@x.org'),
    );
  });

  test('a spare seat lent is given when it is held, and is to be taken back from then on', async () => {
    const spare = ['T', 'AutoCAD', '1', 's4', 'Annual', '2026-04-01', '2027-03-31', '', 'Active', 1];
    fill(loaded, 'Flex Subscriptions', [...SUBSCRIPTIONS, spare]);
    await buildPortfolioOf();
    const [give, take] = ['give-seat:eve@x.org:AutoCAD', 'unassign-seat:eve@x.org:AutoCAD'];
    const states = () => [give, take].map((id) => actionOf(loaded, id)['State']);
    const again = await buildPortfolioOf();
    expect(states()).toEqual(['not done', 'not done']);
    expect(actionOf(loaded, take)).toMatchObject({
      Due: MARCH,
      'Spare seat lent': 'yes',
      'Lent until': MARCH,
    });
    fill(loaded, 'Flex Seats', [
      ...USERS_EXPORT,
      ['Eve', 'E', 'eve@x.org', 'A7', 'T', 'Member', 'Active', 'AutoCAD', ''],
    ]);
    const lent = await buildPortfolioOf();
    expect(states()).toEqual(['done', 'not done']);
    expect(lent.actions.reversed).toBe(0);
    // The $60 of tokens saved until the end are no yearly saving: the seat's 2,030 are promised as before, now by eve less her $60.
    expect(lent.actions.promised).toBeCloseTo(again.actions.promised - 60, 6);
  });

  test('running again over the same data adds no action and forgets no owner', async () => {
    await buildPortfolioOf();
    typeRow(loaded, 'FlexActions', 3, { Owner: 'zoe', Note: 'after lunch' });
    const before = tableRows(loaded, 'FlexActions').map((row) => [row['Id'], row['Owner'], row['Listed']]);
    const outcome = await buildPortfolioOf();
    expect(outcome.actions).toMatchObject({ total: 10, new: 0, open: 10 });
    expect(tableRows(loaded, 'FlexActions').map((row) => [row['Id'], row['Owner'], row['Listed']])).toEqual(
      before,
    );
  });

  test('addresses to paste stand by change and product', async () => {
    await buildPortfolioOf();
    const rows = tableRows(loaded, 'FlexEmailLists').map((row) => [
      row['What to do'],
      row['Addresses'],
      row['Due'],
    ]);
    expect(rows).toContainEqual(['Give Flex for Revit', 'ben@x.org; fay@x.org', MARCH]);
    expect(rows).toContainEqual(['Unassign Revit', 'ben@x.org; cara@x.org; fay@x.org', MARCH]);
  });

  test('a pin is kept, a wrong one is named with its cell', async () => {
    fill(loaded, 'Flex Pins', [
      ['User', 'Product', 'Keep on', 'Note'],
      ['ben@x.org', '', 'Named User', 'travels'],
      ['ann@x.org', 'Revit', 'the moon', ''],
    ]);
    await buildPortfolioOf();
    expect(personOf(loaded, 'ben@x.org')['Proposed']).toBe('Revit seat');
    expect(tableRows(loaded, 'FlexPortfolioListsRejected')).toContainEqual(
      expect.objectContaining({ Cell: "'Flex Pins'!C3", Value: 'the moon' }),
    );
  });

  test('an input typed into its cell counts at the next run, and a bad one is named and changes nothing', async () => {
    await buildPortfolioOf();
    typeNamed(loaded, 'Flex_PortfolioContractors', 'no');
    const outcome = await buildPortfolioOf();
    expect(personOf(loaded, 'dan@x.org')['Proposed']).toBe('Revit seat');
    expect(outcome.messages.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Contractors on Flex was taken from Flex Portfolio'),
    );
    typeNamed(loaded, 'Flex_PortfolioBundle', 'many');
    const before = dump(loaded.host);
    await expect(buildPortfolioOf()).rejects.toThrow(
      /Bundle in 'Flex Portfolio'!\$?B\$?\d+ is "many"\. Enter a whole number/,
    );
    expect(dump(loaded.host)).toEqual(before);
  });

  test('tiers typed into the table decide the price paid and stay', async () => {
    await buildPortfolioOf();
    typeRow(loaded, 'FlexPortfolioTiers', 0, { 'From quantity': 1000, Price: 0.3 });
    typeRow(loaded, 'FlexPortfolioTiers', 1, { 'From quantity': 20_000, Price: 0.1 });
    const { summary } = await buildPortfolioOf();
    expect(summary.proposed).toMatchObject({ tokenPrice: 0.1 });
    expect(summary.proposed.tokensBought).toBeGreaterThanOrEqual(20_000);
    expect(tableRows(loaded, 'FlexPortfolioTiers')[1]).toMatchObject({ Price: 0.1 });
  });

  test('without any seats nobody is said to hold none: today is not known and there is nothing to do', async () => {
    fill(loaded, 'Flex Seats', [['User', 'Product']]);
    const outcome = await buildPortfolioOf();
    expect(await inspectPortfolioOf()).toMatchObject({ seats: { from: 'none', holdings: 0 } });
    expect(outcome.summary.today).toBeNull();
    expect(outcome.actions.total).toBe(0);
    expect(personOf(loaded, 'ben@x.org')['Today']).toBe('not known');
  });

  test('the worker’s result is written as this thread’s, and its steps are counted', async () => {
    const seen: Progress[] = [];
    const outcome = await buildPortfolioOf({
      build: async (input, onProgress) => {
        onProgress(1, 4);
        return await Promise.resolve(buildPortfolio(input));
      },
      onProgress: (p) => seen.push(p),
    });
    expect(outcome.summary).toEqual((await buildPortfolioOf()).summary);
    expect(seen).toContainEqual({ phase: 'computing', done: 1, total: 4, text: '6 people, 25 %' });
  });
});

describe('before a run', () => {
  test('the pane is told who holds what, what is owned, pinned, and will be written', async () => {
    expect(await inspectPortfolioOf()).toMatchObject({
      people: 6,
      contractors: 1,
      months: 12,
      price: 0.3,
      seats: { from: 'Flex Seats', holdings: 7, holders: 4, others: 1, sheet: { used: 7 } },
      subscriptions: { seats: 7, used: 2 },
      pins: null,
      earlier: null,
      canRun: true,
      writes: [
        { sheet: 'Flex Portfolio', state: 'new' },
        { sheet: 'Flex Actions', state: 'new' },
      ],
    });
    await buildPortfolioOf();
    expect(await inspectPortfolioOf()).toMatchObject({ earlier: { actions: 10 } });
  });

  test('a portfolio is out of date once a seat changes hands', async () => {
    const { lastRuns } = createPaneServices();
    expect((await lastRuns()).portfolio).toBeNull();
    await buildPortfolioOf();
    expect((await lastRuns()).portfolio).toMatchObject({ people: 6, stale: false });
    fill(loaded, 'Flex Seats', WORKED_OFF);
    expect((await lastRuns()).portfolio).toMatchObject({ stale: true });
  });
});

describe('the templates', () => {
  test('those that are not there are written with room to type, and are never replaced', async () => {
    const { insertSeats } = createPaneServices();
    const { sheets } = await insertSeats(true);
    expect(sheets).toEqual(['Flex Pins']);
    expect(tableRows(loaded, 'FlexPins').length).toBeGreaterThan(5);
    await expect(insertSeats(false)).rejects.toThrow(/are there already/);
  });
});

describe('the chain', () => {
  test('the pool counts the Flex people of the portfolio, as decided there', async () => {
    const services = createPaneServices();
    await buildPortfolioOf();
    const first = await sizePoolOf({ pool: { people: 'portfolio' } });
    expect(first.baseline).toBeCloseTo(10_900, 6);
    expect(named(loaded, 'Flex_PoolPeople')).toBe('Flex people of the portfolio');
    expect((await services.lastRuns()).pool?.stale).toBe(false);
    type(loaded, 'FlexPortfolio', 'ben@x.org', 'Decision', 'Keep as today');
    expect((await services.lastRuns()).pool?.stale).toBe(true);
    // ben keeps his seat: 500 tokens less.
    expect((await sizePoolOf({ pool: { people: 'portfolio' } })).baseline).toBeCloseTo(10_400, 6);
  });

  test('without a portfolio the pool says to build one', async () => {
    await expect(sizePoolOf({ pool: { people: 'portfolio' } })).rejects.toThrow(/Run Build portfolio first/);
  });
});
