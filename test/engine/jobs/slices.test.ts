import { inSlices, type SliceHost } from '../../../src/engine/jobs/slices';

/** A host whose clock moves only by the work. */
function host(stopped: () => boolean = () => false) {
  const seen: number[] = [];
  let time = 0;
  let breaths = 0;
  const lent: SliceHost = {
    now: () => time,
    breathe: () => {
      breaths += 1;
      return Promise.resolve();
    },
    onProgress: (done) => void seen.push(done),
    stopped,
  };
  return { lent, seen, breaths: () => breaths, pass: (ms: number) => (time += ms) };
}

function* steps(count: number, onStep: (index: number) => void) {
  for (let index = 1; index <= count; index += 1) {
    onStep(index);
    yield { done: index, total: count };
  }
  return 'result';
}

test('the page breathes after every 20 ms of work, and hears each time how far it is', async () => {
  const { lent, seen, breaths, pass } = host();
  expect(
    await inSlices(
      steps(8, () => pass(10)),
      lent,
    ),
  ).toBe('result');
  expect(seen).toEqual([2, 4, 6, 8]);
  expect(breaths()).toBe(4);
});

test('Cancel takes effect at the next breath', async () => {
  let worked = 0;
  const { lent, pass } = host(() => worked >= 10);
  const work = steps(1_000_000, () => {
    worked += 1;
    pass(10);
  });
  await expect(inSlices(work, lent)).rejects.toMatchObject({ name: 'AbortError' });
  expect(worked).toBe(10);
});
