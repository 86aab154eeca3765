/** One review of the pool: what the Monitor command computes, and every sheet, pane card and file of it shows. Plain data. */
import type { Values } from '../assumptions/row';
import type { MONITOR_RULES } from './assumptions';
import type { Collection, PriceTerms } from '../catalog/types';
import type { UsageReading } from '../usage/types';
import type { ExpectedCurve } from './forecast/expected-curve';
import type { Alert, Budget, BudgetLine } from './alerts/types';
import type { Anomaly, ChangePart, NamedCase, Shift, TopConsumer } from './findings/types';
import type {
  BookedLedger,
  Chargeback,
  MonthMoney,
  PoolBook,
  Reconciliation,
  TeamTotals,
} from './ledger/types';
import type { Depletion, Forecast } from './forecast/types';
import type { SeatAssignment } from './findings/seat-holders';
import type { TeamMonths } from './ledger/money';
import type { PoolPrices } from '../pool/types';

/** When alerts are raised, and how unused tokens are charged. */
export type MonitorTerms = Values<typeof MONITOR_RULES>;

/** Tokens that planned work is expected to burn on top of the forecast, by day. */
export interface PlannedDemand {
  readonly firstDay: number;
  readonly tokens: Float64Array;
  /** Names of the projects in it. */
  readonly projects: readonly string[];
}

export interface MonitorInput {
  readonly reading: UsageReading;
  /** Whole Excel serial: everything after it is left out. */
  readonly asOf: number;
  readonly terms: MonitorTerms;
  readonly book: PoolBook;
  readonly budgets: readonly Budget[];
  /** Days off, whole serials. */
  readonly holidays: ReadonlySet<number>;
  /** Seats and whom they are assigned to; null = what the usage itself says. */
  readonly seats: readonly SeatAssignment[] | null;
  /** Owned seats that nobody holds, by product or Collection. */
  readonly spareSeats: ReadonlyMap<string, number>;
  /** Collections whose spare seats serve any product in them; omitted = none. */
  readonly collections?: readonly Collection[];
  /** What tokens and seats cost; tiers of a top-up, empty = the price of `prices` at any quantity. */
  readonly prices: PriceTerms;
  readonly currency: string;
  readonly tiers: PoolPrices['tiers'];
  /** Users (-1 = a row without one) and products that draw on the pool; omitted = everybody. */
  readonly includes?: (user: number, product: number) => boolean;
  /** Segment of a user by index, where a segmentation is known. */
  readonly segmentOf?: (user: number) => string;
  /** n_eff of the pool, where known. */
  readonly effectiveClusters?: number;
  readonly planned?: PlannedDemand;
  /** Alerts of earlier reviews, with the state and owner the user gave them. */
  readonly earlier: readonly Alert[];
}

export type PoolStatus = string;

/** A pool, or one team's share of it, on the as-of day. */
export interface PoolState {
  /** '' = everybody. */
  readonly team: string;
  readonly totals: TeamTotals;
  readonly balance: number;
  /** Tokens of the packs that are good on the as-of day: what thresholds are shares of. */
  readonly pool: number;
  /** balance ÷ pool; NaN without a pack. */
  readonly share: number;
  /** First day and last day of those packs; 0 without. */
  readonly start: number;
  readonly expiry: number;
  /** "OK", "Review (30%)", "Top-up (20%) – early", "Escalate (10%)", "Data too old", "No pack". */
  readonly status: PoolStatus;
  /** Null without a pack or without usage. */
  readonly depletion: Depletion | null;
  readonly forecast: Forecast | null;
  /** Tokens of the last 7 and 28 days, and what the expected curve had for the 7. */
  readonly lastWeek: number;
  readonly lastFourWeeks: number;
  readonly expectedWeek: number;
  readonly latestDataDay: number | null;
  /** First day of the youngest pack that is good: an alert belongs to the time since that purchase. Omitted without a pack of its own. */
  readonly termStart?: number;
  /** Packs bought that begin after the as-of day: they need not be bought again. */
  readonly coming?: readonly { readonly start: number; readonly tokens: number }[];
}

/** One day of the burn-down. A null is not known on that side of the as-of day. */
export interface BurnDownDay {
  readonly day: number;
  readonly balance: number | null;
  readonly expected: number | null;
  /** Balance when the pool drains fast (depletes on the P10 date), in the middle, and slowly. */
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

export interface WeekBurn {
  /** Serial of its Monday. */
  readonly week: number;
  readonly tokens: number;
  /** By the expected curve; null outside the term. */
  readonly expected: number | null;
  /** False when the as-of day or the data end within the week. */
  readonly whole: boolean;
}

/** Tokens of a product, segment, team or user in the last days, against the days before. */
export interface BurnLine {
  readonly name: string;
  readonly lastWeek: number;
  readonly weekBefore: number;
  readonly lastFourWeeks: number;
  readonly fourWeeksBefore: number;
  /** Share of the last four weeks' tokens. */
  readonly share: number;
}

export interface MonthChange {
  /** year × 12 + month − 1. */
  readonly before: number;
  readonly after: number;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly parts: readonly ChangePart[];
}

export interface MonitorReview {
  readonly asOf: number;
  readonly currency: string;
  readonly terms: MonitorTerms;
  readonly ledger: BookedLedger;
  readonly total: PoolState;
  /** Where packs name teams: each of them, by name. Else empty. */
  readonly teams: readonly PoolState[];
  readonly months: readonly MonthMoney[];
  readonly monthsByTeam: readonly TeamMonths[];
  readonly chargeback: Chargeback;
  readonly reconciliations: readonly Reconciliation[];
  readonly curve: ExpectedCurve | null;
  /** From the term's start to the last depletion date or expiry, whichever is later; empty without a pack. */
  readonly burnDown: readonly BurnDownDay[];
  /** Every day from the first with data to the as-of day: tokens and what the expected curve has. */
  readonly days: readonly {
    readonly day: number;
    readonly tokens: number;
    readonly expected: number | null;
  }[];
  /** The last 26 weeks at most, the as-of week last. */
  readonly weeks: readonly WeekBurn[];
  readonly byProduct: readonly BurnLine[];
  /** Empty without a segmentation. */
  readonly bySegment: readonly BurnLine[];
  readonly byTeam: readonly BurnLine[];
  /** The 50 with most tokens in the last four weeks. */
  readonly byUser: readonly BurnLine[];
  /** Of the last whole week of data. */
  readonly topConsumers: readonly TopConsumer[];
  readonly topWeek: number;
  readonly anomalies: readonly Anomaly[];
  readonly shifts: readonly Shift[];
  readonly cases: readonly NamedCase[];
  /** The last two whole months; null with fewer. */
  readonly change: MonthChange | null;
  readonly budgets: readonly BudgetLine[];
  /** Register: open and acknowledged ones first. */
  readonly alerts: readonly Alert[];
  /** Ids raised by this review. */
  readonly raisedNow: readonly string[];
  /** Sentences about what could not be computed and why. */
  readonly notes: readonly string[];
}
