import { useEffect, useRef, type Dispatch } from 'react';
import type { Progress } from '../excel/services';
import { isCancelled, toFailure, type PaneFailure } from './failure';
import type { PaneAction } from './state';

/** Settings changed in a row make one look, not several. */
const SETTLE_MS = 200;

/** One look at what a command would be made from, and how each stage of it is told. */
export interface Look {
  /** Looks, and says what to tell of what was found. */
  run(onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<PaneAction>;
  /** What calls for a look though it is no part of the question: a count of changes, the time of another run. */
  readonly occasion: readonly unknown[];
  readonly started: PaneAction;
  readonly cancelled: PaneAction;
  progressed(progress: Progress): PaneAction;
  failed(failure: PaneFailure): PaneAction;
  /** What to say of an error that is no sentence of ours. */
  readonly fallback: string;
}

/**
 * Runs each new look; null = none is wanted now. The same object is looked at once. A look that is overtaken, or no longer wanted, is
 * aborted and its answer ignored.
 */
export function useLook(look: Look | null, dispatch: Dispatch<PaneAction>): void {
  const looked = useRef(false);
  useEffect(() => {
    if (look === null) return undefined;
    const control = new AbortController();
    const { signal } = control;
    const begin = async (): Promise<void> => {
      try {
        const found = await look.run((progress) => {
          if (!signal.aborted) dispatch(look.progressed(progress));
        }, signal);
        if (!signal.aborted) dispatch(found);
      } catch (thrown) {
        if (signal.aborted) return;
        dispatch(isCancelled(thrown) ? look.cancelled : look.failed(toFailure(thrown, look.fallback)));
      }
    };
    dispatch(look.started);
    const timer = setTimeout(() => void begin(), looked.current ? SETTLE_MS : 0);
    looked.current = true;
    return () => {
      clearTimeout(timer);
      control.abort();
      dispatch(look.cancelled);
    };
  }, [look, dispatch]);
}
