/** What the rows of a sheet are: bodies of tables, or of a pasted export under its header. Fed from the top down. */
import type { RawCell } from '../../engine/usage/types';
import type { CellRect } from '../../report/model/address';
import { knownHeaders, personalColumns, type PersonalColumn } from './personal-columns';

export interface PlacedTable {
  readonly sheet: string;
  readonly name: string;
  /** Header and body. */
  readonly rect: CellRect;
}

/** The part of a row that a table with personal columns takes; indices count from the first cell of the row as given. */
export interface RowPart {
  readonly columns: readonly PersonalColumn[];
  readonly table: string | null;
}

/** An export pasted without a table has its header near the top. */
const HEADER_WITHIN = 20;
const HEADERS_LEAST = 2;

export class SheetRegions {
  private readonly headers = new Map<PlacedTable, readonly PersonalColumn[]>();
  private pasted: readonly PersonalColumn[] = [];

  constructor(
    private readonly tables: readonly PlacedTable[],
    private readonly used: CellRect,
  ) {}

  /** @param row of the sheet, counted from 0 */
  partsOf(row: number, cells: readonly RawCell[]): readonly RowPart[] {
    const here = this.tables.filter(({ rect }) => row >= rect.row && row < rect.row + rect.rows);
    if (here.length === 0) return this.pastedPart(row, cells);
    return here.flatMap((table): readonly RowPart[] => {
      if (row === table.rect.row) {
        const first = table.rect.column - this.used.column;
        const found = personalColumns(cells.slice(first, first + table.rect.columns));
        this.headers.set(
          table,
          found.map((column) => ({ ...column, index: column.index + first })),
        );
        return [];
      }
      const columns = this.headers.get(table) ?? [];
      return columns.length === 0 ? [] : [{ columns, table: table.name }];
    });
  }

  private pastedPart(row: number, cells: readonly RawCell[]): readonly RowPart[] {
    if (row - this.used.row < HEADER_WITHIN && knownHeaders(cells) >= HEADERS_LEAST) {
      this.pasted = personalColumns(cells);
      return [];
    }
    return this.pasted.length === 0 ? [] : [{ columns: this.pasted, table: null }];
  }
}
