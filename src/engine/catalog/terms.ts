import type { NumberRow } from '../assumptions/row';
import { MARGIN, SEAT_DISCOUNT, TOKEN_DISCOUNT, TOKEN_PRICE } from '../assumptions/shared';
import { fits } from '../assumptions/value';
import { mustBe } from '../errors';
import type { PriceTerms, RateCard } from './types';

/** Terms with what is left out filled in: no discounts, the card's token price, each row's own margin. */
export interface PartialTerms {
  readonly seatDiscount?: number | null;
  readonly tokenDiscount?: number | null;
  readonly tokenPrice?: number | null;
  readonly margin?: number | null;
}

function share(row: NumberRow, value: number, what: string): number {
  mustBe(fits(row, value), 'catalog', `${what} is ${value}`, 'between 0 and 1 (25 % is 0.25)');
  return value;
}

/**
 * The price terms of one calculation on a card.
 * @throws FlexError 'value' when a discount or the margin is outside 0 to 1, or the token price is negative or no number
 */
export function priceTerms(card: RateCard, partial: PartialTerms = {}): PriceTerms {
  const tokenPrice = partial.tokenPrice ?? card.tokenPrice;
  mustBe(fits(TOKEN_PRICE, tokenPrice), 'catalog', `token price is ${tokenPrice}`, '0 or more');
  return {
    seatDiscount: share(SEAT_DISCOUNT, partial.seatDiscount ?? 0, 'seat discount'),
    tokenDiscount: share(TOKEN_DISCOUNT, partial.tokenDiscount ?? 0, 'token discount'),
    tokenPrice,
    margin:
      partial.margin === null || partial.margin === undefined
        ? null
        : share(MARGIN, partial.margin, 'margin'),
  };
}

/** Price of one token after the discount. */
export function netTokenPrice(terms: PriceTerms): number {
  return terms.tokenPrice * (1 - terms.tokenDiscount);
}
