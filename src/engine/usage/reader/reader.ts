import type { RateCard } from '../../catalog/types';
import { hoursPerDayOutOfRange, noRows, noUsableRow } from '../errors';
import { fittingCard } from '../fitting-card';
import { finishReading } from './finish';
import { recognizeColumns, type Layout } from './layout';
import type { PeopleTable } from '../people';
import { Staging } from './staging';
import type { RawCell, RejectedRow, UsageField, UsageReading } from '../types';

export interface UsageReaderOptions {
  /** Null = the built-in card that fits the columns. */
  readonly card: RateCard | null;
  /** Hours that make a charged day: rows of the other basis are converted and the reading is marked as an estimate. */
  readonly hoursPerDay?: number | null;
  /** Columns the user re-assigned: column index → field, null = ignore. */
  readonly columns?: Readonly<Record<number, UsageField | null>>;
  readonly people?: PeopleTable | null;
  /** Excel serial of the report's end, for rows that carry no date of their own. */
  readonly reportDate?: number | null;
  /** Excel serial of today, by the clock of whoever reads: rows dated after tomorrow are left out. Null = not known. */
  readonly today?: number | null;
  /** The as-of date, where one was given: it may lie later than today. */
  readonly asOf?: number | null;
  /** Rows to expect, where the range's size is known: saves growing. */
  readonly expectedRows?: number;
}

/** Takes a usage range block by block and gives the reading at the end. */
export interface UsageReader {
  /** The next rows of the range, in order. The first row of the first block may be the header. Blocks are not kept. */
  push(block: readonly (readonly RawCell[])[]): void;
  /** Everything read. Never throws for bad rows: they are in `rejected`. Call it once, after the last block. */
  finish(): UsageReading;
}

/**
 * A reader for one usage range.
 * @throws FlexError 'value' when `hoursPerDay` is not between 0 and 24
 */
export function createUsageReader(options: UsageReaderOptions): UsageReader {
  const hoursPerDay = options.hoursPerDay ?? null;
  if (hoursPerDay !== null && !(hoursPerDay > 0 && hoursPerDay <= 24)) {
    throw hoursPerDayOutOfRange(hoursPerDay);
  }
  let layout: Layout | null = null;
  let staging: Staging | null = null;
  let nextRow = 1;

  const begin = (block: readonly (readonly RawCell[])[]): Staging => {
    layout = recognizeColumns(block, options.columns ?? {});
    return new Staging(layout, options.expectedRows ?? block.length);
  };
  return {
    push(block) {
      if (block.length === 0) return;
      let from = 0;
      if (!staging) {
        staging = begin(block);
        if (layout?.header) from = 1;
      }
      staging.take(block, from, nextRow);
      nextRow += block.length;
    },
    finish() {
      staging ??= begin([]);
      const { card, people = null, reportDate = null } = options;
      const columns = layout ?? recognizeColumns([]);
      return finishReading(staging, columns, {
        card: card ?? fittingCard(columns),
        hoursPerDay,
        people,
        reportDate,
        lastDay: lastDayOf(options),
      });
    },
  };
}

/** Tomorrow, or the as-of date where that is later: time zones put a day's last rows into the next. */
function lastDayOf({ today = null, asOf = null }: UsageReaderOptions): number {
  return today === null ? Infinity : Math.max(Math.floor(today) + 1, Math.floor(asOf ?? 0));
}

/**
 * Reads a whole usage range.
 * @throws FlexError 'value' when no row can be used, with the commonest reason and the way to FLEX.REJECTED
 */
export function readUsage(range: readonly (readonly RawCell[])[], options: UsageReaderOptions): UsageReading {
  const reader = createUsageReader({ expectedRows: range.length, ...options });
  reader.push(range);
  const reading = reader.finish();
  requireUsable(reading);
  return reading;
}

/**
 * Refuses a reading without a usable row.
 * @param next what to do, in a sentence; the way to FLEX.REJECTED when omitted
 * @throws FlexError 'value'
 */
export function requireUsable(reading: UsageReading, next?: string): void {
  if (reading.used > 0) return;
  if (reading.read === 0) throw noRows(next);
  const alike = commonest(reading.rejected);
  throw noUsableRow(reading.read, alike.length, alike[0] as RejectedRow, next);
}

/** The rows left out for the commonest reason. */
function commonest(rejected: readonly RejectedRow[]): readonly RejectedRow[] {
  const groups = new Map<string, RejectedRow[]>();
  for (const row of rejected) {
    const group = groups.get(row.reason);
    if (group) group.push(row);
    else groups.set(row.reason, [row]);
  }
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most));
}
