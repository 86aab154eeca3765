/** What a command is, and what it gives back: one file in commands/ each, listed in commands/index.ts. */
import type { RejectedRow } from '../../engine/usage/types';
import type { CellValue, Column, Provenance, SheetDocument } from '../../report/model/document';
import type { ExitCode } from './exit-codes';
import type { OptionSpec } from './option-spec';
import type { OptionValues } from './option-values';
import type { Progress } from './progress';

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What stands after the command's name; `least` and `most` say how often. */
  readonly operand: { readonly name: string; readonly least: number; readonly most: number };
  /** Beside the common ones. */
  readonly options: readonly OptionSpec[];
  /** Paragraphs that teach: what comes out, and how to read it. */
  readonly lesson: readonly string[];
  /** Each runs on the sample data from the folder that holds assets/. */
  readonly examples: readonly { readonly line: string; readonly says: string }[];
  run(call: Call): Promise<Outcome>;
}

export interface Call {
  readonly options: OptionValues;
  readonly operands: readonly string[];
  readonly progress: Progress;
  /** The moment of the run. */
  readonly now: Date;
}

/** A table with every value worked out: what JSON, CSV and text show. Columns are those of the sheet. */
export interface ResultTable {
  /** Name of the native table, which is also its key in JSON. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Keys of the columns that the readable table shows; all when absent, none of the table when empty. */
  readonly shown?: readonly string[];
  /** What --csv writes; the first table where none is marked. */
  readonly isMain?: boolean;
}

export interface Outcome {
  readonly rows: { readonly read: number; readonly used: number; readonly rejected: number };
  readonly rejected: readonly RejectedRow[];
  readonly provenance: Provenance;
  /** One sentence with its figures. */
  readonly finding: string;
  /** Sentences the reader should know: estimates, missing prices, people without a match. */
  readonly notes: readonly string[];
  /** Sentences about what a report does not hold: said also where only files are written. */
  readonly leftOut?: readonly string[];
  /** Key figures by workbook name, in the order shown. */
  readonly figures: readonly ResultFigure[];
  /** In the order of the readable form. */
  readonly tables: readonly ResultTable[];
  /** What --xlsx writes, in sheet order. */
  readonly documents: readonly SheetDocument[];
  /** Facts of the command's own in JSON, beside figures and tables. */
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly exitCode: ExitCode;
}

/** What a part of a run shows: one sentence, its figures, its tables and the sheets of a workbook, in the order a reader opens them. */
export type Results = Pick<Outcome, 'finding' | 'figures' | 'tables' | 'documents'>;

export interface ResultFigure {
  readonly name: string;
  readonly label: string;
  readonly value: CellValue;
  readonly numberFormat: string;
  readonly unit?: string;
}
