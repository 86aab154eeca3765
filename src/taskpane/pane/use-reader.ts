import { useCallback, useMemo, useRef, type Dispatch, type MutableRefObject } from 'react';
import type { CommandKey, PaneServices } from '../../excel/contract/pane';
import type { SegmentSettings, SourceChoice } from '../../excel/contract/services';
import { isCancelled, toFailure } from './failure';
import { preferredSource, sourceKey } from '../data/source-preference';
import { ASIDES } from './asides';
import { COMMAND_KEYS, commandOf, told, type PaneAction, type PaneState } from './state';

/** Reading the workbook for the "Before" cards; writes nothing. */
export interface Reader {
  /** Inspects a source; a reading that is overtaken is aborted and its answer ignored. */
  read(source: SourceChoice, settings: SegmentSettings): Promise<void>;
  /** Lists sources, cards and the last runs anew, then reads the source (another one if it is gone). */
  relist(): Promise<void>;
  /** Tells which results still hold. */
  seeLastRuns(): Promise<void>;
  /** Takes the settings of commands from the workbook. */
  seeSettings(keys: readonly CommandKey[]): Promise<void>;
  /** Tells what a run has changed for any step. */
  afterRun(key: CommandKey): Promise<void>;
  /** Aborts the reading under way. */
  stop(): void;
  /** Runs `work`; what it throws becomes the pane's failure notice. */
  attempt(work: () => Promise<void>, fallback: string): Promise<void>;
}

/** A Reader over the services whose outcomes go to `dispatch`. */
export function useReader(
  services: PaneServices,
  dispatch: Dispatch<PaneAction>,
  latest: MutableRefObject<PaneState>,
): Reader {
  const current = useRef<AbortController | null>(null);

  const read = useCallback(
    async (source: SourceChoice, settings: SegmentSettings): Promise<void> => {
      current.current?.abort();
      const control = new AbortController();
      current.current = control;
      dispatch({ type: 'readStarted' });
      try {
        const inspection = await services.inspect(
          source,
          settings,
          (progress) => {
            if (!control.signal.aborted) dispatch({ type: 'readProgressed', progress });
          },
          control.signal,
        );
        if (!control.signal.aborted) dispatch({ type: 'readDone', inspection });
      } catch (thrown) {
        if (current.current !== control) return;
        if (isCancelled(thrown)) dispatch({ type: 'readCancelled' });
        else {
          const fallback = 'The usage could not be read. Check the range, then read again.';
          dispatch({ type: 'readFailed', failure: toFailure(thrown, fallback) });
        }
      }
    },
    [services, dispatch],
  );

  const seeLastRuns = useCallback(async (): Promise<void> => {
    dispatch({ type: 'lastRunsSeen', lastRuns: await services.lastRuns() });
  }, [services, dispatch]);

  const seeAsides = useCallback(
    async (ran: boolean): Promise<void> => {
      for (const aside of ASIDES) dispatch(await aside.read(services, ran));
    },
    [services, dispatch],
  );

  const seeSettings = useCallback(
    async (keys: readonly CommandKey[]): Promise<void> => {
      const settings = await Promise.all(keys.map((key) => services.commands[key].settings()));
      keys.forEach((key, index) =>
        dispatch(told(key, { type: 'settingsChanged', settings: settings[index] })),
      );
    },
    [services, dispatch],
  );

  const afterRun = useCallback(
    async (key: CommandKey): Promise<void> => {
      await seeLastRuns();
      await seeAsides(true);
      await seeSettings(COMMAND_KEYS.filter((each) => commandOf(latest.current, each).words.follows === key));
    },
    [latest, seeLastRuns, seeAsides, seeSettings],
  );

  const relist = useCallback(async (): Promise<void> => {
    const [sources, cards] = await Promise.all([services.sources(), services.cards()]);
    dispatch({ type: 'workbookListed', sources, cards });
    for (const key of COMMAND_KEYS) dispatch(told(key, { type: 'refreshed' }));
    const { source, settings } = latest.current;
    const still = sources.some((option) => source !== null && sourceKey(option.choice) === sourceKey(source));
    const next = still && source !== null ? source : preferredSource(sources);
    if (next !== null && settings !== null && !still) dispatch({ type: 'sourceChosen', source: next });
    // Together: what is read for one is known to the other.
    const reading = next === null || settings === null ? undefined : read(next, settings);
    await Promise.all([reading, seeLastRuns(), seeAsides(false)]);
  }, [services, dispatch, latest, read, seeLastRuns, seeAsides]);

  const stop = useCallback((): void => current.current?.abort(), []);

  const attempt = useCallback(
    async (work: () => Promise<void>, fallback: string): Promise<void> => {
      try {
        await work();
      } catch (thrown) {
        dispatch({ type: 'failed', failure: toFailure(thrown, fallback) });
      }
    },
    [dispatch],
  );

  return useMemo(
    () => ({ read, relist, stop, attempt, afterRun, seeLastRuns, seeSettings }),
    [read, relist, stop, attempt, afterRun, seeLastRuns, seeSettings],
  );
}
