import { statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { buildPortfolio } from '../../src/engine/portfolio';
import type { PortfolioReply, PortfolioRequest } from '../../src/worker/messages';
import { input } from '../report/portfolio/report';
import { built, builtFiles, DIST } from './dist';

const workers = builtFiles().filter((file) => /^portfolio-worker(\.|$)/.test(file));
const worker = workers[0] ?? '';

test('the search for the mix is one small file of its own, without the pane and without loading more', () => {
  expect(workers).toHaveLength(1);
  expect(statSync(path.join(DIST, worker)).size).toBeLessThan(60_000);
  expect(built(worker)).not.toMatch(/importScripts|react|Fluent|document\.|CustomFunctions/i);
});

test('the same people get the same mix in the worker’s file and in Node, to the last digit', () => {
  const replies: PortfolioReply[] = [];
  const scope: { onmessage?: (event: { data: PortfolioRequest }) => void } & Record<string, unknown> = {
    performance,
    postMessage: (reply: PortfolioReply) => replies.push(structuredClone(reply)),
  };
  scope['self'] = scope;
  vm.runInNewContext(built(worker), scope, { filename: worker });
  scope.onmessage?.({ data: structuredClone({ input: input() }) });
  const last = replies.at(-1);
  expect(last !== undefined && 'result' in last && JSON.stringify(last.result)).toBe(
    JSON.stringify(buildPortfolio(input())),
  );
});
