/** What every command is asked for and tells: plain data in, plain data out. */
import type { Values } from '../../engine/assumptions/row';
import type { SEGMENT_SETTINGS } from '../../engine/segments/assumptions';
import type { SegmentName } from '../../engine/segments/types';
import type { UnknownProduct } from '../../engine/usage';
import type { RejectedRow, UsageField, UsageShape } from '../../engine/usage/types';

/** Where usage is read from. */
export type SourceChoice =
  /** With an address: exactly the cells that were announced, wherever the selection is by now. */
  | { readonly kind: 'selection'; readonly address?: string }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'sheet'; readonly name: string };

export interface SourceOption {
  readonly choice: SourceChoice;
  /** "Table Usage", "Sheet Export", "Selection A1:F200". */
  readonly label: string;
  readonly address: string;
}

/** A sentence for the user: what, where and what to do. `detail` goes behind "Details". */
export interface Message {
  readonly level: 'info' | 'warning' | 'error';
  readonly text: string;
  /** Which message it is, where anything is decided by it: its sentence is for reading only. */
  readonly code?: string;
  /** Cells it speaks of; shown as a link that selects them. */
  readonly address?: string;
  readonly detail?: string;
}

export interface ColumnChoice {
  readonly index: number;
  readonly header: string;
  readonly field: UsageField | null;
  /** First non-blank value, shortened. */
  readonly sample: string;
}

export interface CardSummary {
  /** `guide`, `retail` or `Flex Rates`. */
  readonly name: string;
  readonly label: string;
  readonly currency: string;
  readonly tokenPrice: number;
  /** ISO date of the figures, '' when unknown. */
  readonly date: string;
  readonly basis: 'hour' | 'day' | 'mixed';
  readonly origin: string;
}

/** User settings of the step; remembered in the workbook's settings (no personal data). */
export interface SegmentSettings extends Values<typeof SEGMENT_SETTINGS> {
  /** `guide`, `retail` or `Flex Rates` (offered once that sheet exists and then the default). */
  readonly card: string;
  /** Columns the user re-assigned: column index → field (null = ignore). */
  readonly columns: Readonly<Record<number, UsageField | null>>;
  /** Accept the annual figure scaled from a shorter range, marked as an estimate. Informational in the pane; segmentation itself never scales. */
  readonly showScaled: boolean;
}

/** Everything the "Before" cards show. */
export interface Inspection extends CommandInspection {
  readonly source: SourceChoice;
  /** Data rows, header not counted. */
  readonly rows: number;
  readonly used: number;
  readonly rejected: readonly RejectedRow[];
  readonly shape: UsageShape;
  readonly columns: readonly ColumnChoice[];
  readonly users: number;
  readonly products: number;
  /** '' when no row has a date. Month texts like "Nov 2025". */
  readonly window: {
    readonly first: string;
    readonly last: string;
    readonly asOf: string;
    readonly monthsWithRows: number;
    readonly outside: number;
  };
  readonly basis: 'hours' | 'days' | 'both' | 'units' | 'tokens' | 'sessions' | 'none';
  readonly card: CardSummary;
  /** False: the data's basis is not the card's; `suggestedCard` names one that fits. */
  readonly cardFits: boolean;
  readonly suggestedCard: string | null;
  readonly peopleMatched: number | null;
  readonly peopleUnmatched: readonly string[];
  /** Figures of a shorter history: null with 12 months. */
  readonly scaled: { readonly months: number; readonly tokens: number; readonly scaledTokens: number } | null;
  /** Rates the user's own day rows with tokens suggest. */
  readonly learnt: readonly {
    readonly product: string;
    readonly rate: number;
    readonly support: number;
    readonly days: number;
    readonly cardRate: number | null;
  }[];
  /** Products that the card does not know, most tokens first. */
  readonly unknown: readonly UnknownProduct[];
  readonly fingerprint: string;
}

export interface Progress {
  readonly phase: 'reading' | 'computing' | 'writing';
  readonly done: number;
  readonly total: number;
  /** "12,000 of 48,210 rows". */
  readonly text: string;
}

export interface SegmentOutcome extends CommandOutcome {
  readonly people: number;
  readonly bySegment: readonly {
    readonly segment: SegmentName;
    readonly users: number;
    readonly tokens: number;
    readonly cost: number;
    readonly saving: number;
    readonly priceMissing: number;
  }[];
  readonly toFlex: number;
  readonly currency: string;
  readonly saving: number;
  readonly changed: number;
  readonly newPeople: number;
  readonly gonePeople: number;
  /** The person rows for "Why?" in the pane: first 200 in sheet order. */
  readonly rows: readonly {
    readonly user: string;
    readonly segment: SegmentName;
    readonly recommendation: string;
    readonly reason: string;
    readonly address: string;
  }[];
}

/** Thrown by every service; `message` is a sentence for the user. Cancelling throws one with code 'Cancelled'. */
export interface ServiceFailure extends Error {
  readonly code: string;
  readonly detail?: string;
  /** True when the workbook is known to be as it was before. */
  readonly untouched: boolean;
}

/** State of the last run of a command, told from the sheets it wrote. */
export interface LastRun {
  /** ISO date-time. */
  readonly when: string;
  /** `Usage!A1:F48211`. */
  readonly input: string;
  readonly people: number;
  /** Something that it read says otherwise now. */
  readonly stale: boolean;
  /** What that is, as in a sentence: "the usage", "the rate card". */
  readonly changed: readonly string[];
}

/** What every command shows before a run. */
export interface CommandInspection {
  readonly address: string;
  /** What a run will write, and whether the sheet is new or replaces ours; `blocked` when a sheet of that name is not ours. */
  readonly writes: readonly { readonly sheet: string; readonly state: 'new' | 'replaces ours' | 'blocked' }[];
  readonly messages: readonly Message[];
  /** False when the run would be refused; `messages` says why. */
  readonly canRun: boolean;
}

/** What every command tells of a run. */
export interface CommandOutcome {
  readonly read: number;
  readonly used: number;
  readonly rejected: readonly RejectedRow[];
  readonly estimated: boolean;
  readonly sheets: readonly { readonly name: string; readonly address: string }[];
  readonly messages: readonly Message[];
  readonly seconds: number;
}

/** Works on the announced usage; the same shape whether it looks or writes. `own`: the settings of the command alone. */
export type CommandWork<Own, Result> = (
  source: SourceChoice,
  settings: SegmentSettings,
  own: Own,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
) => Promise<Result>;

/** What the pane can ask of a command. */
export interface CommandServices<Own, Look, Outcome> {
  settings(): Promise<Own>;
  save(own: Own): Promise<void>;
  /** Reads what a run would; writes nothing. */
  readonly inspect: CommandWork<Own, Look>;
  /** Writes its sheets together, or none. */
  readonly run: CommandWork<Own, Outcome>;
  /** Sheets that it reads beside the usage: a change there is news to it. */
  readonly watches: readonly string[];
}

/** Of a command without settings of its own. */
export type NoSettings = Readonly<Record<string, never>>;
