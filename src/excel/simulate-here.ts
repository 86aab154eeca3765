/** A sizing on the thread that calls, in slices with a breath between, for where no worker is at hand. */
import { poolSteps } from '../engine/pool';
import type { PoolSimulator } from './pool-services';
import { breathe } from './session';

/** Milliseconds of work between two breaths. */
const SLICE = 20;

export const simulateHere: PoolSimulator = async (input, onProgress, signal) => {
  const steps = poolSteps(input);
  let breathed = performance.now();
  for (;;) {
    if (signal.aborted) throw aborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress(step.value.done, step.value.total);
    if (performance.now() - breathed < SLICE) continue;
    await breathe();
    breathed = performance.now();
  }
};

function aborted(): Error {
  const error = new Error('The simulation was stopped.');
  error.name = 'AbortError';
  return error;
}
