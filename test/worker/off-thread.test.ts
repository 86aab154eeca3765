import { FlexError } from '../../src/engine/errors';
import type { PoolInput, PoolResult } from '../../src/engine/pool/types';
import type { RunJob } from '../../src/engine/jobs/table';
import type { WorkerReply, WorkerRequest } from '../../src/worker/messages';
import { offThread, type WorkerPort } from '../../src/worker/off-thread';
import { runSteps } from '../../src/worker/run';

const INPUT = { draws: 1000, seed: 7 } as PoolInput;
const RESULT = { baseline: 42 } as PoolResult;

/** Steps as the engine gives them; `onStep` stands for the work between two of them. */
function* steps(count: number, onStep: (index: number) => void = () => undefined) {
  for (let index = 1; index <= count; index += 1) {
    onStep(index);
    yield { done: (1000 * index) / count, total: 1000 };
  }
  return RESULT;
}

type Answer = (request: WorkerRequest, post: (reply: WorkerReply) => void) => void;

/** A worker thread in this one: messages are cloned and arrive later, as between threads. */
class ThreadlessWorker implements WorkerPort {
  onmessage: WorkerPort['onmessage'] = null;
  onerror: WorkerPort['onerror'] = null;
  onmessageerror: WorkerPort['onmessageerror'] = null;
  ended = false;
  constructor(private readonly answer: Answer) {}
  postMessage(request: WorkerRequest): void {
    const arrived = structuredClone(request);
    queueMicrotask(() =>
      this.answer(arrived, (reply) => {
        const sent = structuredClone(reply);
        queueMicrotask(() => this.onmessage?.({ data: sent }));
      }),
    );
  }
  terminate(): void {
    this.ended = true;
  }
}

const clock = () => {
  let time = 0;
  return { now: () => time, pass: (ms: number) => (time += ms) };
};
const working =
  (work: () => ReturnType<typeof steps>): Answer =>
  (_, post) =>
    runSteps(work, post, () => performance.now());
const never = (): AbortSignal => new AbortController().signal;
const ignore = (): void => undefined;
const unused: RunJob = () => Promise.reject(new Error('It was done on this thread.'));
/** A pool sized in the worker, and nowhere else. */
const size = (worker: WorkerPort, onProgress: (done: number) => void = ignore, signal = never()) =>
  offThread(() => worker, unused)('pool', INPUT, onProgress, signal);

describe('in the worker', () => {
  test('the pane hears at once that the worker is at work, then at most every 50 ms, then the result', () => {
    const { now, pass } = clock();
    const posted: WorkerReply[] = [];
    runSteps(
      () => steps(10, () => pass(20)),
      (reply) => posted.push(reply),
      now,
    );
    expect(posted).toEqual([
      { started: true },
      { done: 300, total: 1000 },
      { done: 600, total: 1000 },
      { done: 900, total: 1000 },
      { result: RESULT },
    ]);
  });
});

describe('from the pane', () => {
  test('a sizing gives the engine’s result and leaves no worker behind', async () => {
    const asked: WorkerRequest[] = [];
    const worker = new ThreadlessWorker((request, post) => {
      asked.push(request);
      post({ started: true });
      post({ done: 500, total: 1000 });
      post({ result: RESULT });
    });
    const seen: number[] = [];
    const result = await size(worker, (done) => seen.push(done));
    expect(result).toEqual(RESULT);
    expect(seen).toEqual([500]);
    expect(asked).toEqual([{ job: 'pool', input: INPUT }]);
    expect(worker.ended).toBe(true);
  });

  test('what the engine refuses arrives with its kind, code and sentence', async () => {
    const sentence = 'The bundle is 0. Type a whole number from 1.';
    const worker = new ThreadlessWorker(
      working(() => {
        throw new FlexError('number', sentence, 'pool.bundle');
      }),
    );
    const failed = await size(worker).catch((e: unknown) => e);
    expect(failed).toBeInstanceOf(FlexError);
    expect(failed).toMatchObject({ kind: 'number', code: 'pool.bundle', message: sentence });
    expect(worker.ended).toBe(true);
  });

  test('Cancel ends the worker at once, whatever it is doing', async () => {
    const worker = new ThreadlessWorker((_, post) => post({ done: 1, total: 1000 }));
    const control = new AbortController();
    const run = size(worker, () => control.abort(), control.signal);
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.ended).toBe(true);
  });

  test('a run cancelled before it begins starts no worker', async () => {
    const start = jest.fn();
    const run = offThread(start, unused)('pool', INPUT, ignore, AbortSignal.abort());
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(start).not.toHaveBeenCalled();
  });

  test('a worker that breaks down later is reported, not silently begun again', async () => {
    const worker = new ThreadlessWorker((_, post) => {
      post({ started: true });
      setTimeout(() => worker.onerror?.({ message: 'out of memory' }), 0);
    });
    await expect(size(worker)).rejects.toThrow('out of memory');
  });

  test('a worker that breaks down without a word is named by its work', async () => {
    const worker = new ThreadlessWorker((_, post) => {
      post({ started: true });
      setTimeout(() => worker.onerror?.({}), 0);
    });
    await expect(size(worker)).rejects.toThrow('The simulation stopped.');
  });
});

describe('where no worker can be started', () => {
  const here = jest.fn<Promise<PoolResult>, unknown[]>(() => Promise.resolve(RESULT));
  beforeEach(() => here.mockClear());
  const refusing = (): WorkerPort => {
    throw new Error('SecurityError');
  };
  const failing = (): WorkerPort => {
    const worker = new ThreadlessWorker(() => worker.onerror?.({}));
    return worker;
  };
  const unsendable = (): WorkerPort => {
    const worker = new ThreadlessWorker(ignore);
    worker.postMessage = () => {
      throw new Error('DataCloneError');
    };
    return worker;
  };

  test.each([
    ['the host forbids it', refusing],
    ['its file does not load', failing],
    ['the input does not cross', unsendable],
  ])('%s: the job is done on this thread, and can be cancelled there', async (_, start) => {
    const signal = never();
    await expect(offThread(start, here as unknown as RunJob)('pool', INPUT, ignore, signal)).resolves.toEqual(
      RESULT,
    );
    expect(here.mock.calls).toEqual([['pool', INPUT, ignore, signal]]);
  });

  test('a worker that never says a word is given up', async () => {
    jest.useFakeTimers({ doNotFake: ['performance', 'queueMicrotask'] });
    try {
      const silent = new ThreadlessWorker(ignore);
      const run = offThread(() => silent, here as unknown as RunJob)('pool', INPUT, ignore, never());
      await jest.advanceTimersByTimeAsync(20_000);
      await expect(run).resolves.toEqual(RESULT);
      expect(silent.ended).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });
});
