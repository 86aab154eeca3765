import { useEffect, useRef, type Dispatch } from 'react';
import type { PaneServices } from '../../excel/services';
import { isCancelled, toFailure } from '../failure';
import { announcedSource } from '../source-preference';
import { isRunning, type PaneAction, type PaneState } from '../state';

/** Settings changed in a row make one look, not several. */
const SETTLE_MS = 200;

/**
 * Looks at what a sizing would be made from while the Pool step is shown: at first, and whenever the usage or a setting changed.
 * A look that is overtaken, or left, is aborted and its answer ignored.
 */
export function usePoolReader(
  services: PaneServices,
  state: PaneState,
  dispatch: Dispatch<PaneAction>,
): void {
  const { source, settings, inspection, lastRun } = state;
  const { settings: chosen, refresh } = state.pool;
  const wanted =
    state.step === 'pool' &&
    state.reading === null &&
    !state.dataChanged &&
    state.inserting === null &&
    state.pool.run.kind !== 'done' &&
    !isRunning(state);
  // Who is on Flex, and whether that still holds, comes from the last segmentation.
  const segmentedAt = lastRun?.when;
  const segmentsStale = lastRun?.stale;
  const looked = useRef(false);

  useEffect(() => {
    if (!wanted || source === null || settings === null || inspection === null || chosen === null)
      return undefined;
    const control = new AbortController();
    const { signal } = control;
    const look = async (): Promise<void> => {
      try {
        const found = await services.inspectPool(
          announcedSource(source, inspection),
          settings,
          chosen,
          (progress) => {
            if (!signal.aborted) dispatch({ type: 'poolReadProgressed', progress });
          },
          signal,
        );
        if (!signal.aborted) dispatch({ type: 'poolReadDone', inspection: found });
      } catch (thrown) {
        if (signal.aborted) return;
        if (isCancelled(thrown)) return dispatch({ type: 'poolReadCancelled' });
        const fallback = 'The usage could not be looked at for a pool. Check the range, then read again.';
        dispatch({ type: 'poolReadFailed', failure: toFailure(thrown, fallback) });
      }
    };
    dispatch({ type: 'poolReadStarted' });
    const timer = setTimeout(() => void look(), looked.current ? SETTLE_MS : 0);
    looked.current = true;
    return () => {
      clearTimeout(timer);
      control.abort();
      dispatch({ type: 'poolReadCancelled' });
    };
  }, [services, dispatch, wanted, source, settings, inspection, chosen, refresh, segmentedAt, segmentsStale]);
}
