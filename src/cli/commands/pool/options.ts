/** Options of a sizing: what the Pool step of the pane asks. */
import { DEFAULT_SEED } from '../../../engine/pool';
import type { ClusterBy } from '../../../engine/pool/types';
import type { RateCard } from '../../../engine/catalog/types';
import type { PoolAssumptions } from '../../../report/pool/input';
import { impliedDisruption } from './disruption';
import { LEAD_DAYS } from '../monitor/options';
import type { OptionSpec } from '../../program/option-specs';
import type { OptionValues } from '../../program/option-values';
import { termsOf } from '../../program/price-options';

const CLUSTERS: readonly ClusterBy[] = ['auto', 'project', 'team', 'department', 'user'];

/** As the pane: two weeks are an ordinary purchase order, 100 tokens the smallest pack the guide names. */
const DEFAULTS = { tolerance: 0.05, spread: 0.05, bundle: 100, leadDays: 14, missizeShare: 0.1 } as const;

const money = (name: string, help: string): OptionSpec => ({
  name,
  kind: 'number',
  value: 'MONEY',
  help,
  least: 0,
});

export const POOL_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'tolerance',
    kind: 'share',
    value: 'SHARE',
    help: 'tolerated chance that the pool runs dry (default: 5%)',
  },
  {
    name: 'population',
    kind: 'text',
    value: 'all|flex',
    help: 'whose tokens count: everybody, or the people a segmentation puts on Flex',
    words: ['all', 'flex'],
  },
  {
    name: 'cluster-by',
    kind: 'text',
    value: 'WORD',
    help: `what rises and falls together: ${CLUSTERS.join(', ')} (default: auto)`,
    words: CLUSTERS,
  },
  {
    name: 'growth',
    kind: 'number',
    value: 'N',
    help: 'of demand, next year over this one: 0.1 is 10 % (default: 0)',
    least: -0.99,
    most: 10,
  },
  {
    name: 'growth-spread',
    kind: 'number',
    value: 'N',
    help: 'one standard deviation of growth (default: 0.05)',
    least: 0,
    most: 2,
  },
  {
    name: 'bundle',
    kind: 'number',
    value: 'TOKENS',
    help: 'purchases are multiples of it (default: 100)',
    least: 1,
  },
  { name: 'tiers', kind: 'file', value: 'FILE', help: 'volume prices: rows of From quantity, Price' },
  {
    name: 'projects',
    kind: 'file',
    value: 'FILE',
    help: 'planned work: Project, Start, End, People, Products, Probability',
  },
  money('top-up-price', "of a token bought when the pool is empty (default: the card's)"),
  money('disruption', 'lost for a missing token beside its top-up (default: what the tolerance implies)'),
  money('salvage', 'worth of a token left at the end of the year (default: 0)'),
  {
    name: 'salvage-share',
    kind: 'share',
    value: 'SHARE',
    help: 'of the pool that keeps the salvage value (default: 1)',
  },
  LEAD_DAYS,
  { name: 'seed', kind: 'number', value: 'N', help: 'of the simulation; the same seed gives the same sizes' },
  { name: 'scale-short', kind: 'flag', help: 'scale a history below 12 months to a year: an estimate' },
];

/** What one sizing is computed with. @param people whose tokens count where no option says it */
export function poolAssumptions(
  card: RateCard,
  options: OptionValues,
  people: PoolAssumptions['people'],
): PoolAssumptions {
  const { tokenPrice, tokenDiscount } = termsOf(card, options);
  const tolerance = options.number('tolerance') ?? DEFAULTS.tolerance;
  const topUpPrice = options.number('top-up-price') ?? tokenPrice;
  const salvage = options.number('salvage') ?? 0;
  const disruption = options.number('disruption');
  const early = tokenPrice * (1 - tokenDiscount);
  return {
    tolerance,
    growthMean: options.number('growth') ?? 0,
    growthSpread: options.number('growth-spread') ?? DEFAULTS.spread,
    people: options.has('population') ? (options.text('population') === 'flex' ? 'flex' : 'all') : people,
    clusterBy: CLUSTERS.find((by) => by === options.text('cluster-by')) ?? 'auto',
    tokenPrice,
    tokenDiscount,
    bundle: options.number('bundle') ?? DEFAULTS.bundle,
    topUpPrice,
    leadDays: options.number('lead-days') ?? DEFAULTS.leadDays,
    disruption: disruption ?? impliedDisruption(tolerance, { early, late: topUpPrice, salvage }),
    disruptionImplied: disruption === null,
    salvage,
    salvageShare: options.number('salvage-share') ?? 1,
    missizeShare: DEFAULTS.missizeShare,
    seed: options.number('seed') ?? DEFAULT_SEED,
  };
}
