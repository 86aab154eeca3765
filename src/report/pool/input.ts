/** What `Flex Pool` is made from, and the workbook names of its inputs and key figures. */
import type { BlockedUnit } from '../../engine/pool/blocked-unit';
import type { PlannedEffect, PoolDemand, PoolInput, PoolResult } from '../../engine/pool/types';
import type { Provenance } from '../model/document';
import type { PlacedReject } from '../segments/summary-tables';

/** Workbook names of the input cells of `Flex Pool`, by the key of PoolAssumptions. */
export const POOL_NAMES = {
  tolerance: 'Flex_PoolTolerance',
  growthMean: 'Flex_PoolGrowth',
  growthSpread: 'Flex_PoolGrowthSpread',
  people: 'Flex_PoolPeople',
  clusterBy: 'Flex_PoolCluster',
  tokenPrice: 'Flex_PoolTokenPrice',
  tokenDiscount: 'Flex_PoolTokenDiscount',
  bundle: 'Flex_PoolBundle',
  topUpPrice: 'Flex_PoolTopUpPrice',
  leadDays: 'Flex_PoolLeadDays',
  disruption: 'Flex_PoolDisruption',
  salvage: 'Flex_PoolSalvage',
  salvageShare: 'Flex_PoolSalvageShare',
  missizeShare: 'Flex_PoolMissizeShare',
  seed: 'Flex_PoolSeed',
} as const;

/** Workbook names of the key figures of `Flex Pool`. */
export const POOL_FIGURES = {
  baseline: 'Flex_PoolBaseline',
  guide: 'Flex_PoolGuideSize',
  calibrated: 'Flex_PoolCalibratedSize',
  optimal: 'Flex_PoolOptimalSize',
  corrected: 'Flex_PoolCorrectedSize',
  effectiveClusters: 'Flex_PoolEffectiveClusters',
} as const;

/** What one sizing was computed with, as its cells show it. */
export interface PoolAssumptions {
  readonly tolerance: number;
  readonly growthMean: number;
  readonly growthSpread: number;
  /** `all`, `flex` or `portfolio`; the cell reads "all people", "Flex segments" or "Flex people of the portfolio". */
  readonly people: 'all' | 'flex' | 'portfolio';
  readonly clusterBy: PoolDemand['by'];
  /** List price of a token and its discount. */
  readonly tokenPrice: number;
  readonly tokenDiscount: number;
  readonly bundle: number;
  readonly topUpPrice: number;
  readonly leadDays: number;
  /** The one number; classes with their own stand in the table of classes. */
  readonly disruption: number;
  /** True while the user has given none: `disruption` is then what the tolerance implies. */
  readonly disruptionImplied?: boolean;
  readonly salvage: number;
  readonly salvageShare: number;
  readonly missizeShare: number;
  readonly seed: number;
}

/** People of one role or project class of `Flex People`, with the user's own disruption cost; null = the one number. */
export interface PoolClass {
  readonly name: string;
  readonly people: number;
  readonly tokens: number;
  readonly disruption: number | null;
}

export interface PoolReportInput {
  /** A condition that holds once `Flex Rates` reads otherwise; absent or null where the run did not price with it. */
  readonly cardChanged?: string | null;
  readonly result: PoolResult;
  readonly input: PoolInput;
  /** The demand sized, after planned work took out what it continues. */
  readonly demand: PoolDemand;
  readonly assumptions: PoolAssumptions;
  readonly currency: string;
  /** "Nov 2025 – Oct 2026". */
  readonly window: string;
  readonly provenance: Provenance;
  readonly blocked: BlockedUnit | null;
  /** "Role" or "Project class"; '' without a people table. */
  readonly classLabel: string;
  readonly classes: readonly PoolClass[];
  /** Tokens of all people that the disruption costs of the classes are weighted by; the demand before planned work when absent. */
  readonly classTokens?: number;
  readonly planned: readonly PlannedEffect[];
  /** Rows of `Flex Projects` that could not be used. */
  readonly plannedRejected: readonly PlacedReject[];
  /** Usage rows left out. */
  readonly rejected: readonly PlacedReject[];
  readonly warnings: readonly string[];
  readonly estimated: boolean;
}
