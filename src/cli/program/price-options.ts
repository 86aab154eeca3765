/** Price terms from the options every pricing command takes. */
import { priceTerms } from '../../engine/catalog';
import type { PriceTerms, RateCard } from '../../engine/catalog/types';
import type { OptionValues } from './option-values';

export function termsOf(card: RateCard, options: OptionValues): PriceTerms {
  return priceTerms(card, {
    seatDiscount: options.number('seat-discount'),
    tokenDiscount: options.number('token-discount'),
    tokenPrice: options.number('token-price'),
    margin: options.number('margin'),
  });
}
