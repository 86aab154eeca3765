import type { RejectedRow } from '../../engine/usage/types';
import { SHEETS } from '../../report/model/sheet-names';
import { rangeOf } from '../data/range-address';

/** "Row 6 of Flex Projects: End is “soon”, not a date." `address` is the table's; without it rows count within the table. */
export function rejectedPlanSentence(row: RejectedRow, address: string | undefined): string {
  const block = address === undefined ? null : rangeOf(address);
  const where =
    block === null
      ? `Row ${row.row} of the table on ${SHEETS.projects.name}`
      : `Row ${block.row + row.row} of ${SHEETS.projects.name}`;
  const what =
    row.column === ''
      ? ''
      : row.value === ''
        ? ` ${row.column} is empty;`
        : ` ${row.column} is “${row.value}”;`;
  return `${where}:${what} ${row.reason}${/[.]$/.test(row.reason) ? '' : '.'}`;
}
