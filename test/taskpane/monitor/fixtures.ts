import { serialOf } from '../../../src/engine/numeric';
import type { BurnDownDay, PoolState } from '../../../src/engine/monitor/review-types';
import type { TeamTotals } from '../../../src/engine/monitor/ledger/types';
import { ALERTS } from './alert-fixtures';
import { AS_OF, DATA_END } from './days';
import type { MonitorInspection, MonitorOutcome, MonitorSettings } from '../../../src/excel/contract/monitor';

export type MonitorScenario =
  | 'monitor running'
  | 'monitor ready'
  | 'monitor teams'
  | 'monitor empty ledger'
  | 'monitor blocked'
  | 'monitor rerun'
  | 'monitor history';

export const MONITOR_SETTINGS: MonitorSettings = {
  people: 'all',
  asOf: null,
  review: 0.3,
  topUp: 0.2,
  escalate: 0.1,
  leadDays: 14,
  wasteShare: 0.1,
  staleDays: 7,
  unusedRule: 'by use',
};

const WRITES = ['Flex Monitor', 'Flex Pool Ledger', 'Flex Alerts', 'Flex Chargeback'];

/** What the workbook would answer before a review. */
export function monitorInspectionOf(
  scenario: string,
  settings: MonitorSettings,
  sheets: { readonly hasLedger: boolean; readonly hasMonitor: boolean; readonly hasHistory: boolean },
): MonitorInspection {
  const teams = scenario === 'monitor teams' ? ['Bridges', 'Design'] : [];
  const packs = scenario === 'monitor empty ledger' || !sheets.hasLedger ? 0 : 2;
  return {
    address: 'Usage!A1:G48211',
    asOf:
      settings.asOf === null
        ? AS_OF
        : serialOf(...(settings.asOf.split('-').map(Number) as [number, number, number])),
    latestDataDay: DATA_END,
    people: 412,
    flexPeople: null,
    segmentation: null,
    currency: 'USD',
    ledger: sheets.hasLedger
      ? {
          address: "'Flex Pool Ledger'!A8:G14",
          packs,
          tokens: 25_000 * packs,
          teams,
          transfers: teams.length === 0 ? 0 : 1,
          adjustments: 0,
          shown: 2,
          rejected: [{ row: 11, column: 'Expiry', value: 'soon', reason: 'it is not a date' }],
        }
      : null,
    budgets: 2,
    holidays: 9,
    spareSeats: 3,
    projects: 0,
    history: sheets.hasHistory
      ? {
          address: "'Flex Usage'!A6:K9000",
          rows: 8_994,
          firstDay: serialOf(2025, 11, 3),
          lastDay: serialOf(2026, 10, 24),
        }
      : null,
    writes: WRITES.map((sheet, index) => ({
      sheet,
      state:
        scenario === 'monitor blocked' && index === 2
          ? ('blocked' as const)
          : sheets.hasMonitor
            ? ('replaces ours' as const)
            : ('new' as const),
    })),
    messages: [],
    canRun: packs > 0,
  };
}

const TOTALS: TeamTotals = {
  team: '',
  bought: 50_000,
  carriedIn: 0,
  transferredIn: 0,
  transferredOut: 0,
  burned: 37_580,
  expired: 0,
  adjusted: 0,
  balance: 12_420,
  uncovered: 0,
  lostRefunds: 0,
};

const P10 = serialOf(2027, 2, 7);
const P50 = serialOf(2027, 2, 14);
const P90 = serialOf(2027, 3, 2);
const falling = (last: number): Float64Array =>
  Float64Array.from({ length: P90 - DATA_END + 8 }, (_, index) =>
    Math.max(0, 12_420 * (1 - (index + 1) / (last - DATA_END))),
  );

export const TOTAL: PoolState = {
  team: '',
  totals: TOTALS,
  balance: 12_420,
  pool: 50_000,
  share: 0.2484,
  start: serialOf(2026, 3, 1),
  expiry: serialOf(2027, 2, 28),
  status: 'Review (30%) – early, data too old',
  depletion: {
    p10: P10,
    p50: P50,
    p90: P90,
    daysOfCover: 106.4,
    expiring: 310.2,
    firstDay: DATA_END + 1,
    balances: { p10: falling(P10), p50: falling(P50), p90: falling(P90) },
  },
  forecast: {
    method: 'last year',
    firstDay: DATA_END + 1,
    p10: new Float64Array(),
    p50: new Float64Array(),
    p90: new Float64Array(),
    errors: { 'average to date': 0.2, '28 days by weekday': 0.14, 'last year': 0.06 },
    origins: 24,
    basis: 'Last year’s shape at this year’s level was least far off in 24 looks back.',
  },
  lastWeek: 1_204,
  lastFourWeeks: 4_610,
  expectedWeek: 959,
  latestDataDay: DATA_END,
};

const burnDown = (): readonly BurnDownDay[] =>
  Array.from({ length: P90 + 7 - TOTAL.start + 1 }, (_, index) => {
    const day = TOTAL.start + index;
    const ahead = day - (DATA_END + 1);
    const known = day <= DATA_END;
    const path = (values: Float64Array | undefined): number | null =>
      ahead >= 0 ? (values?.[ahead] ?? null) : null;
    const { balances } = TOTAL.depletion ?? {};
    return {
      day,
      balance: known ? 50_000 - (37_580 * index) / (DATA_END - TOTAL.start) : null,
      expected: day <= TOTAL.expiry ? 50_000 * (1 - index / (TOTAL.expiry - TOTAL.start)) : null,
      p10: path(balances?.p10),
      p50: path(balances?.p50),
      p90: path(balances?.p90),
    };
  });

