import type { RenewalInspection, RenewalOutcome, RenewalSettings } from '../../excel/contract/renewal';
import type { CommandAction, CommandState, CommandWords } from '../command/state';

/** What the pane knows of the Renewal step. */
export type RenewalState = CommandState<RenewalSettings, RenewalInspection, RenewalOutcome>;

export type RenewalAction = CommandAction<RenewalSettings, RenewalInspection, RenewalOutcome>;

/** What a screen reader is told of preparing a renewal. */
export const renewalAnnouncements: CommandWords<RenewalInspection, RenewalOutcome> = {
  looked: ({ canRun }) =>
    canRun ? 'The renewal can be prepared.' : 'The renewal cannot be prepared yet. The step says why.',
  started: 'Preparing the renewal started.',
  done: ({ finding }) => `Done. ${finding}`,
};
