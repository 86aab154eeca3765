import type { RenewalInspection, RenewalOutcome, RenewalSettings } from '../../excel/contract/renewal';
import { commandStep } from '../command/step';

export const RENEWAL_STEP = commandStep<RenewalSettings, RenewalInspection, RenewalOutcome>({
  label: 'Prepare renewal',
  doing: 'Preparing the renewal',
  started: 'Preparing the renewal started.',
  looked: ({ canRun }) =>
    canRun ? 'The renewal can be prepared.' : 'The renewal cannot be prepared yet. The step says why.',
  done: ({ finding }) => `Done. ${finding}`,
  look: {
    reading: 'Reading the usage and the seats',
    unlooked: 'The usage has not been looked at for a renewal. Read it again.',
    outdated: 'Quotes, seats or cells of Flex Renewal changed. Read them again first.',
  },
  needsPeople: false,
  fallbacks: {
    inspect: 'The usage and the quotes could not be looked at. Check the range, then read again.',
    run: 'Preparing stopped. Look at Flex Renewal and Flex Ask List before you run it again.',
  },
});
