/** Work off the UI thread, whatever the host allows. */
import { stoppedError } from '../engine/pool/slices';
import { fromFault } from './fault';
import type { WorkerReply, WorkerRequest } from './messages';

/** The part of a Worker used here. */
export interface WorkerPort<Input, Result> {
  onmessage: ((event: { readonly data: WorkerReply<Result> }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(request: WorkerRequest<Input>): void;
  terminate(): void;
}

export type OffThread<Input, Result> = (
  input: Input,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<Result>;

/** A worker that has not said a word by then was blocked without an error. */
const START_MS = 15_000;
const NEVER_STARTED = Symbol('no worker');

/**
 * Work in workers that `start` makes: one a run, ended with it. Where none can be started, `here` does it in slices on the thread.
 * Aborting rejects with an Error named AbortError; a FlexError of the engine arrives as one.
 * @param what names the work in the sentence of a worker that broke: "The simulation"
 */
export function offThread<Input, Result>(
  what: string,
  start: () => WorkerPort<Input, Result>,
  here: OffThread<Input, Result>,
): OffThread<Input, Result> {
  return async (input, onProgress, signal) => {
    if (signal.aborted) throw stoppedError();
    const result = await inWorker(what, start, input, onProgress, signal);
    return result === NEVER_STARTED ? here(input, onProgress, signal) : result;
  };
}

function inWorker<Input, Result>(
  what: string,
  start: () => WorkerPort<Input, Result>,
  input: Input,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Result | typeof NEVER_STARTED> {
  return new Promise((resolve, reject) => {
    let worker: WorkerPort<Input, Result>;
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
      if ('result' in data) end(() => resolve(data.result));
      else if ('error' in data) end(() => reject(fromFault(data.error)));
      else onProgress(data.done, data.total);
    };
    worker.onerror = (event) => {
      // Answered here; the browser need not report it as well.
      event.preventDefault?.();
      broken(event.message ?? `${what} stopped.`);
    };
    worker.onmessageerror = () => broken(`${what} sent an answer that could not be read.`);
    try {
      worker.postMessage({ input });
    } catch {
      broken('');
    }
  });
}
