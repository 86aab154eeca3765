import { unfitCell } from '../../errors';
import { normalizeHeader } from '../../usage/reader/headers';
import type { RawCell } from '../../usage/types';
import { noLevels } from '../errors';
import type { CommitmentOffer } from '../types';

const TOKEN_HEADERS = new Set(['tokens', 'commitment', 'level', 'levels', 'from', 'quantity', 'volume']);
const DISCOUNT_HEADERS = new Set(['discount', 'additionaldiscount', 'tokendiscount', 'rebate']);

/**
 * Reads commitment levels: rows of (tokens, discount), with or without a header row, in the order given. Blank rows are passed over; a
 * header that names both columns decides which is which.
 * @throws FlexError 'value' naming the row of a figure that is missing, no number or out of its range
 */
export function readCommitmentOffers(range: readonly (readonly RawCell[])[]): readonly CommitmentOffer[] {
  const first = range.findIndex((row) => !row.every(isBlank));
  const header = range[first];
  const headed = header !== undefined && header.slice(0, 2).every((cell) => isBlank(cell) || isWord(cell));
  const [tokenColumn, discountColumn] = headed ? columnsOf(header) : [0, 1];
  const offers = range.flatMap((cells, index): CommitmentOffer[] => {
    if (index < first + (headed ? 1 : 0) || cells.every(isBlank)) return [];
    const place = `levels, row ${index + 1}`;
    return [
      {
        tokens: figure(
          cells[tokenColumn],
          Infinity,
          `${place}: the commitment`,
          'a number of tokens, 0 or more',
        ),
        discount: figure(
          cells[discountColumn],
          1,
          `${place}: the discount`,
          'a number from 0 to 1 (8 % is 0.08)',
        ),
      },
    ];
  });
  if (offers.length > 0) return offers;
  throw noLevels();
}

function columnsOf(header: readonly RawCell[]): readonly [number, number] {
  const named = (names: ReadonlySet<string>): number =>
    header.findIndex((cell) => typeof cell === 'string' && names.has(normalizeHeader(cell)));
  const tokens = named(TOKEN_HEADERS);
  const discount = named(DISCOUNT_HEADERS);
  return tokens >= 0 && discount >= 0 ? [tokens, discount] : [0, 1];
}

function isBlank(cell: RawCell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Letters that are no error value such as #N/A. */
function isWord(cell: RawCell): boolean {
  return typeof cell === 'string' && /^[^#]*\p{L}/u.test(cell);
}

function figure(cell: RawCell, most: number, what: string, allowed: string): number {
  if (typeof cell === 'number' && cell >= 0 && cell <= most && cell < Infinity) return cell;
  throw unfitCell('renewal', what, cell, allowed);
}
