import { useEffect, useMemo, useRef, type Dispatch } from 'react';
import type { Progress } from '../../excel/contract/services';
import { isCancelled, toFailure } from '../pane/failure';
import { announcedSource } from '../data/source-preference';
import { isRunning, type PaneAction, type PaneState } from '../pane/state';
import type { Command } from './command';

/** Settings changed in a row make one look, not several. */
const SETTLE_MS = 200;

/** One look at what a command would be made from. */
interface Look<Found> {
  run(onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Found>;
  /** What calls for a look though it is no part of the question: a count of changes, the time of another run. */
  readonly occasion: readonly unknown[];
}

/**
 * Looks at what a command would be made from while its step is shown: at first, and whenever the usage, a setting or a sheet that the
 * step reads changed. The same question is looked at once. A look that is overtaken, or no longer wanted, is aborted and its answer
 * ignored.
 */
export function useLook<Settings, Found, Outcome>(
  command: Command<Settings, Found, Outcome>,
  state: PaneState,
  dispatch: Dispatch<PaneAction>,
): void {
  const { source, settings, inspection, lastRun } = state;
  const { settings: chosen, refresh, run } = command.of(state);
  const wanted =
    state.step === command.step &&
    state.reading === null &&
    !state.dataChanged &&
    state.inserting === null &&
    run.kind !== 'done' &&
    !isRunning(state);
  const segmentedAt = command.followsSegments ? lastRun?.when : undefined;
  const segmentsStale = command.followsSegments ? lastRun?.stale : undefined;

  const look = useMemo((): Look<Found> | null => {
    if (!wanted || source === null || settings === null || inspection === null || chosen === null)
      return null;
    return {
      run: (onProgress, signal) =>
        command.inspect(announcedSource(source, inspection), settings, chosen, onProgress, signal),
      occasion: [refresh, segmentedAt, segmentsStale],
    };
  }, [command, wanted, source, settings, inspection, chosen, refresh, segmentedAt, segmentsStale]);

  const looked = useRef(false);
  useEffect(() => {
    if (look === null) return undefined;
    const control = new AbortController();
    const { signal } = control;
    const begin = async (): Promise<void> => {
      try {
        const found = await look.run((progress) => {
          if (!signal.aborted) dispatch(command.told({ type: 'lookProgressed', progress }));
        }, signal);
        if (!signal.aborted) dispatch(command.told({ type: 'lookDone', inspection: found }));
      } catch (thrown) {
        if (signal.aborted) return;
        const failure = toFailure(thrown, command.fallbacks.inspect);
        dispatch(
          command.told(isCancelled(thrown) ? { type: 'lookCancelled' } : { type: 'lookFailed', failure }),
        );
      }
    };
    dispatch(command.told({ type: 'lookStarted' }));
    const timer = setTimeout(() => void begin(), looked.current ? SETTLE_MS : 0);
    looked.current = true;
    return () => {
      clearTimeout(timer);
      control.abort();
      dispatch(command.told({ type: 'lookCancelled' }));
    };
  }, [command, look, dispatch]);
}
