import { PRICE_MISSING } from '../catalog/missing';
import type { Collection } from '../catalog/types';
import { formatMoney, formatNumber, formatShare } from '../numeric/format';
import { unitsText } from './assess';

/** One product of a person's year on Flex. */
export interface FlexUse {
  readonly product: string;
  readonly basis: 'hour' | 'day' | 'result';
  readonly units: number;
  readonly tokens: number;
}

/** Flex cost as a share of a seat's yearly cost; null when the seat's cost is unknown or 0. */
export function seatRatio(flexCost: number, seatCost: number | null): number | null {
  return seatCost === null || seatCost === 0 ? null : flexCost / seatCost;
}

/**
 * How a year on Flex compares with a Collection, with every figure behind it.
 * @param netTokenPrice price of one token after its discount
 * @param seatDiscount fraction
 * @example "400 h Revit + 200 h AutoCAD = 2,200 tokens = $660 = 19.6 % of an AEC Collection at $0.30 a token"
 */
export function collectionRatioSentence(
  uses: readonly FlexUse[],
  collection: Collection,
  netTokenPrice: number,
  seatDiscount = 0,
): string {
  const tokens = uses.reduce((sum, use) => sum + use.tokens, 0);
  const cost = tokens * netTokenPrice;
  const seat = collection.seatPrice === null ? null : collection.seatPrice * (1 - seatDiscount);
  const ratio = seatRatio(cost, seat);
  const what = uses.map((use) => `${unitsText(use.units, use.basis)} ${use.product}`).join(' + ');
  const start = `${what} = ${formatNumber(tokens)} tokens = ${formatMoney(cost, collection.currency)}`;
  const article = /^[AEIOU]/i.test(collection.name) || collection.name.startsWith('M&E') ? 'an' : 'a';
  const share = ratio === null ? PRICE_MISSING : formatShare(ratio);
  return `${start} = ${share}${ratio === null ? ' for' : ' of'} ${article} ${collection.name} at ${formatMoney(netTokenPrice, collection.currency)} a token`;
}
