/** Assumptions that more than one capability takes: each is one row, whichever sheet shows it. */
import { choice, date, number, optional, type DomainsRow } from './row';

export const TOKEN_PRICE = optional('money', {
  label: 'Token price',
  says: 'of one token, before the token discount',
  initial: null,
  empty: { means: "the card's" },
  least: 0,
  follows: 'costs',
  option: 'token-price',
});

export const TOKEN_DISCOUNT = number('share', {
  label: 'Token discount',
  says: 'on the token price; it raises break-even',
  initial: 0,
  empty: { value: 0 },
  least: 0,
  most: 1,
  follows: 'costs',
  option: 'token-discount',
});

export const SEAT_DISCOUNT = number('share', {
  label: 'Seat discount',
  says: 'on Named User and Collection prices; it lowers break-even',
  initial: 0,
  empty: { value: 0 },
  least: 0,
  most: 1,
  follows: 'costs',
  option: 'seat-discount',
});

export const MARGIN = optional('share', {
  label: 'Decision margin',
  says: 'share of break-even up to which Flex is recommended',
  initial: null,
  empty: { means: "each product's own", word: 'per product' },
  least: 0,
  most: 1,
  option: 'margin',
});

export const AS_OF = date({
  label: 'As-of date',
  says: 'the year is the 12 calendar months that end with its month',
  initial: null,
  empty: { value: null, means: 'the latest usable row' },
  option: 'as-of',
});

export const HOURS_PER_DAY = optional('hours', {
  label: 'Hours in a charged day',
  says: 'converts days and hours; results are then estimates',
  initial: null,
  empty: { means: 'rows in another basis are left out' },
  above: 0,
  most: 24,
  option: 'hours-per-day',
});

export const RANKING_HOURS = number('hours', {
  label: 'Hours that rank as one day',
  says: 'only to rank products of different charge bases',
  initial: 8,
  empty: { value: 8 },
  above: 0,
  most: 24,
  option: 'ranking-hours',
});

export const EXTERNAL_DOMAINS: DomainsRow = {
  kind: 'domains',
  label: 'External e-mail domains',
  says: 'people with these domains count as contractors; separate them with commas',
  initial: [],
  option: 'external-domains',
};

/** Whose tokens the pool carries: everybody's, those of the Flex segments, or of what the portfolio puts on Flex. */
export type PoolPeople = 'all' | 'flex' | 'portfolio';

export const PEOPLE = choice<PoolPeople>({
  label: 'People',
  says: 'whose tokens the pool carries: everyone in the usage, or those on Flex in the last segmentation or portfolio',
  initial: 'all',
  choices: ['all', 'flex', 'portfolio'],
  words: { all: 'all people', flex: 'Flex segments', portfolio: 'Flex people of the portfolio' },
});

export const LEAD_DAYS = number('days', {
  label: 'Procurement lead time',
  says: 'from an order to tokens that can be used',
  initial: 14,
  least: 0,
  most: 365,
  option: 'lead-days',
});
