/** The user's tables on `Flex Pool Ledger` and `Flex Monitor`: what they say, and as they are written back. */
import type { RateCard } from '../../../engine/catalog';
import { FlexError } from '../../../engine/errors';
import {
  readAdjustments,
  readHolidays,
  readPacks,
  readShownBalances,
  readTransfers,
  type BookRows,
} from '../../../engine/monitor';
import { readBudgets } from '../../../engine/monitor/alerts/budgets';
import { readSpareSeats, seatsByProduct } from '../../../engine/monitor/findings/spare-seats';
import type { Budget } from '../../../engine/monitor/alerts/types';
import type { PoolBook } from '../../../engine/monitor/ledger/types';
import type { RawCell, RejectedRow } from '../../../engine/usage/types';
import { sheetAddress } from '../../../report/model/address';
import { countText } from '../../../report/model/formats';
import { SHEETS } from '../../../report/model/sheet-names';
import { LEDGER_TABLES, MONITOR_TABLES } from '../../../report/monitor/assumptions';
import type { MonitorOwnTables, OwnReject, OwnTable, OwnTableKey } from '../../../report/monitor/input';
import { ownTableName } from '../../../report/monitor/own-tables';
import { readTypedTables, type TablePlace, type TypedTable } from './cells';
import type { LedgerFacts } from '../../contract/monitor';
import { isBlankCell } from '../../host/own-tables';
import { readInput, type Input } from '../../runs/input';
import type { Message } from '../../contract/services';

/** Everything the user keeps about the pool, as it stands in the workbook. */
export interface UserTables {
  readonly book: PoolBook;
  readonly budgets: readonly Budget[];
  readonly holidays: ReadonlySet<number>;
  readonly spareSeats: ReadonlyMap<string, number>;
  readonly own: MonitorOwnTables;
  readonly rejected: readonly OwnReject[];
  /** Null = there is no `Flex Pool Ledger` of ours. */
  readonly facts: LedgerFacts | null;
  readonly counts: { readonly budgets: number; readonly holidays: number; readonly spareSeats: number };
  readonly messages: readonly Message[];
}

const KEYS: readonly OwnTableKey[] = [...LEDGER_TABLES, ...MONITOR_TABLES];
/** Cells of formulas named in the message. */
const CELLS_NAMED = 5;

export type PlacedTables = ReadonlyMap<string, TypedTable>;

function placesOf(keys: readonly OwnTableKey[]): readonly TablePlace[] {
  return keys.map((key) => ({
    sheet: LEDGER_TABLES.includes(key) ? SHEETS.ledger : SHEETS.monitor,
    table: ownTableName(key),
  }));
}

/** Where the user's tables stand. */
export const USER_TABLE_PLACES: readonly TablePlace[] = placesOf(KEYS);

export const LEDGER = tablesInput('ledger', 'the ledger', SHEETS.ledger.name, LEDGER_TABLES);
export const LISTS = tablesInput(
  'lists',
  'the budgets, days off or spare seats',
  SHEETS.monitor.name,
  MONITOR_TABLES,
);

function tablesInput(key: string, label: string, sheet: string, keys: readonly OwnTableKey[]): Input {
  return readInput(key, label, [sheet], async (context) => {
    const own = ownTables(await readTypedTables(context, placesOf(keys)));
    // Without the blank rows below, and a table that is not there yet says what an empty one says.
    return keys.flatMap((each) => {
      const table = own[each];
      return table === null || table.rows.length === 0 ? [] : [[each], table.header, ...table.rows];
    });
  });
}

/** @param tables by name; what is absent is not on the sheets yet */
export function userTables(tables: PlacedTables, card: RateCard): UserTables {
  const rejected: OwnReject[] = [];
  const read = <Row>(
    key: OwnTableKey,
    reader: (range: readonly (readonly RawCell[])[]) => BookRows<Row>,
  ): readonly Row[] => {
    const found = rowsOf(tables, key, reader);
    rejected.push(...(found?.rejected ?? []).map((reject): OwnReject => ({ ...reject, table: key })));
    return found?.rows ?? [];
  };
  const book: PoolBook = {
    packs: read('packs', readPacks),
    transfers: read('transfers', readTransfers),
    adjustments: read('adjustments', readAdjustments),
    shown: read('shownBalances', readShownBalances),
  };
  const budgets = read('budgets', readBudgets);
  const days = read('holidays', (range) => {
    const calendar = readHolidays(range);
    return { rows: [...calendar.days], read: calendar.read, rejected: calendar.rejected };
  });
  const spare = read('spareSeats', (range) => readSpareSeats(range, card));
  return {
    book,
    budgets,
    holidays: new Set(days),
    spareSeats: seatsByProduct(spare),
    own: ownTables(tables),
    rejected,
    facts: factsOf(tables, book, rejected),
    counts: {
      budgets: budgets.length,
      holidays: days.length,
      spareSeats: spare.reduce((sum, { seats }) => sum + seats, 0),
    },
    messages: [...formulaMessages(tables), ...rejectMessages(tables, rejected)],
  };
}

