/** A sheet filled to its last row is segmented through the Office host, and the same rows from CSV by the command line, beside DuckDB. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, HostFigures } from './answer';
import { FULL_SHEET } from './rows';

interface Run {
  readonly ms: number;
  readonly longestMs: number;
  readonly beforeMb: number;
  readonly peakMb: number;
  readonly answer: Answer & Partial<HostFigures>;
}

const METHODS = ['excel', 'duckdb', 'command line', 'duckdb on CSV'] as const;
/** The largest request or response that Excel on the web takes, in bytes: ours stay well below. */
const WEB_LIMIT = 5 * 1024 ** 2;
const OWN_LIMIT = 2 * 1024 ** 2;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const count = (value: number): string => value.toLocaleString('en-US');

/** @param child path of the bundled child script */
export function run(child: string, args: readonly string[]): number {
  const rows = Number(args[0] ?? FULL_SHEET);
  const rounds = Number(args[1] ?? 3);
  const folder = mkdtempSync(join(tmpdir(), 'flex-full-sheet-'));
  const csv = join(folder, 'usage.csv');
  const call = (name: string): string =>
    execFileSync(process.execPath, ['--expose-gc', child, name, String(rows), csv], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
  try {
    call('write');
    print(
      `${count(rows)} rows (CSV ${(statSync(csv).size / 1e6).toFixed(0)} MB); fastest of ${rounds} alternating runs, each in a process of its own.\n`,
    );
    const runs = new Map<string, Run[]>(METHODS.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const name of METHODS) runs.get(name)?.push(JSON.parse(call(name)) as Run);
    }
    return table(runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function table(runs: ReadonlyMap<string, readonly Run[]>): number {
  print('| method | s | slowest s | longest block of the thread, ms | MB before | peak MB |');
  print('|---|---|---|---|---|---|');
  for (const [name, own] of runs) {
    const seconds = own.map((one) => one.ms / 1000);
    const longest = Math.min(...own.map((one) => one.longestMs));
    const [before, peak] = [
      Math.max(...own.map((one) => one.beforeMb)),
      Math.max(...own.map((one) => one.peakMb)),
    ];
    print(
      `| ${name} | ${Math.min(...seconds).toFixed(2)} | ${Math.max(...seconds).toFixed(2)} | ${longest.toFixed(0)} | ${before.toFixed(0)} | ${peak.toFixed(0)} |`,
    );
  }
  const all = [...runs.values()].flat().map((one) => one.answer);
  const { syncs = 0, largestRequest = 0, largestResponse = 0 } = runs.get('excel')?.[0]?.answer ?? {};
  print(
    `\nThrough the Office host: ${count(syncs)} syncs, largest request ${count(largestRequest)} bytes, largest response ${count(largestResponse)} bytes.`,
  );
  const answers = new Set(
    all.map(({ people, used, tokens }) => `${people} people, ${used} rows, ${tokens.toFixed(2)} tokens`),
  );
  if (answers.size !== 1) {
    print(`The methods disagree: ${[...answers].join(' / ')}`);
    return 1;
  }
  print(`All give the same: ${[...answers].join('')}.`);
  const largest = Math.max(largestRequest, largestResponse);
  print(
    `The largest message is ${(largest / OWN_LIMIT).toFixed(2)} × our limit of 2 MB, ${(largest / WEB_LIMIT).toFixed(2)} × that of Excel on the web.`,
  );
  return largest <= OWN_LIMIT ? 0 : 1;
}
