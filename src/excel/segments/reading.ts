/** Everything a segmentation needs, read from the workbook; nothing is written. */
import { requireUsable } from '../../engine/usage/reader/reader';
import type { NoSettings } from '../contract/services';
import type { Ask, Found } from '../runs/command';
import { NOTHING_EARLIER } from '../runs/assumptions';
import { runTerms, type RunTerms } from '../runs/terms';
import { inspectionMessages } from '../usage/inspection';
import { readSource } from '../usage/reading';
import { readPreviousRun, type PreviousRun } from './previous';

export interface SegmentReading extends Found {
  /** Null on a first run. */
  readonly previous: PreviousRun | null;
  readonly chosen: RunTerms;
  readonly externalDomains: readonly string[];
}

/** @throws FlexError or ExcelFailure with the cell that cannot be used */
export async function readSegments({
  context,
  choice,
  settings,
  onProgress,
  signal,
}: Ask<NoSettings>): Promise<SegmentReading> {
  const read = await readSource(context, choice, settings, onProgress, signal);
  requireUsable(read.reading);
  const previous = await readPreviousRun(context, { signal });
  const chosen = runTerms(read.card, settings, previous ?? NOTHING_EARLIER);
  const { externalDomains } = settings;
  return {
    read,
    previous,
    chosen,
    externalDomains,
    messages: [...inspectionMessages(read), ...chosen.messages],
  };
}
