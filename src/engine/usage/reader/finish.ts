import type { RateCard } from '../../catalog/types';
import {
  accessOf,
  columnSet,
  dateColumnAt,
  describingCode,
  productColumnAt,
  type Access,
  type ColumnSet,
} from './column-set';
import { countedBases } from './counted-bases';
import { detailOf, swappedDatesNote } from './detail';
import { columnOf, type Layout } from './layout';
import { Notes } from './notes';
import { isTimeOfDay } from '../cells/number-column';
import { joinPeople, type PeopleTable } from '../people';
import { PlainRows } from './plain-rows';
import { ProductBook } from './product-book';
import { RejectedPairs } from './rejected-pairs';
import { RowUnits } from './row-units';
import { SeatBook } from './seat-book';
import type { Staging } from './staging';
import { TableBuilder } from './table-builder';
import type { RejectedRow, UsageReading } from '../types';
import { NOBODY, UserBook } from './user-book';

/** What a reading depends on besides the rows. */
export interface FinishOptions {
  readonly card: RateCard;
  readonly hoursPerDay: number | null;
  readonly people: PeopleTable | null;
  /** Serial that dates used rows of a usage report without a date of their own; null = such rows are rejected. */
  readonly reportDate: number | null;
  /** Serial of the last day that a row may bear; later ones lie in the future. Infinity = any. */
  readonly lastDay: number;
}

/** A cell to blame for a rejected row. */
interface Blamed {
  readonly header: string;
  text(row: number): string;
}

