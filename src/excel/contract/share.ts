/** What the pane can ask for in its Share step: plain data in, plain data out. Names are shown, never kept or sent. */
import type { Message, Progress } from './services';

/** A cell whose formula needs the add-in. */
export interface FlexFormulaCell {
  /** `Report!B4`. */
  readonly address: string;
  readonly formula: string;
  /** `FLEX.COST`, each once. */
  readonly functions: readonly string[];
  /** As the cell reads now. */
  readonly shows: string;
  /** What a colleague without the add-in sees once the workbook calculates. */
  readonly without: string;
  /** Cells that show its result, this one among them. */
  readonly cells: number;
}

/** Columns of a sheet that name people, and how many of its cells do. */
export interface PersonalSheet {
  readonly sheet: string;
  /** False: a sheet of the user's own. */
  readonly ours: boolean;
  /** Headers, as they stand. */
  readonly columns: readonly string[];
  readonly cells: number;
}

export interface ShareInspection {
  readonly formulas: {
    readonly total: number;
    readonly bySheet: readonly { readonly sheet: string; readonly count: number }[];
    /** First 200 in sheet order. */
    readonly cells: readonly FlexFormulaCell[];
    /** Workbook names whose formula needs the add-in: freezing leaves them. */
    readonly names: readonly string[];
  };
  /** What "Freeze to values" replaced and Restore can put back; null = nothing. */
  readonly frozen: { readonly formulas: number; readonly when: string } | null;
  readonly personal: {
    readonly people: number;
    readonly cells: number;
    readonly sheets: readonly PersonalSheet[];
    readonly charts: number;
    readonly notes: number;
    readonly comments: number;
    readonly names: number;
    readonly properties: number;
  };
  /** `Flex Checks`, as a run would write it. */
  readonly checks: { readonly sheet: string; readonly state: 'new' | 'replaces ours' | 'blocked' };
  readonly messages: readonly Message[];
}

export interface ChecksOutcome {
  readonly sheet: string;
  readonly address: string;
  /** Checks written. */
  readonly checks: number;
  /** As Excel has worked them out; null where it has not. */
  readonly broken: number | null;
  /** What the workbook cannot answer yet, in sentences. */
  readonly missing: readonly string[];
}

export interface FreezeOutcome {
  readonly formulas: number;
  readonly cells: number;
  /** Formulas left as they are: what they show is no result. */
  readonly left: readonly { readonly address: string; readonly shows: string }[];
  readonly messages: readonly Message[];
}

export interface RestoreOutcome {
  readonly formulas: number;
  /** Cells that somebody has changed since: left as they are, and still in the record. */
  readonly edited: readonly { readonly address: string; readonly formula: string }[];
  /** Formulas whose sheet is gone. */
  readonly lost: readonly { readonly address: string; readonly formula: string }[];
  readonly messages: readonly Message[];
}

export interface PseudonymChoice {
  /** 64 hexadecimal digits: `newPseudonymKey()`, or the one the user has kept. It is never written to the workbook. */
  readonly key: string;
  /** True only after the user was asked: sheets that are not ours change too. */
  readonly ownSheets: boolean;
}

export interface PseudonymOutcome {
  readonly people: number;
  readonly cells: number;
  readonly charts: number;
  readonly notes: number;
  readonly comments: number;
  readonly names: number;
  readonly properties: number;
  /** Teams with fewer than five people whose rows were joined. */
  readonly smallTeams: number;
  /** Where names still stand, and why: sheets of the user's that were not to be changed. */
  readonly left: readonly string[];
  readonly messages: readonly Message[];
}

export interface ShareServices {
  /** Looks at every formula, name, chart, note and property; writes nothing. */
  inspectShare(onProgress: (p: Progress) => void, signal: AbortSignal): Promise<ShareInspection>;
  /** Writes `Flex Checks`: control totals as native formulas. */
  writeChecks(signal: AbortSignal): Promise<ChecksOutcome>;
  /** Replaces every formula that needs the add-in by what it shows, and keeps the formulas in a record in the workbook. All of them, or none. */
  freeze(onProgress: (p: Progress) => void, signal: AbortSignal): Promise<FreezeOutcome>;
  /** Puts the formulas of the record back, but into cells that were changed since. */
  restore(onProgress: (p: Progress) => void, signal: AbortSignal): Promise<RestoreOutcome>;
  /** A fresh key: 64 hexadecimal digits. The user keeps it; whoever has it and the people can tell who an alias is. */
  newPseudonymKey(): string;
  /** Replaces everybody's names by aliases. All of it, or nothing; it cannot be taken back. */
  pseudonymise(
    choice: PseudonymChoice,
    onProgress: (p: Progress) => void,
    signal: AbortSignal,
  ): Promise<PseudonymOutcome>;
}
