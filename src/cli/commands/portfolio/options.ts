/** What the cheapest mix takes beside the usage: seats, what is owned, what is decided, how tokens are bought. */
import { fileOption, numberOption, type OptionSpec } from '../../program/option-specs';
import { SEATS_OPTION } from '../../program/seats-option';

/** Who holds and owns what. */
export const HELD_OPTIONS: readonly OptionSpec[] = [
  SEATS_OPTION,
  fileOption('subscriptions', 'seats owned: Product, Quantity [, Start, End]'),
  fileOption('pins', 'decisions that stay: User, Product, Keep on (Flex, Named User or a Collection)'),
  { name: 'contractors-on-seats', kind: 'flag', help: 'let contractors have seats where that is cheaper' },
];

export const PORTFOLIO_OPTIONS: readonly OptionSpec[] = [
  ...HELD_OPTIONS,
  fileOption('tiers', 'volume prices: rows of From quantity, Price'),
  numberOption('bundle', 'TOKENS', 'purchases are multiples of it (default: any number)'),
  numberOption('committed', 'TOKENS', 'tokens that are paid for in any case (default: 0)'),
];
