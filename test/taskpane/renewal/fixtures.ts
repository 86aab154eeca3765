import { GUIDE_LEVERS, leverTable } from '../../../src/engine/renewal';
import { leverTornado } from '../../../src/engine/renewal/tornado';
import type { Ask, CommitmentLine, LeverMode, QuoteFigures } from '../../../src/engine/renewal/types';
import type { RenewalInspection, RenewalOutcome, RenewalSettings } from '../../../src/excel/contract/renewal';

export type RenewalScenario =
  | 'renewal ready'
  | 'renewal running'
  | 'renewal quotes'
  | 'renewal empty quotes'
  | 'renewal rejects'
  | 'renewal tiers'
  | 'renewal short'
  | 'renewal no seats'
  | 'renewal four quotes'
  | 'renewal blocked'
  | 'renewal rerun';

const BASE: RenewalInspection = {
  address: 'Usage!A1:G48211',
  people: 412,
  products: ['Revit', 'Civil 3D', 'AutoCAD'],
  window: { first: 'Nov 2025', last: 'Oct 2026' },
  months: 12,
  currency: 'USD',
  listPrice: 0.3,
  tokens: 400_000,
  // 400,000 × $0.30.
  tokenSpend: 120_000,
  seatSpend: 100_000,
  growth: {
    method: 'year-on-year',
    mean: 0.04,
    low: -0.02,
    high: 0.1,
    spread: 0.035,
    months: 14,
    pairs: 2,
    text: 'Growth 4 % a year by the 2 months that repeat (of 14); 90 % interval -2 % to 10 %.',
  },
  quotes: null,
  hasQuotesSheet: false,
  tiers: [],
  newCard: null,
  writes: [
    { sheet: 'Flex Renewal', state: 'new' },
    { sheet: 'Flex Ask List', state: 'new' },
  ],
  messages: [],
  canRun: true,
};

const QUOTES: NonNullable<RenewalInspection['quotes']> = {
  address: "'Flex Quotes'!A5:G17",
  names: ['Vendor A', 'Vendor B'],
  lines: 3,
  rejected: [],
};

/** What the workbook would answer before a renewal. */
export function renewalInspectionOf(
  scenario: string,
  sheets: { readonly hasQuotes: boolean; readonly hasRenewal: boolean; readonly newCard: string | null },
): RenewalInspection {
  const state = sheets.hasRenewal ? ('replaces ours' as const) : ('new' as const);
  const base: RenewalInspection = {
    ...BASE,
    newCard: sheets.newCard,
    quotes: sheets.hasQuotes ? QUOTES : null,
    hasQuotesSheet: sheets.hasQuotes,
    writes: BASE.writes.map((sheet) => ({ ...sheet, state })),
  };
  switch (scenario) {
    case 'renewal empty quotes':
      return { ...base, quotes: null, hasQuotesSheet: true };
    case 'renewal rejects':
      return {
        ...base,
        quotes: {
          ...QUOTES,
          rejected: [{ row: 4, column: 'Quantity', value: '-1', reason: 'below 0' }],
        },
      };
    case 'renewal tiers':
      return {
        ...base,
        tiers: [
          { from: 0, price: 0.3 },
          { from: 600_000, price: 0.24 },
        ],
      };
    case 'renewal short':
      return {
        ...base,
        months: 5,
        growth: {
          ...BASE.growth,
          method: 'none',
          mean: null,
          low: null,
          high: null,
          text: 'Growth cannot be measured.',
        },
      };
    case 'renewal no seats':
      return { ...base, seatSpend: null };
    case 'renewal four quotes':
      return {
        ...base,
        messages: [
          {
            level: 'error',
            text: 'There are 4 quotes on Flex Quotes, and 3 are compared at a time. Delete the lines of the others, then run again.',
          },
        ],
        canRun: false,
      };
    case 'renewal blocked':
      return {
        ...base,
        writes: [
          { sheet: 'Flex Renewal', state: 'new' },
          { sheet: 'Flex Ask List', state: 'blocked' },
        ],
      };
    default:
      return base;
  }
}

const committed = (change: Partial<CommitmentLine>): CommitmentLine => ({
  level: 360_000,
  discount: 0.15,
  growthError: 0,
  expectedDemand: 416_000,
  chanceShort: 0.09,
  unusedTokens: 1_500,
  costShort: 382.5,
  expectedCost: 109_000,
  saving: 15_800,
  worstSaving: 6_100,
  ...change,
});

const quote = (change: Partial<QuoteFigures>): QuoteFigures => ({
  name: 'Vendor A',
  years: 3,
  lines: [],
  cases: [
    {
      demand: 'P10',
      cost: 430_000,
      byYear: [],
      topUpTokens: 0,
      topUpCost: 0,
      unusedTokens: 0,
      missingSeatCost: 0,
    },
    {
      demand: 'P50',
      cost: 452_000,
      byYear: [],
      topUpTokens: 0,
      topUpCost: 0,
      unusedTokens: 0,
      missingSeatCost: 0,
    },
    {
      demand: 'P90',
      cost: 475_000,
      byYear: [],
      topUpTokens: 0,
      topUpCost: 0,
      unusedTokens: 0,
      missingSeatCost: 0,
    },
  ],
  tokenPrice: 0.264,
  portfolio: null,
  indifferencePrice: 0.251,
  alternative: 'Vendor B',
  priceMissing: [],
  text: 'Vendor A: $452,000 over 3 years at median demand, $6,075 a year of it above need.',
  ...change,
});

