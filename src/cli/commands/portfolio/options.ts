/** What the cheapest mix takes beside the usage: seats, what is owned, what is decided, how tokens are bought. */
import { PORTFOLIO_SETTINGS } from '../../../engine/portfolio/assumptions';
import { assumptionOptions } from '../../program/assumption-options';
import { fileOption } from '../../program/option-specs';
import type { OptionSpec } from '../../program/option-spec';
import { SEATS_OPTION } from '../../program/seats-option';

const { contractorsOnFlex, bundle, committed } = PORTFOLIO_SETTINGS;

/** Who holds and owns what. */
export const HELD_OPTIONS: readonly OptionSpec[] = [
  SEATS_OPTION,
  fileOption('subscriptions', 'seats owned: Product, Quantity [, Start, End]'),
  fileOption('pins', 'decisions that stay: User, Product, Keep on (Flex, Named User or a Collection)'),
  ...assumptionOptions({ contractorsOnFlex }),
];

export const PORTFOLIO_OPTIONS: readonly OptionSpec[] = [
  ...HELD_OPTIONS,
  fileOption('tiers', 'volume prices: rows of From quantity, Price'),
  ...assumptionOptions({ bundle, committed }),
];
