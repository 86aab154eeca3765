import type { ToleranceMeaning } from './types';

/**
 * What a tolerance says about money: with tolerance τ the cheapest size is the chosen one exactly when a missing token costs
 * (price − salvage) × (1 − τ) ÷ τ more than one bought early (docs/methods.md, "Purchase"). At $3.00 without salvage, 5 % means $57 a
 * token. The equivalence is that of one price and salvage for all tokens left: a cap on salvage asks for less, the start of a tier may ask
 * for more.
 * @param price of a token at the calibrated size
 * @param ratio critical ratio of the prices given; null when no size is cheapest
 */
export function toleranceMeaning(
  tolerance: number,
  price: number,
  salvage: number,
  ratio: number | null,
): ToleranceMeaning {
  const unusedToken = price - salvage;
  return {
    tolerance,
    unusedToken,
    missingToken: unusedToken / tolerance - unusedToken,
    impliedTolerance: ratio === null ? null : 1 - ratio,
  };
}
