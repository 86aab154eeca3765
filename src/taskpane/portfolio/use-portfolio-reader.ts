import { useMemo, type Dispatch } from 'react';
import type { AllServices } from '../pane-services';
import { announcedSource } from '../source-preference';
import { isRunning, type PaneAction, type PaneState } from '../state';
import { useLook, type Look } from '../use-look';

/**
 * Looks at what a portfolio would be built from while the Portfolio step is shown: at first, and whenever the usage, a setting, the seats
 * or the pins changed.
 */
export function usePortfolioReader(
  services: AllServices,
  state: PaneState,
  dispatch: Dispatch<PaneAction>,
): void {
  const { source, settings, inspection } = state;
  const { settings: chosen, refresh } = state.portfolio;
  const wanted =
    state.step === 'portfolio' &&
    state.reading === null &&
    !state.dataChanged &&
    state.inserting === null &&
    state.portfolio.run.kind !== 'done' &&
    !isRunning(state);

  const look = useMemo((): Look | null => {
    if (!wanted || source === null || settings === null || inspection === null || chosen === null)
      return null;
    return {
      run: async (onProgress, signal) => ({
        type: 'portfolioReadDone',
        inspection: await services.inspectPortfolio(
          announcedSource(source, inspection),
          settings,
          chosen,
          onProgress,
          signal,
        ),
      }),
      occasion: [refresh],
      started: { type: 'portfolioReadStarted' },
      cancelled: { type: 'portfolioReadCancelled' },
      progressed: (progress) => ({ type: 'portfolioReadProgressed', progress }),
      failed: (failure) => ({ type: 'portfolioReadFailed', failure }),
      fallback: 'The usage and the seats could not be looked at. Check the range, then read again.',
    };
  }, [services, wanted, source, settings, inspection, chosen, refresh]);
  useLook(look, dispatch);
}
