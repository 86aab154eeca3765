/** Weekly append: shows what an export would do to the history on `Flex Usage`, and does exactly that. */
import { FlexError } from '../../engine/errors';
import type { History } from '../../engine/monitor';
import type { DaySpan, MergePreview } from '../../engine/monitor/history/types';
import { countText } from '../../report/model/formats';
import { SHEETS } from '../../report/model/sheet-names';
import { usageDocument } from '../../report/usage/document';
import { readAppend, type AppendReading } from './append-reading';
import { writeDocuments } from '../sheets/document-writer';
import { ExcelFailure, throwIfCancelled } from '../host/failure';
import type { AppendOutcome, AppendPreview } from '../contract/monitor';
import { sheetStates } from '../host/own-sheets';
import { provenanceOf } from '../runs/provenance';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

/** Nothing would be appended: what a preview shows where the export cannot be. */
const NOTHING: MergePreview = { added: 0, changed: 0, same: 0, kept: 0, missing: [] };

const NOTHING_NEW: Message = {
  level: 'info',
  text: 'The history holds everything of this export already: nothing was changed.',
};

/** Reads the export and the history; writes nothing. */
export async function previewAppend(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<AppendPreview> {
  const found = await readAppend(context, choice, settings, onProgress, signal);
  const { read, history, merged } = found;
  const blocked = await blockedSheet(context);
  const refusal = found.refusal ?? blocked;
  const error: readonly Message[] = refusal === null ? [] : [{ level: 'error', text: refusal }];
  return {
    address: read.source.address,
    read: read.reading.read,
    used: read.reading.used,
    rejected: read.reading.rejected,
    history,
    preview: merged?.preview ?? NOTHING,
    exportDays: merged?.preview.newDays ?? [0, 0],
    historyDays: merged === null ? [0, 0] : daysOf(merged.history),
    messages: [...error, ...found.messages],
    canAppend: refusal === null,
    fingerprint: found.fingerprint,
  };
}

/**
 * @param fingerprint of the preview the user agreed to
 * @throws ExcelFailure `PreviewOutdated` when the export or the history is another by now; the workbook is then as it was
 */
export async function append(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  fingerprint: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<AppendOutcome> {
  const started = performance.now();
  const found = await readAppend(context, choice, settings, onProgress, signal);
  const { preview, history } = agreed(found, fingerprint);
  onProgress({ phase: 'computing', done: 0, total: 1, text: `${countText(history.rows)} rows of history` });
  await breathe();
  throwIfCancelled(signal);
  const sheets = found.known
    ? [{ name: SHEETS.usage.name, address: found.history?.address ?? SHEETS.usage.name }]
    : await writeDocuments(
        context,
        [usageDocument({ history, append: preview, provenance: provenanceOf(found.read, now) })],
        {
          signal,
          onRows: (done, total) => {
            onProgress({
              phase: 'writing',
              done,
              total,
              text: `${countText(done)} of ${countText(total)} rows`,
            });
          },
        },
      );
  return {
    preview,
    rows: history.rows,
    historyDays: daysOf(history),
    sheets,
    messages: [...(found.known ? [NOTHING_NEW] : []), ...found.messages],
    seconds: (performance.now() - started) / 1000,
  };
}

function agreed(
  { merged, refusal, fingerprint: now }: AppendReading,
  fingerprint: string,
): { readonly history: History; readonly preview: MergePreview } {
  if (now !== fingerprint) {
    throw new ExcelFailure(
      'PreviewOutdated',
      'The export or the history has changed since the preview, so nothing was appended. Look at the preview again, then append. The workbook is as it was before.',
      true,
    );
  }
  if (merged === null) throw new FlexError('value', refusal ?? 'There is nothing to append.');
  return merged;
}

async function blockedSheet(context: Excel.RequestContext): Promise<string | null> {
  const { name, mark } = SHEETS.usage;
  const [state] = await sheetStates(context, [name]);
  return state?.mark === undefined || state.mark === mark
    ? null
    : `There is a sheet "${name}" that Flex Governor did not make, and the history needs that name. Rename that sheet, then append.`;
}

function daysOf({ rows, day }: History): DaySpan {
  return [day[0] ?? 0, day[rows - 1] ?? 0];
}
