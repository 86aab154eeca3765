import { useCallback, useMemo, useRef, type Dispatch, type MutableRefObject } from 'react';
import type { SegmentSettings, SourceChoice } from '../../excel/contract/services';
import { isCancelled, toFailure } from './failure';
import type { AllServices } from './services';
import { preferredSource, sourceKey } from '../data/source-preference';
import type { PaneAction, PaneState } from './state';

/** Reading the workbook for the "Before" cards; writes nothing. */
export interface Reader {
  /** Inspects a source; a reading that is overtaken is aborted and its answer ignored. */
  read(source: SourceChoice, settings: SegmentSettings): Promise<void>;
  /** Lists sources, cards and the last runs anew, then reads the source (another one if it is gone). */
  relist(): Promise<void>;
  /** Aborts the reading under way. */
  stop(): void;
  /** Runs `work`; what it throws becomes the pane's failure notice. */
  attempt(work: () => Promise<void>, fallback: string): Promise<void>;
}

/** A Reader over the services whose outcomes go to `dispatch`. */
export function useReader(
  services: AllServices,
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

  const relist = useCallback(async (): Promise<void> => {
    const [sources, cards, lastRun, lastPool, lastMonitor, alerts, lastPortfolio, others] = await Promise.all(
      [
        services.sources(),
        services.cards(),
        services.lastRun(),
        services.lastPool(),
        services.lastMonitor(),
        services.alerts(),
        services.lastPortfolio(),
        Promise.all([services.lastRenewal(), services.lastCompliance()]),
      ],
    );
    dispatch({ type: 'workbookListed', sources, cards });
    dispatch({ type: 'lastRunSeen', lastRun });
    dispatch({ type: 'pool', action: { type: 'lastSeen', last: lastPool } });
    dispatch({ type: 'pool', action: { type: 'refreshed' } });
    dispatch({ type: 'monitor', action: { type: 'lastSeen', last: lastMonitor } });
    dispatch({ type: 'alertsSeen', alerts });
    dispatch({ type: 'monitor', action: { type: 'refreshed' } });
    dispatch({ type: 'portfolio', action: { type: 'lastSeen', last: lastPortfolio } });
    dispatch({ type: 'portfolio', action: { type: 'refreshed' } });
    dispatch({ type: 'renewal', action: { type: 'lastSeen', last: others[0] } });
    dispatch({ type: 'renewal', action: { type: 'refreshed' } });
    dispatch({ type: 'compliance', action: { type: 'lastSeen', last: others[1] } });
    dispatch({ type: 'compliance', action: { type: 'refreshed' } });
    const { source, settings } = latest.current;
    const still = sources.some((option) => source !== null && sourceKey(option.choice) === sourceKey(source));
    const next = still && source !== null ? source : preferredSource(sources);
    if (next === null || settings === null) return;
    if (!still) dispatch({ type: 'sourceChosen', source: next });
    await read(next, settings);
  }, [services, dispatch, latest, read]);

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

  return useMemo(() => ({ read, relist, stop, attempt }), [read, relist, stop, attempt]);
}
