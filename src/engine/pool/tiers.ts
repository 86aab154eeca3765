import { unfitCell } from '../errors';
import { normalizeHeader } from '../usage/reader/headers';
import type { RawCell } from '../usage/types';
import { belowFirstTier, noTierRows, tierTwice } from './errors';
import type { Tier } from './types';

const QUANTITY_HEADERS = new Set([
  ...['from', 'fromquantity', 'quantity', 'quantityfrom', 'fromtokens', 'tokens', 'tokensfrom'],
  ...['minimum', 'minimumquantity', 'volume', 'threshold', 'qty'],
]);
const PRICE_HEADERS = new Set(['price', 'tokenprice', 'pricepertoken', 'priceatoken', 'unitprice']);

/** Amounts that differ by less, as a share, differ only in how binary numbers round. */
const SAME_MONEY = 1e-12;

/**
 * Reads a tier table: rows of (from quantity, price), in any order, with or without a header row. Blank rows are passed over. A header
 * that names both columns decides which is which; else the first two columns count.
 * @returns the tiers by rising quantity
 * @throws FlexError 'value' naming the row of a figure that is missing, no number or below 0, and of a quantity given twice
 */
export function readTiers(range: readonly (readonly RawCell[])[]): readonly Tier[] {
  const first = range.findIndex((row) => !row.every(isBlank));
  const header = range[first];
  const headed = header !== undefined && isHeader(header);
  const [quantityColumn, priceColumn] = headed ? columnsOf(header) : [0, 1];
  const rowOf = new Map<number, number>();
  const tiers: Tier[] = [];
  range.forEach((cells, index) => {
    if (index < first + (headed ? 1 : 0) || cells.every(isBlank)) return;
    const place = `tiers, row ${index + 1}`;
    const from = figure(cells[quantityColumn], `${place}: the quantity`);
    const price = figure(cells[priceColumn], `${place}: the price`);
    const before = rowOf.get(from);
    if (before !== undefined) {
      throw tierTwice(place, from, before);
    }
    rowOf.set(from, index + 1);
    tiers.push({ from, price });
  });
  if (tiers.length === 0) throw noTierRows();
  return tiers.sort((a, b) => a.from - b.from);
}

/**
 * Price of one token when this many are bought: that of the highest tier reached, for every token.
 * @param tiers by rising quantity
 * @throws FlexError 'value' below the first tier
 */
export function tierPrice(tokens: number, tiers: readonly Tier[]): number {
  const reached = tiers.filter(({ from }) => from <= tokens).at(-1);
  if (reached === undefined) throw belowFirstTier(tokens, tiers[0]?.from ?? 0);
  return reached.price;
}

/**
 * The quantity that covers a need at the least money: the need itself (at least the first tier), or the start of a higher tier where that
 * costs less. Equal cost buys less.
 * @param tiers by rising quantity, at least one
 */
export function bestBuy(tokens: number, tiers: readonly Tier[]): number {
  const least = Math.max(tokens, tiers[0]?.from ?? 0);
  let best = least;
  let cost = least * tierPrice(least, tiers);
  for (const { from, price } of tiers) {
    if (from <= least || from * price >= cost * (1 - SAME_MONEY)) continue;
    best = from;
    cost = from * price;
  }
  return best;
}

function isBlank(cell: RawCell): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Words in the first two cells: a number, or an error such as #N/A, makes the first row a tier. */
function isHeader(cells: readonly RawCell[]): boolean {
  const [quantity, price] = cells;
  const word = (cell: RawCell): boolean => typeof cell === 'string' && /^[^#]*\p{L}/u.test(cell);
  return [quantity, price].every((cell) => isBlank(cell) || word(cell));
}

function columnsOf(header: readonly RawCell[]): readonly [number, number] {
  const named = (names: ReadonlySet<string>): number =>
    header.findIndex((cell) => typeof cell === 'string' && names.has(normalizeHeader(cell)));
  const quantity = named(QUANTITY_HEADERS);
  const price = named(PRICE_HEADERS);
  return quantity >= 0 && price >= 0 ? [quantity, price] : [0, 1];
}

function figure(cell: RawCell, what: string): number {
  if (typeof cell === 'number' && cell >= 0 && cell < Infinity) return cell;
  throw unfitCell('pool', what, cell, 'a number of 0 or more');
}
