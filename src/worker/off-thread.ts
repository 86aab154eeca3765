/** Work off the UI thread, whatever the host allows. */
import { stoppedError } from '../engine/jobs/slices';
import { jobWords, type JobInput, type JobName, type JobResult, type RunJob } from '../engine/jobs/table';
import { fromFault, type WorkerReply } from './messages';

/** The part of a Worker used here. */
export interface WorkerPort {
  onmessage: ((event: { readonly data: WorkerReply }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(request: { readonly job: JobName; readonly input: unknown }): void;
  terminate(): void;
}

/** A worker that has not said a word by then was blocked without an error. */
const START_MS = 15_000;
const NEVER_STARTED = Symbol('no worker');

/**
 * Jobs in workers that `start` makes: one a run, ended with it.
 * @param here does the job where no worker can be started
 */
export function offThread(start: () => WorkerPort, here: RunJob): RunJob {
  return async (name, input, onProgress, signal) => {
    if (signal.aborted) throw stoppedError();
    const result = await inWorker(start, name, input, onProgress, signal);
    return result === NEVER_STARTED ? here(name, input, onProgress, signal) : result;
  };
}

function inWorker<N extends JobName>(
  start: () => WorkerPort,
  job: N,
  input: JobInput<N>,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<JobResult<N> | typeof NEVER_STARTED> {
  return new Promise((resolve, reject) => {
    let worker: WorkerPort;
    try {
      worker = start();
    } catch {
      resolve(NEVER_STARTED);
      return;
    }
    let heard = false;
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      worker.onmessage = worker.onerror = worker.onmessageerror = null;
      worker.terminate();
      settle();
    };
    const abort = (): void => end(() => reject(stoppedError()));
    const broken = (why: string): void =>
      end(() => (heard ? reject(new Error(why)) : resolve(NEVER_STARTED)));
    const timer = setTimeout(() => {
      if (!heard) broken('');
    }, START_MS);
    signal.addEventListener('abort', abort);
    worker.onmessage = ({ data }) => {
      heard = true;
      // The worker answers with the result of the job it was asked for.
      if ('result' in data) end(() => resolve(data.result as JobResult<N>));
      else if ('error' in data) end(() => reject(fromFault(data.error)));
      else if ('done' in data) onProgress(data.done, data.total);
    };
    worker.onerror = (event) => {
      // Answered here; the browser need not report it as well.
      event.preventDefault?.();
      broken(event.message ?? `${jobWords(job)} stopped.`);
    };
    worker.onmessageerror = () => broken(`${jobWords(job)} sent an answer that could not be read.`);
    try {
      worker.postMessage({ job, input });
    } catch {
      broken('');
    }
  });
}
