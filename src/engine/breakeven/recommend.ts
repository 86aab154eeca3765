import type { PriceTerms, RateRow } from '../catalog/types';
import { breakEven, ceiling, exceeds } from './break-even';

export type UnitsRecommendation = 'Flex' | 'Review' | 'Named User' | 'Named User – not on Flex';

/**
 * What one product alone suggests for a year's units: Flex up to and including the ceiling, Review up to and including break-even, a
 * Named User above.
 * @throws FlexError as breakEven, except that a product not on Flex gives its recommendation
 */
export function recommendUnits(row: RateRow, units: number, terms: PriceTerms): UnitsRecommendation {
  if (!row.onFlex) return 'Named User – not on Flex';
  if (!exceeds(units, ceiling(row, terms))) return 'Flex';
  return exceeds(units, breakEven(row, terms)) ? 'Named User' : 'Review';
}
