import { useMemo } from 'react';
import type {
  AlertEdit,
  MonitorInspection,
  MonitorOutcome,
  MonitorSettings,
} from '../../excel/contract/monitor';
import type { Command } from '../command/command';
import { commandActions } from '../command/actions';
import type { Wiring } from '../command/wiring';
import type { AllServices } from '../pane/services';
import { isRunning } from '../pane/state';
import { balanceKey } from './words';
import { openAlerts, openAlertsText } from './state';

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

export type MonitorCommand = Command<MonitorSettings, MonitorInspection, MonitorOutcome>;

/** "Monitor pool". */
export const monitorCommand = (services: AllServices): MonitorCommand => ({
  step: 'monitor',
  of: ({ monitor }) => monitor,
  told: (action) => ({ type: 'monitor', action }),
  inspect: (...asked) => services.inspectMonitor(...asked),
  run: (...asked) => services.monitor(...asked),
  save: (settings) => services.saveMonitorSettings(settings),
  last: () => services.lastMonitor(),
  // What came of the run was told, its alerts included.
  beside: async () => ({ type: 'alertsSeen', alerts: await services.alerts(), announcement: null }),
  followsSegments: true,
  fallbacks: {
    inspect: 'The usage and the ledger could not be looked at. Check the range, then read again.',
    run: 'Monitoring stopped. Look at the Flex sheets before you run it again.',
    last: 'The state of the last review could not be read. Close the pane and open it again.',
  },
});

export function useMonitorActions(
  services: AllServices,
  command: MonitorCommand,
  wiring: Wiring,
): MonitorActions {
  return useMemo<MonitorActions>(() => {
    const { reader, dispatch, latest } = wiring;
    const { attempt } = reader;
    const { change, run, clear, insert } = commandActions(command, wiring, services.select.bind(services));
    // One edit after the other: an owner typed and a button pressed at once both arrive.
    let edits: Promise<void> = Promise.resolve();

    return {
      changeMonitor: change,
      monitorPool: run,
      clearMonitor: clear,
      insertLedger: (sample) =>
        insert(
          'ledger',
          async () => {
            const { sheet, address } = await services.insertLedger(sample);
            const announcement = sample
              ? `${sheet} inserted, with sample packs.`
              : `${sheet} inserted. Enter a pack a row; the pane reads it when you pause.`;
            return { address, announcement };
          },
          'The ledger could not be inserted. Try again.',
        ),
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
  }, [services, command, wiring]);
}
