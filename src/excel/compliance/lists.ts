/** What compliance reads beside the usage: who is assigned to what, and who left when. The user's sheets; read, never replaced. */
import { readAssignments, readEmployment, type Assignment, type Employment } from '../../engine/compliance';
import { FlexError } from '../../engine/errors';
import type { BookRows } from '../../engine/usage/book-table';
import type { RawCell } from '../../engine/usage/types';
import { sheetAddress } from '../../report/model/address';
import type { PlacedReject } from '../../report/segments/summary-tables';
import type { ReadOptions } from '../host/block-reader';
import { placedCell, type PlacedRange } from '../host/own-tables';
import { PEOPLE, SEATS } from '../runs/inputs';
import type { PlacedList } from '../portfolio/lists';

/** Null = there is no such sheet, or nothing on it yet. */
export interface ComplianceLists {
  readonly seats: PlacedList<Assignment> | null;
  readonly people: PlacedList<Employment> | null;
}

/** @throws FlexError naming the sheet when a column is missing */
export async function readComplianceLists(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<ComplianceLists> {
  return {
    seats: listOf(await SEATS.range(context, options), readAssignments),
    people: listOf(await PEOPLE.range(context, options), readEmployment),
  };
}

/** Rows that cannot be used, with their cells. */
export function placeComplianceRejects({ seats, people }: ComplianceLists): readonly PlacedReject[] {
  return [seats, people].flatMap((list) =>
    list === null
      ? []
      : list.rejected.map(({ row, column, value, reason }) => {
          const at = list.range.values
            .slice(0, HEADER_WITHIN)
            .map((cells) => cells.findIndex((cell) => String(cell ?? '').trim() === column))
            .find((index) => index >= 0);
          return {
            sheetRow: list.range.rect.row + row,
            address: placedCell(list.range, row - 1, at ?? 0),
            column,
            value,
            reason,
          };
        }),
  );
}

/** Rows above a header that may hold a title. */
const HEADER_WITHIN = 10;

function listOf<Row>(
  range: PlacedRange | null,
  read: (values: readonly (readonly RawCell[])[]) => BookRows<Row>,
): PlacedList<Row> | null {
  if (range === null) return null;
  try {
    const rows = read(range.values);
    return rows.read === 0 ? null : { ...rows, range, address: sheetAddress(range.sheet, range.rect) };
  } catch (error) {
    if (error instanceof FlexError) throw error.at(range.sheet);
    throw error;
  }
}
