/** Work that is long enough to leave the thread of the pane. A row more, and every host can run it, report its progress and stop it. */
// Not the rooms' indexes: their readers of tables would come along into the worker's file.
import { poolSteps } from '../pool/size';
import { portfolioSteps } from '../portfolio/portfolio';
import type { StepProgress } from './slices';

/** `steps`: plain data in, plain data out. `what` names the work in a sentence. */
const JOBS = {
  pool: { what: 'The simulation', steps: poolSteps },
  portfolio: { what: 'The search for the cheapest mix', steps: portfolioSteps },
} as const;

type Rows = typeof JOBS;
export type JobName = keyof Rows;
export type JobInput<N extends JobName> = Parameters<Rows[N]['steps']>[0];
export type JobResult<N extends JobName> =
  ReturnType<Rows[N]['steps']> extends Generator<unknown, infer Result> ? Result : never;

/**
 * Runs a job off the thread of the pane where the host allows it; its result is the same anywhere. `onProgress` gets steps done and in
 * total; aborting rejects with an Error named AbortError; a FlexError of the engine arrives as one.
 */
export type RunJob = <N extends JobName>(
  name: N,
  input: JobInput<N>,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<JobResult<N>>;

export function jobSteps<N extends JobName>(
  name: N,
  input: JobInput<N>,
): Generator<StepProgress, JobResult<N>> {
  const rows: {
    readonly [K in JobName]: { steps(input: JobInput<K>): Generator<StepProgress, JobResult<K>> };
  } = JOBS;
  return rows[name].steps(input);
}

export function jobWords(name: JobName): string {
  return JOBS[name].what;
}
