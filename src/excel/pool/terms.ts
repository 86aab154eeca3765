/** The inputs of a sizing: the pane's settings, and what the user changed in the input cells of `Flex Pool` since the last run. */
import { POOL_ASSUMPTIONS } from '../../engine/pool/assumptions';
import type { RateCard } from '../../engine/catalog';
import { toleranceMeaning } from '../../engine/pool';
import { SHEETS } from '../../report/model/sheet-names';
import type { PoolAssumptions } from '../../report/pool/input';
import { chosenAssumptions, type ChosenAssumptions, type EarlierCells } from '../runs/assumptions';
import type { PoolSettings } from '../contract/pool';
import type { SegmentSettings } from '../contract/services';

export interface PoolTerms extends Omit<ChosenAssumptions<typeof POOL_ASSUMPTIONS>, 'used'> {
  readonly assumptions: PoolAssumptions;
}

/** @throws FlexError naming the cell, or the setting, that cannot be used */
export function poolTerms(
  card: RateCard,
  { tokenPrice, tokenDiscount }: SegmentSettings,
  pool: PoolSettings,
  earlier: EarlierCells,
): PoolTerms {
  const settings = { ...pool, tokenPrice: tokenPrice ?? card.tokenPrice, tokenDiscount };
  const { used, ...chosen } = chosenAssumptions(POOL_ASSUMPTIONS, settings, earlier, () => SHEETS.pool.name);
  const price = used.tokenPrice ?? card.tokenPrice;
  // Without a price of its own a late token costs the list price, whichever that is by now.
  const priced = { ...used, tokenPrice: price, topUpPrice: used.topUpPrice ?? price };
  const assumptions: PoolAssumptions = {
    ...priced,
    disruption: used.disruption ?? impliedDisruption(priced),
    disruptionImplied: used.disruption === null,
  };
  return { ...chosen, assumptions };
}

/** What a missing token must cost beside its top-up for the tolerance to be the cheapest; at least 0. */
function impliedDisruption(terms: Omit<PoolAssumptions, 'disruption'>): number {
  const price = terms.tokenPrice * (1 - terms.tokenDiscount);
  const { missingToken } = toleranceMeaning(terms.tolerance, price, terms.salvage, null);
  // Money to the millionth: what floating-point arithmetic adds beyond is no price.
  return Math.max(0, Math.round((missingToken + price - terms.topUpPrice) * 1e6) / 1e6);
}
