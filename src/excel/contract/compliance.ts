/** What the pane can ask for in its Compliance step: plain data in, plain data out. Everything here is personal: it is shown, never kept or sent. */
import type { ComplianceRule, FindingState, Severity } from '../../engine/compliance/types';
import type { RejectedRow } from '../../engine/usage/types';
import type { CommandInspection, CommandOutcome } from './services';

/** A check before a run: what it needs. */
export interface ComplianceCheckRow {
  readonly rule: ComplianceRule;
  readonly title: string;
  /** Grain the data must have, in words. */
  readonly needs: string;
}

/** Everything the Compliance step shows before a run. */
export interface ComplianceInspection extends CommandInspection {
  readonly people: number;
  readonly products: number;
  readonly window: { readonly first: string; readonly last: string };
  /** Who is assigned to what: `Flex Seats`, else the usage report itself, else nobody knows. */
  readonly seats: {
    readonly from: 'Flex Seats' | 'usage' | 'none';
    /** `'Flex Seats'!A1:C214`; '' unless from the sheet. */
    readonly address: string;
    readonly assignments: number;
    readonly rejected: readonly RejectedRow[];
  };
  /** End dates and user types: `Flex People`, else nobody knows who left. Null without the sheet. */
  readonly employment: {
    readonly address: string;
    readonly people: number;
    readonly ended: number;
    readonly rejected: readonly RejectedRow[];
  } | null;
  /** People whom the last portfolio, or else the last segmentation, proposes for Flex; null when neither was made. */
  readonly moves: { readonly people: number; readonly from: 'Flex Portfolio' | 'Flex Segments' } | null;
  readonly checks: readonly ComplianceCheckRow[];
  /** Findings of the last run by state; null on a first run. */
  readonly earlier: { readonly open: number; readonly accepted: number; readonly closed: number } | null;
}

export interface ComplianceCheckOutcome extends ComplianceCheckRow {
  readonly ran: boolean;
  /** '' when it ran; else a sentence: what is missing and where to get it. */
  readonly reason: string;
  readonly findings: number;
  /** What was set aside on purpose, in a sentence; '' = nothing. */
  readonly note: string;
}

/** One finding as the pane shows it. */
export interface ComplianceFindingRow {
  readonly id: string;
  readonly rule: ComplianceRule;
  readonly title: string;
  readonly user: string;
  readonly displayName: string;
  readonly product: string;
  readonly evidence: string;
  /** "rows 14, 17, 20 and 9 more". */
  readonly rows: string;
  readonly severity: Severity;
  readonly falsePositive: string;
  readonly action: string;
  readonly state: FindingState;
  /** Why it was accepted; '' otherwise. */
  readonly reason: string;
  readonly isNew: boolean;
  /** Cell of the finding on `Flex Compliance`. */
  readonly address: string;
}

export interface ComplianceOutcome extends CommandOutcome {
  /** The sheet's headline. */
  readonly finding: string;
  /** ISO date. */
  readonly asOf: string;
  readonly checks: readonly ComplianceCheckOutcome[];
  /** Of findings that are open, by severity. */
  readonly open: Readonly<Record<Severity, number>>;
  readonly total: number;
  readonly new: number;
  readonly accepted: number;
  readonly closed: number;
  /** First 200 in sheet order. */
  readonly findings: readonly ComplianceFindingRow[];
  /** Rows of `Flex ITAM`: a person × product each. */
  readonly itam: {
    readonly rows: number;
    readonly people: number;
    /** Money a year; rows without a price are left out. */
    readonly yearlyCost: number;
    readonly priceMissing: number;
  };
  readonly currency: string;
}

export interface ComplianceServices {
  /**
   * The register as it stands on `Flex ITAM`, as CSV with a header row. Text that a spreadsheet would take for a formula is made harmless.
   * Refuses when there is no `Flex ITAM`.
   */
  exportItamCsv(): Promise<{ readonly name: string; readonly text: string }>;
}
