import { useMemo, type Dispatch } from 'react';
import type { PaneServices } from '../../excel/services';
import { announcedSource } from '../source-preference';
import { isRunning, type PaneAction, type PaneState } from '../state';
import { useLook, type Look } from '../use-look';

/** Looks at what a sizing would be made from while the Pool step is shown: at first, and whenever the usage or a setting changed. */
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

  const look = useMemo((): Look | null => {
    if (!wanted || source === null || settings === null || inspection === null || chosen === null)
      return null;
    return {
      run: async (onProgress, signal) => ({
        type: 'poolReadDone',
        inspection: await services.inspectPool(
          announcedSource(source, inspection),
          settings,
          chosen,
          onProgress,
          signal,
        ),
      }),
      occasion: [refresh, segmentedAt, segmentsStale],
      started: { type: 'poolReadStarted' },
      cancelled: { type: 'poolReadCancelled' },
      progressed: (progress) => ({ type: 'poolReadProgressed', progress }),
      failed: (failure) => ({ type: 'poolReadFailed', failure }),
      fallback: 'The usage could not be looked at for a pool. Check the range, then read again.',
    };
  }, [services, wanted, source, settings, inspection, chosen, refresh, segmentedAt, segmentsStale]);
  useLook(look, dispatch);
}
