import type { UsageReading } from '../usage/types';

/** From so many people and products without a single second row on, rows do not look like days. */
const PAIRS_ENOUGH = 20;

/** What the rows can tell apart. */
export interface Grain {
  /** The coarsest period a row may stand for. */
  readonly period: 'day' | 'month' | 'year';
  /** Rows carry Start and End, and the machine. */
  readonly sessions: boolean;
  readonly machines: boolean;
  /** Units are the rows' own, not worked out from tokens. */
  readonly measured: boolean;
  /** Some rows count hours of use. */
  readonly hours: boolean;
  /** A row's date is a day of use even where the row stands for a longer period (last accessed). */
  readonly lastUse: boolean;
}

/** What checks may be made on a reading. */
export function grainOf(reading: UsageReading): Grain {
  const { table, columns } = reading;
  const has = (field: string): boolean => columns.some((column) => column.field === field);
  const sessions = table.start.length > 0 && table.end.length > 0;
  const isHourly = table.products.some(({ basis }) => basis === 'hour');
  const measured = !['tokens', 'none'].includes(reading.unitsGiven);
  const period = !reading.monthlyDetail
    ? 'year'
    : reading.dailyDetail && tellsDays(reading)
      ? 'day'
      : 'month';
  return {
    period,
    sessions,
    machines: table.machine.length > 0 && table.dictionaries.machine.some((name) => name !== ''),
    measured,
    hours: sessions || (isHourly && measured && reading.unitsGiven !== 'day'),
    lastUse: period === 'day' || (has('lastAccessed') && !has('date')),
  };
}

/** In a table of totals every user × product stands once; days come back. */
function tellsDays({ table }: UsageReading): boolean {
  const products = table.products.length;
  const seen = new Set<number>();
  for (let row = 0; row < table.rows; row++) {
    const pair = table.user[row]! * products + table.product[row]!;
    if (seen.has(pair)) return true;
    seen.add(pair);
  }
  return seen.size < PAIRS_ENOUGH;
}
