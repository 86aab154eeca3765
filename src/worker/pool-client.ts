import { createSimulator, type PoolWorker } from './simulator';

/**
 * Sizes a pool in a worker of its own, so that the pane and the grid stay usable.
 * `onProgress` gets draws done and in total; aborting rejects with an Error named AbortError.
 */
export const simulateInWorker = createSimulator(
  // Written out in one piece: this is the form webpack recognises and makes a chunk from.
  () =>
    new Worker(
      new URL(/* webpackChunkName: "pool-worker" */ './pool-worker.ts', import.meta.url),
    ) as PoolWorker,
);
