import { cellText, isBlank } from '../../usage/cells/cells';
import { normalizeHeader } from '../../usage/reader/headers';
import { NumberColumn } from '../../usage/cells/number-column';
import type { RawCell, RejectedRow } from '../../usage/types';

const FIRST_DAY = ['date', 'day', 'holiday', 'holidays', 'from', 'start', 'firstday'];
const LAST_DAY = ['to', 'until', 'end', 'lastday'];
/** Titles may stand above the header. */
const HEADER_WITHIN = 10;
/** A line of days off is a closing between years at most; longer is a mistyped year. */
const LONGEST = 62;

/** Days on which little or nothing is expected to burn. `read` = usable + rejected rows; blank rows are not counted. */
export interface HolidayCalendar {
  /** Whole serials. */
  readonly days: ReadonlySet<number>;
  readonly read: number;
  readonly rejected: readonly RejectedRow[];
}

/**
 * Reads a list of days off: a column headed Date (or Holiday, From …), with an optional To for closings of several days, both included;
 * without a header the first column. Other columns, such as a name, are left alone. Dates as cells of usage.
 */
export function readHolidays(range: readonly (readonly RawCell[])[]): HolidayCalendar {
  const header = headerOf(range);
  const body = range.slice(header.row + 1);
  const first = dates(body, header.first, header.names[header.first] ?? 'Date');
  const last = header.last < 0 ? null : dates(body, header.last, header.names[header.last] ?? 'To');
  const days = new Set<number>();
  const rejected: RejectedRow[] = [];
  let used = 0;
  body.forEach((cells, index) => {
    // Some hosts hand blank cells over as 0.
    if (cells.every((cell) => isBlank(cell) || cell === 0)) return;
    const reject = (column: NumberColumn, reason: string): void => {
      rejected.push({
        row: header.row + index + 2,
        column: column.header,
        value: column.text(index),
        reason,
      });
    };
    const from = dayAt(first, index);
    const to = last === null || !last.isFilled(index) ? from : dayAt(last, index);
    if (!first.isFilled(index)) reject(first, 'no date');
    else if (from === null) reject(first, first.reason(index) || 'not a date');
    else if (to === null) reject(last ?? first, last?.reason(index) || 'not a date');
    else if (to < from) reject(last ?? first, 'ends before it starts');
    else if (to - from >= LONGEST) reject(last ?? first, `longer than ${LONGEST} days`);
    else {
      used++;
      for (let day = from; day <= to; day++) days.add(day);
    }
  });
  return { days, read: used + rejected.length, rejected };
}

function headerOf(range: readonly (readonly RawCell[])[]): {
  readonly row: number;
  readonly names: readonly string[];
  readonly first: number;
  readonly last: number;
} {
  for (let row = 0; row < Math.min(range.length, HEADER_WITHIN); row++) {
    const names = (range[row] ?? []).map((cell) => cellText(cell));
    const keys = names.map(normalizeHeader);
    const first = indexIn(keys, FIRST_DAY);
    if (first >= 0) return { row, names, first, last: indexIn(keys, LAST_DAY) };
  }
  return { row: -1, names: [], first: 0, last: -1 };
}

function indexIn(keys: readonly string[], aliases: readonly string[]): number {
  const alias = aliases.find((name) => keys.includes(name));
  return alias === undefined ? -1 : keys.indexOf(alias);
}

function dates(body: readonly (readonly RawCell[])[], index: number, header: string): NumberColumn {
  const column = new NumberColumn(index, header, 'date', body.length);
  body.forEach((cells, row) => column.put(row, cells[index] === 0 ? null : cells[index]));
  column.settle();
  return column;
}

function dayAt(column: NumberColumn, row: number): number | null {
  const serial = column.at(row);
  return serial >= 1 ? Math.floor(serial) : null;
}
