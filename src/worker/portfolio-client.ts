import { offThread, type WorkerPort } from './off-thread';
import type { Portfolio, PortfolioInput } from '../engine/portfolio/types';
import { portfolioInSlices } from './portfolio-slices';

/**
 * Builds a portfolio in a worker of its own, so that the pane and the grid stay usable.
 * `onProgress` gets steps done and in total; aborting rejects with an Error named AbortError.
 */
export const portfolioInWorker = offThread(
  'The search for the cheapest mix',
  // Written out in one piece: this is the form webpack recognises and makes a chunk from.
  () =>
    new Worker(
      new URL(/* webpackChunkName: "portfolio-worker" */ './portfolio-worker.ts', import.meta.url),
    ) as WorkerPort<PortfolioInput, Portfolio>,
  portfolioInSlices,
);
