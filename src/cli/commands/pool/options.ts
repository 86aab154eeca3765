/** Options of a sizing: what the Pool step of the pane asks. */
import { POOL_ASSUMPTIONS, POOL_SETTINGS } from '../../../engine/pool/assumptions';
import type { RateCard } from '../../../engine/catalog/types';
import type { PoolAssumptions } from '../../../report/pool/input';
import { assumptionOptions, givenValues } from '../../program/assumption-options';
import { fileOption } from '../../program/option-specs';
import type { OptionSpec } from '../../program/option-spec';
import type { OptionValues } from '../../program/option-values';
import { termsOf } from '../../program/price-options';
import { impliedDisruption } from './disruption';

export const POOL_OPTIONS: readonly OptionSpec[] = [
  ...assumptionOptions(POOL_SETTINGS),
  fileOption('tiers', 'volume prices: rows of From quantity, Price'),
  fileOption('projects', 'planned work: Project, Start, End, People, Products, Probability'),
];

/** What one sizing is computed with. @param people whose tokens count where no option says it */
export function poolAssumptions(
  card: RateCard,
  options: OptionValues,
  people: PoolAssumptions['people'],
): PoolAssumptions {
  const given = givenValues(POOL_ASSUMPTIONS, options);
  const { tokenPrice, tokenDiscount } = termsOf(card, options);
  const { tolerance, salvage } = given;
  const topUpPrice = given.topUpPrice ?? tokenPrice;
  const early = tokenPrice * (1 - tokenDiscount);
  return {
    ...given,
    people: options.has('population') ? given.people : people,
    tokenPrice,
    topUpPrice,
    disruption: given.disruption ?? impliedDisruption(tolerance, { early, late: topUpPrice, salvage }),
    disruptionImplied: given.disruption === null,
  };
}
