import type { Progress, SegmentSettings, SourceChoice } from '../../excel/contract/services';
import type { LastRun, PaneAction, PaneState } from '../pane/state';
import type { CommandAction, CommandState } from './state';

/** Works on the announced usage; the same shape whether it looks or writes. */
type Work<Settings, Result> = (
  source: SourceChoice,
  settings: SegmentSettings,
  own: Settings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
) => Promise<Result>;

/** A command of the pane that has a step to itself: what it asks of the workbook, and what it says where that fails. */
export interface Command<Settings, Found, Outcome> {
  readonly step: PaneState['step'];
  of(state: PaneState): CommandState<Settings, Found, Outcome>;
  /** The step's action as an action of the pane. */
  told(action: CommandAction<Settings, Found, Outcome>): PaneAction;
  readonly inspect: Work<Settings, Found>;
  readonly run: Work<Settings, Outcome>;
  save(settings: Settings): Promise<void>;
  last(): Promise<LastRun | null>;
  /** What else the pane shows and a run may have changed. */
  beside?(): Promise<PaneAction>;
  /** True when a look answers anew after a segmentation: who is on Flex, and whether that still holds, comes from it. */
  readonly followsSegments: boolean;
  /** What to say of an error that is no sentence of ours. */
  readonly fallbacks: { readonly inspect: string; readonly run: string; readonly last: string };
}
