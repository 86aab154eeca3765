/** A sizing on the pane's own thread, for hosts that start no worker. */
import { sizePoolInSlices } from '../engine/pool/slices';
import type { PoolInput, PoolResult } from '../engine/pool/types';

/**
 * The same result as in a worker, later. Aborting takes effect at the next breath.
 * @throws FlexError as the engine does; an Error named AbortError when aborted
 */
export function simulateInSlices(
  input: PoolInput,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<PoolResult> {
  return sizePoolInSlices(input, {
    now: () => performance.now(),
    breathe,
    onProgress,
    stopped: () => signal.aborted,
  });
}

/** A task, not a microtask: only then does the page handle what waits. */
export const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
