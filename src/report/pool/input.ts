/** What `Flex Pool` is made from, and the workbook names of its inputs and key figures. */
import type { BlockedUnit } from '../../engine/pool/blocked-unit';
import { cellNames, type Values } from '../../engine/assumptions/row';
import { POOL_ASSUMPTIONS } from '../../engine/pool/assumptions';
import type { PlannedEffect, PoolDemand, PoolInput, PoolResult } from '../../engine/pool/types';
import type { Provenance } from '../model/document';
import type { PlacedReject } from '../segments/summary-tables';

/** Workbook names of the input cells of `Flex Pool`. */
export const POOL_NAMES = cellNames(POOL_ASSUMPTIONS);

/** Workbook names of the key figures of `Flex Pool`. */
export const POOL_FIGURES = {
  baseline: 'Flex_PoolBaseline',
  guide: 'Flex_PoolGuideSize',
  calibrated: 'Flex_PoolCalibratedSize',
  optimal: 'Flex_PoolOptimalSize',
  corrected: 'Flex_PoolCorrectedSize',
  effectiveClusters: 'Flex_PoolEffectiveClusters',
} as const;

/** What one sizing was computed with, as its cells show it: nothing is left to be filled in. */
export interface PoolAssumptions extends Values<typeof POOL_ASSUMPTIONS> {
  readonly tokenPrice: number;
  readonly topUpPrice: number;
  /** The one number; classes with their own stand in the table of classes. */
  readonly disruption: number;
  /** True while the user has given none: `disruption` is then what the tolerance implies. */
  readonly disruptionImplied?: boolean;
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
