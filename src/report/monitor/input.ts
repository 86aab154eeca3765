/** What the four sheets of a review are made from, and the workbook names of its inputs and key figures. */
import { cellNames } from '../../engine/assumptions/row';
import type { PoolPeople } from '../../engine/assumptions/shared';
import { MONITOR_ASSUMPTIONS } from '../../engine/monitor/assumptions';
import type { MonitorReview } from '../../engine/monitor/review-types';
import type { UnknownProduct } from '../../engine/usage';
import type { RejectedRow } from '../../engine/usage/types';
import type { CellValue, Provenance } from '../model/document';
import type { PlacedReject } from '../segments/summary-tables';

/** Workbook names of the input cells. The rule for unused tokens stands on `Flex Chargeback`, all others on `Flex Monitor`. */
export const MONITOR_NAMES = cellNames(MONITOR_ASSUMPTIONS);

/** Workbook names of the key figures of `Flex Monitor`. */
export const MONITOR_FIGURES = {
  status: 'Flex_MonitorStatus',
  balance: 'Flex_MonitorBalance',
  pool: 'Flex_MonitorPool',
  share: 'Flex_MonitorShare',
  cover: 'Flex_MonitorDaysOfCover',
  early: 'Flex_MonitorRunsOutEarliest',
  middle: 'Flex_MonitorRunsOut',
  late: 'Flex_MonitorRunsOutLatest',
  expiring: 'Flex_MonitorExpiringUnused',
  lastWeek: 'Flex_MonitorLastWeek',
  expectedWeek: 'Flex_MonitorExpectedWeek',
  lastFourWeeks: 'Flex_MonitorLastFourWeeks',
} as const;

/** Workbook names of the key figures of `Flex Pool Ledger`. */
export const LEDGER_FIGURES = {
  balance: 'Flex_LedgerBalance',
  notPosted: 'Flex_LedgerNotPosted',
  reconciled: 'Flex_LedgerReconciled',
  pool: 'Flex_LedgerPool',
  share: 'Flex_LedgerShare',
  bought: 'Flex_LedgerBought',
  carried: 'Flex_LedgerCarriedIn',
  burned: 'Flex_LedgerBurned',
  expired: 'Flex_LedgerExpired',
  expiringSoon: 'Flex_LedgerExpiring90Days',
  used: 'Flex_LedgerUsed',
  uncovered: 'Flex_LedgerUncovered',
  lostRefunds: 'Flex_LedgerLostRefunds',
  invoices: 'Flex_LedgerInvoices',
  difference: 'Flex_LedgerDifference',
} as const;

/** Workbook names of the key figures of `Flex Alerts`. */
export const ALERT_FIGURES = {
  open: 'Flex_AlertsOpen',
  acknowledged: 'Flex_AlertsAcknowledged',
  closed: 'Flex_AlertsClosed',
} as const;

/** Workbook names of the key figures of `Flex Chargeback`. */
export const CHARGEBACK_FIGURES = {
  charged: 'Flex_ChargebackCharged',
  stillInPool: 'Flex_ChargebackStillInPool',
  invoices: 'Flex_ChargebackInvoices',
  difference: 'Flex_ChargebackDifference',
} as const;

/**
 * A table of the user's as it stands on a sheet of ours: its header and all its rows, blank ones between others too. It is written back
 * as it is, columns that the user added among it, so the row of a reject stays the row of the table.
 */
export interface OwnTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The user's tables; null = not on the sheet yet. The first four stand on `Flex Pool Ledger`, the others on `Flex Monitor`. */
export interface MonitorOwnTables {
  readonly packs: OwnTable | null;
  readonly transfers: OwnTable | null;
  readonly adjustments: OwnTable | null;
  readonly shownBalances: OwnTable | null;
  readonly budgets: OwnTable | null;
  readonly holidays: OwnTable | null;
  readonly spareSeats: OwnTable | null;
}

export type OwnTableKey = keyof MonitorOwnTables;

/** A row of a table of the user's that could not be used; `row` counts from 1 within the table, header included. */
export interface OwnReject extends RejectedRow {
  readonly table: OwnTableKey;
}

export interface MonitorReportInput {
  /** A condition that holds once `Flex Rates` reads otherwise; absent or null where the run did not price with it. */
  readonly cardChanged?: string | null;
  readonly review: MonitorReview;
  readonly people: PoolPeople;
  /** How many people count. */
  readonly peopleCount: number;
  readonly own: MonitorOwnTables;
  readonly ownRejected: readonly OwnReject[];
  /** Usage rows left out. */
  readonly rejected: readonly PlacedReject[];
  /** Products that the card does not know. */
  readonly unknown: readonly UnknownProduct[];
  readonly provenance: Provenance;
  /** Sentences the reader should know, beside the review's own notes. */
  readonly warnings: readonly string[];
  readonly estimated: boolean;
}
