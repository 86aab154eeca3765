/** One sizing inside the worker: steps run through without a breath, replies go out as the work goes on. */
// Not the room's index: its readers of tables would come along into the worker's file.
import { poolSteps } from '../engine/pool/size';
import { toFault } from './fault';
import type { PoolReply, PoolRequest } from './messages';

/** More often than this nobody sees the bar move. */
const PROGRESS_MS = 50;

/**
 * Answers a request with progress, then the result or the error.
 * @param now a monotonic clock in milliseconds
 */
export function runPool(request: PoolRequest, post: (reply: PoolReply) => void, now: () => number): void {
  const { input } = request;
  // Said before the work starts: the pane then knows that the worker loads and runs.
  post({ done: 0, total: input.draws });
  try {
    const steps = poolSteps(input);
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
