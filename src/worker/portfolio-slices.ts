/** A portfolio on the pane's own thread, for hosts that start no worker. */
import { buildPortfolioInSlices } from '../engine/portfolio/slices';
import type { Portfolio, PortfolioInput } from '../engine/portfolio/types';
import type { OffThread } from './off-thread';
import { breathe } from './slices';

/** The same result as in a worker, later. Aborting takes effect at the next breath. */
export const portfolioInSlices: OffThread<PortfolioInput, Portfolio> = (input, onProgress, signal) =>
  buildPortfolioInSlices(input, {
    now: () => performance.now(),
    breathe,
    onProgress,
    stopped: () => signal.aborted,
  });
