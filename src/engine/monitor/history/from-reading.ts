import { formatNumber } from '../../numeric';
import { historyOfMonths, historyOfUsageReport } from '../errors';
import { BASES, newColumns, type History, type HistoryUser } from './history';
import { orderedRows } from './rows';
import { settled } from '../ledger/lots';
import { sortedTexts, usedCodes } from './texts';
import type { UserInfo, UsageReading, UsageTable } from '../../usage/types';

export interface HistoryOptions {
  /** The rows are known to be days, as those of the table that `historyTable` writes are: how they look is then not asked. */
  readonly daily?: boolean;
}

/**
 * The history that one reading gives: sums by user × product × team × day. Sessions count for the day they start on. Give a reading without
 * a people table, so that the history holds what the exports say and a people table of the day is joined when it is read.
 * @throws FlexError 'value' when a row stands for a month or more
 */
export function historyOf(reading: UsageReading, options: HistoryOptions = {}): History {
  requireDays(reading, options.daily ?? false);
  const { table } = reading;
  const { rows, dictionaries } = table;
  const text = (codes: Uint32Array, texts: readonly string[]) =>
    sortedTexts([texts], [usedCodes(codes, texts.length)], true);
  const users = sortedTexts([table.users.map(({ key }) => key)], [null], false);
  const products = sortedTexts([table.products.map(({ name }) => name)], [null], false);
  const team = text(table.team, dictionaries.team);
  const project = text(table.project, dictionaries.project);
  const department = text(table.department, dictionaries.department);

  const columns = newColumns(rows);
  const basisOf = table.products.map(({ basis }) => BASES.indexOf(basis));
  const derived = rateOfTokens(reading);
  const hours = reading.hoursPerDay ?? 1;
  for (let row = 0; row < rows; row++) {
    const user = table.user[row]!;
    const product = table.product[row]!;
    const cell = tokensCell(table, row);
    columns.day[row] = Math.floor(table.date[row]!);
    columns.user[row] = user < 0 ? -1 : users.codes[0]![user]!;
    columns.product[row] = products.codes[0]![product]!;
    columns.team[row] = team.codes[0]![table.team[row] ?? 0]!;
    columns.project[row] = project.codes[0]![table.project[row] ?? 0]!;
    columns.department[row] = department.codes[0]![table.department[row] ?? 0]!;
    columns.seatAccess[row] = table.seatAccess[row]!;
    const converted = table.converted?.[row] === 1;
    columns.basis[row] = converted ? otherBasis(basisOf[product]!) : basisOf[product]!;
    columns.units[row] = converted
      ? asCounted(table.units[row]!, basisOf[product]!, hours)
      : table.units[row]!;
    const worked =
      (derived[product] === true && table.seatAccess[row] === 0) || Number.isNaN(table.units[row]!);
    columns.unitsGiven[row] = worked && cell === cell ? 0 : 1;
    columns.tokens[row] = table.tokens[row]!;
    columns.tokensCell[row] = cell;
  }
  return {
    ...orderedRows(columns),
    users: peopleOf(table.users, users.codes[0]!),
    products: products.texts,
    dictionaries: { team: team.texts, project: project.texts, department: department.texts },
  };
}

const HOUR = BASES.indexOf('hour');
const DAY = BASES.indexOf('day');

function otherBasis(basis: number): number {
  return basis === DAY ? HOUR : DAY;
}

/** Converted units as the export counts them: a history keeps facts, and an estimate is made anew whenever it is read. */
function asCounted(units: number, basis: number, hoursPerDay: number): number {
  return settled(basis === DAY ? units * hoursPerDay : units / hoursPerDay);
}

function peopleOf(users: readonly UserInfo[], codes: Uint32Array): readonly HistoryUser[] {
  const people: HistoryUser[] = [];
  users.forEach(({ key, displayName, userType, email }, index) => {
    people[codes[index]!] = {
      key,
      displayName: displayName === key ? '' : displayName,
      userType,
      email: email.toLowerCase() === key.toLowerCase() ? '' : email,
    };
  });
  return people;
}

/** The tokens cell of a row; NaN where it was blank, or 0 where it did not count. */
function tokensCell(table: UsageTable, row: number): number {
  return table.tokensGiven?.[row] === 1 ? table.tokens[row]! : (table.tokensIgnored?.get(row) ?? NaN);
}

/** By product: whether the units of its Flex rows are its tokens ÷ the card's rate. */
function rateOfTokens({ unitsGiven, table }: UsageReading): readonly boolean[] {
  return table.products.map(
    ({ row }) => unitsGiven === 'tokens' && row !== null && row.onFlex && (row.tokensPerUnit ?? 0) > 0,
  );
}

function requireDays(reading: UsageReading, daily: boolean): void {
  if (reading.shape === 'account usage report') throw historyOfUsageReport();
  if (daily || reading.dailyDetail || reading.used === 0) return;
  throw historyOfMonths(evidence(reading.table));
}

/** The first row that holds more than a day can, else what the dates look like. */
function evidence(table: UsageTable): string {
  for (let row = 0; row < table.rows; row++) {
    const { basis, name } = table.products[table.product[row]!]!;
    const most = basis === 'hour' ? 24 : basis === 'day' ? 1 : Infinity;
    const units = table.units[row]!;
    if (units > most) {
      return `row ${table.sourceRow[row]!} of the range counts ${formatNumber(units)} ${basis}s of ${name} under one date`;
    }
  }
  return 'every date is the first or the last day of a month';
}
