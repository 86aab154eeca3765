/** One timed run of one method in a process of its own: `child <method> <rows> <CSV file>`; answers one JSON line. */
import { existsSync } from 'node:fs';
import { run } from '../../src/cli/program/run';
import type { Answer } from './answer';
import { duckdbCells, duckdbCsv } from './duckdb';
import { fullWorkbook } from './office';
import { fullSheet, writeCsv } from './rows';

/** How long nothing else could happen on this thread: the longest gap between two turns of the event loop, in ms. */
function watchThread(): () => number {
  let last = performance.now();
  let longest = 0;
  let going = true;
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    going = false;
    return Math.max(longest, performance.now() - last);
  };
}

async function commandLine(csv: string): Promise<Answer> {
  let out = '';
  const code = await run(['segment', csv, '--json'], {
    out: async (text) => {
      out += text;
    },
    err: () => undefined,
    watched: false,
    now: new Date('2026-11-24T00:00:00Z'),
  });
  if (code !== 0) throw new Error(`The command line ended with ${code}.`);
  const { rows, segment } = JSON.parse(out) as {
    readonly rows: { readonly used: number };
    readonly segment: { readonly figures: Readonly<Record<string, number>> };
  };
  const { Flex_People: people = 0, Flex_YearTokens: tokens = 0 } = segment.figures;
  return { people, used: rows.used, tokens };
}

async function methodOf(name: string, rows: number, csv: string): Promise<() => Promise<Answer>> {
  switch (name) {
    case 'excel':
      return await fullWorkbook(rows);
    case 'duckdb': {
      const blocks = fullSheet(rows);
      return () => duckdbCells(blocks);
    }
    case 'command line':
      return () => commandLine(csv);
    case 'duckdb on CSV':
      return () => duckdbCsv(csv);
    default:
      throw new Error(`No method "${name}".`);
  }
}

async function main(): Promise<void> {
  const [name = '', rowsText = '', csv = ''] = process.argv.slice(2);
  const rows = Number(rowsText);
  if (name === 'write' && !existsSync(csv)) {
    await writeCsv(csv, rows);
    return;
  }
  const method = await methodOf(name, rows, csv);
  globalThis.gc?.();
  const beforeMb = process.memoryUsage().rss / 1024 ** 2;
  const stop = watchThread();
  const started = performance.now();
  const answer = await method();
  const ms = performance.now() - started;
  const longestMs = stop();
  const peakMb = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ ms, longestMs, beforeMb, peakMb, answer })}\n`);
}

void main();
