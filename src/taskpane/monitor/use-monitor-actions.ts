import { useMemo, type Dispatch, type MutableRefObject } from 'react';
import type { AlertEdit, MonitorInspection, MonitorSettings } from '../../excel/monitor-services';
import type { Inspection } from '../../excel/services';
import { isCancelled, toFailure } from '../failure';
import type { AllServices } from '../pane-services';
import { announcedSource } from '../source-preference';
import { isRunning, type PaneAction, type PaneState } from '../state';
import type { Reader } from '../use-reader';
import { balanceKey } from './monitor-words';
import { openAlerts, openAlertsText } from './monitor-state';

/** What the Monitor step can ask for, besides appending. */
export interface MonitorActions {
  changeMonitor(change: Partial<MonitorSettings>): void;
  monitorPool(): void;
  /** Leaves the result and prepares another run. */
  clearMonitor(): void;
  insertLedger(sample: boolean): void;
  /** Sets state and owner of an alert on its sheet; `said` is what a screen reader is told. */
  editAlert(edit: AlertEdit, said: string): void;
  postAdjustment(date: number, team: string): void;
}

/** @param running the run under way, for Cancel: the pane has one at a time */
export function useMonitorActions(
  services: AllServices,
  reader: Reader,
  dispatch: Dispatch<PaneAction>,
  latest: MutableRefObject<PaneState>,
  running: MutableRefObject<AbortController | null>,
  now: () => number,
): MonitorActions {
  return useMemo<MonitorActions>(() => {
    const { attempt } = reader;
    // One edit after the other: an owner typed and a button pressed at once both arrive.
    let edits: Promise<void> = Promise.resolve();

    const review = async (read: Inspection, inspection: MonitorInspection): Promise<void> => {
      const { source, settings, monitor } = latest.current;
      if (source === null || settings === null || monitor.settings === null) return;
      const control = new AbortController();
      running.current = control;
      dispatch({ type: 'monitorRunStarted', at: now() });
      try {
        const outcome = await services.monitor(
          announcedSource(source, read),
          settings,
          monitor.settings,
          (progress) => dispatch({ type: 'monitorRunProgressed', progress, at: now() }),
          control.signal,
        );
        dispatch({ type: 'monitorRunDone', outcome, inspection, read });
      } catch (thrown) {
        const failure = toFailure(
          thrown,
          'Monitoring stopped. Look at the Flex sheets before you run it again.',
        );
        if (isCancelled(thrown)) dispatch({ type: 'monitorRunCancelled', untouched: failure.untouched });
        else dispatch({ type: 'monitorRunFailed', failure });
      }
      await attempt(async () => {
        dispatch({ type: 'lastMonitorSeen', last: await services.lastMonitor() });
        // What came of the run was told, its alerts included.
        dispatch({ type: 'alertsSeen', alerts: await services.alerts(), announcement: null });
      }, 'The state of the last review could not be read. Close the pane and open it again.');
    };

    return {
      changeMonitor: (change) => {
        const { monitor } = latest.current;
        if (monitor.settings === null) return;
        const settings = { ...monitor.settings, ...change };
        latest.current = { ...latest.current, monitor: { ...monitor, settings } };
        dispatch({ type: 'monitorSettingsChanged', settings });
        void attempt(
          () => services.saveMonitorSettings(settings),
          'The settings could not be kept in the workbook. They hold until the pane is closed.',
        );
      },
      monitorPool: () => {
        const { inspection, monitor } = latest.current;
        if (inspection === null || monitor.inspection === null || isRunning(latest.current)) return;
        void review(inspection, monitor.inspection);
      },
      clearMonitor: () => {
        dispatch({ type: 'monitorRunCleared' });
        void attempt(reader.relist, 'The workbook could not be read. Try again.');
      },
      insertLedger: (sample) => {
        dispatch({ type: 'insertStarted', what: 'ledger' });
        void attempt(async () => {
          const { sheet, address } = await services.insertLedger(sample);
          dispatch({
            type: 'insertDone',
            announcement: sample
              ? `${sheet} inserted, with sample packs.`
              : `${sheet} inserted. Enter a pack a row; the pane reads it when you pause.`,
          });
          dispatch({ type: 'monitorRefreshed' });
          await services.select(address);
        }, 'The ledger could not be inserted. Try again.');
      },
      editAlert: (edit, said) => {
        edits = edits.then(() =>
          attempt(async () => {
            await services.editAlert(edit);
            const alerts = await services.alerts();
            const open = openAlerts({ ...latest.current.monitor, alerts });
            dispatch({ type: 'alertsSeen', alerts, announcement: `${said} ${openAlertsText(open)}` });
          }, 'The alert could not be changed. Change it on Flex Alerts.'),
        );
      },
      postAdjustment: (date, team) => {
        const key = balanceKey(date, team);
        const { posting, posted } = latest.current.monitor;
        if (posting !== null || Object.keys(posted).length > 0 || isRunning(latest.current)) return;
        dispatch({ type: 'postStarted', key });
        void attempt(async () => {
          try {
            const { address } = await services.postAdjustment(date, team);
            dispatch({ type: 'postDone', key, address });
          } catch (thrown) {
            dispatch({ type: 'postFailed' });
            throw thrown;
          }
        }, 'The adjustment could not be posted. Enter it on Flex Pool Ledger.');
      },
    };
  }, [services, reader, dispatch, latest, running, now]);
}
