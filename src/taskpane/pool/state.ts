import type { PoolInspection, PoolOutcome, PoolSettings } from '../../excel/contract/pool';
import type { CommandAction, CommandState, CommandWords } from '../command/state';

/** What the pane knows of the Pool step. */
export type PoolState = CommandState<PoolSettings, PoolInspection, PoolOutcome>;

export type PoolAction = CommandAction<PoolSettings, PoolInspection, PoolOutcome>;

/** What a screen reader is told of a sizing. */
export const poolAnnouncements: CommandWords<PoolInspection, PoolOutcome> = {
  looked: ({ people }) => `The pool can be sized for ${people} people.`,
  started: 'Sizing started.',
  done: ({ choices }) => {
    const size = choices.find((choice) => choice.kind === 'calibrated')?.size;
    return size === undefined ? 'Done.' : `Done. The risk-calibrated pool is ${size} tokens.`;
  },
};
