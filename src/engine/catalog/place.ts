import type { CardCell, CellFault } from './cells';
import { cellError } from './errors';

/** Where a card or Collections range stands, for its name, its provenance and its messages. Rows and columns count from 0 in the range. */
export interface RangePlace {
  /** Full address for provenance, for example `Flex Rates!A6:L20`. */
  readonly origin: string;
  /** Name of the card that is read. */
  readonly name: string;
  /** Address of one cell, for example `C7`. */
  readonly address: (row: number, column: number) => string;
  /** Words for one cell where no address is known; `cell C7` when left out. */
  readonly place?: (row: number, column: number) => string;
  /** Set where blank cells may arrive as the number 0 (custom functions on desktop Excel): 0 in optional figures then counts as blank. */
  readonly zeroMeansBlank?: boolean;
}

export type CardRange = readonly (readonly CardCell[])[];

/** An error of kind 'value' about one cell: "Rate card, cell C7: …". */
export function cellFault(what: string, where: RangePlace, row: number, column: number): CellFault {
  return (problem) =>
    cellError(what, where.place?.(row, column) ?? `cell ${where.address(row, column)}`, problem);
}
