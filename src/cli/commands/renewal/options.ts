/** What whoever negotiates decides or assumes. */
import type { RenewalChoices } from '../../../engine/renewal';
import { AGREEMENT_SETTINGS, RENEWAL_SETTINGS } from '../../../engine/renewal/assumptions';
import { assumptionOptions, givenValues } from '../../program/assumption-options';
import { BadInput } from '../../program/bad-input';
import { fileOption } from '../../program/option-specs';
import type { OptionSpec } from '../../program/option-spec';
import type { OptionValues } from '../../program/option-values';

export const RENEWAL_OPTIONS: readonly OptionSpec[] = [
  fileOption(
    'quotes',
    'vendor quotes, up to three: Quote, Item, Quantity, Unit price [, Discount, Term in years, …]',
  ),
  fileOption('levers', 'ranges of your own: Lever, Low, High [, Mid, Own]'),
  {
    name: 'new-card',
    kind: 'text',
    value: 'NAME|FILE',
    help: 'rate card of the renewal, compared with --card on the same use',
  },
  ...assumptionOptions(RENEWAL_SETTINGS),
  ...assumptionOptions(AGREEMENT_SETTINGS),
  {
    name: 'eba-not-covered',
    kind: 'text',
    value: 'PRODUCTS',
    help: 'that its tokens do not cover, with commas between: their users need seats (default: none)',
  },
];

/** @throws BadInput for an agreement without its price */
export function renewalChoices(options: OptionValues): RenewalChoices {
  return { ...givenValues(RENEWAL_SETTINGS, options), eba: agreementOf(options) };
}

function agreementOf(options: OptionValues): RenewalChoices['eba'] {
  if (!options.has('eba-tokens') && !options.has('eba-term-tokens')) return null;
  if (!options.has('eba-price')) {
    throw new BadInput('An enterprise agreement needs the price of its tokens: --eba-price MONEY.');
  }
  return {
    ...givenValues(AGREEMENT_SETTINGS, options),
    notCovered: (options.text('eba-not-covered') ?? '')
      .split(',')
      .map((product) => product.trim())
      .filter((product) => product !== ''),
  };
}
