/**
 * An invented company, described once: what its people used, hold and plan, and what its licence manager chose. Every surface is given
 * the same description in its own form: sheets of a workbook, files beside a command, ranges of a formula.
 */
import type { MonitorSettings } from '../../src/excel/contract/monitor';
import type { PoolSettings } from '../../src/excel/contract/pool';
import type { PortfolioSettings } from '../../src/excel/contract/portfolio';
import type { RenewalSettings } from '../../src/excel/contract/renewal';
import type { SegmentSettings } from '../../src/excel/contract/services';

export type Cell = string | number | boolean | null;
/** Header first. */
export type Rows = readonly (readonly Cell[])[];

/** 15 October 2026, the last day of every company's usage. */
export const LAST_DAY = 46310;
/** The day on which everything runs. */
export const TODAY = '2026-11-02';

export interface Choices {
  readonly settings: Partial<SegmentSettings>;
  readonly pool: Partial<PoolSettings>;
  readonly monitor: Partial<MonitorSettings>;
  readonly portfolio: Partial<PortfolioSettings>;
  readonly renewal: Partial<RenewalSettings>;
}

/** Null = the company keeps no such list. */
export interface Books {
  readonly seats: Rows | null;
  readonly subscriptions: Rows | null;
  readonly pins: Rows | null;
  readonly packs: Rows;
  readonly transfers: Rows | null;
  readonly adjustments: Rows | null;
  readonly shown: Rows | null;
  readonly budgets: Rows | null;
  readonly holidays: Rows | null;
  readonly spareSeats: Rows | null;
  readonly tiers: Rows | null;
  readonly projects: Rows | null;
  readonly quotes: Rows | null;
}

export interface Company extends Choices, Books {
  readonly seed: number;
  readonly usage: Rows;
  readonly people: Rows | null;
  /** A card of its own; null = a built-in one, by the name in the settings. */
  readonly card: Rows | null;
  /** The card announced for the renewal. */
  readonly newCard: Rows | null;
}

/** The latest date in the usage. */
export function lastDay({ usage: [header = [], ...rows] }: Company): number {
  const at = header.indexOf('Date');
  const days = rows.map((row) => row[at]).filter((day) => typeof day === 'number');
  return days.reduce((latest, day) => Math.max(latest, day), 0);
}
