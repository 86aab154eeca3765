/** Long work on the thread that calls, for where no worker is at hand. */
import { inSlices } from '../../engine/jobs/slices';
import { jobSteps, type RunJob } from '../../engine/jobs/table';
import { breathe } from './session';

export const runHere: RunJob = (name, input, onProgress, signal) =>
  inSlices(jobSteps(name, input), {
    now: () => performance.now(),
    breathe,
    onProgress,
    stopped: () => signal.aborted,
  });
