import { buildPortfolio } from '../../src/engine/portfolio';
import type { Portfolio, PortfolioInput } from '../../src/engine/portfolio/types';
import type { PortfolioReply, PortfolioRequest } from '../../src/worker/messages';
import { offThread, type WorkerPort } from '../../src/worker/off-thread';
import { portfolioInSlices } from '../../src/worker/portfolio-slices';
import { runPortfolio } from '../../src/worker/run-portfolio';
import { input } from '../report/portfolio/report';

const never = (): AbortSignal => new AbortController().signal;
const ignore = (): void => undefined;

/** A worker thread in this one: messages are cloned and arrive later, as between threads. */
class ThreadlessWorker implements WorkerPort<PortfolioInput, Portfolio> {
  onmessage: WorkerPort<PortfolioInput, Portfolio>['onmessage'] = null;
  onerror: WorkerPort<PortfolioInput, Portfolio>['onerror'] = null;
  onmessageerror: (() => void) | null = null;
  ended = false;
  postMessage(request: PortfolioRequest): void {
    const arrived = structuredClone(request);
    queueMicrotask(() =>
      runPortfolio(
        arrived,
        (reply: PortfolioReply) => {
          const sent = structuredClone(reply);
          queueMicrotask(() => this.onmessage?.({ data: sent }));
        },
        () => performance.now(),
      ),
    );
  }
  terminate(): void {
    this.ended = true;
  }
}

test('the worker’s portfolio is this thread’s, to the last digit, and the worker is ended with it', async () => {
  const worker = new ThreadlessWorker();
  const build = offThread('The search', () => worker, portfolioInSlices);
  expect(await build(input(), ignore, never())).toEqual(buildPortfolio(input()));
  expect(worker.ended).toBe(true);
});

test('a price the engine refuses comes back as its sentence', async () => {
  const build = offThread('The search', () => new ThreadlessWorker(), portfolioInSlices);
  await expect(build(input({ tokenPrice: -1 }), ignore, never())).rejects.toMatchObject({
    kind: 'value',
    message: expect.stringContaining('token price is -1'),
  });
});

test('where no worker starts, the portfolio is built on the thread, and Cancel works there too', async () => {
  const build = offThread<PortfolioInput, Portfolio>(
    'The search',
    () => {
      throw new Error('refused');
    },
    portfolioInSlices,
  );
  expect(await build(input(), ignore, never())).toEqual(buildPortfolio(input()));
  await expect(build(input(), ignore, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});
