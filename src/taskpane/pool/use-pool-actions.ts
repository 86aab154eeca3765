import { useMemo, type Dispatch, type MutableRefObject } from 'react';
import type { PoolInspection, PoolSettings } from '../../excel/pool-services';
import type { Inspection, PaneServices } from '../../excel/services';
import { isCancelled, toFailure } from '../failure';
import { announcedSource } from '../source-preference';
import { isRunning, type PaneAction, type PaneState } from '../state';
import type { Reader } from '../use-reader';

/** What the Pool step can ask for. */
export interface PoolActions {
  changePool(change: Partial<PoolSettings>, announcement?: string): void;
  sizePool(): void;
  /** Leaves the result and prepares another run. */
  clearPool(): void;
  insertProjects(): void;
}

/** @param running the run under way, for Cancel: the pane has one at a time */
export function usePoolActions(
  services: PaneServices,
  reader: Reader,
  dispatch: Dispatch<PaneAction>,
  latest: MutableRefObject<PaneState>,
  running: MutableRefObject<AbortController | null>,
  now: () => number,
): PoolActions {
  return useMemo<PoolActions>(() => {
    const { attempt, relist } = reader;

    const size = async (read: Inspection, inspection: PoolInspection): Promise<void> => {
      const { source, settings, pool } = latest.current;
      if (source === null || settings === null || pool.settings === null) return;
      const control = new AbortController();
      running.current = control;
      dispatch({ type: 'poolRunStarted', at: now() });
      try {
        const outcome = await services.pool(
          announcedSource(source, read),
          settings,
          pool.settings,
          (progress) => dispatch({ type: 'poolRunProgressed', progress, at: now() }),
          control.signal,
        );
        dispatch({ type: 'poolRunDone', outcome, inspection, read });
      } catch (thrown) {
        const failure = toFailure(thrown, 'Sizing stopped. Look at Flex Pool before you run it again.');
        if (isCancelled(thrown)) dispatch({ type: 'poolRunCancelled', untouched: failure.untouched });
        else dispatch({ type: 'poolRunFailed', failure });
      }
      await attempt(
        async () => dispatch({ type: 'lastPoolSeen', last: await services.lastPool() }),
        'The state of the last sizing could not be read. Close the pane and open it again.',
      );
    };

    return {
      changePool: (change, announcement) => {
        const { pool } = latest.current;
        if (pool.settings === null) return;
        const settings = { ...pool.settings, ...change };
        latest.current = { ...latest.current, pool: { ...pool, settings } };
        dispatch({
          type: 'poolSettingsChanged',
          settings,
          ...(announcement === undefined ? {} : { announcement }),
        });
        void attempt(
          () => services.savePoolSettings(settings),
          'The settings could not be kept in the workbook. They hold until the pane is closed.',
        );
      },
      sizePool: () => {
        const { inspection, pool } = latest.current;
        if (inspection === null || pool.inspection === null || isRunning(latest.current)) return;
        void size(inspection, pool.inspection);
      },
      clearPool: () => {
        dispatch({ type: 'poolRunCleared' });
        void attempt(relist, 'The workbook could not be read. Try again.');
      },
      insertProjects: () => {
        dispatch({ type: 'insertStarted', what: 'projects' });
        void attempt(async () => {
          const { sheet, address } = await services.insertProjects();
          dispatch({
            type: 'insertDone',
            announcement: `${sheet} inserted. Enter a project a row; the pane reads it when you pause.`,
          });
          dispatch({ type: 'poolRefreshed' });
          await services.select(address);
        }, 'The plan could not be inserted. Try again.');
      },
    };
  }, [services, reader, dispatch, latest, running, now]);
}
