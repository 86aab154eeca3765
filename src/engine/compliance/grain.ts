import type { UsageReading, UsageShape } from '../usage/types';

/** From so many people and products on, rows of which hardly any comes back do not look like days. */
const PAIRS_ENOUGH = 20;
/** One second row to so many pairs at least. */
const REPEATED = 5;
const DAY_SHAPES: readonly UsageShape[] = ['account daily usage', 'account token usage'];

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
  const sessions = holdsSessions(reading);
  const isHourly = table.products.some(({ basis }) => basis === 'hour');
  const measured = !['tokens', 'none'].includes(reading.unitsGiven);
  const period = finest(reading, sessions);
  return {
    period,
    sessions,
    machines: table.machine.length > 0 && table.dictionaries.machine.some((name) => name !== ''),
    measured,
    hours: sessions || (isHourly && measured && reading.unitsGiven !== 'day'),
    lastUse: period === 'day' || (has('lastAccessed') && !has('date')),
  };
}

/** Most rows with a start and an end last no longer than a day: others name the first and last day of a period. */
function holdsSessions({ table }: UsageReading): boolean {
  let short = 0;
  let long = 0;
  for (let row = 0; row < table.rows; row++) {
    const length = (table.end[row] ?? NaN) - (table.start[row] ?? NaN);
    if (length > 1) long++;
    else if (length > 0) short++;
  }
  return short > 0 && short >= long;
}

function finest(reading: UsageReading, sessions: boolean): Grain['period'] {
  // Sessions tell days apart even where few of them happen to lie on the first of a month.
  if (sessions || DAY_SHAPES.includes(reading.shape)) return 'day';
  if (!reading.monthlyDetail) return 'year';
  return reading.dailyDetail && comesBack(reading) ? 'day' : 'month';
}

/** In a table of totals every user × product stands once, but for people in two teams; in one of days it comes back. */
function comesBack({ table }: UsageReading): boolean {
  const products = table.products.length;
  const pairs = new Set<number>();
  for (let row = 0; row < table.rows; row++) pairs.add(table.user[row]! * products + table.product[row]!);
  return pairs.size < PAIRS_ENOUGH || (table.rows - pairs.size) * REPEATED >= pairs.size;
}
