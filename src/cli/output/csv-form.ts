/** The CSV form of a table: UTF-8 with a byte order mark, so that Excel reads its letters; days as year-month-day. */
import { isoDate } from '../../engine/numeric';
import { csvText } from '../../report/model/csv';
import type { ResultTable } from '../program/command';

const BYTE_ORDER_MARK = '\uFEFF';

export function csvForm({ columns, rows }: ResultTable): string {
  const body = rows.map((cells) =>
    columns.map(({ kind }, at) => {
      const cell = cells[at] ?? null;
      return kind === 'date' && typeof cell === 'number' ? isoDate(cell) : cell;
    }),
  );
  return BYTE_ORDER_MARK + csvText([columns.map(({ header }) => header), ...body]);
}
