/** Texts that stand where the card lacks a figure; an unknown is never 0. */
export const PRICE_MISSING = 'price missing';
export const RATE_MISSING = 'rate missing';
