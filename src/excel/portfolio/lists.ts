/** The user's own sheets for a portfolio: who holds which seat, what is owned, what is decided. Read, never replaced. */
import type { RateCard } from '../../engine/catalog';
import { FlexError } from '../../engine/errors';
import type { BookRows } from '../../engine/usage/book-table';
import { readOwnedSeats, readPins, readSeatHolders } from '../../engine/portfolio';
import type { OwnedSeats, Pin, SeatHolding, StatusDoubt } from '../../engine/portfolio';
import type { RawCell } from '../../engine/usage/types';
import { sheetAddress } from '../../report/model/address';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import type { PlacedReject } from '../../report/segments/summary-tables';
import type { ReadOptions } from '../host/block-reader';
import { createFingerprint } from '../host/fingerprint';
import { isBlankCell, placedCell, readOwnTable, readWholeSheet, type PlacedRange } from '../host/own-tables';

/** A sheet as read, with its place. */
export interface PlacedList<Row> extends BookRows<Row> {
  readonly range: PlacedRange;
  /** `'Flex Seats'!A1:C214`. */
  readonly address: string;
}

/** Null = there is no such sheet, or nothing on it yet. */
export interface PortfolioLists {
  readonly seats: PlacedList<SeatHolding> | null;
  readonly subscriptions: PlacedList<OwnedSeats> | null;
  readonly pins: PlacedList<Pin> | null;
  /** Changes when a cell of any of them does; 'none' without any. */
  readonly fingerprint: string;
}

/** Rows above a header that may hold a title. */
const HEADER_WITHIN = 10;

/** @throws FlexError naming the sheet when a column is missing */
export async function readPortfolioLists(
  context: Excel.RequestContext,
  card: RateCard,
  options: ReadOptions,
): Promise<PortfolioLists> {
  const ranges = await listRanges(context, options);
  return {
    seats: listOf(ranges.seats, readSeatHolders, onSheet),
    subscriptions: listOf(ranges.subscriptions, readOwnedSeats, onSheet),
    pins: listOf(
      ranges.pins,
      (values) => readPins(values, card),
      (pin, above) => (pin.row === undefined ? pin : { ...pin, row: above + pin.row }),
    ),
    fingerprint: fingerprintOf(ranges),
  };
}

/** The fingerprint alone, for telling whether a portfolio is stale. */
export async function listsFingerprint(context: Excel.RequestContext): Promise<string> {
  return fingerprintOf(await listRanges(context, {}));
}

/** Rows that cannot be used, with their cells. */
export function placeListRejects({ seats, subscriptions, pins }: PortfolioLists): readonly PlacedReject[] {
  return [seats, subscriptions, pins].flatMap((list) => (list === null ? [] : placed(list)));
}

function placed({ range, rejected }: PlacedList<unknown>): readonly PlacedReject[] {
  return rejected.map(({ row, column, value, reason }) => {
    const header = range.values
      .slice(0, HEADER_WITHIN)
      .map((cells) => cells.findIndex((cell) => String(cell ?? '').trim() === column))
      .find((index) => index >= 0);
    return {
      sheetRow: range.rect.row + row,
      address: placedCell(range, row - 1, header ?? 0),
      column,
      value,
      reason,
    };
  });
}

type Ranges = Readonly<Record<'seats' | 'subscriptions' | 'pins', PlacedRange | null>>;

async function listRanges(context: Excel.RequestContext, options: ReadOptions): Promise<Ranges> {
  return {
    seats: await rangeOf(context, SHEETS.seats.name, TABLES.seats, options),
    subscriptions: await rangeOf(context, SHEETS.subscriptions.name, TABLES.subscriptions, options),
    pins: await rangeOf(context, SHEETS.pins.name, TABLES.pins, options),
  };
}

/** The template's table, where something is typed in it; else everything on the sheet, as an export is pasted. */
async function rangeOf(
  context: Excel.RequestContext,
  sheet: string,
  table: string,
  options: ReadOptions,
): Promise<PlacedRange | null> {
  const own = await readOwnTable(context, sheet, table, options);
  if (own !== null) return hasRows(own.values) ? own : null;
  return await readWholeSheet(context, sheet, options);
}

function hasRows(values: readonly (readonly RawCell[])[]): boolean {
  return values.slice(1).some((cells) => cells.some((cell) => !isBlankCell(cell)));
}

function listOf<Row>(
  range: PlacedRange | null,
  read: (values: readonly (readonly RawCell[])[]) => BookRows<Row>,
  place: (row: Row, above: number) => Row,
): PlacedList<Row> | null {
  if (range === null) return null;
  try {
    const list = read(range.values);
    // A sheet nobody has filled in says nothing: it must not mean that nobody holds a seat.
    if (list.read === 0) return null;
    const rows = list.rows.map((row) => place(row, range.rect.row));
    return { ...list, rows, range, address: sheetAddress(range.sheet, range.rect) };
  } catch (error) {
    if (error instanceof FlexError) throw error.at(range.sheet);
    throw error;
  }
}

/** With the row of the sheet in place of that of the range. */
function onSheet<Row extends { readonly doubt?: StatusDoubt }>(row: Row, above: number): Row {
  const { doubt } = row;
  return doubt === undefined ? row : { ...row, doubt: { ...doubt, row: above + doubt.row } };
}

function fingerprintOf({ seats, subscriptions, pins }: Ranges): string {
  const ranges = [seats, subscriptions, pins];
  if (ranges.every((range) => range === null)) return 'none';
  const fingerprint = createFingerprint();
  ranges.forEach((range, index) => {
    fingerprint.add([[index]]);
    if (range !== null) fingerprint.add(range.values);
  });
  return fingerprint.text();
}
