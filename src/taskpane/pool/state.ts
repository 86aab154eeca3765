import type { PoolInspection, PoolOutcome, PoolSettings } from '../../excel/contract/pool';
import { commandStep } from '../command/step';

export const POOL_STEP = commandStep<PoolSettings, PoolInspection, PoolOutcome>({
  label: 'Size pool',
  doing: 'Sizing the pool',
  started: 'Sizing started.',
  looked: ({ people }) => `The pool can be sized for ${people} people.`,
  done: ({ choices }) => {
    const size = choices.find((choice) => choice.kind === 'calibrated')?.size;
    return size === undefined ? 'Done.' : `Done. The risk-calibrated pool is ${size} tokens.`;
  },
  look: {
    reading: 'Reading the usage',
    unlooked: 'The usage has not been looked at for a pool. Read it again.',
    outdated: 'The plan, decisions or the cells of Flex Pool changed. Read them again first.',
  },
  needsPeople: false,
  follows: 'segment',
  fallbacks: {
    inspect: 'The usage could not be looked at for a pool. Check the range, then read again.',
    run: 'Sizing stopped. Look at Flex Pool before you run it again.',
  },
});
