import { productKey } from '../../catalog';
import { readBookTable, type BookColumn, type BookRows } from '../../usage/book-table';
import { cellText } from '../../usage/cells/cells';
import { normalizeHeader } from '../../usage/reader/headers';
import { seatStatus } from '../../usage/seat-status';
import type { RawCell } from '../../usage/types';
import type { Assignment } from '../types';

const COLUMNS = {
  user: {
    label: 'User',
    aliases: [
      'user',
      'username',
      'userid',
      'email',
      'emailaddress',
      'mail',
      'person',
      'autodeskid',
      'hashedautodeskid',
    ],
    kind: 'text',
    need: 'cell',
  },
  product: {
    label: 'Product',
    aliases: ['offeringname', 'offering', 'product', 'productname', 'collection', 'seat', 'software'],
    kind: 'text',
    need: 'cell',
  },
  from: {
    label: 'Assigned',
    aliases: [
      'assigneddate',
      'assigned',
      'assignedsince',
      'from',
      'since',
      'startdate',
      'start',
      'validfrom',
    ],
    kind: 'date',
    need: 'nothing',
  },
  to: {
    label: 'Unassigned',
    aliases: ['unassigneddate', 'unassigned', 'to', 'until', 'enddate', 'end', 'validto'],
    kind: 'date',
    need: 'nothing',
  },
  status: {
    label: 'Status',
    aliases: ['seatassignment', 'assignmentstatus', 'accountstatus', 'status'],
    kind: 'text',
    need: 'nothing',
  },
} as const satisfies Record<string, BookColumn>;

const FLEX_NAMES = new Set(['flex', 'flextokens', 'flextoken', 'tokenflex', 'flexaccess']);

/**
 * Who is assigned to what, with dates where the table gives them: the Account users export, or User, Product, Assigned, Unassigned. A
 * product called Flex is an assignment to Flex itself. Rows that say "unassigned" are kept as ended. Without a header the first two columns
 * are User and Product.
 * @throws FlexError 'value' when the header names only one of the two
 */
export function readAssignments(range: readonly (readonly RawCell[])[]): BookRows<Assignment> {
  const names = (range[0] ?? []).map((cell) => normalizeHeader(cellText(cell)));
  const heads = (aliases: readonly string[]): boolean => names.some((name) => aliases.includes(name));
  const isHeaded = heads(COLUMNS.user.aliases) || heads(COLUMNS.product.aliases);
  const read = readBookTable(
    isHeaded ? range : [['User', 'Product'], ...range],
    'assigned seats',
    COLUMNS,
    (line): Assignment | null => {
      const from = line.number('from');
      const to = line.number('to');
      if (to < from) return line.reject('to', 'unassigned before it was assigned');
      return {
        user: line.text('user'),
        product: line.text('product'),
        from: from >= 1 ? from : null,
        to: to >= 1 ? to : null,
        ...(seatStatus(line.text('status')) === 'not held' ? { ended: true } : {}),
      };
    },
  );
  if (isHeaded) return read;
  return { ...read, rejected: read.rejected.map((reject) => ({ ...reject, row: reject.row - 1 })) };
}

/** Whether an assignment is to Flex itself instead of to a seat. */
export function isFlex({ product }: Assignment): boolean {
  return FLEX_NAMES.has(productKey(product));
}

/** Whether an assignment holds on a day. One that has ended on an unknown day never does. */
export function holdsOn({ from, to, ended }: Assignment, day: number): boolean {
  if (ended === true && to === null) return false;
  return (from === null || day >= from) && (to === null || day <= to);
}
