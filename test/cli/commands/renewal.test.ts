import { json, program } from '../program';

const cli = program();
afterAll(cli.remove);

type Rows = readonly Readonly<Record<string, unknown>>[];
type Result = Readonly<Record<string, Rows>> & { readonly figures: Readonly<Record<string, number>> };
const prepared = (...words: readonly string[]): Result =>
  json(cli.run('renewal', ...words, '--json'))['renewal'] as Result;

/** 2,000 h of Revit by four people: 10,000 tokens, $3,000 at $0.30. */
const USAGE = cli.file(
  'usage.csv',
  [
    'User,Product,Date,Hours,Project',
    ...['ann', 'bob', 'cyd', 'dan'].flatMap((user, at) =>
      Array.from({ length: 12 }, (_, month) => {
        const day = `2025-${String(month + 1).padStart(2, '0')}-05`;
        return `${user}@example.com,Revit,${day},${500 / 12},P${at % 2}`;
      }),
    ),
  ].join('\n'),
);
const SEATS = cli.file('seats.csv', 'User,Product\nann@example.com,Revit\n');

test("the guide's levers by hand, compounded and added up", () => {
  const { figures, FlexLevers, FlexFreeze } = prepared(USAGE);
  expect(figures['Flex_RenewalTokens']).toBeCloseTo(10000, 3);
  expect(figures['Flex_RenewalTokenSpend']).toBeCloseTo(3000, 3);
  // 1 − 0.95 × 0.92 × 0.95 × 0.98 = 0.186306; × 3,000 = 558.918.
  expect(figures['Flex_RenewalLow']).toBeCloseTo(558.918, 2);
  // 0.05 + 0.08 + 0.05 + 0.02 = 0.20; × 3,000 = 600.
  expect(prepared(USAGE, '--mode', 'additive').figures['Flex_RenewalLow']).toBeCloseTo(600, 2);
  expect(FlexLevers?.map((line) => [line['Lever'], line['Low'], line['High']])).toEqual([
    ['Volume tier', 0.05, 0.18],
    ['Commitment', 0.08, 0.22],
    ['Carry-forward', 0.05, 0.15],
    ['Bundle', 0.02, 0.08],
  ]);
  expect(FlexLevers?.[1]).toMatchObject({
    'Value low': expect.closeTo(240, 2),
    'Value high': expect.closeTo(660, 2),
  });
  // Σ 3,000 × (1.05^t − 1): 150 in one year, 150 + 307.50 in two.
  expect(FlexFreeze?.map((line) => line['Price lock'])).toEqual([
    expect.closeTo(150, 2),
    expect.closeTo(457.5, 2),
  ]);
});

test('a bundle is asked on tokens and on the seats of today, and a lever of your own counts', () => {
  const plain = cli.file('plain.csv', 'Lever,Low,High,Own\nCommitment,0.1,0.2,0.12\n');
  const { figures, FlexLevers } = prepared(USAGE, '--seats', SEATS, '--levers', plain);
  expect(figures['Flex_RenewalSeatSpend']).toBe(2910);
  // Bundle: (3,000 + 2,910) × 2 % = 118.20.
  expect(FlexLevers?.[3]).toMatchObject({
    'Applies to': expect.closeTo(5910, 2),
    'Value low': expect.closeTo(118.2, 2),
  });
  expect(FlexLevers?.[1]).toMatchObject({ Low: 0.1, Mid: expect.closeTo(0.15, 9), High: 0.2, Counts: 0.12 });
});

test('quotes, volume prices, another card and an agreement are held against the same demand', () => {
  const quotes = cli.file(
    'quotes.csv',
    'Quote,Item,Quantity,Unit price\nA,Flex tokens,12000,0.28\nB,Flex tokens,9000,0.31\n',
  );
  const tiers = cli.file('tiers.csv', 'From quantity,Price\n0,0.3\n12000,0.2\n');
  const dearer = cli.file(
    'dearer.csv',
    'Product,Basis,Tokens per unit,Seat price,On Flex,Token price,Currency\nRevit,hour,6,2910,TRUE,0.3,USD\n',
  );
  const result = prepared(
    ...[USAGE, '--quotes', quotes, '--tiers', tiers, '--new-card', dearer, '--growth', '0'],
    ...['--eba-tokens', '10000', '--eba-price', '0.2', '--eba-years', '1'],
  );
  expect(result['FlexQuoteCosts']?.map((row) => row['Quote'])).toEqual(['A', 'B']);
  expect(result['FlexRenewalTiers']).not.toEqual([]);
  // 2,000 h × 6 × 0.30 = 3,600 against 3,000.
  expect(result['FlexCardChanges']?.find((row) => row['Product'] === 'Revit')).toMatchObject({
    'Money before': expect.closeTo(3000, 2),
    'Money after': expect.closeTo(3600, 2),
    Change: expect.closeTo(600, 2),
  });
  const agreement = result['FlexStructures']?.find((row) => row['Structure'] === 'Enterprise agreement');
  expect(agreement).toMatchObject({ 'Tokens bought': 10000 });
  // At least 10,000 × 0.20, whatever is used.
  expect(Number(agreement?.['P10'])).toBeGreaterThanOrEqual(2000 - 1e-6);
});

test('the ask list is in order of priority, the volume tier first', () => {
  const { FlexAsks } = prepared(USAGE);
  expect(FlexAsks?.map((ask) => ask['No.'])).toEqual(FlexAsks?.map((_, index) => index + 1));
  expect(FlexAsks?.[0]?.['Lever']).toBe('Volume tier');
});

describe('what cannot be used ends with 2 and says what to do', () => {
  const many = ['A', 'B', 'C', 'D'].map((name) => `${name},Flex tokens,100,0.3`).join('\n');
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['an agreement without a price', [USAGE, '--eba-tokens', '1000'], /--eba-price MONEY/],
    [
      'four quotes',
      [USAGE, '--quotes', cli.file('four.csv', `Quote,Item,Quantity,Unit price\n${many}\n`)],
      /4 quotes in four\.csv, and 3 are compared/,
    ],
    [
      'quotes without a price column',
      [USAGE, '--quotes', cli.file('noprice.csv', 'Quote,Item,Quantity\nA,Flex tokens,1\n')],
      /noprice\.csv: .*no column Unit price/,
    ],
    [
      'a year without tokens',
      [cli.file('none.csv', 'User,Product,Date,Hours\nann,Autodesk Docs,2026-03-01,4\n')],
      /has no tokens, so there is nothing to renew/,
    ],
    ['an unknown card', [USAGE, '--new-card', 'gold'], /no rate card "gold"/],
  ];
  test.each(cases)('%s', (_, words, sentence) => {
    const { code, out, err } = cli.run('renewal', ...words);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
});
