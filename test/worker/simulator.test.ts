import { FlexError } from '../../src/engine/errors';
import type { PoolInput, PoolResult } from '../../src/engine/pool/types';
import type { PoolReply, PoolRequest } from '../../src/worker/messages';
import { runPool } from '../../src/worker/run-pool';
import { createSimulator, type PoolWorker } from '../../src/worker/simulator';

const mockSteps = jest.fn();
jest.mock('../../src/engine/pool/size', () => ({ poolSteps: (input: unknown) => mockSteps(input) }));

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

/** A worker thread in this one: messages are cloned and arrive later, as between threads. */
class ThreadlessWorker implements PoolWorker {
  onmessage: PoolWorker['onmessage'] = null;
  onerror: PoolWorker['onerror'] = null;
  onmessageerror: PoolWorker['onmessageerror'] = null;
  ended = false;
  constructor(private readonly answer: (request: PoolRequest, post: (reply: PoolReply) => void) => void) {}
  postMessage(request: PoolRequest): void {
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
const real = (request: PoolRequest, post: (reply: PoolReply) => void): void =>
  runPool(request, post, () => performance.now());
const never = (): AbortSignal => new AbortController().signal;
const ignore = (): void => undefined;

beforeEach(() => mockSteps.mockReset());

describe('in the worker', () => {
  test('the pane hears at once that the worker is at work, then at most every 50 ms, then the result', () => {
    const { now, pass } = clock();
    mockSteps.mockReturnValue(steps(10, () => pass(20)));
    const posted: PoolReply[] = [];
    runPool({ input: INPUT }, (reply) => posted.push(reply), now);
    expect(posted).toEqual([
      { done: 0, total: 1000 },
      { done: 300, total: 1000 },
      { done: 600, total: 1000 },
      { done: 900, total: 1000 },
      { result: RESULT },
    ]);
  });
});

describe('from the pane', () => {
  test('a sizing gives the engine’s result and leaves no worker behind', async () => {
    mockSteps.mockReturnValue(steps(3));
    const worker = new ThreadlessWorker(real);
    const seen: number[] = [];
    const result = await createSimulator(() => worker)(INPUT, (done) => seen.push(done), never());
    expect(result).toEqual(RESULT);
    expect(seen[0]).toBe(0);
    expect(mockSteps).toHaveBeenCalledWith(INPUT);
    expect(worker.ended).toBe(true);
  });

  test('what the engine refuses arrives with its kind and sentence', async () => {
    mockSteps.mockImplementation(() => {
      throw new FlexError('value', 'The bundle is 0. Type a whole number from 1.');
    });
    const worker = new ThreadlessWorker(real);
    const failed = await createSimulator(() => worker)(INPUT, ignore, never()).catch((e: unknown) => e);
    expect(failed).toBeInstanceOf(FlexError);
    expect(failed).toMatchObject({ kind: 'value', message: 'The bundle is 0. Type a whole number from 1.' });
    expect(worker.ended).toBe(true);
  });

  test('Cancel ends the worker at once, whatever it is doing', async () => {
    const worker = new ThreadlessWorker((_, post) => post({ done: 1, total: 1000 }));
    const control = new AbortController();
    const run = createSimulator(() => worker)(INPUT, () => control.abort(), control.signal);
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.ended).toBe(true);
  });

  test('a run cancelled before it begins starts no worker', async () => {
    const start = jest.fn();
    await expect(createSimulator(start)(INPUT, ignore, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(start).not.toHaveBeenCalled();
  });

  test('a worker that breaks down later is reported, not silently begun again', async () => {
    const worker = new ThreadlessWorker((_, post) => {
      post({ done: 1, total: 1000 });
      setTimeout(() => worker.onerror?.({ message: 'out of memory' }), 0);
    });
    await expect(createSimulator(() => worker)(INPUT, ignore, never())).rejects.toThrow('out of memory');
    expect(mockSteps).not.toHaveBeenCalled();
  });
});

describe('where no worker can be started', () => {
  const refusing = () => {
    throw new Error('SecurityError');
  };
  const failing = () => {
    const worker = new ThreadlessWorker(() => worker.onerror?.({}));
    return worker;
  };

  test.each([
    ['the host forbids it', refusing],
    ['its file does not load', failing],
  ])('%s: the result is the same', async (_, start) => {
    mockSteps.mockReturnValue(steps(3));
    await expect(createSimulator(start)(INPUT, ignore, never())).resolves.toEqual(RESULT);
  });

  test('a worker that never says a word is given up', async () => {
    jest.useFakeTimers({ doNotFake: ['performance', 'queueMicrotask'] });
    try {
      mockSteps.mockReturnValue(steps(3));
      const silent = new ThreadlessWorker(ignore);
      const run = createSimulator(() => silent)(INPUT, ignore, never());
      await jest.advanceTimersByTimeAsync(20_000);
      await expect(run).resolves.toEqual(RESULT);
      expect(silent.ended).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  test('the pane breathes between slices and shows progress', async () => {
    const busy = (ms: number) => {
      const until = performance.now() + ms;
      while (performance.now() < until);
    };
    mockSteps.mockReturnValue(steps(4, () => busy(25)));
    let breaths = 0;
    const beat = setInterval(() => (breaths += 1), 1);
    const seen: number[] = [];
    await createSimulator(refusing)(INPUT, (done) => seen.push(done), never());
    clearInterval(beat);
    expect(seen).toEqual([250, 500, 750, 1000]);
    expect(breaths).toBeGreaterThanOrEqual(3);
  });

  test('Cancel works there too', async () => {
    const control = new AbortController();
    let worked = 0;
    mockSteps.mockReturnValue(
      steps(1_000_000, () => {
        worked += 1;
        if (worked === 10) setTimeout(() => control.abort(), 0);
      }),
    );
    await expect(createSimulator(refusing)(INPUT, ignore, control.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(worked).toBeLessThan(1_000_000);
  });
});
