/** The pool's book and the lists beside it, from files of their own or from one workbook that holds them all. */
import type { RateCard } from '../../engine/catalog/types';
import {
  readAdjustments,
  readBudgets,
  readHolidays,
  readPacks,
  readShownBalances,
  readTransfers,
  type BookRows,
  type PoolBook,
} from '../../engine/monitor';
import { readSpareSeats, seatsByProduct } from '../../engine/monitor/findings/spare-seats';
import type { Alert, Budget } from '../../engine/monitor';
import { registeredAlerts } from '../../report/monitor/alerts/register';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { LEDGER_TABLES } from '../../report/monitor/assumptions';
import type { MonitorOwnTables, OwnTable, OwnTableKey } from '../../report/monitor/input';
import { ownTableName } from '../../report/monitor/own-tables';
import { BadInput } from '../program/bad-input';
import type { OptionValues } from '../program/option-values';
import {
  adjustmentRows,
  budgetRows,
  holidayRows,
  packRows,
  shownRows,
  spareRows,
  transferRows,
} from './book-rows';
import {
  datesOf,
  isFilled,
  isWorkbook,
  readAs,
  readListFile,
  rejectNote,
  type ListFile,
  type ListPlace,
} from './list-file';
import type { Row } from './table-rows';

export interface BookFiles {
  readonly book: PoolBook;
  readonly budgets: readonly Budget[];
  readonly holidays: ReadonlySet<number>;
  readonly spareSeats: ReadonlyMap<string, number>;
  /** As the sheets show them: one row for each that could be used. */
  readonly own: MonitorOwnTables;
  readonly earlier: readonly Alert[];
  /** Sentences about rows that could not be used. */
  readonly notes: readonly string[];
}

/** Which option names the file of a list. */
const OPTION: Readonly<Record<OwnTableKey, string>> = {
  packs: 'purchases',
  transfers: 'transfers',
  adjustments: 'adjustments',
  shownBalances: 'balances',
  budgets: 'budgets',
  holidays: 'holidays',
  spareSeats: 'spare-seats',
};

/** @throws BadInput naming the file that cannot be used, or that no pack is given */
export async function readBookFiles(options: OptionValues, card: RateCard): Promise<BookFiles> {
  const purchases = options.text('purchases');
  if (purchases === null) {
    throw new BadInput(
      'monitor needs the packs you bought: --purchases FILE, with the columns Quantity, Start, Expiry, Price.',
    );
  }
  const notes: string[] = [];
  const read = async <T>(
    key: OwnTableKey,
    reader: (rows: readonly Row[]) => BookRows<T>,
  ): Promise<readonly T[]> => {
    const file = await fileOf(key, options, purchases);
    if (file === null) return [];
    const found = readAs(file, reader);
    notes.push(...rejectNote(file, found));
    return found.rows;
  };
  const packs = await read('packs', readPacks);
  if (packs.length === 0) {
    const [why] = notes;
    throw new BadInput(
      why ?? `${purchases} holds no pack. Give rows with the columns Quantity, Start, Expiry, Price.`,
    );
  }
  const transfers = await read('transfers', readTransfers);
  const adjustments = await read('adjustments', readAdjustments);
  const shown = await read('shownBalances', readShownBalances);
  const budgets = await read('budgets', readBudgets);
  const days = await read('holidays', (rows) => {
    const calendar = readHolidays(rows);
    return { ...calendar, rows: [...calendar.days] };
  });
  const spare = await read('spareSeats', (rows) => readSpareSeats(rows, card));
  return {
    book: { packs, transfers, adjustments, shown },
    budgets,
    holidays: new Set(days),
    spareSeats: seatsByProduct(spare),
    own: {
      packs: packRows(packs),
      transfers: written(transfers, transferRows),
      adjustments: written(adjustments, adjustmentRows),
      shownBalances: written(shown, shownRows),
      budgets: written(budgets, budgetRows),
      holidays: written(days, holidayRows),
      spareSeats: written(spare, spareRows),
    },
    earlier: await alertsFrom(options.text('alerts')),
    notes,
  };
}

/** Null for a list that is not given: the sheet then has its empty template. */
function written<T>(rows: readonly T[], table: (rows: readonly T[]) => OwnTable): OwnTable | null {
  return rows.length === 0 ? null : table(rows);
}

async function fileOf(key: OwnTableKey, options: OptionValues, purchases: string): Promise<ListFile | null> {
  const named = options.text(OPTION[key]);
  const sheet = LEDGER_TABLES.includes(key) ? SHEETS.ledger.name : SHEETS.monitor.name;
  const place: ListPlace = { sheet, table: ownTableName(key) };
  if (named !== null) return readListFile(named, [place]);
  if (!isWorkbook(purchases)) return null;
  const file = await readListFile(purchases, [place]);
  return file.sheet === sheet && isFilled(file) ? file : null;
}

async function alertsFrom(file: string | null): Promise<readonly Alert[]> {
  if (file === null) return [];
  const list = await readListFile(file, [{ sheet: SHEETS.alerts.name, table: TABLES.alerts }]);
  return readAs(list, (values) =>
    registeredAlerts({ ...list, sheet: list.sheet || list.name, values: values.map(datesOf) }).map(
      ({ row: _, ...alert }) => alert,
    ),
  );
}
