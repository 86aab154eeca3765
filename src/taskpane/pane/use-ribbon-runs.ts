import { useEffect, type Dispatch, type MutableRefObject } from 'react';
import type { CommandNotice } from '../../excel/pane/command-notice';
import type { SegmentOutcome } from '../../excel/contract/services';
import type { AllServices } from './services';
import type { PaneAction, PaneState } from './state';
import type { Reader } from './use-reader';

/** Subscribes to what ribbon commands do; returns an unsubscribe. */
export type RibbonFeed = (handler: (notice: CommandNotice) => void) => () => void;

/** Shows a run that the ribbon button started as if the pane had: its progress, and what came of it. */
export function useRibbonRuns(
  feed: RibbonFeed | undefined,
  services: AllServices,
  reader: Reader,
  dispatch: Dispatch<PaneAction>,
  latest: MutableRefObject<PaneState>,
  now: () => number,
): void {
  useEffect(() => {
    if (feed === undefined) return undefined;

    const showResult = async (outcome: SegmentOutcome): Promise<void> => {
      const [sources, settings, lastRun, pool, monitor] = await Promise.all([
        services.sources(),
        services.settings(),
        services.lastRun(),
        services.poolSettings(),
        services.monitorSettings(),
      ]);
      dispatch({ type: 'pool', action: { type: 'settingsChanged', settings: pool } });
      dispatch({ type: 'monitor', action: { type: 'settingsChanged', settings: monitor } });
      const ran = sources.find((option) => option.address === lastRun?.input);
      const source = ran?.choice ?? latest.current.source;
      dispatch({ type: 'lastRunSeen', lastRun });
      if (source === null) return dispatch({ type: 'runCleared' });
      const inspection = await services.inspect(
        source,
        settings,
        () => undefined,
        new AbortController().signal,
      );
      dispatch({ type: 'sourceChosen', source });
      dispatch({ type: 'settingsChanged', settings });
      dispatch({ type: 'readDone', inspection });
      dispatch({ type: 'runDone', outcome, inspection });
    };

    return feed((notice) => {
      const { run } = latest.current;
      if (notice.kind === 'progress') {
        if (run.kind !== 'running') dispatch({ type: 'runStarted', at: now(), from: 'ribbon' });
        dispatch({ type: 'runProgressed', progress: notice.progress, at: now() });
      } else if (notice.kind === 'failed') {
        const { text, detail } = notice.message;
        const failure = { text, code: notice.code, detail: detail ?? null, untouched: false };
        dispatch({ type: 'runFailed', failure });
      } else {
        void reader.attempt(
          () => showResult(notice.outcome),
          'The run is done, but the pane could not show it. See Flex Segments.',
        );
      }
    });
  }, [feed, services, reader, dispatch, latest, now]);
}
