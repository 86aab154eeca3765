import type { PaneServices } from '../../excel/contract/pane';
import type { PaneAction } from '../pane/state';

/** What a step shows of the workbook whether or not its command has run. */
export interface Aside {
  /** Sheets on which it stands. */
  readonly sheets: readonly string[];
  /** @param ran true after a run, which has told what came of it */
  read(services: PaneServices, ran: boolean): Promise<PaneAction>;
  readonly fallback: string;
}
