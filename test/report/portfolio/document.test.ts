import { portfolioDocument } from '../../../src/report/portfolio/document';
import { formulaSheet } from '../formula-sheet';
import { input, report } from './report';

/** All people in sheet order with a figure. */
const column = (sheet: ReturnType<typeof formulaSheet>, key: string) => sheet.column('FlexPortfolio', key);

test('the headline says what the mix holds, costs, saves against today and how far from the optimum it is', () => {
  const { texts } = formulaSheet(portfolioDocument(report()));
  // ann keeps her seat; ben and dan draw 6,000 tokens = $1,800; eve keeps what has no price.
  expect(texts).toContain(
    '4 people: 2 seats, 0 Collections, 6,000 tokens cost $4,710 a year; today $10,380; no mix is cheaper',
  );
});

test('every cost on the sheet is the engine’s, worked out in plain Excel', () => {
  const given = report();
  const sheet = formulaSheet(portfolioDocument(given));
  const { today, proposed, saving } = given.portfolio.summary;
  expect(sheet.named('Flex_PortfolioCost')).toBeCloseTo(proposed.cost, 6);
  expect(sheet.named('Flex_PortfolioCostToday')).toBeCloseTo(today!.cost, 6);
  expect(sheet.named('Flex_PortfolioSaving')).toBeCloseTo(saving!, 6);
  expect(sheet.named('Flex_PortfolioTokens')).toBe(6000);
  expect(sheet.named('Flex_PortfolioOnFlex')).toBe(2);
  expect(sheet.named('Flex_PortfolioPeople')).toBe(4);
  expect(sheet.named('Flex_PortfolioChanged')).toBe(1);
  for (const person of given.portfolio.people) {
    const row = column(sheet, 'user').indexOf(person.user);
    expect(sheet.cell('FlexPortfolio', row, 'cost')).toEqual(person.costProposed ?? 'price missing');
    expect(sheet.cell('FlexPortfolio', row, 'costToday')).toEqual(person.costToday ?? 'price missing');
    expect(sheet.cell('FlexPortfolio', row, 'saving')).toBeCloseTo(person.saving!, 6);
  }
});

test('a seat discount typed in changes every cost as a new run would, and asks for one', () => {
  const typed = formulaSheet(portfolioDocument(report()), { Flex_PortfolioSeatDiscount: 0.1 });
  const again = report(input({ seatDiscount: 0.1 }));
  expect(typed.named('Flex_PortfolioCost')).toBeCloseTo(again.portfolio.summary.proposed.cost, 6);
  expect(typed.named('Flex_PortfolioCostToday')).toBeCloseTo(again.portfolio.summary.today!.cost, 6);
  expect(typed.named('Flex_PortfolioState')).toBe('run again');
  expect(typed.texts.join('\n')).toContain('seat discount 10.0%');
});

test('a token price typed in is named beside the one the assignment was computed at', () => {
  const sheet = formulaSheet(portfolioDocument(report()), { Flex_PortfolioTokenPrice: 0.32 });
  expect(sheet.named('Flex_PortfolioCost')).toBeCloseTo(2910 + 6000 * 0.32, 6);
  expect(sheet.texts).toContainEqual(
    expect.stringMatching(
      /^Assignment computed at \$0\.30 a token.*Now: 0\.32 USD.*Run Build portfolio again\.$/,
    ),
  );
});

test('nothing asks for another run right after one, and the margin never does', () => {
  const document = portfolioDocument(report());
  expect(formulaSheet(document).named('Flex_PortfolioState')).toBe('current');
  expect(formulaSheet(document, { Flex_PortfolioMargin: 0.1 }).named('Flex_PortfolioState')).toBe('current');
  expect(formulaSheet(document).texts).toContainEqual(expect.stringMatching(/inputs unchanged since\.$/));
});

test.each([
  ['Flex_PortfolioContractors', 'no'],
  ['Flex_PortfolioTodaysSeats', 'no'],
  ['Flex_PortfolioBundle', 100],
  ['Flex_PortfolioCommitted', 9000],
  ['Flex_PortfolioTokenDiscount', 0.05],
  ['Flex_PortfolioAsOf', 46000],
])('%s typed over asks for another run', (name, value) => {
  expect(formulaSheet(portfolioDocument(report()), { [name]: value }).named('Flex_PortfolioState')).toBe(
    'run again',
  );
});

test('who on Flex is above the decision margin follows the cell of the margin', () => {
  const document = portfolioDocument(report());
  // dan's tokens cost $1,650: above 0.4 × $2,910 = $1,164, below 0.6 × $2,910 = $1,746.
  expect(formulaSheet(document).named('Flex_PortfolioAboveMargin')).toBe(1);
  expect(formulaSheet(document, { Flex_PortfolioMargin: 0.6 }).named('Flex_PortfolioAboveMargin')).toBe(0);
  expect(formulaSheet(document, { Flex_PortfolioMargin: 0.01 }).named('Flex_PortfolioAboveMargin')).toBe(2);
});

test('with price tiers the tokens bought cost the tier they reach, in cells as in the engine', () => {
  const tiers = [
    { from: 1000, price: 0.3 },
    { from: 10_000, price: 0.15 },
  ];
  const given = report(input({ tiers, bundle: 100 }));
  const sheet = formulaSheet(portfolioDocument(given));
  const { proposed, today } = given.portfolio.summary;
  expect(proposed.tokensBought).toBe(18_000);
  expect(sheet.named('Flex_PortfolioPricePaid')).toBe(0.15);
  expect(sheet.named('Flex_PortfolioCost')).toBeCloseTo(proposed.cost, 6);
  expect(sheet.named('Flex_PortfolioCostToday')).toBeCloseTo(today!.cost, 6);
  expect(sheet.named('Flex_PortfolioState')).toBe('current');
});

