import { poolSteps } from './size';
import type { PoolInput, PoolResult } from './types';

/** Short enough that typing and scrolling stay smooth. */
const SLICE_MS = 20;

/** What the host lends to a sizing on its own thread: the engine has no clock and cannot wait. */
export interface SliceHost {
  /** A monotonic clock in milliseconds. */
  now(): number;
  /** Resolves once the host has handled what waits. */
  breathe(): Promise<void>;
  /** Draws done and in total, once a slice. */
  onProgress(done: number, total: number): void;
  /** True from the moment the user cancels. */
  stopped(): boolean;
}

/** What a stopped sizing fails with. */
export function stoppedError(): Error {
  return Object.assign(new Error('Cancelled.'), { name: 'AbortError' });
}

/**
 * The sizing of sizePool in slices with a breath between, for hosts without a worker; the same result, later. Stopping takes effect at
 * the next breath.
 * @throws FlexError as sizePool does; an Error named AbortError when stopped
 */
export async function sizePoolInSlices(input: PoolInput, host: SliceHost): Promise<PoolResult> {
  const steps = poolSteps(input);
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
