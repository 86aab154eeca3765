import { breakEven, ceiling } from '../breakeven';
import type { PriceTerms } from '../catalog/types';
import type { UsageReading, UserProductYear, UserYear } from '../usage/types';
import type { CollectionPrices } from './collections';

/** One product of one person in the year, with what it would cost each way. */
export interface Need {
  readonly product: string;
  readonly basis: 'hour' | 'day' | 'result';
  readonly use: UserProductYear;
  /** Listed in the data without any use (an assigned seat nobody opened). */
  readonly neverUsed: boolean;
  /** Neither the card nor a Collection knows the product: it takes no part in seat-or-token decisions and stays demand on Flex. */
  readonly unknown: boolean;
  /** Can be drawn with tokens: the card says so, or the data show that it was. */
  readonly eligible: boolean;
  /** Drawn with tokens, but some use has neither tokens of its own nor a rate. */
  readonly rateMissing: boolean;
  /** Money for the year's tokens; null where Flex is not possible, or a rate is missing. */
  readonly flexCost: number | null;
  /** Yearly seat price before and after the seat discount; null = price missing. */
  readonly seatList: number | null;
  readonly seatCost: number | null;
  /** In units; null where rate, price or token price leave it undefined. */
  readonly breakEven: number | null;
  readonly ceiling: number | null;
  /** Decision margin in force for the product. */
  readonly margin: number;
  /** Which Collections hold the product, as bits over `CollectionPrices`. */
  readonly collections: number;
  /** Units put on one scale for ranking only (a charged day = 8 h). */
  readonly rank: number;
}

/**
 * Prices everything one person used in the year, most used first.
 * Order: ranked units, then Flex cost, then name (docs/rules.md, "Segments"), so row order never matters.
 */
export function needsOf(
  user: UserYear,
  reading: UsageReading,
  terms: PriceTerms,
  collections: CollectionPrices,
  rankingHoursPerDay: number,
): readonly Need[] {
  const netPrice = terms.tokenPrice * (1 - terms.tokenDiscount);
  return user.products
    .map((use) => {
      const info = reading.table.products[use.product]!;
      const row = info.row;
      const unknown = info.unknown === true;
      const charged = use.tokens !== 0;
      const eligible = row?.onFlex === true || charged || unknown;
      const rateMissing = eligible && use.tokensUnknown === true;
      const priced =
        row !== null &&
        row.onFlex &&
        row.tokensPerUnit !== null &&
        row.seatPrice !== null &&
        // Units that nobody knows cannot be held against a number of units: money is compared instead.
        use.unitsUnknown !== true &&
        netPrice > 0 &&
        row.tokensPerUnit > 0;
      const seatList = row?.seatPrice ?? null;
      return {
        product: info.name,
        basis: info.basis,
        use,
        neverUsed: use.lastUse === null && use.units === 0 && use.tokens === 0,
        unknown,
        eligible,
        rateMissing,
        flexCost: eligible && !rateMissing ? use.tokens * netPrice : null,
        seatList,
        seatCost: seatList === null ? null : seatList * (1 - terms.seatDiscount),
        breakEven: priced ? breakEven(row, terms) : null,
        ceiling: priced ? ceiling(row, terms) : null,
        margin: terms.margin ?? row?.margin ?? 1,
        collections: collections.holding(info.name),
        rank: use.units * (info.basis === 'day' ? rankingHoursPerDay : 1),
      };
    })
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        (b.flexCost ?? 0) - (a.flexCost ?? 0) ||
        (a.product < b.product ? -1 : a.product > b.product ? 1 : 0),
    );
}
