/** Work inside the worker: steps run through without a breath, replies go out as the work goes on. */
import type { StepProgress } from '../engine/jobs/slices';
import { toFault, type WorkerReply } from './messages';

/** More often than this nobody sees the bar move. */
const PROGRESS_MS = 50;

/**
 * Answers with progress, then the result or the error.
 * @param now a monotonic clock in milliseconds
 */
export function runSteps<Result>(
  start: () => Generator<StepProgress, Result>,
  post: (reply: WorkerReply<Result>) => void,
  now: () => number,
): void {
  post({ started: true });
  try {
    const steps = start();
    let told = now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        post({ result: step.value });
        return;
      }
      if (now() - told < PROGRESS_MS) continue;
      told = now();
      post(step.value);
    }
  } catch (thrown) {
    post({ error: toFault(thrown) });
  }
}
