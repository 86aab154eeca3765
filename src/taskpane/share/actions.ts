import type { Progress } from '../../excel/contract/services';
import type { ShareServices } from '../../excel/contract/share';
import type { Wiring } from '../command/wiring';
import { isCancelled, toFailure } from '../pane/failure';
import { isRunning } from '../pane/state';
import type { ShareEvent, ShareState } from './state';
import type { ShareResult, ShareTask } from './words';
import { TASK_WORDS } from './words';

/** What the Share step can ask for. */
export interface ShareActions {
  lookAtShare(): void;
  writeControlTotals(): void;
  freezeToValues(): void;
  restoreFormulas(): void;
  chooseSharing(choice: Partial<Pick<ShareState, 'key' | 'keyKept' | 'ownSheets'>>): void;
  makeKey(): void;
  pseudonymisePeople(): void;
}

type OnProgress = (progress: Progress) => void;

export function shareActions(services: ShareServices, wiring: Wiring): ShareActions {
  const { dispatch, latest, running, now } = wiring;
  const tell = (action: ShareEvent): void => dispatch({ type: 'share', action });
  const run = async (
    task: ShareTask,
    work: (onProgress: OnProgress, signal: AbortSignal) => Promise<ShareResult>,
  ): Promise<void> => {
    if (isRunning(latest.current)) return;
    const control = new AbortController();
    running.current = control;
    const onProgress: OnProgress = (progress) => tell({ type: 'runProgressed', progress, at: now() });
    tell({ type: 'runStarted', task, at: now() });
    try {
      const result = await work(onProgress, control.signal);
      // What was done stands, whether or not it can be looked at.
      const look = services.inspectShare(onProgress, new AbortController().signal);
      const inspection = await (task === 'look' ? look : look.catch(() => null));
      tell({ type: 'runDone', result, inspection });
    } catch (thrown) {
      const failure = toFailure(thrown, TASK_WORDS[task].fallback);
      if (isCancelled(thrown)) tell({ type: 'runCancelled', untouched: failure.untouched });
      else tell({ type: 'runFailed', failure });
    }
  };
  return {
    lookAtShare: () => void run('look', () => Promise.resolve({ task: 'look' })),
    writeControlTotals: () =>
      void run('checks', async (_, signal) => ({
        task: 'checks',
        outcome: await services.writeChecks(signal),
      })),
    freezeToValues: () =>
      void run('freeze', async (onProgress, signal) => ({
        task: 'freeze',
        outcome: await services.freeze(onProgress, signal),
      })),
    restoreFormulas: () =>
      void run('restore', async (onProgress, signal) => ({
        task: 'restore',
        outcome: await services.restore(onProgress, signal),
      })),
    chooseSharing: (choice) => tell({ type: 'chosen', choice }),
    makeKey: () => tell({ type: 'chosen', choice: { key: services.newPseudonymKey(), keyKept: false } }),
    pseudonymisePeople: () => {
      const { key, ownSheets } = latest.current.share;
      void run('pseudonymise', async (onProgress, signal) => ({
        task: 'pseudonymise',
        outcome: await services.pseudonymise({ key, ownSheets }, onProgress, signal),
      }));
    },
  };
}
