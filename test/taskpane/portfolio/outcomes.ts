import { serialOf } from '../../../src/engine/numeric';
import type { OfferingLine, PortfolioMoney } from '../../../src/engine/portfolio/types';
import type {
  PortfolioActionRow,
  PortfolioOutcome,
  PortfolioRow,
} from '../../../src/excel/contract/portfolio';

const RENEWAL = serialOf(2027, 2, 14);

const line = (change: Partial<OfferingLine>): OfferingLine => ({
  offering: 'Revit',
  kind: 'seat',
  owned: 0,
  assigned: 0,
  needed: 0,
  spare: 0,
  toBuy: 0,
  toRelease: 0,
  seatList: 2_910,
  costToday: 0,
  costProposed: 0,
  end: null,
  ...change,
});

const money = (change: Partial<PortfolioMoney>): PortfolioMoney => ({
  people: 412,
  seats: 300,
  collections: 60,
  seatCost: 780_000,
  collectionCost: 202_500,
  tokens: 400_000,
  tokensBought: 400_000,
  tokenPrice: 0.3,
  tokenCost: 120_000,
  cost: 1_102_500,
  priceMissing: 0,
  ...change,
});

const row = (index: number, change: Partial<PortfolioRow> = {}): PortfolioRow => ({
  user: `p-${String(index).padStart(4, '0')}@example.com`,
  displayName: '',
  team: 'Bridges',
  today: 'Revit seat',
  proposed: 'Flex: Revit',
  costToday: 2_910,
  costProposed: 600,
  saving: 2_310,
  savingThisTerm: 0,
  reason: 'Revit 400 h on Flex: 2,000 tokens = $600.00, below the seat at $2,910.00.',
  changed: true,
  blocked: '',
  address: `'Flex Portfolio'!A${40 + index}`,
  ...change,
});

const action = (change: Partial<PortfolioActionRow>): PortfolioActionRow => ({
  id: 'unassign-seat:p-0001@example.com:Revit',
  text: 'Unassign Revit from p-0001@example.com at the renewal on 2027-02-14, once what replaces it is given.',
  due: RENEWAL,
  promised: 2_310,
  realised: 0,
  state: 'not done',
  evidence: '',
  address: "'Flex Actions'!A12",
  ...change,
});

