/** A portfolio on the thread that calls, for where no worker is at hand. */
import { buildPortfolioInSlices } from '../../engine/portfolio';
import type { PortfolioBuilder } from '../contract/portfolio';
import { breathe } from '../host/session';

export const buildHere: PortfolioBuilder = (input, onProgress, signal) =>
  buildPortfolioInSlices(input, {
    now: () => performance.now(),
    breathe,
    onProgress,
    stopped: () => signal.aborted,
  });
