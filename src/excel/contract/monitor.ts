/** What the pane can ask for in its Monitor step: plain data in, plain data out. */
import type { Values } from '../../engine/assumptions/row';
import type { MONITOR_ASSUMPTIONS } from '../../engine/monitor/assumptions';
import type { MonitorReview, PoolState } from '../../engine/monitor/review-types';
import type { Alert, AlertState } from '../../engine/monitor/alerts/types';
import type { MergePreview } from '../../engine/monitor/history/types';
import type { RejectedRow } from '../../engine/usage/types';
import type { WhoByPortfolio } from './pool';
import type {
  CommandInspection,
  CommandOutcome,
  LastRun,
  Message,
  Progress,
  SegmentSettings,
  SourceChoice,
} from './services';

/**
 * The inputs of a review; remembered in the workbook's settings and shown as named cells of `Flex Monitor`. A cell changed there counts as
 * long as the pane says what it said at the last run. Packs, transfers, adjustments and shown balances live on `Flex Pool Ledger`; budgets,
 * days off and spare seats on `Flex Monitor`: tables of the user's that survive a rerun.
 */
export type MonitorSettings = Values<typeof MONITOR_ASSUMPTIONS>;

/** The user's tables, as counted before a run. */
export interface LedgerFacts {
  /** Cells of the packs table; the pane links to them. */
  readonly address: string;
  readonly packs: number;
  readonly tokens: number;
  readonly teams: readonly string[];
  readonly transfers: number;
  readonly adjustments: number;
  readonly shown: number;
  /** Rows of any of these tables that cannot be used, with sheet rows. */
  readonly rejected: readonly RejectedRow[];
}

/** Everything the Monitor step shows before a run. */
export interface MonitorInspection extends CommandInspection {
  /** Whole serials; latestDataDay null = no dated row. */
  readonly asOf: number;
  readonly latestDataDay: number | null;
  readonly people: number;
  readonly flexPeople: number | null;
  readonly segmentation: Pick<LastRun, 'when' | 'stale' | 'changed'> | null;
  /** The same of the last portfolio; null without one. */
  readonly portfolio?: WhoByPortfolio | null;
  readonly currency: string;
  /** Null = there is no `Flex Pool Ledger` yet. */
  readonly ledger: LedgerFacts | null;
  readonly budgets: number;
  readonly holidays: number;
  readonly spareSeats: number;
  readonly projects: number;
  /** The history kept on `Flex Usage`; null = none yet. */
  readonly history: {
    readonly address: string;
    readonly rows: number;
    readonly firstDay: number;
    readonly lastDay: number;
  } | null;
}

export interface MonitorOutcome extends CommandOutcome {
  readonly asOf: number;
  readonly currency: string;
  readonly total: PoolState;
  readonly teams: readonly PoolState[];
  readonly burnDown: MonitorReview['burnDown'];
  readonly weeks: MonitorReview['weeks'];
  /** First five. */
  readonly topConsumers: MonitorReview['topConsumers'];
  readonly topWeek: number;
  readonly anomalies: MonitorReview['anomalies'];
  readonly cases: MonitorReview['cases'];
  readonly shifts: MonitorReview['shifts'];
  readonly change: MonitorReview['change'];
  readonly budgets: MonitorReview['budgets'];
  /** Open and acknowledged ones. */
  readonly alerts: readonly Alert[];
  readonly raisedNow: readonly string[];
  readonly reconciliations: MonitorReview['reconciliations'];
  readonly people: number;
}

/** What an append would do, before anything is written. */
export interface AppendPreview {
  /** Cells of the new export. */
  readonly address: string;
  readonly read: number;
  readonly used: number;
  readonly rejected: readonly RejectedRow[];
  /** Null = the history begins with this export. */
  readonly history: { readonly address: string; readonly rows: number } | null;
  readonly preview: MergePreview;
  /** First and last day of the export and of the joined history, whole serials. */
  readonly exportDays: readonly [number, number];
  readonly historyDays: readonly [number, number];
  readonly messages: readonly Message[];
  /** False where the export cannot be appended (no days, no users); `messages` says why. */
  readonly canAppend: boolean;
  /** Of the export and of the history: an append of anything else is refused. */
  readonly fingerprint: string;
}

export interface AppendOutcome {
  readonly preview: MergePreview;
  readonly rows: number;
  readonly historyDays: readonly [number, number];
  readonly sheets: readonly { readonly name: string; readonly address: string }[];
  readonly messages: readonly Message[];
  readonly seconds: number;
}

/** Open alerts for the badge, from `Flex Alerts`. */
export interface AlertsOnSheet {
  /** Cells of the register. */
  readonly address: string;
  readonly alerts: readonly Alert[];
}

/** What the user may say of an alert. */
export interface AlertEdit {
  readonly id: string;
  readonly state: AlertState;
  readonly owner: string;
}

/** The Monitor step's part of what the pane can ask for. Every failure is a ServiceFailure. */
export interface MonitorServices {
  /** Writes the sheet `Flex Pool Ledger` with empty tables, or with packs for the sample data; refuses when there is one. */
  insertLedger(sample: boolean): Promise<{ readonly sheet: string; readonly address: string }>;
  /** What appending an export to the history on `Flex Usage` would do; writes nothing. */
  previewAppend(
    source: SourceChoice,
    settings: SegmentSettings,
    onProgress: (p: Progress) => void,
    signal: AbortSignal,
  ): Promise<AppendPreview>;
  /** Appends the export that was previewed and writes `Flex Usage`; refuses when it or the history has changed since. */
  append(
    source: SourceChoice,
    settings: SegmentSettings,
    fingerprint: string,
    onProgress: (p: Progress) => void,
    signal: AbortSignal,
  ): Promise<AppendOutcome>;
  /** The register on `Flex Alerts`; null without. */
  alerts(): Promise<AlertsOnSheet | null>;
  /** Sets state and owner of one alert on `Flex Alerts`. */
  editAlert(edit: AlertEdit): Promise<void>;
  /** Adds the row to the adjustments on `Flex Pool Ledger` that makes up for what stayed unexplained of a shown balance. */
  postAdjustment(date: number, team: string): Promise<{ readonly address: string }>;
}
