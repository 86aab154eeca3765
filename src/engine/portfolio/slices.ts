import { stoppedError, type SliceHost } from '../pool/slices';
import { portfolioSteps } from './portfolio';
import type { Portfolio, PortfolioInput } from './types';

export type { SliceHost };

/** Short enough that typing and scrolling stay smooth. */
const SLICE_MS = 20;

/**
 * The portfolio of buildPortfolio in slices with a breath between, for hosts without a worker; the same result, later. Stopping takes
 * effect at the next breath.
 * @throws FlexError as portfolioSteps does; an Error named AbortError when stopped
 */
export async function buildPortfolioInSlices(input: PortfolioInput, host: SliceHost): Promise<Portfolio> {
  const steps = portfolioSteps(input);
  for (;;) {
    if (host.stopped()) throw stoppedError();
    const until = host.now() + SLICE_MS;
    let step = steps.next();
    while (step.done !== true && host.now() < until) step = steps.next();
    if (step.done === true) return step.value;
    host.onProgress(step.value.done, step.value.total);
    await host.breathe();
  }
}
