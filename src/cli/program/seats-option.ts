/** Who holds which Named User seat. */
import type { OptionSpec } from './option-spec';

export const SEATS_OPTION: OptionSpec = {
  name: 'seats',
  kind: 'file',
  value: 'FILE',
  help: 'who holds which seat (User or Email, Product): finds seats to take back',
};
