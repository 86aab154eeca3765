/** A sizing on the pane's own thread, for hosts that start no worker: in slices, with a breath between them. */
import { poolSteps } from '../engine/pool/size';
import type { PoolInput, PoolResult } from '../engine/pool/types';
import { abortError } from './fault';

/** Short enough that typing and scrolling stay smooth. */
const SLICE_MS = 20;

/**
 * The same result as in a worker, later. Aborting takes effect at the next breath.
 * @throws FlexError as the engine does; an Error named AbortError when aborted
 */
export async function simulateInSlices(
  input: PoolInput,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<PoolResult> {
  const steps = poolSteps(input);
  for (;;) {
    if (signal.aborted) throw abortError();
    const until = performance.now() + SLICE_MS;
    let step = steps.next();
    while (step.done !== true && performance.now() < until) step = steps.next();
    if (step.done === true) return step.value;
    onProgress(step.value.done, step.value.total);
    await breath();
  }
}

/** A task, not a microtask: only then does the page handle what waits. */
const breath = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
