import type { PaneServices } from '../../excel/contract/pane';
import type { AlertEdit } from '../../excel/contract/monitor';
import { insertSheet } from '../command/actions';
import type { Wiring } from '../command/wiring';
import { isRunning } from '../pane/state';
import { balanceKey } from './words';
import { openAlerts, openAlertsText, type MonitorAction } from './state';

/** What the Monitor step can ask for, besides appending. */
export interface MonitorActions {
  insertLedger(sample: boolean): void;
  /** Sets state and owner of an alert on its sheet; `said` is what a screen reader is told. */
  editAlert(edit: AlertEdit, said: string): void;
  postAdjustment(date: number, team: string): void;
}

export function monitorActions(services: PaneServices, wiring: Wiring): MonitorActions {
  const { reader, dispatch, latest } = wiring;
  const { attempt } = reader;
  const tell = (action: MonitorAction): void => dispatch({ type: 'monitor', action });
  // One edit after the other: an owner typed and a button pressed at once both arrive.
  let edits: Promise<void> = Promise.resolve();

  return {
    insertLedger: (sample) =>
      insertSheet(
        'monitor',
        'ledger',
        services,
        wiring,
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
          tell({ type: 'alertsSeen', alerts, announcement: `${said} ${openAlertsText(open)}` });
        }, 'The alert could not be changed. Change it on Flex Alerts.'),
      );
    },
    postAdjustment: (date, team) => {
      const key = balanceKey(date, team);
      const { posting, posted } = latest.current.monitor;
      if (posting !== null || Object.keys(posted).length > 0 || isRunning(latest.current)) return;
      tell({ type: 'postStarted', key });
      void attempt(async () => {
        try {
          const { address } = await services.postAdjustment(date, team);
          tell({ type: 'postDone', key, address });
        } catch (thrown) {
          tell({ type: 'postFailed' });
          throw thrown;
        }
      }, 'The adjustment could not be posted. Enter it on Flex Pool Ledger.');
    },
  };
}
