import { useMemo, type Dispatch, type MutableRefObject } from 'react';
import type { PortfolioInspection, PortfolioSettings } from '../../excel/portfolio-services';
import type { Inspection } from '../../excel/services';
import { isCancelled, toFailure } from '../failure';
import type { AllServices } from '../pane-services';
import { announcedSource } from '../source-preference';
import { isRunning, type PaneAction, type PaneState } from '../state';
import type { Reader } from '../use-reader';
import { listed } from './portfolio-words';

/** What the Portfolio step can ask for. */
export interface PortfolioActions {
  changePortfolio(change: Partial<PortfolioSettings>, announcement?: string): void;
  buildPortfolio(): void;
  /** Leaves the result and prepares another run. */
  clearPortfolio(): void;
  insertSeats(sample: boolean): void;
}

/** @param running the run under way, for Cancel: the pane has one at a time */
export function usePortfolioActions(
  services: AllServices,
  reader: Reader,
  dispatch: Dispatch<PaneAction>,
  latest: MutableRefObject<PaneState>,
  running: MutableRefObject<AbortController | null>,
  now: () => number,
): PortfolioActions {
  return useMemo<PortfolioActions>(() => {
    const { attempt } = reader;

    const build = async (read: Inspection, inspection: PortfolioInspection): Promise<void> => {
      const { source, settings, portfolio } = latest.current;
      if (source === null || settings === null || portfolio.settings === null) return;
      const control = new AbortController();
      running.current = control;
      dispatch({ type: 'portfolioRunStarted', at: now() });
      try {
        const outcome = await services.portfolio(
          announcedSource(source, read),
          settings,
          portfolio.settings,
          (progress) => dispatch({ type: 'portfolioRunProgressed', progress, at: now() }),
          control.signal,
        );
        dispatch({ type: 'portfolioRunDone', outcome, inspection, read });
      } catch (thrown) {
        const failure = toFailure(
          thrown,
          'Building stopped. Look at Flex Portfolio and Flex Actions before you run it again.',
        );
        if (isCancelled(thrown)) dispatch({ type: 'portfolioRunCancelled', untouched: failure.untouched });
        else dispatch({ type: 'portfolioRunFailed', failure });
      }
      await attempt(
        async () => dispatch({ type: 'lastPortfolioSeen', last: await services.lastPortfolio() }),
        'The state of the last portfolio could not be read. Close the pane and open it again.',
      );
    };

    return {
      changePortfolio: (change, announcement) => {
        const { portfolio } = latest.current;
        if (portfolio.settings === null) return;
        const settings = { ...portfolio.settings, ...change };
        latest.current = { ...latest.current, portfolio: { ...portfolio, settings } };
        dispatch({
          type: 'portfolioSettingsChanged',
          settings,
          ...(announcement === undefined ? {} : { announcement }),
        });
        void attempt(
          () => services.savePortfolioSettings(settings),
          'The settings could not be kept in the workbook. They hold until the pane is closed.',
        );
      },
      buildPortfolio: () => {
        const { inspection, portfolio } = latest.current;
        if (inspection === null || portfolio.inspection === null || isRunning(latest.current)) return;
        void build(inspection, portfolio.inspection);
      },
      clearPortfolio: () => {
        dispatch({ type: 'portfolioRunCleared' });
        void attempt(reader.relist, 'The workbook could not be read. Try again.');
      },
      insertSeats: (sample) => {
        dispatch({ type: 'insertStarted', what: 'seats' });
        void attempt(async () => {
          const { address, sheets } = await services.insertSeats(sample);
          const names = `${listed(sheets)} inserted`;
          dispatch({
            type: 'insertDone',
            announcement: sample
              ? `${names}, with seats that go with the sample usage.`
              : `${names}. Enter or paste a row each; the pane reads them when you pause.`,
          });
          dispatch({ type: 'portfolioRefreshed' });
          await services.select(address);
        }, 'The seat tables could not be inserted. Try again.');
      },
    };
  }, [services, reader, dispatch, latest, running, now]);
}
