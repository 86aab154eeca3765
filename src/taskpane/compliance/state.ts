import type { ComplianceInspection, ComplianceOutcome } from '../../excel/contract/compliance';
import type { CommandAction, CommandState, CommandWords } from '../command/state';

/** The step asks for nothing beside the usage and its settings. */
export type ComplianceSettings = Readonly<Record<string, never>>;

/** What the pane knows of the Compliance step. */
export type ComplianceState = CommandState<ComplianceSettings, ComplianceInspection, ComplianceOutcome>;

export type ComplianceAction = CommandAction<ComplianceSettings, ComplianceInspection, ComplianceOutcome>;

/** What a screen reader is told of a compliance check. */
export const complianceAnnouncements: CommandWords<ComplianceInspection, ComplianceOutcome> = {
  looked: ({ canRun, people }) =>
    canRun
      ? `Compliance can be checked for ${people} people.`
      : 'Compliance cannot be checked yet. The step says why.',
  started: 'The compliance check started.',
  done: ({ finding }) => `Done. ${finding}`,
};
