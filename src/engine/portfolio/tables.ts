import { findCollection, matchProduct, nearestNames, type RateCard } from '../catalog';
import { formatNumber } from '../numeric';
import { readBookTable, type BookColumn, type BookLine, type BookRows } from '../usage/book-table';
import { cellText } from '../usage/cells/cells';
import { normalizeHeader } from '../usage/reader/headers';
import { seatStatus } from '../usage/seat-status';
import type { RawCell } from '../usage/types';
import type { OwnedSeats, Pin, SeatHolding, StatusDoubt } from './seats/types';

type Range = readonly (readonly RawCell[])[];

const USER: BookColumn = {
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
};
const OFFERING: BookColumn = {
  label: 'Product',
  aliases: ['offeringname', 'offering', 'product', 'productname', 'collection', 'seat', 'software'],
  kind: 'text',
  need: 'cell',
};
/** Not required: an export may lack it. */
const STATUS: BookColumn = {
  label: 'Status',
  aliases: ['subscriptionstatus', 'seatassignment', 'accountstatus', 'status'],
  kind: 'text',
  need: 'nothing',
};

/**
 * Who holds which seat: the Account users export, or a table of User and Product. Rows that say "Unassigned" hold nothing; where nobody
 * knows the status, the seat counts as held and carries the doubt.
 * @throws FlexError 'value' when no row names the columns
 */
export function readSeatHolders(range: Range): BookRows<SeatHolding> {
  return readBookTable(range, 'assigned seats', { user: USER, offering: OFFERING, status: STATUS }, (line) =>
    seatStatus(line.text('status')) === 'not held'
      ? line.reject('status', 'no seat assigned')
      : { user: line.text('user'), offering: line.text('offering'), ...doubtOf(line) },
  );
}

/** As readSeatHolders, of a range whose header row may be missing: then its first two columns are User and Product. */
export function readSeatHoldings(range: Range): readonly SeatHolding[] {
  const names = (range[0] ?? []).map((cell) => normalizeHeader(cellText(cell)));
  const isHeaded =
    names.some((name) => USER.aliases.includes(name)) &&
    names.some((name) => OFFERING.aliases.includes(name));
  return readSeatHolders(isHeaded ? range : [['User', 'Product'], ...range]).rows;
}

/**
 * The seats owned: the Account subscriptions export (offering_name, seat_quantity, end_date), or a table of Product, Quantity and End.
 * Subscriptions that are not active any more are rejected; a blank end is unknown.
 * @throws FlexError 'value' when no row names the columns
 */
export function readOwnedSeats(range: Range): BookRows<OwnedSeats> {
  const columns = {
    offering: OFFERING,
    quantity: {
      label: 'Quantity',
      aliases: ['seatquantity', 'quantity', 'seats', 'owned', 'qty'],
      kind: 'number',
      need: 'cell',
    },
    end: {
      label: 'End',
      aliases: ['enddate', 'end', 'expiry', 'renewal', 'renewaldate'],
      kind: 'date',
      need: 'nothing',
    },
    status: STATUS,
  } as const satisfies Record<string, BookColumn>;
  return readBookTable(range, 'owned seats', columns, (line) => {
    if (seatStatus(line.text('status')) === 'not held') {
      return line.reject('status', 'the subscription is not active');
    }
    const quantity = line.number('quantity');
    if (!Number.isInteger(quantity) || quantity < 0) {
      return line.reject(
        'quantity',
        `${formatNumber(quantity)} is no number of seats: write a whole number of 0 or more`,
      );
    }
    const end = line.number('end');
    return {
      offering: line.text('offering'),
      quantity,
      end: Number.isNaN(end) ? null : end,
      ...doubtOf(line),
    };
  });
}

function doubtOf(line: BookLine<'status'>): { readonly doubt?: StatusDoubt } {
  const status = line.text('status');
  return status === '' || seatStatus(status) !== null ? {} : { doubt: { status, row: line.row } };
}

/**
 * The user's own decisions, `Flex Pins`: User, Product (blank = everything) and Pin: Flex, Named User, or a Collection's name.
 * @throws FlexError 'value' when no row names the columns
 */
export function readPins(range: Range, card: RateCard): BookRows<Pin> {
  const columns = {
    user: USER,
    product: { ...OFFERING, aliases: ['product', 'productname', 'software'], need: 'nothing' },
    target: {
      label: 'Pin',
      aliases: ['pin', 'pinnedto', 'target', 'decision', 'assignment', 'keep', 'keepon', 'recommendation'],
      kind: 'text',
      need: 'cell',
    },
  } as const satisfies Record<string, BookColumn>;
  return readBookTable(range, 'pins', columns, (line) => {
    const product = line.text('product');
    if (product !== '' && matchProduct(card, product).kind === 'unknown') {
      const known = card.rows.map((row) => row.product);
      return line.reject(
        'product',
        `not a product of the rate card; nearest: ${nearestNames(product, known).join(', ')}`,
      );
    }
    const target = line.text('target');
    const word = normalizeHeader(target);
    if (word !== 'flex' && word !== 'nameduser' && word !== 'seat' && findCollection(card, target) === null) {
      const names = ['Flex', 'Named User', ...card.collections.map(({ name }) => name)];
      return line.reject('target', `write one of: ${names.join(', ')}`);
    }
    return { user: line.text('user'), product, target, row: line.row };
  });
}