export const MONITOR_OUTCOME: MonitorOutcome = {
  asOf: AS_OF,
  currency: 'USD',
  total: TOTAL,
  teams: [],
  burnDown: burnDown(),
  weeks: [
    { week: serialOf(2026, 10, 19), tokens: 1_204, expected: 959, whole: true },
    { week: serialOf(2026, 10, 26), tokens: 640, expected: 959, whole: false },
  ],
  topConsumers: [
    {
      user: 'p-0417@example.com',
      product: 'Revit',
      weekTokens: 190,
      weekCost: 57,
      share: 0.158,
      yearUnits: 2_010,
      yearTokens: 10_050,
      breakEven: 1_940,
      unit: 'hour',
      unitCostNow: 1.5,
      unitCostSeat: 1.4478,
      spareSeat: false,
      migrate: true,
      saving: 105,
      daysGained: 6.2,
      sentence:
        '190 tokens in the week (16 %). 2,010 hours of Revit in the year, above the break-even of 1,940.',
    },
    {
      user: 'p-0009@example.com',
      product: 'Maya',
      weekTokens: 150,
      weekCost: 45,
      share: 0.125,
      yearUnits: 90,
      yearTokens: 1_350,
      breakEven: 396.67,
      unit: 'hour',
      unitCostNow: 4.5,
      unitCostSeat: 19.83,
      spareSeat: false,
      migrate: false,
      saving: -1_380,
      daysGained: 0,
      sentence:
        '150 tokens in the week. 90 hours of Maya in the year, below the break-even of 396.67: stays on Flex.',
    },
  ],
  topWeek: serialOf(2026, 10, 19),
  anomalies: [
    {
      day: serialOf(2026, 10, 14),
      burn: 1_204,
      expected: 310,
      score: 6.43,
      kind: 'spike',
      who: [
        { user: 'p-0007', product: 'Revit', tokens: 520, expected: 100 },
        { user: 'others', product: '', tokens: 684, expected: 210 },
      ],
      whoText: 'p-0007 Revit +420; others +474',
    },
  ],
  cases: [
    {
      kind: 'long run',
      user: 'p-0031',
      product: 'Maya',
      from: serialOf(2026, 10, 3),
      to: serialOf(2026, 10, 9),
      days: 7,
      tokens: 105,
      evidence: '7 charged days running, nights and a weekend among them.',
    },
  ],
  shifts: [{ week: serialOf(2026, 10, 12), direction: 'up', score: 3.2, burn: 8_400, expected: 6_900 }],
  change: {
    before: 2026 * 12 + 8,
    after: 2026 * 12 + 9,
    tokensBefore: 4_000,
    tokensAfter: 4_610,
    parts: [
      { kind: 'people', tokens: 200, money: 60, sentence: '10 more people used tokens.' },
      { kind: 'days per person', tokens: 300, money: 90, sentence: 'Each used them on 2 more days.' },
      { kind: 'product mix', tokens: 110, money: 33, sentence: 'More of it was Maya.' },
      { kind: 'rate', tokens: 0, money: 0, sentence: 'Rates did not change.' },
      { kind: 'price', tokens: 0, money: 0, sentence: 'The price did not change.' },
    ],
  },
  budgets: [],
  alerts: ALERTS.filter((alert) => alert.state !== 'closed'),
  raisedNow: ['review|2026-03-01'],
  reconciliations: [
    {
      date: serialOf(2026, 9, 30),
      team: '',
      shown: 17_000,
      ledger: 17_000,
      difference: 0,
      explanations: [],
      unexplained: 0,
    },
    {
      date: DATA_END,
      team: '',
      shown: 12_300,
      ledger: 12_420,
      difference: -120,
      explanations: [{ text: 'A transfer of 100 tokens is dated the day after.', tokens: -100 }],
      unexplained: -20,
    },
    {
      date: serialOf(2026, 8, 31),
      team: '',
      shown: 22_310,
      ledger: 22_300,
      difference: 10,
      explanations: [],
      unexplained: 10,
    },
  ],
  people: 412,
  estimated: false,
  read: 48_210,
  used: 48_209,
  rejected: [{ row: 214, column: 'Hours', value: 'n/a', reason: 'it is not a number' }],
  sheets: WRITES.map((name) => ({ name, address: `'${name}'!A1` })),
  messages: [],
  seconds: 2.2,
};

/** What a review would answer. */
export function monitorOutcomeOf(scenario: string): MonitorOutcome {
  if (scenario !== 'monitor teams') return MONITOR_OUTCOME;
  return {
    ...MONITOR_OUTCOME,
    teams: [
      {
        ...TOTAL,
        team: 'Bridges',
        balance: 0,
        pool: 10_000,
        share: 0,
        status: 'Escalate (10%)',
        depletion: null,
        forecast: null,
      },
      { ...TOTAL, team: 'Design', pool: 40_000, share: 0.3105, status: 'OK' },
    ],
    budgets: [
      {
        budget: {
          name: 'Design',
          kind: 'team',
          tokens: 2_000,
          from: serialOf(2026, 10, 1),
          to: serialOf(2026, 12, 31),
          row: 2,
        },
        burned: 820,
        left: 1_180,
        share: 0.59,
        forecast: 2_310,
        usedUp: serialOf(2026, 12, 4),
        status: 'OK – early',
      },
    ],
  };
}
