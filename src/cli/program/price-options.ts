/** Price terms from the options every pricing command takes. */
import { priceTerms } from '../../engine/catalog';
import type { PriceTerms, RateCard } from '../../engine/catalog/types';
import { SEGMENT_SETTINGS } from '../../engine/segments/assumptions';
import { givenValues } from './assumption-options';
import type { OptionValues } from './option-values';

export function termsOf(card: RateCard, options: OptionValues): PriceTerms {
  return priceTerms(card, givenValues(SEGMENT_SETTINGS, options));
}
