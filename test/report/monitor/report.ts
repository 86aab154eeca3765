/**
 * A small review whose figures can be worked out by hand: Ann burns 10 tokens and Bob 4 on each of the 88 weekdays from July to 30 October
 * 2026, from 150 tokens carried forward (until 10 July), 1,000 bought at $0.30 and, from September, 500 at $0.285.
 */
import { guideCard } from '../../../src/engine/catalog';
import { readAdjustments, readPacks, readShownBalances, readTransfers } from '../../../src/engine/monitor';
import { monitorReview } from '../../../src/engine/monitor/review';
import type { MonitorInput, MonitorReview } from '../../../src/engine/monitor/review-types';
import type { Alert, BudgetLine } from '../../../src/engine/monitor/alerts/types';
import type { TopConsumer } from '../../../src/engine/monitor/findings/types';
import { serialOf } from '../../../src/engine/numeric';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import type { RawCell } from '../../../src/engine/usage';
import type { MonitorReportInput, OwnTable } from '../../../src/report/monitor/input';

export const FIRST_DAY = serialOf(2026, 7, 1);
export const AS_OF = serialOf(2026, 10, 31);

export const PACKS: OwnTable = {
  header: ['Pack', 'Team', 'Kind', 'Quantity', 'Price', 'Start', 'Expiry'],
  rows: [
    ['Left over', null, 'carried forward', 150, null, FIRST_DAY, serialOf(2026, 7, 10)],
    ['Order 1', null, null, 1_000, 0.3, FIRST_DAY, serialOf(2026, 12, 31)],
    ['=1+1', null, 'purchase', 500, 0.285, serialOf(2026, 9, 1), serialOf(2027, 8, 31)],
  ],
};

export const SHOWN: OwnTable = {
  header: ['Date', 'Team', 'Balance'],
  rows: [[serialOf(2026, 10, 30), null, 370]],
};

/** North and South, with packs of their own: South's runs low, and 60 tokens were moved to it. */
export const TEAM_PACKS: OwnTable = {
  header: PACKS.header,
  rows: [
    ['N', 'North', 'purchase', 1_200, 0.3, FIRST_DAY, serialOf(2027, 6, 30)],
    ['S', 'South', 'purchase', 300, 0.3, FIRST_DAY, serialOf(2027, 6, 30)],
  ],
};
export const TRANSFERS: OwnTable = {
  header: ['Date', 'From', 'To', 'Tokens'],
  rows: [[serialOf(2026, 9, 15), 'North', 'South', 60]],
};

export const ALERTS: readonly Alert[] = [
  {
    id: 'review//2026-07-01',
    kind: 'review',
    team: '',
    raised: AS_OF,
    state: 'open',
    owner: '',
    text: '370 of 1,500 tokens are left (24.7 %), 26 days of cover.',
    action: 'Move ann to a Revit seat: the pool then lasts 65 days longer.',
  },
  {
    id: 'team empty/south/2026-07-01',
    kind: 'team empty',
    team: 'South',
    raised: AS_OF - 7,
    state: 'acknowledged',
    owner: 'Kim',
    text: 'South has 8 tokens left, North 260.',
    action: 'Move 60 tokens from North to South: both then last 14 days.',
  },
  {
    id: 'data too old//2026-07-01',
    kind: 'data too old',
    team: '',
    raised: AS_OF - 60,
    state: 'closed',
    owner: '',
    text: 'The usage ends 9 days before the as-of date.',
    action: 'Append the latest export.',
  },
];

export const TOP: TopConsumer = {
  user: '=HYPERLINK("x")',
  product: 'Revit',
  weekTokens: 50,
  weekCost: 15,
  share: 50 / 70,
  yearUnits: 176,
  yearTokens: 880,
  breakEven: 1_940,
  unit: 'hour',
  unitCostNow: 1.5,
  unitCostSeat: null,
  spareSeat: false,
  migrate: false,
  saving: null,
  daysGained: 65,
  sentence: 'Below break-even: stays on Flex.',
};

export const BUDGET: BudgetLine = {
  budget: {
    name: 'North',
    kind: 'team',
    tokens: 1_000,
    from: FIRST_DAY,
    to: serialOf(2026, 12, 31),
    row: 2,
  },
  burned: 880,
  left: 120,
  share: 0.12,
  forecast: 1_316.4,
  usedUp: serialOf(2026, 11, 17),
  status: 'Top-up (20%)',
};

/** Usage as in a sheet; teams and departments: Ann North and Architecture, Bob South and Civil. */
export function usageRows(): readonly (readonly RawCell[])[] {
  const rows: (readonly RawCell[])[] = [['User', 'Product', 'Date', 'Hours', 'Team', 'Department']];
  for (let day = FIRST_DAY; day <= serialOf(2026, 10, 30); day += 1) {
    // Serials 1, 8, … are Sundays.
    if (day % 7 === 0 || day % 7 === 1) continue;
    rows.push(['ann', 'Revit', day, 2, 'North', 'Architecture']);
    rows.push(['bob', 'AutoCAD', day, 4, 'South', 'Civil']);
  }
  return rows;
}

export interface MonitorReportOptions {
  readonly packs?: OwnTable;
  readonly transfers?: OwnTable;
  readonly shown?: OwnTable;
  readonly input?: Partial<MonitorInput>;
  readonly review?: Partial<MonitorReview>;
  readonly report?: Partial<MonitorReportInput>;
}

/** @param options what differs: by default one pool, no shown balance, no alerts, top consumers or budgets */
export function monitorReport(options: MonitorReportOptions = {}): MonitorReportInput {
  const { packs = PACKS, transfers = null, shown = null } = options;
  const rows = usageRows();
  const input: MonitorInput = {
    reading: readUsage(rows, { card: guideCard }),
    asOf: AS_OF,
    terms: {
      review: 0.3,
      topUp: 0.2,
      escalate: 0.1,
      leadDays: 14,
      wasteShare: 0.05,
      staleDays: 7,
      unusedRule: 'by use',
    },
    book: {
      packs: readPacks(range(packs)).rows,
      transfers: transfers === null ? [] : readTransfers(range(transfers)).rows,
      adjustments: readAdjustments([['Date', 'Team', 'Tokens', 'Reason']]).rows,
      shown: shown === null ? [] : readShownBalances(range(shown)).rows,
    },
    budgets: [],
    holidays: new Set(),
    seats: null,
    spareSeats: new Map(),
    prices: { tokenPrice: 0.3, seatDiscount: 0, tokenDiscount: 0, margin: null },
    currency: 'USD',
    tiers: [],
    earlier: [],
    ...options.input,
  };
  const review: MonitorReview = {
    ...monitorReview(input),
    alerts: [],
    raisedNow: [],
    topConsumers: [],
    budgets: [],
    ...options.review,
  };
  return {
    review,
    people: 'all',
    peopleCount: 2,
    own: {
      packs,
      transfers,
      adjustments: null,
      shownBalances: shown,
      budgets: null,
      holidays: null,
      spareSeats: null,
    },
    ownRejected: [],
    rejected: [],
    unknown: [],
    provenance: {
      product: 'Flex Governor',
      version: '0',
      when: '2026-11-01T08:00:00.000Z',
      input: 'Usage!A1:F177',
      inputFingerprint: 'f',
      card: 'guide',
      cardDate: '2026-01-01',
      read: rows.length - 1,
      used: rows.length - 1,
      rejected: 0,
      completeness: null,
    },
    warnings: [],
    estimated: false,
    ...options.report,
  };
}

function range({ header, rows }: OwnTable): readonly (readonly RawCell[])[] {
  return [header, ...rows];
}
