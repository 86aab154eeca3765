import { buildPortfolio, portfolioActions, portfolioInput } from '../../../src/engine/portfolio';
import { guideCard, priceTerms } from '../../../src/engine/catalog';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { json, program, SAMPLE } from '../program';

const cli = program();
afterAll(cli.remove);

type Rows = readonly Readonly<Record<string, unknown>>[];
type Result = Readonly<Record<string, Rows>> & { readonly figures: Readonly<Record<string, unknown>> };
const mixOf = (...words: readonly string[]): Result =>
  json(cli.run('portfolio', ...words, '--json'))['portfolio'] as Result;

/** Ann needs 500 tokens ($150), Bob 10,500 ($3,150); a Revit seat costs $2,910. */
const USAGE = cli.file(
  'two.csv',
  'User,Product,Date,Hours\nann@example.com,Revit,2026-03-02,100\nbob@example.com,Revit,2026-10-05,2100\n',
);
const SEATS = cli.file('seats.csv', 'User,Product\nann@example.com,Revit\n');

test('the cheapest mix by hand: tokens for who works little, the seat for who works all year', () => {
  const { figures, FlexPortfolio, FlexActions } = mixOf(USAGE, '--seats', SEATS);
  // Proposed 150 + 2,910; today Ann's seat 2,910 and Bob's tokens 3,150.
  expect(figures).toMatchObject({
    Flex_PortfolioCost: 3060,
    Flex_PortfolioCostToday: 6060,
    Flex_PortfolioSaving: 3000,
    Flex_PortfolioChanged: 2,
    Flex_PortfolioTokens: 500,
    Flex_PortfolioGap: 0,
  });
  // Ann 2,910 − 150, Bob 3,150 − 2,910; the larger saving leads.
  expect(FlexPortfolio?.map((row) => [row['User'], row['Proposed'], row['Saving']])).toEqual([
    ['ann@example.com', 'Flex: Revit', 2760],
    ['bob@example.com', 'Revit seat', 240],
  ]);
  // One seat changes hands: nothing is bought.
  const kinds = FlexActions?.map((row) => `${String(row['Kind'])} ${String(row['Who'])}`) ?? [];
  expect([...kinds].sort()).toEqual([
    'give Flex ann@example.com',
    'give seat bob@example.com',
    'unassign seat ann@example.com',
  ]);
  expect(kinds.indexOf('give Flex ann@example.com')).toBeLessThan(
    kinds.indexOf('unassign seat ann@example.com'),
  );
});

test('without seats there is no today, and the program says what to give', () => {
  const result = mixOf(USAGE);
  expect(result.figures).toMatchObject({ Flex_PortfolioCost: 3060 });
  expect(result.figures).not.toHaveProperty('Flex_PortfolioCostToday');
  expect(result['notes']).toContainEqual(expect.stringMatching(/--seats FILE/));
  expect(result['FlexPortfolio']?.[0]).toMatchObject({ 'Cost today': 'not known', Saving: 'not known' });
});

test('volume prices, pins and the policy for contractors count', () => {
  // From 20,000 tokens 0.10 each: 11,000 used at 0.30 cost 3,300; 20,000 bought cost 2,000, less than 3,060.
  const tiers = cli.file('tiers.csv', 'From quantity,Price\n0,0.3\n20000,0.1\n');
  expect(mixOf(USAGE, '--tiers', tiers).figures).toMatchObject({
    Flex_PortfolioCost: 2000,
    Flex_PortfolioTokensBought: 20000,
  });
  const pins = cli.file('pins.csv', 'User,Product,Keep on\nbob@example.com,,Flex\n');
  expect(mixOf(USAGE, '--pins', pins).figures).toMatchObject({ Flex_PortfolioCost: 3300 });
  const contractor = cli.file(
    'contractor.csv',
    'User,Product,Date,Hours,User type\nbob,Revit,2026-10-05,2100,Contractor\n',
  );
  expect(mixOf(contractor).figures).toMatchObject({ Flex_PortfolioCost: 3150 });
  expect(mixOf(contractor, '--contractors-on-seats').figures).toMatchObject({ Flex_PortfolioCost: 2910 });
});

test('the program says what the engine says, and its parts sum to its totals', () => {
  const card = guideCard;
  const range = [
    ['User', 'Product', 'Date', 'Hours'],
    ['ann@example.com', 'Revit', '2026-03-02', 100],
    ['bob@example.com', 'Revit', '2026-10-05', 2100],
  ];
  const input = portfolioInput(readUsage(range, { card, hoursPerDay: null, people: null }), {
    card,
    terms: priceTerms(card, {}),
    asOf: null,
    externalDomains: [],
    policies: { contractorsOnFlex: true, pins: [], protectToday: true },
    assignments: [{ user: 'ann@example.com', offering: 'Revit' }],
  });
  const engine = buildPortfolio(input);
  const said = mixOf(USAGE, '--seats', SEATS);
  expect(said.figures['Flex_PortfolioSavingThisTerm']).toEqual(engine.summary.savingThisTerm);
  expect(said['FlexActions']?.map((row) => row['Id'])).toEqual(
    portfolioActions(engine, input).map(({ id }) => id),
  );
  const sample = mixOf(
    ...[SAMPLE, '--seats', 'assets/sample/seats.csv', '--subscriptions', 'assets/sample/subscriptions.csv'],
  );
  const parts = sample['FlexPortfolioMoney']?.reduce((sum, part) => sum + Number(part['Cost proposed']), 0);
  expect(parts).toBeCloseTo(Number(sample.figures['Flex_PortfolioCost']), 6);
});

describe('lists that cannot be used end with 2 and say what to do', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    [
      'seats without a product',
      [USAGE, '--seats', cli.file('bad.csv', 'User,Team\nann,a\n')],
      /bad\.csv: The table of assigned seats has no column Product/,
    ],
    [
      'tiers that are no numbers',
      [USAGE, '--tiers', cli.file('badtiers.csv', 'From quantity,Price\n0,cheap\n')],
      /badtiers\.csv: tiers, row 2: the price/,
    ],
    [
      'usage without people',
      [cli.file('nobody.csv', 'Product,Date,Hours\nRevit,2026-03-02,100\n')],
      /no user column, so nobody can be assigned/,
    ],
  ];
  test.each(cases)('%s', (_, words, sentence) => {
    const { code, out, err } = cli.run('portfolio', ...words);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
});
