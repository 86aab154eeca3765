import { civilOf, counted } from '../../numeric';
import { isTimeOfDay, type NumberColumn } from '../cells/number-column';
import type { UsageTable } from '../types';

/** The most one person can use in a day and in a month, by basis. */
const DAY_MOST = { hour: 24, day: 1 } as const;
const MONTH_MOST = { hour: 744, day: 31 } as const;

/**
 * How fine the rows are. A row may stand for a day, a month or a year: they are taken as coarse when most of them hold
 * more than the finer period can, or all lie on the first or all on the last day of a month.
 * @param grain what the file itself says: `year` = a row is a whole period (Account usage report), `day` = a row is a
 * person's day; `tokens` = the units were worked out from tokens, so that their size depends on the card
 */
export function detailOf(
  table: UsageTable,
  grain: 'year' | 'day' | 'tokens' | 'unknown',
): { readonly monthlyDetail: boolean; readonly dailyDetail: boolean } {
  if (grain === 'year') return { monthlyDetail: false, dailyDetail: false };
  if (grain === 'day') return { monthlyDetail: true, dailyDetail: true };
  if (grain === 'tokens') return { monthlyDetail: true, dailyDetail: !onMonthEdges(table) };
  let aboveDay = 0;
  let aboveMonth = 0;
  const mosts = table.products.map(({ basis }) =>
    basis === 'result' ? null : { day: DAY_MOST[basis], month: MONTH_MOST[basis] },
  );
  for (let row = 0; row < table.rows; row++) {
    const most = mosts[table.product[row] as number];
    if (!most) continue;
    const units = table.units[row] as number;
    if (units > most.day) aboveDay++;
    if (units > most.month) aboveMonth++;
  }
  const monthlyDetail = aboveMonth * 2 <= table.rows;
  return { monthlyDetail, dailyDetail: monthlyDetail && aboveDay * 2 <= table.rows && !onMonthEdges(table) };
}

function onMonthEdges(table: UsageTable): boolean {
  let first = true;
  let last = true;
  const days = new Set<number>();
  for (let row = 0; row < table.rows && (first || last); row++) {
    const day = Math.floor(table.date[row] as number);
    if (day !== day || days.has(day)) continue;
    days.add(day);
    first &&= civilOf(day).day === 1;
    last &&= civilOf(day + 1).day === 1;
  }
  return days.size > 1 && (first || last);
}

/**
 * Opening a d/m file in Excel with month-first settings turns 3/4 into 4 March and leaves 25/4 as text. Nothing can tell
 * for sure, so the rows are used as they are and the user is told.
 */
export function swappedDatesNote(dates: NumberColumn | undefined, rows: number): string | null {
  if (!dates?.provesDayFirst) return null;
  let serials = 0;
  for (let row = 0; row < rows; row++) {
    if (dates.isText(row) || !dates.isFilled(row)) continue;
    const serial = dates.at(row);
    if (!(serial >= 1) || isTimeOfDay(serial) || civilOf(serial).day > 12) return null;
    serials++;
  }
  if (serials === 0) return null;
  return `"${dates.header}" holds day/month texts beside ${counted(serials, 'row')} with real dates, all of them on days 1 to 12: Excel has probably swapped day and month there. Import the file again with the dates as text, or check those rows.`;
}
