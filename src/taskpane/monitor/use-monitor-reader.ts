import { useMemo, type Dispatch } from 'react';
import type { AllServices } from '../pane-services';
import { announcedSource } from '../source-preference';
import { isRunning, type PaneAction, type PaneState } from '../state';
import { useLook, type Look } from '../use-look';

/**
 * Looks at what a review would be made from while the Monitor step is shown: at first, and whenever the usage, a setting, the ledger or
 * a list changed.
 */
export function useMonitorReader(
  services: AllServices,
  state: PaneState,
  dispatch: Dispatch<PaneAction>,
): void {
  const { source, settings, inspection, lastRun } = state;
  const { settings: chosen, refresh } = state.monitor;
  const wanted =
    state.step === 'monitor' &&
    state.reading === null &&
    !state.dataChanged &&
    state.inserting === null &&
    state.monitor.run.kind !== 'done' &&
    !isRunning(state);
  // Who is on Flex, and whether that still holds, comes from the last segmentation.
  const segmentedAt = lastRun?.when;
  const segmentsStale = lastRun?.stale;

  const look = useMemo((): Look | null => {
    if (!wanted || source === null || settings === null || inspection === null || chosen === null)
      return null;
    return {
      run: async (onProgress, signal) => ({
        type: 'monitorReadDone',
        inspection: await services.inspectMonitor(
          announcedSource(source, inspection),
          settings,
          chosen,
          onProgress,
          signal,
        ),
      }),
      occasion: [refresh, segmentedAt, segmentsStale],
      started: { type: 'monitorReadStarted' },
      cancelled: { type: 'monitorReadCancelled' },
      progressed: (progress) => ({ type: 'monitorReadProgressed', progress }),
      failed: (failure) => ({ type: 'monitorReadFailed', failure }),
      fallback: 'The usage and the ledger could not be looked at. Check the range, then read again.',
    };
  }, [services, wanted, source, settings, inspection, chosen, refresh, segmentedAt, segmentsStale]);
  useLook(look, dispatch);
}
