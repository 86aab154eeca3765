import { useEffect, useMemo, useRef, type Dispatch } from 'react';
import type { CommandKey, PaneServices } from '../../excel/contract/pane';
import type { CommandServices, Progress } from '../../excel/contract/services';
import { isCancelled, toFailure } from '../pane/failure';
import { announcedSource } from '../data/source-preference';
import { commandOf, isCommandKey, isRunning, told, type PaneAction, type PaneState } from '../pane/state';

/** Settings changed in a row make one look, not several. */
const SETTLE_MS = 200;

/** One look at what a command would be made from. */
interface Look {
  readonly key: CommandKey;
  run(onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<unknown>;
  /** What to say of an error that is no sentence of ours. */
  readonly fallback: string;
  /** What calls for a look though it is no part of the question: a count of changes, the time of another run. */
  readonly occasion: readonly unknown[];
}

/**
 * Looks at what the command of the step on show would be made from: at first, and whenever the usage, a setting or a sheet that it reads
 * changed. The same question is looked at once. A look that is overtaken, or no longer wanted, is aborted and its answer ignored.
 */
export function useLook(services: PaneServices, state: PaneState, dispatch: Dispatch<PaneAction>): void {
  const { step, source, settings, inspection } = state;
  const key = isCommandKey(step) ? step : null;
  const command = key === null ? null : commandOf(state, key);
  const chosen = command?.state.settings ?? null;
  const refresh = command?.state.refresh;
  const fallback = command?.words.fallbacks.inspect ?? '';
  const wanted =
    command !== null &&
    command.words.look !== null &&
    command.state.run.kind !== 'done' &&
    state.reading === null &&
    !state.dataChanged &&
    state.inserting === null &&
    !isRunning(state);
  const follows = command?.words.follows;
  const followed = follows === undefined ? null : commandOf(state, follows).state.last;
  const followedAt = followed?.when;
  const followedStale = followed?.stale;

  const look = useMemo((): Look | null => {
    if (!wanted || key === null || source === null || settings === null || inspection === null) return null;
    if (chosen === null) return null;
    const { inspect } = services.commands[key] as CommandServices<unknown, unknown, unknown>;
    return {
      key,
      run: (onProgress, signal) =>
        inspect(announcedSource(source, inspection), settings, chosen, onProgress, signal),
      fallback,
      occasion: [refresh, followedAt, followedStale],
    };
  }, [
    services,
    key,
    wanted,
    source,
    settings,
    inspection,
    chosen,
    fallback,
    refresh,
    followedAt,
    followedStale,
  ]);

  const looked = useRef(new Set<CommandKey>());
  useEffect(() => {
    if (look === null) return undefined;
    const control = new AbortController();
    const { signal } = control;
    const begin = async (): Promise<void> => {
      try {
        const found = await look.run((progress) => {
          if (!signal.aborted) dispatch(told(look.key, { type: 'lookProgressed', progress }));
        }, signal);
        if (!signal.aborted) dispatch(told(look.key, { type: 'lookDone', inspection: found }));
      } catch (thrown) {
        if (signal.aborted) return;
        const failure = toFailure(thrown, look.fallback);
        dispatch(
          told(look.key, isCancelled(thrown) ? { type: 'lookCancelled' } : { type: 'lookFailed', failure }),
        );
      }
    };
    dispatch(told(look.key, { type: 'lookStarted' }));
    const timer = setTimeout(() => void begin(), looked.current.has(look.key) ? SETTLE_MS : 0);
    looked.current.add(look.key);
    return () => {
      clearTimeout(timer);
      control.abort();
      dispatch(told(look.key, { type: 'lookCancelled' }));
    };
  }, [look, dispatch]);
}