const ASKS: readonly Ask[] = [
  {
    order: 1,
    lever: 'Volume tier',
    priority: 'High',
    ask: '18 % below list for our volume.',
    money: { low: 6_000, mid: 13_800, high: 21_600 },
    dependency: 'Consumption volume',
    evidence: 'List spend on tokens: $120,000 a year.',
  },
  {
    order: 2,
    lever: 'Commitment',
    priority: 'High (with consumption data)',
    ask: '22 % more for a commitment of 360,000 tokens a year, and no more than that.',
    money: { low: 9_600, mid: 18_000, high: 26_400 },
    dependency: 'Annual token commitment',
    evidence: 'Commit 360,000 tokens at 15 %.',
  },
  {
    order: 3,
    lever: 'Price lock',
    priority: 'Medium',
    ask: 'A fixed price of a token for 1 to 2 years.',
    money: { low: 6_000, mid: 12_150, high: 18_300 },
    dependency: 'Multi-year commitment',
    evidence: 'At the yearly increase assumed: $6,000 over 1 year, $18,300 over 2 years.',
  },
];

/** What a run would answer. @param own the user's value beside the volume tier */
export function renewalOutcomeOf(
  scenario: string,
  given: { readonly hasQuotes: boolean; readonly settings: RenewalSettings; readonly own?: number },
): RenewalOutcome {
  const { mode } = given.settings;
  const seatSpend = scenario === 'renewal no seats' ? 0 : 100_000;
  const levers = leverTable(leverInput(mode, seatSpend, given.own ?? null));
  const last = levers.at(-1)!.cumulativeMoney;
  return {
    finding: 'Ask for $47,819 a year: all levers together bring $24,357 to $67,980. Commit 360,000 tokens.',
    currency: 'USD',
    tokenSpend: 120_000,
    seatSpend,
    mode,
    growth: BASE.growth,
    levers,
    leverMoney: { low: last.low, mid: last.mid ?? 0, high: last.high },
    tornado: leverTornado(leverInput(mode, seatSpend, given.own ?? null)),
    commitment: {
      listPrice: 0.3,
      tail: 0.05,
      lines: [],
      recommended: committed({}),
      cautious: committed({ level: 320_000, growthError: -0.1 }),
      vendor: committed({ level: 440_000, saving: -2_400, chanceShort: 0.71 }),
      vendorCosts: 18_200,
      text: 'Commit 360,000 tokens at 15 %, 86.5 % of the expected demand.',
    },
    carryForward: {
      pool: 416_000,
      capShare: 0.1,
      price: 0.3,
      chance: 0.3,
      most: 12_480,
      expected: 3_100,
      standardError: 20,
      askMost: 3_744,
      askExpected: 930,
      chanceUsed: 0.5,
      chanceFull: 0.08,
    },
    tiers:
      scenario === 'renewal tiers'
        ? [
            {
              from: 600_000,
              price: 0.24,
              knownSize: 600_000,
              knownCost: 144_000,
              knownFrom: 480_000,
              size: 600_000,
              expectedCost: 144_000,
              expectedLeft: 184_000,
              extraCost: 19_000,
              uncertainFrom: 490_000,
              verdict: 'trap',
              text: 'From 600,000 tokens at $0.24: a trap, 184,000 tokens would be left over.',
            },
          ]
        : [],
    cards:
      given.settings.newCard === null
        ? null
        : {
            before: 'guide',
            after: 'retail',
            moneyBefore: 120_000,
            moneyAfter: 132_000,
            flips: 31,
            products: 5,
            leftOut: [],
          },
    structures:
      given.settings.eba === null
        ? []
        : [
            { name: 'Retail packs at list', cost: 393_000, p10: 350_000, p90: 441_000 },
            { name: 'Enterprise agreement', cost: 361_000, p10: 355_000, p90: 372_000 },
          ],
    quotes: given.hasQuotes
      ? [
          quote({
            lines: [
              {
                item: 'Flex tokens',
                kind: 'tokens',
                quantity: 500_000,
                unitPrice: 0.3,
                discount: 0.12,
                row: 2,
                netPrice: 0.264,
                yearCost: 132_000,
                needed: 416_000,
                above: 84_000,
                aboveCost: 22_176,
              },
            ],
          }),
          quote({
            name: 'Vendor B',
            tokenPrice: 0.276,
            indifferencePrice: 0.29,
            alternative: 'Vendor A',
            cases: quote({}).cases.map((each) => ({ ...each, cost: each.cost - 10_000 })),
            text: 'Vendor B: $442,000 over 3 years at median demand, nothing above need.',
          }),
        ]
      : [],
    cheapestQuote: given.hasQuotes ? [1, 1, 1] : null,
    curve: [],
    asks: ASKS,
    estimated: false,
    read: 48_210,
    used: 48_173,
    rejected: [],
    sheets: [
      { name: 'Flex Renewal', address: "'Flex Renewal'!A1:K90" },
      { name: 'Flex Ask List', address: "'Flex Ask List'!A1:I10" },
    ],
    messages: [],
    seconds: 3.2,
  };
}

const leverInput = (mode: LeverMode, seatSpend: number, own: number | null) => ({
  tokenSpend: 120_000,
  seatSpend,
  mode,
  ranges: GUIDE_LEVERS.map((range) => (range.lever === 'Volume tier' ? { ...range, own } : range)),
});