function rowsOf<Row>(
  tables: PlacedTables,
  key: OwnTableKey,
  reader: (range: readonly (readonly RawCell[])[]) => BookRows<Row>,
): BookRows<Row> | null {
  const table = tables.get(ownTableName(key));
  if (table === undefined) return null;
  try {
    return reader(table.values);
  } catch (error) {
    if (error instanceof FlexError) throw error.at(table.sheet);
    throw error;
  }
}

function ownTables(tables: PlacedTables): MonitorOwnTables {
  const own = KEYS.map((key) => [key, ownTable(tables.get(ownTableName(key)))] as const);
  return Object.fromEntries(own) as unknown as MonitorOwnTables;
}

/** A formula is kept as its value: the rows go back as they read. */
function ownTable(table: TypedTable | undefined): OwnTable | null {
  if (table === undefined) return null;
  const [header = [], ...body] = table.values;
  let filled = body.length;
  while (filled > 0 && (body[filled - 1] ?? []).every(isBlankCell)) filled -= 1;
  return {
    header: header.map((cell) => String(cell ?? '')),
    rows: body
      .slice(0, filled)
      .map((cells) => cells.map((cell) => (cell === undefined || cell === '' ? null : cell))),
  };
}

function factsOf(tables: PlacedTables, book: PoolBook, rejected: readonly OwnReject[]): LedgerFacts | null {
  const packs = tables.get(ownTableName('packs'));
  if (packs === undefined) return null;
  return {
    address: sheetAddress(packs.sheet, packs.rect),
    packs: book.packs.length,
    tokens: book.packs.reduce((sum, { quantity }) => sum + quantity, 0),
    teams: [...new Set(book.packs.map(({ team }) => team).filter((team) => team !== ''))].sort(),
    transfers: book.transfers.length,
    adjustments: book.adjustments.length,
    shown: book.shown.length,
    rejected: rejected.map((reject) => onSheet(tables, reject)),
  };
}

/** The reject with its row of the sheet instead of that of its table. */
function onSheet(tables: PlacedTables, { table, row, column, value, reason }: OwnReject): RejectedRow {
  const first = tables.get(ownTableName(table))?.rect.row ?? 0;
  return { row: first + row, column, value, reason };
}

function formulaMessages(tables: PlacedTables): readonly Message[] {
  const cells = KEYS.flatMap((key) => tables.get(ownTableName(key))?.formulas ?? []);
  const [first] = cells;
  if (first === undefined) return [];
  const more = cells.length - CELLS_NAMED;
  const named = `${cells.slice(0, CELLS_NAMED).join(', ')}${more > 0 ? ` and ${countText(more)} more` : ''}`;
  const one = cells.length === 1;
  return [
    {
      level: 'warning',
      text: `${named} ${one ? 'holds a formula' : 'hold formulas'}. A run keeps ${one ? 'its value' : 'their values'} only: keep the calculation on a sheet of your own.`,
      address: first,
    },
  ];
}

function rejectMessages(tables: PlacedTables, rejected: readonly OwnReject[]): readonly Message[] {
  return KEYS.flatMap((key): readonly Message[] => {
    const mine = rejected.filter(({ table }) => table === key);
    const place = tables.get(ownTableName(key));
    const [first] = mine;
    if (first === undefined || place === undefined) return [];
    const { row } = onSheet(tables, first);
    const what = mine.length === 1 ? 'row' : 'rows';
    const value = first.value === '' ? '' : ` "${first.value}"`;
    return [
      {
        level: 'warning',
        text: `${countText(mine.length)} ${what} of the table ${ownTableName(key)} on ${place.sheet} could not be used, the first in row ${row} (${first.column}${value}: ${first.reason}). Correct it there, or clear it.`,
        address: sheetAddress(place.sheet, { ...place.rect, row: row - 1, rows: 1 }),
      },
    ];
  });
}
