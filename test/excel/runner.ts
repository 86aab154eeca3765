/** A runner of long work for tests: some jobs as the test says, the others on this thread. */
import type { JobInput, JobName, JobResult, RunJob } from '../../src/engine/jobs/table';
import { runHere } from '../../src/excel/host/run-here';

export type Job<N extends JobName> = (
  input: JobInput<N>,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
) => Promise<JobResult<N>>;

export function runner(jobs: { readonly [N in JobName]?: Job<N> | undefined }): RunJob {
  return <N extends JobName>(name: N, ...rest: Parameters<Job<N>>) => {
    const job: Job<N> | undefined = jobs[name];
    return job === undefined ? runHere(name, ...rest) : job(...rest);
  };
}
