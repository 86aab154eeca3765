import type { AppendPreview } from '../../../excel/contract/monitor';
import type { SegmentSettings, SourceChoice } from '../../../excel/contract/services';
import type { Wiring } from '../../command/wiring';
import { isCancelled, toFailure } from '../../pane/failure';
import type { PaneServices } from '../../../excel/contract/pane';
import type { AppendAction } from './state';
import { sourceKey } from '../../data/source-preference';
import { isRunning, type PaneState } from '../../pane/state';

/** What the card "Append a week" can ask for. */
export interface AppendActions {
  chooseExport(source: SourceChoice | null): void;
  previewAppend(): void;
  stopPreview(): void;
  appendExport(): void;
}

/** Columns set by hand are positions in the usage read: they mean nothing in another range. */
function settingsFor(source: SourceChoice, state: PaneState): SegmentSettings | null {
  const { settings } = state;
  if (settings === null) return null;
  const same = state.source !== null && sourceKey(state.source) === sourceKey(source);
  return same ? settings : { ...settings, columns: {} };
}

/** Exactly the cells that were previewed, wherever the selection is by now. */
const previewed = (source: SourceChoice, preview: AppendPreview): SourceChoice =>
  source.kind === 'selection' ? { ...source, address: preview.address } : source;

export function appendActions(services: PaneServices, wiring: Wiring): AppendActions {
  const { reader, dispatch, latest, running, now } = wiring;
  const tell = (action: AppendAction): void => dispatch({ type: 'monitor', action });
  let looking: AbortController | null = null;

  const preview = async (source: SourceChoice, settings: SegmentSettings): Promise<void> => {
    looking?.abort();
    const control = new AbortController();
    const { signal } = control;
    looking = control;
    tell({ type: 'previewStarted' });
    try {
      const found = await services.previewAppend(
        source,
        settings,
        (progress) => {
          if (!signal.aborted) tell({ type: 'previewProgressed', progress });
        },
        signal,
      );
      if (!signal.aborted) tell({ type: 'previewDone', preview: found });
    } catch (thrown) {
      if (signal.aborted) return;
      const fallback = 'The export could not be previewed. Choose other cells, or check its columns.';
      tell(
        isCancelled(thrown)
          ? { type: 'previewCancelled' }
          : { type: 'previewFailed', failure: toFailure(thrown, fallback) },
      );
    }
  };

  const append = async (
    source: SourceChoice,
    settings: SegmentSettings,
    shown: AppendPreview,
  ): Promise<void> => {
    const control = new AbortController();
    running.current = control;
    tell({ type: 'appendStarted', at: now() });
    try {
      const outcome = await services.append(
        previewed(source, shown),
        settings,
        shown.fingerprint,
        (progress) => tell({ type: 'appendProgressed', progress, at: now() }),
        control.signal,
      );
      tell({ type: 'appendDone', outcome });
    } catch (thrown) {
      const failure = toFailure(thrown, 'Appending stopped. Look at Flex Usage before you append again.');
      if (isCancelled(thrown)) tell({ type: 'appendCancelled', untouched: failure.untouched });
      else tell({ type: 'appendFailed', failure });
      return;
    }
    await attempt(reader.relist, 'The workbook could not be read. Try again.');
  };

  const { attempt } = reader;
  return {
    chooseExport: (source) => {
      looking?.abort();
      tell({ type: 'exportChosen', source });
    },
    previewAppend: () => {
      const { source } = latest.current.monitor.append;
      const settings = source === null ? null : settingsFor(source, latest.current);
      if (source !== null && settings !== null && !isRunning(latest.current)) void preview(source, settings);
    },
    stopPreview: () => {
      looking?.abort();
      tell({ type: 'previewCancelled' });
    },
    appendExport: () => {
      const { source, preview: shown } = latest.current.monitor.append;
      const settings = source === null ? null : settingsFor(source, latest.current);
      if (source === null || settings === null || shown === null || !shown.canAppend) return;
      if (!isRunning(latest.current)) void append(source, settings, shown);
    },
  };
}
