/**
 * What a sizing assumes. Only the user can know the disruption cost: until it is given, it is the one that the tolerance implies
 * (docs/methods.md, "Purchase"), so that the cheapest size differs from the calibrated one by tiers and bundles alone. The bundle is the
 * smallest pack the guide names.
 */
import { choice, flag, number, optional } from '../assumptions/row';
import { LEAD_DAYS, PEOPLE, TOKEN_DISCOUNT, TOKEN_PRICE } from '../assumptions/shared';
import { DEFAULT_SEED } from './simulate';
import type { ClusterBy } from './types';

/** What next year's demand is taken to be. */
export const POOL_DEMAND = {
  tolerance: number('share', {
    label: 'Tolerated stockout risk',
    says: 'chance that the pool runs dry within its year',
    initial: 0.05,
    above: 0,
    below: 1,
    cell: 'Flex_PoolTolerance',
    option: 'tolerance',
  }),
  growthMean: number('share', {
    label: 'Expected growth',
    says: 'of demand, next year over the year read; a fall is negative',
    initial: 0,
    empty: { value: 0 },
    above: -1,
    most: 10,
    cell: 'Flex_PoolGrowth',
    option: 'growth',
  }),
  growthSpread: number('share', {
    label: 'Spread of growth',
    says: 'how far growth may miss, one standard deviation: about two years in three lie within it',
    initial: 0.05,
    empty: { value: 0 },
    least: 0,
    most: 2,
    cell: 'Flex_PoolGrowthSpread',
    option: 'growth-spread',
  }),
  people: {
    ...PEOPLE,
    cell: 'Flex_PoolPeople',
    option: 'population',
    // The command line keeps no portfolio of an earlier run.
    optionTakes: ['all', 'flex'] as const,
  },
  clusterBy: choice<ClusterBy>({
    label: 'Demand moves together by',
    says: 'people of one project stop and start together; auto: project, else team, else department, else user',
    initial: 'auto',
    choices: ['auto', 'project', 'team', 'department', 'user'],
    cell: 'Flex_PoolCluster',
    option: 'cluster-by',
  }),
};

/** What tokens cost, and how they are bought. */
export const POOL_PURCHASE = {
  bundle: number('tokens', {
    label: 'Bundle',
    says: 'tokens are bought in multiples of it; 1 = any number',
    initial: 100,
    empty: { value: 1 },
    least: 1,
    cell: 'Flex_PoolBundle',
    option: 'bundle',
  }),
  topUpPrice: optional('money', {
    label: 'Top-up price',
    says: 'of a token bought when the pool is empty',
    initial: null,
    empty: { means: 'the list price' },
    least: 0,
    cell: 'Flex_PoolTopUpPrice',
    follows: 'costs',
    option: 'top-up-price',
  }),
  leadDays: { ...LEAD_DAYS, cell: 'Flex_PoolLeadDays' },
  disruption: optional('money', {
    label: 'Disruption cost',
    says: 'lost for a missing token, beside the top-up',
    initial: null,
    empty: { means: 'what the tolerance implies' },
    least: 0,
    cell: 'Flex_PoolDisruption',
    follows: 'costs',
    option: 'disruption',
  }),
  salvage: number('money', {
    label: 'Salvage value',
    says: 'what a token left at the end of the year is still worth: carry-forward or resale',
    initial: 0,
    empty: { value: 0 },
    least: 0,
    cell: 'Flex_PoolSalvage',
    follows: 'costs',
    option: 'salvage',
  }),
  salvageShare: number('share', {
    label: 'Salvage share',
    says: 'of the pool, up to which the salvage value can be claimed (carry-forward cap)',
    initial: 1,
    empty: { value: 1 },
    least: 0,
    most: 1,
    cell: 'Flex_PoolSalvageShare',
    option: 'salvage-share',
  }),
};

const seed = number('seed', {
  label: 'Seed',
  says: 'of the simulation; the same seed gives the same sizes',
  initial: DEFAULT_SEED,
  cell: 'Flex_PoolSeed',
  option: 'seed',
});

/** What the Pool step keeps, beside the prices that every step shares. */
export const POOL_SETTINGS = {
  ...POOL_DEMAND,
  ...POOL_PURCHASE,
  seed,
  scaleShort: flag({
    label: 'Scale a short history',
    says: 'scale a history below 12 months to a year: an estimate',
    initial: false,
    option: 'scale-short',
  }),
};

/** What `Flex Pool` shows as named cells. */
export const POOL_ASSUMPTIONS = {
  ...POOL_DEMAND,
  tokenPrice: {
    ...TOKEN_PRICE,
    says: 'bought early, before the discount; counts while the tier table is empty',
    cell: 'Flex_PoolTokenPrice',
  },
  tokenDiscount: { ...TOKEN_DISCOUNT, cell: 'Flex_PoolTokenDiscount' },
  ...POOL_PURCHASE,
  missizeShare: number('share', {
    label: 'Mis-sized share',
    says: 'of the pool',
    initial: 0.1,
    least: 0,
    most: 1,
    cell: 'Flex_PoolMissizeShare',
    follows: 'figures',
  }),
  seed,
};
