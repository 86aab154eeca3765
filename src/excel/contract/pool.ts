/** What the pane can ask for in its Pool step: plain data in, plain data out. */
import type { Values } from '../../engine/assumptions/row';
import type { POOL_SETTINGS } from '../../engine/pool/assumptions';
import type { ClusterBy, ClusterKind, PoolChoice, PoolResult, Tier } from '../../engine/pool/types';
import type { RejectedRow } from '../../engine/usage/types';
import type { CommandInspection, CommandOutcome, LastRun } from './services';

/**
 * The inputs of a sizing; remembered in the workbook's settings and shown as named cells of `Flex Pool`. A cell changed there counts
 * as long as the pane says what it said at the last run. The tier table and the disruption cost by class live on `Flex Pool` alone.
 */
export type PoolSettings = Values<typeof POOL_SETTINGS>;

/** People with tokens in the last portfolio, when it was built (ISO), and whether its input has changed since. */
export interface WhoByPortfolio extends Pick<LastRun, 'when' | 'stale' | 'changed'> {
  readonly flexPeople: number;
}

/** Everything the Pool step shows before a run. */
export interface PoolInspection extends CommandInspection {
  readonly people: number;
  /** People whom the last segmentation puts on Flex; null without one. */
  readonly flexPeople: number | null;
  /** When that segmentation ran (ISO), and whether its input has changed since. */
  readonly segmentation: Pick<LastRun, 'when' | 'stale' | 'changed'> | null;
  /** The same of the last portfolio; null without one. */
  readonly portfolio?: WhoByPortfolio | null;
  readonly baseline: number;
  readonly months: number;
  readonly window: { readonly first: string; readonly last: string };
  /** Which columns hold a cluster, and how many clusters each would give (with what stands in for blanks). */
  readonly clusters: readonly {
    readonly by: ClusterBy;
    readonly label: string;
    readonly count: number;
    readonly effective: number;
  }[];
  readonly kinds: Readonly<Record<ClusterKind, number>>;
  readonly effectiveClusters: number;
  readonly currency: string;
  readonly price: number;
  /** Tiers as they stand on `Flex Pool`; empty without. */
  readonly tiers: readonly Tier[];
  /** Rows of `Flex Projects`; null without that sheet. */
  readonly projects: {
    readonly used: number;
    readonly rejected: readonly RejectedRow[];
    /** Cells of the plan; with it the pane names the sheet's own rows. */
    readonly address?: string;
  } | null;
}

export interface PoolOutcome extends CommandOutcome {
  readonly choices: readonly PoolChoice[];
  readonly corrected: PoolResult['corrected'];
  readonly curve: PoolResult['curve'];
  readonly meaning: PoolResult['meaning'];
  readonly lots: PoolResult['lots'];
  readonly effectiveClusters: number;
  readonly clusters: number;
  readonly baseline: number;
  readonly peakRatio: number;
  readonly guideBuffer: number;
  readonly tolerance: number;
  readonly currency: string;
  readonly people: number;
  /** The product a blocked unit is named after: most tokens in the population. */
  readonly blocked: { readonly product: string; readonly unit: string; readonly tokens: number } | null;
  readonly planned: PoolResult['planned'];
}

export interface PoolServices {
  /** Writes the sheet `Flex Projects` with an empty plan; refuses when there is one. */
  insertProjects(): Promise<{ readonly sheet: string; readonly address: string }>;
}
