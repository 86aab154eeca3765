/** What a break-even refuses, one function a refusal. */
import type { PriceTerms } from '../catalog/types';
import { FlexError } from '../errors';

export function notOnFlex(product: string): FlexError {
  return new FlexError(
    'missing',
    `${product} is not on Flex: it needs a Named User or a Collection that holds it.`,
    'breakeven.not-on-flex',
  );
}

export function rateMissing(product: string): FlexError {
  return new FlexError(
    'missing',
    `${product}: rate missing. Fill in Tokens per unit on the rate card from the current rate sheet.`,
    'breakeven.rate-missing',
  );
}

export function priceMissing(product: string): FlexError {
  return new FlexError(
    'missing',
    `${product}: price missing. Fill in Seat price on the rate card.`,
    'breakeven.price-missing',
  );
}

/** Flex costs nothing at these terms. @param product named where neither the price nor the discount is the cause */
export function noBreakEven(terms: PriceTerms, product: string): FlexError {
  const why =
    terms.tokenPrice === 0
      ? 'the token price is 0'
      : terms.tokenDiscount === 1
        ? 'the token discount is 100 %'
        : `${product} costs 0 tokens`;
  return new FlexError(
    'number',
    `There is no break-even: ${why}, so Flex costs nothing at any use.`,
    'breakeven.no-break-even',
  );
}
