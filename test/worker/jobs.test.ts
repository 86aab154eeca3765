import { sizePool } from '../../src/engine/pool';
import { buildPortfolio } from '../../src/engine/portfolio';
import type { JobInput, JobName } from '../../src/engine/jobs/table';
import { jobSteps } from '../../src/engine/jobs/table';
import { runHere } from '../../src/excel/host/run-here';
import type { WorkerReply, WorkerRequest } from '../../src/worker/messages';
import { offThread, type WorkerPort } from '../../src/worker/off-thread';
import { runSteps } from '../../src/worker/run';
import { input as portfolio } from '../report/portfolio/report';
import { poolOf } from './pool-input';

const never = (): AbortSignal => new AbortController().signal;
const ignore = (): void => undefined;

/** The worker's entry in this thread, behind a port that clones. */
function workerHere(): WorkerPort & { ended: boolean } {
  const port: WorkerPort & { ended: boolean } = {
    ended: false,
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage(request) {
      const { job, input } = structuredClone(request) as WorkerRequest;
      const post = (reply: WorkerReply): void => {
        const sent = structuredClone(reply);
        queueMicrotask(() => port.onmessage?.({ data: sent }));
      };
      queueMicrotask(() =>
        runSteps(
          () => jobSteps(job, input),
          post,
          () => performance.now(),
        ),
      );
    },
    terminate() {
      port.ended = true;
    },
  };
  return port;
}

const refused = (): WorkerPort => {
  throw new Error('refused');
};
const run = {
  'in the worker': () => offThread(workerHere, runHere),
  'on the thread of the pane': () => offThread(refused, runHere),
};
const CASES = (Object.keys(run) as (keyof typeof run)[]).flatMap((where) => [
  { where, job: 'pool' as const, input: poolOf(), wanted: sizePool(poolOf()) },
  { where, job: 'portfolio' as const, input: portfolio(), wanted: buildPortfolio(portfolio()) },
]);

test.each(CASES)('$job $where: the result is the engine’s, to the last digit', async (each) => {
  expect(await run[each.where]()<JobName>(each.job, each.input, ignore, never())).toEqual(each.wanted);
});

test.each([
  { job: 'pool' as const, input: poolOf({ tolerance: 2 }) as JobInput<JobName>, sentence: 'tolerance' },
  { job: 'portfolio' as const, input: portfolio({ tokenPrice: -1 }), sentence: 'token price is -1' },
])('a $job that the engine refuses comes back as its sentence', async ({ job, input, sentence }) => {
  for (const where of Object.values(run))
    await expect(where()<JobName>(job, input, ignore, never())).rejects.toMatchObject({
      name: 'FlexError',
      kind: 'value',
      message: expect.stringContaining(sentence),
    });
});

test.each(Object.entries(run))('Cancel works %s', async (_, where) => {
  const run = where()('portfolio', portfolio(), ignore, AbortSignal.abort());
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
});
