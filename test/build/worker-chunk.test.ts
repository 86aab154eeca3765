import { statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { poolInput, sizePool } from '../../src/engine/pool';
import type { Cluster, PoolDemand, PoolInput } from '../../src/engine/pool';
import type { PoolReply, PoolRequest } from '../../src/worker/messages';
import { built, builtFiles, DIST } from './dist';

const workers = builtFiles().filter((file) => /^pool-worker(\.|$)/.test(file));
const worker = workers[0] ?? '';

/** Forty projects of uneven size; `odd` changes single figures. */
function input(odd: Partial<PoolInput> = {}): PoolInput {
  const clusters = Array.from({ length: 40 }, (_, index): Cluster => {
    const months = Float64Array.from(
      { length: 12 },
      (__, month) => ((index * 37 + month * 11) % 23) * (1 + index / 9),
    );
    const tokens = months.reduce((sum, each) => sum + each, 0);
    return { kind: 'project', name: `P${index}`, tokens, months };
  });
  const base = clusters.reduce((sum, { tokens }) => sum + tokens, 0);
  const demand: PoolDemand = {
    clusters,
    by: 'auto',
    base,
    effectiveClusters: base ** 2 / clusters.reduce((sum, { tokens }) => sum + tokens ** 2, 0),
    monthTokens: Float64Array.from({ length: 12 }, (_, month) =>
      clusters.reduce((sum, { months }) => sum + (months[month] ?? 0), 0),
    ),
    monthSeen: Array.from({ length: 12 }, () => true),
    firstMonth: 2025 * 12 + 10,
    lastMonth: 2026 * 12 + 9,
    asOf: 46326,
    monthsCovered: 12,
    scale: 1,
    people: 40,
  };
  const sized = poolInput(demand, {
    tolerance: 0.05,
    growth: { mean: 0.03, spread: 0.05 },
    prices: {
      price: 3,
      tiers: [],
      bundle: 100,
      topUpPrice: 3.3,
      disruption: 10,
      salvage: 0,
      salvageShare: 1,
    },
    leadDays: 14,
    planned: [],
    seed: 11,
    draws: 2_000,
  });
  return { ...sized, ...odd };
}

/** Runs the built file as a browser's worker does: no page, no window, nothing to load more with. */
function answers(request: PoolRequest): readonly PoolReply[] {
  const replies: PoolReply[] = [];
  const scope: { onmessage?: (event: { data: PoolRequest }) => void } & Record<string, unknown> = {
    performance,
    postMessage: (reply: PoolReply) => replies.push(structuredClone(reply)),
  };
  scope['self'] = scope;
  vm.runInNewContext(built(worker), scope, { filename: worker });
  if (scope.onmessage === undefined) throw new Error('The worker listens to nobody.');
  scope.onmessage({ data: structuredClone(request) });
  return replies;
}

test('the simulation is one small file of its own, without the pane and without loading more', () => {
  expect(workers).toHaveLength(1);
  expect(statSync(path.join(DIST, worker)).size).toBeLessThan(40_000);
  expect(built(worker)).not.toMatch(/importScripts|react|Fluent|document\.|CustomFunctions|AutoCAD/i);
});

test('the pane knows the file by its name', () => {
  const pane = builtFiles().filter((file) => /^taskpane\..*js$/.test(file));
  const hash = worker.replace(/^pool-worker\.?|\.?js$/g, '');
  expect(pane.some((file) => built(file).includes('pool-worker') && built(file).includes(hash))).toBe(true);
});

test('no other script carries the worker’s code a second time under its name', () => {
  expect(built('functions.js')).not.toMatch(/pool-worker|new Worker\(/);
});

test('the same input and seed give the same pool in the worker’s file and in Node, to the last digit', () => {
  const replies = answers({ input: input() });
  expect(replies[0]).toEqual({ done: 0, total: 2_000 });
  const last = replies.at(-1);
  expect(last !== undefined && 'result' in last && JSON.stringify(last.result)).toBe(
    JSON.stringify(sizePool(input())),
  );
});

test('what the engine refuses leaves the worker as a sentence with its kind', () => {
  const last = answers({ input: input({ tolerance: 2 }) }).at(-1);
  expect(last).toMatchObject({ error: { kind: 'value', message: expect.stringMatching(/tolerance/) } });
});
