/** The worker's entry: a chunk of its own with the jobs of the engine and nothing of the pane. */
import { jobSteps } from '../engine/jobs/table';
import type { WorkerReply, WorkerRequest } from './messages';
import { runSteps } from './run';

/** The part of a worker's global scope used here; the page's type library describes a window instead. */
interface WorkerScope {
  onmessage: ((event: { readonly data: WorkerRequest }) => void) | null;
  postMessage(reply: WorkerReply): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data: { job, input } }) =>
  runSteps(
    () => jobSteps(job, input),
    (reply) => scope.postMessage(reply),
    () => performance.now(),
  );
