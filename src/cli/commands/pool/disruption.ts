/** What a missing token costs beside its top-up while the user has given no figure. */
import { toleranceMeaning } from '../../../engine/pool';

/**
 * The cost at which the tolerance is the cheapest (docs/methods.md, "Purchase": cu = co (1 − τ) ÷ τ); at least 0.
 * @param prices of a token: bought early after discount, bought late, and left over
 */
export function impliedDisruption(
  tolerance: number,
  prices: { readonly early: number; readonly late: number; readonly salvage: number },
): number {
  const { missingToken } = toleranceMeaning(tolerance, prices.early, prices.salvage, null);
  // Money to the millionth: what floating-point arithmetic adds beyond is no price.
  return Math.max(0, Math.round((missingToken + prices.early - prices.late) * 1e6) / 1e6);
}
