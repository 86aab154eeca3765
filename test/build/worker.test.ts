import { statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { sizePool } from '../../src/engine/pool';
import { buildPortfolio } from '../../src/engine/portfolio';
import type { WorkerReply, WorkerRequest } from '../../src/worker/messages';
import { input as portfolio } from '../report/portfolio/report';
import { poolOf } from '../worker/pool-input';
import { built, builtFiles, DIST } from './dist';

const workers = builtFiles().filter((file) => /^worker(\.|$)/.test(file));
const worker = workers[0] ?? '';

/** Runs the built file as a browser's worker does: no page, no window, nothing to load more with. */
function answers(request: WorkerRequest): readonly WorkerReply[] {
  const replies: WorkerReply[] = [];
  const scope: { onmessage?: (event: { data: WorkerRequest }) => void } & Record<string, unknown> = {
    performance,
    postMessage: (reply: WorkerReply) => replies.push(structuredClone(reply)),
  };
  scope['self'] = scope;
  vm.runInNewContext(built(worker), scope, { filename: worker });
  if (scope.onmessage === undefined) throw new Error('The worker listens to nobody.');
  scope.onmessage({ data: structuredClone(request) });
  return replies;
}

test('long work is one small file of its own, without the pane, the rate cards and loading more', () => {
  expect(workers).toHaveLength(1);
  expect(statSync(path.join(DIST, worker)).size).toBeLessThan(75_000);
  expect(built(worker)).not.toMatch(
    /importScripts|react|Fluent|document\.|CustomFunctions|governance guide/i,
  );
});

test('the pane knows the file by its name', () => {
  const pane = builtFiles().filter((file) => /^taskpane\..*js$/.test(file));
  expect(worker).toMatch(/^worker\.[0-9a-f]{8}\.js$/);
  const hash = worker.replace(/^worker\.|\.js$/g, '');
  expect(pane.some((file) => built(file).includes('worker') && built(file).includes(hash))).toBe(true);
});

test('no other script carries the worker’s code a second time under its name', () => {
  expect(built('functions.js')).not.toMatch(/new Worker\(/);
});

test.each([
  { job: 'pool' as const, input: poolOf(), wanted: sizePool(poolOf()) },
  { job: 'portfolio' as const, input: portfolio(), wanted: buildPortfolio(portfolio()) },
])('the same input gives the same $job in the worker’s file and in Node, to the last digit', (each) => {
  const { wanted, ...request } = each;
  const replies = answers(request as WorkerRequest);
  expect(replies[0]).toEqual({ started: true });
  const last = replies.at(-1);
  expect(last !== undefined && 'result' in last && JSON.stringify(last.result)).toBe(JSON.stringify(wanted));
});

test('what the engine refuses leaves the worker as a sentence with its kind', () => {
  const last = answers({ job: 'pool', input: poolOf({ tolerance: 2 }) }).at(-1);
  expect(last).toMatchObject({ error: { kind: 'value', message: expect.stringMatching(/tolerance/) } });
});
