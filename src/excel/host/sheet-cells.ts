/** A placed document as assignments: what goes into which rectangle, within the limits of one request. */
import { literalText } from '../../report/model/cell-text';
import type { CellValue } from '../../report/model/document';
import { namesTable } from '../../report/model/formula';
import { bodyCell, totalCells, type PlacedCell, type SheetLayout } from '../../report/model/layout';
import { BLOCK_BYTES, BLOCK_ROWS } from './block-reader';

/** What Office.js takes for a cell; '' leaves it empty. */
export type Entry = string | number | boolean;

export interface Assignment {
  readonly row: number;
  readonly column: number;
  readonly entries: readonly (readonly Entry[])[];
}

export interface SheetCells {
  readonly assignments: readonly Assignment[];
  /** Formulas that name tables: entered once those bear their final names. */
  readonly late: readonly Assignment[];
}

/** A value as Excel must be given it, so that text stays text. */
export function entryOf(value: CellValue): Entry {
  if (value === null) return '';
  return typeof value === 'string' ? literalText(value) : value;
}

/** Splits a document into assignments of at most about 2 MB and 20,000 rows each. */
export function sheetCells(layout: SheetLayout): SheetCells {
  const assignments: Assignment[] = [];
  const late: Assignment[] = [];
  const enter = (cell: PlacedCell, row: number, column: number): Entry => {
    if (cell.kind === 'value') return entryOf(cell.value);
    if (!namesTable(cell.formula)) return cell.formula;
    late.push({ row, column, entries: [[cell.formula]] });
    return '';
  };
  for (const text of layout.texts) {
    assignments.push({ row: text.row, column: 0, entries: [[enter(text.cell, text.row, 0)]] });
  }
  for (const { figure, row, value } of layout.figures) {
    assignments.push({
      row,
      column: 0,
      entries: [
        [
          entryOf(figure.label),
          enter(value, row, 1),
          entryOf(figure.unit ?? null),
          entryOf(figure.note ?? null),
        ],
      ],
    });
  }
  for (const table of layout.tables) {
    const { block, body, header, totalsRow } = table;
    assignments.push({
      row: header.row,
      column: 0,
      entries: [block.columns.map((column) => entryOf(column.header))],
    });
    for (let row = 0; row < body.rows; row += 1) {
      assignments.push({
        row: body.row + row,
        column: 0,
        entries: [
          block.columns.map((_, column) => enter(bodyCell(table, row, column), body.row + row, column)),
        ],
      });
    }
    if (totalsRow === null) continue;
    for (const { column, cell } of totalCells(table)) {
      if (cell.kind === 'formula') enter(cell, totalsRow, column);
      else assignments.push({ row: totalsRow, column, entries: [[entryOf(cell.value)]] });
    }
  }
  return { assignments: stacked(assignments), late: stacked(late) };
}

/** Joins assignments that lie under one another with the same columns, up to the size of a block. */
export function stacked(rows: readonly Assignment[]): readonly Assignment[] {
  const joined: { row: number; column: number; entries: (readonly Entry[])[]; bytes: number }[] = [];
  for (const next of rows) {
    const last = joined[joined.length - 1];
    const bytes = sizeOf(next.entries);
    if (
      last !== undefined &&
      last.column === next.column &&
      last.row + last.entries.length === next.row &&
      last.entries[0]?.length === next.entries[0]?.length &&
      last.bytes + bytes <= BLOCK_BYTES &&
      last.entries.length < BLOCK_ROWS
    ) {
      last.entries.push(...next.entries);
      last.bytes += bytes;
    } else {
      joined.push({ ...next, entries: [...next.entries], bytes });
    }
  }
  return joined;
}

/** Estimated bytes of the JSON that carries these entries: non-ASCII text counts its escaped length. */
export function sizeOf(entries: readonly (readonly Entry[])[]): number {
  let bytes = 0;
  for (const row of entries) {
    for (const entry of row) {
      bytes += typeof entry === 'string' ? entry.length + 3 + nonAscii(entry) * 2 : 12;
    }
  }
  return bytes;
}

function nonAscii(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 126 || code < 32 || code === 34 || code === 92) count += 1;
  }
  return count;
}
