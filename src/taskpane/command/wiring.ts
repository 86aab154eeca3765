import type { Dispatch, MutableRefObject } from 'react';
import type { PaneAction, PaneState } from '../pane/state';
import type { Reader } from '../pane/use-reader';

/** What the actions of the pane work with, beside the workbook's services; the same object for the life of the pane. */
export interface Wiring {
  readonly reader: Reader;
  readonly dispatch: Dispatch<PaneAction>;
  readonly latest: MutableRefObject<PaneState>;
  /** The run under way, for Cancel: the pane has one at a time. */
  readonly running: MutableRefObject<AbortController | null>;
  now(): number;
}