/** Turns staged rows into a reading: every row is either used or rejected with its reason (docs/rules.md, "Nothing dropped"). */
export function finishReading(staging: Staging, layout: Layout, options: FinishOptions): UsageReading {
  staging.settle();
  const columns = columnSet(staging);
  const { hours, days, units, tokens, start, end, dates, access, person } = columns;
  const { rows, sourceRow, totals } = staging;

  const yearRows = layout.shape === 'account usage report';
  const dayRows = layout.shape === 'account daily usage' || layout.shape === 'account token usage';
  const sessions = start !== undefined && end !== undefined;
  const given = {
    hour: hours !== undefined || (sessions && !days && !units),
    day: days !== undefined || dayRows,
    any: units !== undefined,
    counted: countedBases(columns, rows),
  };
  const reportDate = options.reportDate ?? NaN;
  const notes = new Notes();
  const products = new ProductBook(options.card, given, options.hoursPerDay !== null, columns.code);
  const users = new UserBook(person);
  const seats = new SeatBook(columns.seat);
  const blankDaysNeverUsed = yearRows && days !== undefined && columnOf(layout, 'days') === undefined;
  const amounts = new RowUnits(columns, { dayRows, blankDaysNeverUsed }, options.hoursPerDay, notes);
  const swapped = swappedDatesNote(staging.number('date'), rows);
  // From here on the staged columns are overwritten, behind the row being read.
  const table = new TableBuilder(staging, columns);
  const hasUserColumn = person.identities.length > 0;
  const accessOfCode: readonly Access[] = access ? access.texts.map(accessOf) : [];

  const rejected: RejectedRow[] = [];
  const lost = new RejectedPairs(users);
  const leftOut = { rows: 0, tokens: 0, unreadTokens: 0 };
  const reject = (row: number, blamed: Blamed | undefined, reason: string): void => {
    leftOut.rows++;
    const ofSeat = access !== undefined && accessOfCode[access.codes[row] as number] === 'seat';
    if (tokens?.isFilled(row) && !ofSeat) {
      const own = tokens.at(row);
      if (own === own) leftOut.tokens += Math.abs(own);
      else leftOut.unreadTokens++;
    }
    rejected.push({
      row: sourceRow[row] as number,
      column: blamed?.header ?? '',
      value: blamed?.text(row) ?? '',
      reason,
    });
  };

  const describe = (row: number, at: number): void => {
    for (const { column, values } of table.codes) values[at] = describingCode(column, row, notes);
  };

  const seatCodes = accessOfCode.map((kind) => kind === 'seat');
  const plain = PlainRows.of(columns, seatCodes, table, products, users, options.lastDay);
  for (let row = 0; row < rows; row++) {
    if (plain) {
      row = plain.run(row, rows, table.codes.length > 0 ? describe : null);
      if (row >= rows) break;
    }
    const mark = totals.size > 0 ? totals.get(row) : undefined;
    if (mark) {
      rejected.push({ row: sourceRow[row] as number, ...mark, reason: 'totals row' });
      continue;
    }
    const named = productColumnAt(columns, row);
    if (!named && !(tokens?.isFilled(row) && tokens.at(row) !== 0)) {
      reject(row, columns.product ?? columns.offering, 'no product');
      continue;
    }
    const who = hasUserColumn ? users.personAt(row) : NOBODY;
    if (hasUserColumn && who === NOBODY) {
      const { column, reason } = users.problemAt(row);
      reject(row, column, reason);
      continue;
    }
    const entry = named ? products.entryAt(named, row) : products.unnamed();
    if (entry.reason !== '') {
      reject(row, named, entry.reason);
      continue;
    }
    const drawn = access ? (accessOfCode[access.codes[row] as number] as Access) : 'unknown';
    if (!amounts.read(row, entry, drawn === 'seat')) {
      lost.add(who, entry);
      reject(row, amounts.problemColumn, amounts.reason);
      continue;
    }
    const dated = dateColumnAt(dates, row);
    let serial = dated
      ? dated.at(row)
      : yearRows && (amounts.units === amounts.units || amounts.tokensGiven)
        ? reportDate
        : NaN;
    // A product that was never used needs no date; whatever else is there does.
    const neverUsed = amounts.units !== amounts.units && !amounts.tokensGiven;
    if (!(serial >= 1)) {
      if (!neverUsed) {
        lost.add(who, entry);
        reject(row, dated ?? dates[0], dateProblem(columns, row, serial));
        continue;
      }
      serial = NaN;
    }
    if (serial >= options.lastDay + 1) {
      lost.add(who, entry);
      reject(row, dated ?? dates[0], 'lies in the future');
      continue;
    }

    const user = hasUserColumn ? users.accept(who, row, serial) : -1;
    const product = products.indexOf(entry);
    const from = start?.at(row) ?? NaN;
    const to = end?.at(row) ?? NaN;
    if (seats.known) seats.offer(user, product, row, drawn);
    const at = table.begin(row);
    table.user[at] = user;
    table.product[at] = product;
    table.date[at] = serial;
    table.units[at] = amounts.units;
    table.tokens[at] = amounts.tokens;
    table.tokensGiven[at] = amounts.tokensGiven ? 1 : 0;
    if (amounts.tokensIgnored !== 0) table.tokensIgnored.set(at, amounts.tokensIgnored);
    if (amounts.converted) table.markConverted(at);
    if (amounts.tokensUnknown) table.markTokensUnknown(at);
    table.seatAccess[at] = drawn === 'seat' ? 1 : 0;
    if (start) table.start[at] = onDay(from, serial);
    if (end) table.end[at] = onDay(to, serial);
    describe(row, at);
  }

  const used = table.rows;
  const { users: joined, join } = joinPeople(users.users(), options.people);
  const finished = table.finish(joined, products.used);
  const kind = unitsGiven(columns, sessions, given.day);
  const undated = yearRows && columnOf(layout, 'date') === undefined;
  const grain = undated ? 'year' : dayRows ? 'day' : kind === 'tokens' ? 'tokens' : 'unknown';
  return {
    shape: layout.shape,
    columns: layout.columns,
    card: options.card,
    table: finished,
    read: used + rejected.length,
    used,
    rejected,
    leftOut,
    ...lost.found(),
    seats: seats.evidence(),
    hasTokensColumn: tokens !== undefined,
    hasUserColumn,
    unitsGiven: kind,
    estimated: amounts.estimated,
    ...(options.hoursPerDay === null ? {} : { hoursPerDay: options.hoursPerDay }),
    ...dateRange(finished.date),
    ...detailOf(finished, grain),
    notes: [...notes.sentences(), ...(swapped === null ? [] : [swapped])],
    ...(join ? { people: join } : {}),
  };
}

function unitsGiven(columns: ColumnSet, sessions: boolean, day: boolean): UsageReading['unitsGiven'] {
  const { hours, days, units, tokens } = columns;
  if (hours && days) return 'both';
  if (hours) return 'hour';
  if (days) return 'day';
  if (units) return 'units';
  if (sessions) return 'session';
  if (tokens) return 'tokens';
  return day ? 'day' : 'none';
}

function dateProblem(columns: ColumnSet, row: number, serial: number): string {
  const dated = dateColumnAt(columns.dates, row);
  if (!dated) return 'no date';
  return isTimeOfDay(serial) ? 'no date: a time without a day' : dated.reason(row);
}

/** First and last whole serial of the dated rows. */
function dateRange(dates: Float64Array): Pick<UsageReading, 'earliestDate' | 'latestDate'> {
  let earliest = Infinity;
  let latest = -Infinity;
  for (let row = 0; row < dates.length; row++) {
    const serial = dates[row] as number;
    if (serial < earliest) earliest = serial;
    if (serial > latest) latest = serial;
  }
  if (latest === -Infinity) return { earliestDate: null, latestDate: null };
  return { earliestDate: Math.floor(earliest), latestDate: Math.floor(latest) };
}

/** A start or end typed as a time of day belongs to the row's date. */
function onDay(serial: number, day: number): number {
  return isTimeOfDay(serial) ? Math.floor(day) + serial : serial;
}
