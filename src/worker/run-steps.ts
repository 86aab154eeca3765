/** Work inside a worker: steps run through without a breath, replies go out as the work goes on. */
import { toFault } from './fault';
import type { WorkerReply } from './messages';

/** More often than this nobody sees the bar move. */
const PROGRESS_MS = 50;

/**
 * Answers with progress, then the result or the error.
 * @param total steps there will be, as far as is known before the work starts
 * @param now a monotonic clock in milliseconds
 */
export function runSteps<Result>(
  start: () => Generator<{ readonly done: number; readonly total: number }, Result>,
  total: number,
  post: (reply: WorkerReply<Result>) => void,
  now: () => number,
): void {
  // Said before the work starts: the pane then knows that the worker loads and runs.
  post({ done: 0, total });
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
