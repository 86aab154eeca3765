/** What `Flex Compliance` and `Flex ITAM` are made from, and the workbook names of their figures. */
import type { CheckRun, FindingState, ItamRow, KeptFinding, Severity } from '../../engine/compliance/types';
import type { Provenance } from '../model/document';
import type { PlacedReject } from '../segments/summary-tables';

export const COMPLIANCE_FIGURES = {
  open: 'Flex_ComplianceOpen',
  high: 'Flex_ComplianceHigh',
  medium: 'Flex_ComplianceMedium',
  low: 'Flex_ComplianceLow',
  accepted: 'Flex_ComplianceAccepted',
  closed: 'Flex_ComplianceClosed',
  skipped: 'Flex_ComplianceSkipped',
} as const;

export const ITAM_FIGURES = {
  tokenPrice: 'Flex_ItamTokenPrice',
  rows: 'Flex_ItamRows',
  tokens: 'Flex_ItamTokens',
  cost: 'Flex_ItamCost',
} as const;

/** What the State of a finding offers. */
export const FINDING_STATES: readonly FindingState[] = ['open', 'accepted', 'closed'];
export const SEVERITIES: readonly Severity[] = ['high', 'medium', 'low'];

export interface ComplianceReportInput {
  /** Whole Excel serial. */
  readonly asOf: number;
  readonly checks: readonly CheckRun[];
  /** Findings of this run first, then earlier ones that it does not hold. */
  readonly findings: readonly KeptFinding[];
  /** Where assignments, end dates and proposed moves come from; '' = not known. */
  readonly sources: { readonly seats: string; readonly people: string; readonly moves: string };
  readonly provenance: Provenance;
  /** Rows of seats and people that could not be used, and usage rows left out. */
  readonly listsRejected: readonly PlacedReject[];
  readonly rejected: readonly PlacedReject[];
  readonly warnings: readonly string[];
}

export interface ItamReportInput {
  readonly asOf: number;
  readonly rows: readonly ItamRow[];
  /** Of one token, after discounts. */
  readonly tokenPrice: number;
  readonly currency: string;
  readonly provenance: Provenance;
}
