/** What compliance reads beside the usage: who is assigned to what, and who left when. The user's sheets; read, never replaced. */
import { readAssignments, readEmployment, type Assignment, type Employment } from '../../engine/compliance';
import { FlexError } from '../../engine/errors';
import type { BookRows } from '../../engine/usage/book-table';
import type { RawCell } from '../../engine/usage/types';
import { sheetAddress } from '../../report/model/address';
import { PEOPLE_SHEET, SHEETS, TABLES } from '../../report/model/sheet-names';
import type { PlacedReject } from '../../report/segments/summary-tables';
import type { ReadOptions } from '../host/block-reader';
import { createFingerprint } from '../host/fingerprint';
import { isBlankCell, placedCell, readOwnTable, readWholeSheet, type PlacedRange } from '../host/own-tables';
import type { PlacedList } from '../portfolio/lists';

/** Null = there is no such sheet, or nothing on it yet. */
export interface ComplianceLists {
  readonly seats: PlacedList<Assignment> | null;
  readonly people: PlacedList<Employment> | null;
  /** Changes when a cell of either does; 'none' without both. */
  readonly fingerprint: string;
}

/** @throws FlexError naming the sheet when a column is missing */
export async function readComplianceLists(
  context: Excel.RequestContext,
  options: ReadOptions,
): Promise<ComplianceLists> {
  const ranges = await listRanges(context, options);
  return {
    seats: listOf(ranges[0], readAssignments),
    people: listOf(ranges[1], readEmployment),
    fingerprint: fingerprintOf(ranges),
  };
}

/** The fingerprint alone, for telling whether a check is stale. */
export async function complianceListsFingerprint(context: Excel.RequestContext): Promise<string> {
  return fingerprintOf(await listRanges(context, {}));
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

type Ranges = readonly [PlacedRange | null, PlacedRange | null];

async function listRanges(context: Excel.RequestContext, options: ReadOptions): Promise<Ranges> {
  const { name } = SHEETS.seats;
  const template = await readOwnTable(context, name, TABLES.seats, options);
  return [
    template === null ? await readWholeSheet(context, name, options) : filled(template),
    await readWholeSheet(context, PEOPLE_SHEET, options),
  ];
}

/** A template nobody has typed in says nothing: it must not mean that nobody holds a seat. */
function filled(range: PlacedRange): PlacedRange | null {
  return range.values.slice(1).some((cells) => cells.some((cell) => !isBlankCell(cell))) ? range : null;
}

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

function fingerprintOf(ranges: Ranges): string {
  if (ranges.every((range) => range === null)) return 'none';
  const fingerprint = createFingerprint();
  ranges.forEach((range, index) => {
    fingerprint.add([[index]]);
    if (range !== null) fingerprint.add(range.values);
  });
  return fingerprint.text();
}
