/** One portfolio inside the worker. */
// Not the room's index: its readers of tables would come along into the worker's file.
import { portfolioSteps } from '../engine/portfolio/portfolio';
import type { PortfolioReply, PortfolioRequest } from './messages';
import { runSteps } from './run-steps';

/** @param now a monotonic clock in milliseconds */
export function runPortfolio(
  { input }: PortfolioRequest,
  post: (reply: PortfolioReply) => void,
  now: () => number,
): void {
  runSteps(() => portfolioSteps(input), 1, post, now);
}
