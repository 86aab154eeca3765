/** Long work on a thread that others need as well: in slices with a breath between. */

/** How far work is that pauses; a generator of these ends with the result. */
export interface StepProgress {
  readonly done: number;
  readonly total: number;
}

/** What the host lends to work on its own thread: the engine has no clock and cannot wait. */
export interface SliceHost {
  /** A monotonic clock in milliseconds. */
  now(): number;
  /** Resolves once the host has handled what waits. */
  breathe(): Promise<void>;
  /** Once a slice. */
  onProgress(done: number, total: number): void;
  /** True from the moment the user cancels. */
  stopped(): boolean;
}

/** Short enough that typing and scrolling stay smooth. */
const SLICE_MS = 20;

/** What stopped work fails with. */
export function stoppedError(): Error {
  return Object.assign(new Error('Cancelled.'), { name: 'AbortError' });
}

/**
 * The same result as without a pause, later. Stopping takes effect at the next breath.
 * @throws what the work throws; an Error named AbortError when stopped
 */
export async function inSlices<T>(work: Generator<StepProgress, T>, host: SliceHost): Promise<T> {
  for (;;) {
    if (host.stopped()) throw stoppedError();
    const until = host.now() + SLICE_MS;
    let step = work.next();
    while (step.done !== true && host.now() < until) step = work.next();
    if (step.done === true) return step.value;
    host.onProgress(step.value.done, step.value.total);
    await host.breathe();
  }
}
