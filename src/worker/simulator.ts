/** Sizing off the UI thread, whatever the host allows. */
import type { PoolInput, PoolResult } from '../engine/pool/types';
import { stoppedError } from '../engine/pool/slices';
import { fromFault } from './fault';
import type { PoolReply, PoolRequest } from './messages';
import { simulateInSlices } from './slices';

/** The part of a Worker used here. */
export interface PoolWorker {
  onmessage: ((event: { readonly data: PoolReply }) => void) | null;
  onerror: ((event: { readonly message?: string; preventDefault?(): void }) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(request: PoolRequest): void;
  terminate(): void;
}

type Simulate = (
  input: PoolInput,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<PoolResult>;

/** A worker that has not said a word by then was blocked without an error. */
const START_MS = 15_000;
const NEVER_STARTED = Symbol('no worker');

/**
 * A simulator over workers that `start` makes: one a run, ended with it. Where none can be started, the run goes on in slices on the
 * thread. Aborting rejects with an Error named AbortError; a FlexError of the engine arrives as one.
 */
export function createSimulator(start: () => PoolWorker): Simulate {
  return async (input, onProgress, signal) => {
    if (signal.aborted) throw stoppedError();
    const result = await inWorker(start, input, onProgress, signal);
    return result === NEVER_STARTED ? simulateInSlices(input, onProgress, signal) : result;
  };
}

function inWorker(
  start: () => PoolWorker,
  input: PoolInput,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<PoolResult | typeof NEVER_STARTED> {
  return new Promise((resolve, reject) => {
    let worker: PoolWorker;
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
      broken(event.message ?? 'The simulation stopped.');
    };
    worker.onmessageerror = () => broken('The simulation sent an answer that could not be read.');
    try {
      worker.postMessage({ input });
    } catch {
      broken('');
    }
  });
}