describe('rows and lines of the savings', () => {
  const lines = (sheet: ReturnType<typeof formulaSheet>, key: string) =>
    sheet.column('FlexPortfolioSavingLines', key).map(Number);
  const sum = (figures: readonly unknown[]): number =>
    figures.reduce<number>((total, figure) => total + (typeof figure === 'number' ? figure : 0), 0);

  it('add up to the totals: the spare seat is a line of its own', () => {
    const sheet = formulaSheet(portfolioDocument(report()));
    // ben gives up 2,910 for 500 × 0.30; one of three seats is held by nobody and not renewed.
    expect(lines(sheet, 'saving')).toEqual([2760, 2910, 0, 0]);
    expect(sheet.named('Flex_PortfolioSaving')).toBe(2760 + 2910);
    expect(sum(column(sheet, 'savingThisTerm'))).toBeCloseTo(
      Number(sheet.named('Flex_PortfolioSavingThisTerm')),
      6,
    );
  });

  it('add up where a minimum purchase pays for tokens that nobody needs, and name that difference', () => {
    const sheet = formulaSheet(
      portfolioDocument(report(input({ tiers: [{ from: 10_000, price: 0.3 }], bundle: 0 }))),
    );
    expect(sheet.column('FlexPortfolioSavingLines', 'part').at(-1)).toBe(
      'Tokens bought beyond need / tier difference',
    );
    // Everybody on Flex: 18,000 tokens = 5,400, less than ann's seat and the minimum. ann's row is 2,910 − 3,600, ben's 2,910 − 150. Today
    // dan's 5,500 tokens = 1,650 cost the minimum, 3,000.
    expect(lines(sheet, 'saving')).toEqual([-690 + 2760, 2910, 0, 1350]);
    expect(sheet.named('Flex_PortfolioSaving')).toBe(3 * 2910 + 3000 - 5400);
    // The spare seat lent to dan for 151 days saves his 1,650 in the row; nobody else draws before, so 3,000 need not be bought.
    const dan = (1650 * 151) / 365;
    expect(sum(column(sheet, 'savingThisTerm'))).toBeCloseTo(dan, 6);
    expect(lines(sheet, 'savingThisTerm').at(-1)).toBeCloseTo((3000 * 151) / 365 - dan, 6);
    expect(sheet.named('Flex_PortfolioSavingThisTerm')).toBeCloseTo((3000 * 151) / 365, 6);
  });

  it.each([
    ['Flex_PortfolioSeatDiscount', 0.1],
    ['Flex_PortfolioTokenPrice', 0.32],
  ])('add up after %s is typed over', (name, value) => {
    const sheet = formulaSheet(portfolioDocument(report()), { [name]: value });
    expect(sum(lines(sheet, 'saving'))).toBeCloseTo(Number(sheet.named('Flex_PortfolioSaving')), 6);
    expect(lines(sheet, 'saving')[0]).toBeCloseTo(sum(column(sheet, 'saving')), 6);
  });
});

test('where nobody knows who holds what, today is not known and never 0', () => {
  const given = report({ ...input(), assignments: null, owned: [] }, { seatsFrom: '' });
  const sheet = formulaSheet(portfolioDocument(given));
  expect(column(sheet, 'costToday')).toEqual(['not known', 'not known', 'not known', 'not known']);
  expect(column(sheet, 'saving')).toEqual(['not known', 'not known', 'not known', 'not known']);
  expect(sheet.texts.join('\n')).not.toContain('today $');
  expect(() => sheet.named('Flex_PortfolioSaving')).toThrow('Flex_PortfolioSaving');
});

test('those to change stand first, the largest saving first, and each says what is in the way', () => {
  const sheet = formulaSheet(portfolioDocument(report()));
  expect(column(sheet, 'user')).toEqual(['ben@x.org', 'dan@x.org', 'ann@x.org', 'eve@x.org']);
  expect(column(sheet, 'changed')).toEqual(['yes', 'spare Revit until 2027-03-31', '', '']);
  expect(sheet.cell('FlexPortfolio', 0, 'today')).toBe('Revit seat');
  expect(sheet.cell('FlexPortfolio', 0, 'proposed')).toBe('Flex: Revit');
  expect(sheet.cell('FlexPortfolio', 0, 'due')).toBe(46477);
});

test('what the user wrote stands beside the person, and that of people who vanished is kept below', () => {
  const own = new Map([['ben@x.org', { decision: 'Later', owner: 'zoe', note: null }]]);
  const gone = [{ user: 'old@x.org', proposed: 'Revit seat', decision: 'Do it', owner: null, note: 'gone' }];
  const sheet = formulaSheet(portfolioDocument(report(input(), { own, gone })));
  expect(sheet.cell('FlexPortfolio', 0, 'decision')).toBe('Later');
  expect(sheet.cell('FlexPortfolio', 0, 'owner')).toBe('zoe');
  expect(sheet.cell('FlexPortfolioGone', 0, 'note')).toBe('gone');
});

test('pins and seats that could not be followed are listed and pointed out', () => {
  const given = input();
  const pins = [{ user: 'nobody', product: '', target: 'Flex' }];
  const sheet = formulaSheet(portfolioDocument(report({ ...given, policies: { ...given.policies, pins } })));
  expect(sheet.texts.join('\n')).toContain(
    '1 entry of your seats, subscriptions or pins could not be followed',
  );
  expect(sheet.cell('FlexPortfolioNotes', 0, 'note')).toMatch(/"nobody" was not followed/);
});
