import { firstSerialOfMonth, monthIndexOf } from '../../numeric';
import type { UsageReading } from '../../usage/types';
import { settled } from '../ledger/lots';
import { mondayOf } from './weeks';

export type BurnPeriod = 'day' | 'week' | 'month';
export type BurnBy = 'product' | 'segment' | 'team' | 'user';

/** Tokens of one name in one period. */
export interface BurnRow {
  /** Serial of the period's first day. */
  readonly period: number;
  readonly name: string;
  readonly tokens: number;
}

const FIRST_DAY: Readonly<Record<BurnPeriod, (day: number) => number>> = {
  day: (day) => day,
  week: mondayOf,
  month: (day) => firstSerialOfMonth(monthIndexOf(day)),
};

/**
 * Net tokens by period and name over all dated rows: days, ISO weeks from Monday, or calendar months. Rows drawn from a seat and rows
 * without tokens burn nothing; a name whose refunds equal its use in a period keeps its row with 0.
 * @param segmentOf segment of a user by index; only where asked for by segment
 * @returns by period, then name; a blank team, and the user of a row without one, is ''
 */
export function burnBy(
  reading: UsageReading,
  period: BurnPeriod,
  by: BurnBy,
  segmentOf: (user: number) => string = () => '',
): readonly BurnRow[] {
  const { table } = reading;
  const nameOf = namesBy(reading, by, segmentOf);
  const firstDay = FIRST_DAY[period];
  const sums = new Map<number, Map<string, number>>();
  for (let row = 0; row < table.rows; row++) {
    const tokens = table.tokens[row]!;
    const date = table.date[row]!;
    if (!(tokens < 0 || tokens > 0) || date !== date || table.seatAccess[row] === 1) continue;
    const from = firstDay(Math.floor(date));
    let names = sums.get(from);
    if (names === undefined) sums.set(from, (names = new Map()));
    const name = nameOf(row);
    names.set(name, (names.get(name) ?? 0) + tokens);
  }
  return [...sums]
    .sort(([a], [b]) => a - b)
    .flatMap(([from, names]) =>
      [...names]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, tokens]): BurnRow => ({ period: from, name, tokens: settled(tokens) })),
    );
}

function namesBy(
  { table }: UsageReading,
  by: BurnBy,
  segmentOf: (user: number) => string,
): (row: number) => string {
  const { users, products } = table;
  const ofRow = table.dictionaries.team;
  switch (by) {
    case 'product':
      return (row) => products[table.product[row]!]?.name ?? '';
    case 'user':
      return (row) => users[table.user[row]!]?.key ?? '';
    case 'team':
      return (row) => ofRow[table.team[row] ?? 0] || (users[table.user[row]!]?.team ?? '');
    case 'segment':
      return (row) => segmentOf(table.user[row]!);
  }
}
