/** What whoever negotiates decides or assumes. */
import { DEFAULT_RENEWAL_CHOICES, type RenewalChoices } from '../../../engine/renewal';
import { LEVER_MODES } from '../../../report/renewal/input';
import { BadInput } from '../../program/bad-input';
import { fileOption, numberOption, shareOption, type OptionSpec } from '../../program/option-specs';
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
  {
    name: 'mode',
    kind: 'text',
    value: 'WORD',
    help: `levers are ${LEVER_MODES.join(' or ')} (default: compounded)`,
    words: LEVER_MODES,
  },
  numberOption('growth', 'N', 'of the tokens a year: 0.1 is 10 % (default: as the data show it)', -0.99, 10),
  numberOption('vendor-growth', 'N', 'that the vendor assumes on top of last year (default: 0.1)', -0.99, 10),
  shareOption('growth-error', 'by which the growth may be wrong, either way (default: 10%)'),
  shareOption('commitment-discount', 'for a commitment of the expected demand (default: 15%)'),
  shareOption('price-increase', 'expected rise of the token price a year (default: 5%)'),
  shareOption('rate-increase', 'expected rise of the tokens a unit costs, a year (default: 5%)'),
  shareOption('carry-share', 'of the pool that may be carried forward (default: 10%)'),
  shareOption('carry-chance', 'chance that carry-forward is granted (default: 30%)'),
  numberOption('years', 'N', 'that quotes are compared over (default: 3)', 1, 10),
  numberOption('eba-tokens', 'TOKENS', 'a year in an enterprise agreement, to hold against retail'),
  numberOption('eba-price', 'MONEY', 'of its tokens'),
  numberOption('eba-term-tokens', 'TOKENS', 'of its whole term, on top (default: 0)'),
  numberOption('eba-years', 'N', 'of its term (default: 3)', 1, 10),
  shareOption('eba-uplift', 'rise of its prices a year (default: 0)'),
  numberOption('eba-overflow', 'MONEY', 'of a token beyond those bought (default: list)'),
  {
    name: 'eba-not-covered',
    kind: 'text',
    value: 'PRODUCTS',
    help: 'that its tokens do not cover, with commas between: their users need seats (default: none)',
  },
  numberOption('eba-fee', 'MONEY', 'a year, whatever is used (default: 0)'),
];

/** @throws BadInput for an agreement without its price */
export function renewalChoices(options: OptionValues): RenewalChoices {
  const d = DEFAULT_RENEWAL_CHOICES;
  return {
    mode: LEVER_MODES.find((mode) => mode === options.text('mode')) ?? d.mode,
    growth: options.number('growth'),
    vendorGrowth: options.number('vendor-growth') ?? d.vendorGrowth,
    growthError: options.number('growth-error') ?? d.growthError,
    commitmentDiscount: options.number('commitment-discount') ?? d.commitmentDiscount,
    priceIncrease: options.number('price-increase') ?? d.priceIncrease,
    rateIncrease: options.number('rate-increase') ?? d.rateIncrease,
    carryShare: options.number('carry-share') ?? d.carryShare,
    carryChance: options.number('carry-chance') ?? d.carryChance,
    years: options.number('years') ?? d.years,
    eba: agreementOf(options),
  };
}

function agreementOf(options: OptionValues): RenewalChoices['eba'] {
  const [annualTokens, termTokens] = [options.number('eba-tokens'), options.number('eba-term-tokens')];
  if (annualTokens === null && termTokens === null) return null;
  const tokenPrice = options.number('eba-price');
  if (tokenPrice === null) {
    throw new BadInput('An enterprise agreement needs the price of its tokens: --eba-price MONEY.');
  }
  return {
    years: options.number('eba-years') ?? 3,
    annualTokens: annualTokens ?? 0,
    termTokens: termTokens ?? 0,
    tokenPrice,
    uplift: options.number('eba-uplift') ?? 0,
    overflowPrice: options.number('eba-overflow'),
    yearlyFee: options.number('eba-fee') ?? 0,
    notCovered: (options.text('eba-not-covered') ?? '')
      .split(',')
      .map((product) => product.trim())
      .filter((product) => product !== ''),
  };
}
