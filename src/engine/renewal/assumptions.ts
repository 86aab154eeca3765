/** What whoever negotiates decides or assumes: the middle of the guide's commitment range, its carry-forward, and 5 % more a year. */
import { choice, number, optional, type NumberRow } from '../assumptions/row';
import type { LeverMode } from './types';

const growthLimits = { above: -1, most: 10 } as const;
const share = (row: Omit<NumberRow<number>, 'kind' | 'least' | 'most' | 'empty'>) =>
  number('share', { ...row, empty: { value: 0 }, least: 0, most: 1 });
const years = (row: Omit<NumberRow<number>, 'kind' | 'least' | 'most'>) =>
  number('years', { ...row, least: 1, most: 10 });
const tokens = (row: Pick<NumberRow<number>, 'label' | 'says' | 'option'>) =>
  number('tokens', { ...row, initial: 0, empty: { value: 0 }, least: 0 });

/** How demand grows. */
export const RENEWAL_GROWTH = {
  growth: optional('share', {
    label: 'Growth of the tokens',
    says: 'a year; a fall is negative',
    initial: null,
    empty: { means: 'as the data show it' },
    ...growthLimits,
    option: 'growth',
  }),
  vendorGrowth: optional('share', {
    label: 'Growth the vendor assumes',
    says: 'on top of last year’s tokens',
    initial: 0.1,
    empty: { means: 'the vendor named none' },
    ...growthLimits,
    option: 'vendor-growth',
  }),
  growthError: number('points', {
    label: 'Growth may be wrong by',
    says: 'in percentage points, either way: the commitment is tested at both ends',
    initial: 0.1,
    empty: { value: 0 },
    least: 0,
    most: 0.9,
    option: 'growth-error',
  }),
};

/** What the contract may bring. */
export const RENEWAL_TERMS = {
  commitmentDiscount: share({
    label: 'Discount for a commitment',
    says: 'what a committed token costs less than list; it decides how much to commit',
    initial: 0.15,
    option: 'commitment-discount',
  }),
  priceIncrease: share({
    label: 'Rise of the token price',
    says: 'a year, if it is not locked',
    initial: 0.05,
    option: 'price-increase',
  }),
  rateIncrease: share({
    label: 'Rise of the rates',
    says: 'more tokens an hour or day, a year, if the rate card is not frozen',
    initial: 0.05,
    option: 'rate-increase',
  }),
  carryShare: share({
    label: 'Carry-forward',
    says: 'largest share of the pool that may go into the next year',
    initial: 0.1,
    option: 'carry-share',
  }),
  carryChance: share({
    label: 'Chance that it is granted',
    says: 'of the carry-forward; the guide says about 30%',
    initial: 0.3,
    option: 'carry-chance',
  }),
  mode: choice<LeverMode>({
    label: 'Levers are',
    says: 'each taken of what the one before leaves, or all of the same spend',
    initial: 'compounded',
    choices: ['compounded', 'additive'],
    cell: 'Flex_RenewalMode',
    option: 'mode',
  }),
};

/** What quotes are compared over. */
export const RENEWAL_COMPARISON = {
  years: years({
    label: 'Years compared',
    says: 'what quotes cost is summed over them',
    initial: 3,
    option: 'years',
  }),
};

export const RENEWAL_SETTINGS = { ...RENEWAL_GROWTH, ...RENEWAL_TERMS, ...RENEWAL_COMPARISON };

/** An enterprise agreement to hold against retail; money in the card's currency. */
export const AGREEMENT_SETTINGS = {
  years: years({
    label: 'Term of the agreement',
    says: 'for which its prices hold',
    initial: 3,
    option: 'eba-years',
  }),
  annualTokens: tokens({
    label: 'Tokens for each year',
    says: 'of an enterprise agreement to hold against retail; what is left at the end of a year expires',
    option: 'eba-tokens',
  }),
  termTokens: tokens({
    label: 'Tokens for the whole term',
    says: 'used once those of the year are gone',
    option: 'eba-term-tokens',
  }),
  tokenPrice: number('money', {
    label: 'Price of its tokens',
    says: 'in the first year',
    initial: 0,
    least: 0,
    option: 'eba-price',
  }),
  uplift: share({ label: 'Its rise of prices', says: 'a year', initial: 0, option: 'eba-uplift' }),
  overflowPrice: optional('money', {
    label: 'Price beyond its tokens',
    says: 'of a token beyond those bought',
    initial: null,
    empty: { means: 'list price' },
    least: 0,
    option: 'eba-overflow',
  }),
  yearlyFee: number('money', {
    label: 'Its fee a year',
    says: 'support and the like, whatever is used',
    initial: 0,
    empty: { value: 0 },
    least: 0,
    option: 'eba-fee',
  }),
};
