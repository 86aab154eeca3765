/** The user's own sheets for a portfolio: who holds which seat, what is owned, what is decided. Read, never replaced. */
import type { RateCard } from '../../engine/catalog';
import { FlexError } from '../../engine/errors';
import type { BookRows } from '../../engine/usage/book-table';
import { readOwnedSeats, readPins, readSeatHolders } from '../../engine/portfolio';
import type { OwnedSeats, Pin, SeatHolding, StatusDoubt } from '../../engine/portfolio';
import type { RawCell } from '../../engine/usage/types';
import { sheetAddress } from '../../report/model/address';
import type { PlacedReject } from '../../report/segments/summary-tables';
import type { ReadOptions } from '../host/block-reader';
import { placedCell, type PlacedRange } from '../host/own-tables';
import { PINS, SEATS, SUBSCRIPTIONS } from '../runs/inputs';

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
}

/** Rows above a header that may hold a title. */
const HEADER_WITHIN = 10;

/** @throws FlexError naming the sheet when a column is missing */
export async function readPortfolioLists(
  context: Excel.RequestContext,
  card: RateCard,
  options: ReadOptions,
): Promise<PortfolioLists> {
  return {
    seats: listOf(await SEATS.range(context, options), readSeatHolders, onSheet),
    subscriptions: listOf(await SUBSCRIPTIONS.range(context, options), readOwnedSeats, onSheet),
    pins: listOf(
      await PINS.range(context, options),
      (values) => readPins(values, card),
      (pin, above) => (pin.row === undefined ? pin : { ...pin, row: above + pin.row }),
    ),
  };
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
