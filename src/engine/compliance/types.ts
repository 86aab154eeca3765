/**
 * Compliance as plain data (docs/rules.md, "Compliance"): what an auditor would find, with its evidence. Dates are whole Excel serials;
 * tokens are tokens; money is yearly and in the card's currency.
 */
import type { SeatAssignment } from '../monitor/findings/seat-holders';
import type { UsageReading, UserType } from '../usage/types';

export type ComplianceRule =
  | 'overlapping sessions'
  | 'more than 24 hours'
  | 'every day'
  | 'many products'
  | 'service name'
  | 'departed'
  | 'unassigned'
  | 'seat holder'
  | 'cloud entitlement'
  | 'contractor ended';

export type Severity = 'high' | 'medium' | 'low';

/**
 * Who is assigned to what: a product, a Collection, or `Flex` itself. `from` and `to` are whole serials, both included. Several of one person
 * and product are several stretches of time.
 */
export interface Assignment extends SeatAssignment {
  /** The list says that it is over, without saying since when. */
  readonly ended?: boolean;
}

/** A stretch of a person's employment, as the people table gives it. */
export interface Employment {
  /** E-mail, hash and key, whatever the table fills; compared ignoring case and outer spaces. */
  readonly keys: readonly string[];
  /** '' = the table does not say: what the usage says counts. */
  readonly userType: UserType;
  /** First day; null = not given. A start after the end is a rehire: employed until the end, and again from the start. */
  readonly start: number | null;
  /** Last day; null = still there. */
  readonly end: number | null;
  /** 1-based row of the table, header included. */
  readonly row: number;
}

/** A person whom somebody proposes to move to Flex. */
export interface ProposedMove {
  /** Key or e-mail, case and outer spaces ignored. */
  readonly user: string;
  /** Products that would be drawn with tokens. */
  readonly toFlex: readonly string[];
  /** Seats and Collections the person would give up. */
  readonly givesUp: readonly string[];
  /** Seats and Collections the person is given with the move. */
  readonly gets: readonly string[];
}

export interface ComplianceInput {
  readonly reading: UsageReading;
  /** Later rows are left out; null = the latest row. */
  readonly asOf: number | null;
  /** Null = what the usage itself says (`UsageReading.seats`), which carries no dates. */
  readonly seats: readonly Assignment[] | null;
  /** Null = the end dates and user types that the usage was joined with, one stretch a person. */
  readonly employment: readonly Employment[] | null;
  /** Null = nobody is proposed for Flex: the check of cloud entitlements has nothing to look at. */
  readonly moves: readonly ProposedMove[] | null;
  /** Contractor e-mail domains, lower case, without @; omitted = none. */
  readonly externalDomains?: readonly string[];
  /** Products whose rows name machines instead of people; omitted = Arnold and VRED. */
  readonly machineMetered?: readonly string[];
  /** Price of a token after discounts; omitted = the card's. */
  readonly tokenPrice?: number;
}

export interface Finding {
  /** Stable over reruns: rule, person, and the product or first date where a person can have several. */
  readonly id: string;
  readonly rule: ComplianceRule;
  /** The rule in words, for the sheet. */
  readonly title: string;
  /** Key as in the usage. */
  readonly user: string;
  readonly displayName: string;
  /** '' = no single product. */
  readonly product: string;
  readonly from: number | null;
  readonly to: number | null;
  /** A sentence with the figures. */
  readonly evidence: string;
  /** Rows of the usage range (from 1, header included), lowest first, at most EVIDENCE_ROWS. */
  readonly rows: readonly number[];
  /** How many rows there are in all. */
  readonly rowCount: number;
  readonly severity: Severity;
  /** What would make it harmless, in a sentence. */
  readonly falsePositive: string;
  readonly action: string;
}

/** One check of a run, also where it could not run. */
export interface CheckRun {
  readonly rule: ComplianceRule;
  readonly title: string;
  /** What the data must carry, in words: "sessions with Start, End and Machine". */
  readonly needs: string;
  readonly ran: boolean;
  /** '' when it ran; else a sentence: what is missing and where to get it. */
  readonly reason: string;
  readonly findings: number;
  /** What was looked at and set aside on purpose, in a sentence; '' = nothing. */
  readonly note: string;
}

export interface ComplianceReport {
  readonly asOf: number;
  /** Every rule once, in a fixed order. */
  readonly checks: readonly CheckRun[];
  /** Gravest first, then in the order of the rules, then by person. */
  readonly findings: readonly Finding[];
}

export type FindingState = 'open' | 'accepted' | 'closed';

/** A finding as it is kept over reruns. */
export interface KeptFinding extends Finding {
  readonly state: FindingState;
  /** Why it was accepted, in the user's words; '' otherwise. */
  readonly reason: string;
  /** As-of day of the run that found it first. */
  readonly firstSeen: number;
  /** As-of day of the run that no longer found it; null while it is found. */
  readonly closedOn: number | null;
}

/** How a person may use a product, in words: `Flex`, `Named User`, a Collection's name, or two of them joined by " + ". */
export type ItamAccess = string;

/** One person × product: Flex consumption beside seats. A Collection has a row of its own, which carries its price. */
export interface ItamRow {
  readonly user: string;
  readonly displayName: string;
  readonly product: string;
  readonly access: ItamAccess;
  /** Null = not known. */
  readonly assignedSince: number | null;
  /** Null = never, or not in the data. */
  readonly lastUse: number | null;
  readonly costCentre: string;
  /** Seat price after discount plus tokens × price; null = price missing. */
  readonly yearlyCost: number | null;
  /** Tokens charged in the year; 0 for what is used from a seat. */
  readonly tokens: number;
}
