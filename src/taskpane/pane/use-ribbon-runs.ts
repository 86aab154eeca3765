import { useEffect, type Dispatch, type MutableRefObject } from 'react';
import type { CommandNotice } from '../../excel/pane/command-notice';
import type { SegmentOutcome } from '../../excel/contract/services';
import type { PaneServices } from '../../excel/contract/pane';
import { commandOf, told, type PaneAction, type PaneState } from './state';
import type { Reader } from './use-reader';

/** The command of the ribbon's button. */
const RIBBON = 'segment';

/** Subscribes to what ribbon commands do; returns an unsubscribe. */
export type RibbonFeed = (handler: (notice: CommandNotice) => void) => () => void;

/** Shows a run that the ribbon button started as if the pane had: its progress, and what came of it. */
export function useRibbonRuns(
  feed: RibbonFeed | undefined,
  services: PaneServices,
  reader: Reader,
  dispatch: Dispatch<PaneAction>,
  latest: MutableRefObject<PaneState>,
  now: () => number,
): void {
  useEffect(() => {
    if (feed === undefined) return undefined;

    const showResult = async (outcome: SegmentOutcome): Promise<void> => {
      const [sources, settings] = await Promise.all([services.sources(), services.settings()]);
      await reader.afterRun(RIBBON);
      const { last } = commandOf(latest.current, RIBBON).state;
      const ran = sources.find((option) => option.address === last?.input);
      const source = ran?.choice ?? latest.current.source;
      if (source === null) return dispatch(told(RIBBON, { type: 'runCleared' }));
      const inspection = await services.inspect(
        source,
        settings,
        () => undefined,
        new AbortController().signal,
      );
      dispatch({ type: 'sourceChosen', source });
      dispatch({ type: 'settingsChanged', settings });
      dispatch({ type: 'readDone', inspection });
      dispatch(told(RIBBON, { type: 'runDone', outcome, inspection, read: inspection }));
    };

    return feed((notice) => {
      const { run } = commandOf(latest.current, RIBBON).state;
      if (notice.kind === 'progress') {
        if (run.kind !== 'running') dispatch(told(RIBBON, { type: 'runStarted', at: now(), from: 'ribbon' }));
        dispatch(told(RIBBON, { type: 'runProgressed', progress: notice.progress, at: now() }));
      } else if (notice.kind === 'failed') {
        const { text, detail } = notice.message;
        const failure = { text, code: notice.code, detail: detail ?? null, untouched: false };
        dispatch(told(RIBBON, { type: 'runFailed', failure }));
      } else {
        void reader.attempt(
          () => showResult(notice.outcome),
          'The run is done, but the pane could not show it. See Flex Segments.',
        );
      }
    });
  }, [feed, services, reader, dispatch, latest, now]);
}
