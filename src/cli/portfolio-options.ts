/** What the cheapest mix takes beside the usage: seats, what is owned, what is decided, how tokens are bought. */
import type { OptionSpec } from './option-specs';
import { SEATS_OPTION } from './seats-option';

const file = (name: string, help: string): OptionSpec => ({ name, kind: 'file', value: 'FILE', help });
const tokens = (name: string, help: string): OptionSpec => ({
  name,
  kind: 'number',
  value: 'TOKENS',
  help,
  least: 0,
});

/** Who holds and owns what. */
export const HELD_OPTIONS: readonly OptionSpec[] = [
  SEATS_OPTION,
  file('subscriptions', 'seats owned: Product, Quantity [, Start, End]'),
  file('pins', 'decisions that stay: User, Product, Keep on (Flex, Named User or a Collection)'),
  { name: 'contractors-on-seats', kind: 'flag', help: 'let contractors have seats where that is cheaper' },
];

export const PORTFOLIO_OPTIONS: readonly OptionSpec[] = [
  ...HELD_OPTIONS,
  file('tiers', 'volume prices: rows of From quantity, Price'),
  tokens('bundle', 'purchases are multiples of it (default: any number)'),
  tokens('committed', 'tokens that are paid for in any case (default: 0)'),
];