export const PORTFOLIO_OUTCOME: PortfolioOutcome = {
  summary: {
    offerings: [
      line({ owned: 240, assigned: 228, needed: 180, spare: 12, toRelease: 60, end: RENEWAL }),
      line({ offering: 'AutoCAD', owned: 60, assigned: 60, needed: 64, toBuy: 4, seatList: 2_030 }),
      line({
        offering: 'AEC Collection',
        kind: 'collection',
        owned: 60,
        assigned: 52,
        needed: 58,
        spare: 8,
        toRelease: 2,
      }),
      line({ offering: 'Docs', owned: 0, assigned: 0, needed: 2, toBuy: 2, seatList: null }),
    ],
    today: money({}),
    proposed: money({
      seats: 244,
      collections: 58,
      seatCost: 640_000,
      collectionCost: 195_750,
      tokens: 512_340.4,
      tokensBought: 512_340.4,
      tokenCost: 153_702.12,
      cost: 989_452.12,
      priceMissing: 2,
    }),
    saving: 113_047.88,
    savingThisTerm: 21_400,
    savingFromRenewal: 113_047.88,
    savingLines: [
      { part: 'people', saving: 78_127.88, savingThisTerm: 21_400 },
      { part: 'spare seats', saving: 34_920, savingThisTerm: 0 },
      { part: 'price missing', saving: 0, savingThisTerm: 0 },
      { part: 'tokens', saving: 0, savingThisTerm: 0 },
    ],
    changed: 61,
    blocked: 2,
    onFlex: 258,
  },
  certificate: {
    cost: 989_452.12,
    lowerBound: 989_430.12,
    gap: 22,
    gapShare: 22 / 989_452.12,
    method: 'bounded',
    text: 'No mix under the same constraints costs less than $989,430.12; the one proposed costs $989,452.12.',
  },
  currency: 'USD',
  finding: '412 people: 244 seats, 58 Collections, 512,340 tokens cost $989,452 a year; today $1,102,500',
  rows: [
    row(1),
    row(2, { blocked: '', changed: false }),
    row(9, {
      changed: false,
      blocked:
        'Stays as today: Docs would be left without a seat or Collection, and no spare seat or price of one is known.',
    }),
  ],
  changes: [
    row(1, { displayName: 'Ada Byron', savingThisTerm: 180 }),
    row(2, { saving: null, savingThisTerm: null }),
    row(3, { saving: -310, savingThisTerm: -310, today: 'nothing for Docs', proposed: 'Docs seat' }),
    row(4, { blocked: 'Needs a Docs seat first.' }),
    row(5),
    row(6),
  ],
  emailLists: [
    {
      kind: 'give Flex',
      offering: 'Revit',
      due: RENEWAL,
      emails: ['a@example.com', 'b@example.com'],
      withoutEmail: ['hash-7'],
    },
    { kind: 'unassign seat', offering: 'Revit', due: null, emails: ['a@example.com'], withoutEmail: [] },
  ],
  actions: {
    total: 96,
    new: 96,
    done: 0,
    open: 96,
    reversed: 0,
    promised: 113_047.88,
    realised: 0,
    checked: false,
    rows: [
      action({}),
      action({
        id: 'give-flex',
        text: 'Give p-0001@example.com access to Flex for Revit.',
        promised: 0,
        due: null,
      }),
    ],
  },
  estimated: false,
  read: 48_210,
  used: 48_173,
  rejected: [{ row: 214, column: 'Hours', value: 'n/a', reason: 'it is not a number' }],
  sheets: [
    { name: 'Flex Portfolio', address: "'Flex Portfolio'!A1" },
    { name: 'Flex Actions', address: "'Flex Actions'!A1" },
  ],
  messages: [],
  seconds: 1.4,
};

/** The same without anybody's seats. */
const UNKNOWN_TODAY: PortfolioOutcome = {
  ...PORTFOLIO_OUTCOME,
  summary: {
    ...PORTFOLIO_OUTCOME.summary,
    today: null,
    saving: null,
    savingThisTerm: null,
    savingFromRenewal: null,
    savingLines: [],
    changed: 0,
    blocked: 0,
  },
  changes: [],
  emailLists: [],
  actions: { ...PORTFOLIO_OUTCOME.actions, total: 0, new: 0, open: 0, promised: 0, rows: [] },
  certificate: { ...PORTFOLIO_OUTCOME.certificate, gap: 0, gapShare: 0, method: 'exact at a fixed price' },
};

const CHECKED: PortfolioOutcome = {
  ...PORTFOLIO_OUTCOME,
  actions: {
    ...PORTFOLIO_OUTCOME.actions,
    total: 97,
    new: 1,
    done: 90,
    open: 5,
    reversed: 2,
    realised: 104_210,
    checked: true,
    rows: [
      action({
        state: 'done',
        realised: 2_180,
        evidence: 'p-0001@example.com holds no Revit in the import.',
      }),
      action({ id: 'b', state: 'reversed', evidence: 'p-0002@example.com holds Revit in the import.' }),
      action({ id: 'c', state: 'not done', evidence: 'p-0003@example.com holds Revit in the import.' }),
      action({ id: 'e', withdrawn: true, evidence: 'p-0005@example.com holds Revit in the import.' }),
      action({
        id: 'd',
        state: 'not done',
        evidence: '',
        text: 'Assign Docs to p-0004@example.com.',
        promised: null,
      }),
    ],
  },
};

/** What came of the portfolio. */
export function portfolioOutcomeOf(scenario: string, hasSeats: boolean): PortfolioOutcome {
  if (scenario === 'portfolio rerun') return CHECKED;
  return hasSeats ? PORTFOLIO_OUTCOME : UNKNOWN_TODAY;
}
