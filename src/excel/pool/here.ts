/** A sizing on the thread that calls, for where no worker is at hand. */
import { sizePoolInSlices } from '../../engine/pool';
import type { PoolSimulator } from '../contract/pool';
import { breathe } from '../host/session';

export const simulateHere: PoolSimulator = (input, onProgress, signal) =>
  sizePoolInSlices(input, {
    now: () => performance.now(),
    breathe,
    onProgress,
    stopped: () => signal.aborted,
  });
