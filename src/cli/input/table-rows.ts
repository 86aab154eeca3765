/** A table of any file as rows of cells, handed over block by block. */
import type { RawCell } from '../../engine/usage/types';

export type Row = readonly RawCell[];

export interface TableRead {
  /** Rows of the file that stand before the first one handed over, such as a `sep=` line. */
  readonly skipped: number;
  /** The sheet the rows come from; '' for a text file. */
  readonly sheet: string;
  /** SHA-256 of the file's bytes, in hexadecimal digits. */
  readonly fingerprint: string;
  /** Sentences about the file itself, such as quotation marks out of place. */
  readonly notes: readonly string[];
}

/** Takes the next rows, in order. Blocks are not kept. */
export type TakeRows = (block: readonly Row[]) => void;

export interface TableOptions {
  /** Sheet of a workbook; null = the first whose rows hold known column names, else the first with cells. */
  readonly sheet: string | null;
  /** Rows read so far. */
  readonly onRows?: (rows: number) => void;
}
