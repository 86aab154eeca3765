/** Reads 1,000,000 usage rows to user × product × month → tokens and cost, beside a floor and two peers. */
import { execFileSync } from 'node:child_process';

interface Run {
  readonly ms: number;
  readonly peakMb: number;
  readonly entries: number;
  readonly digest: string;
}

const METHODS = ['floor', 'flex', 'duckdb', 'naive'] as const;
/** Times the floor that the product may take. */
const LIMIT = 1.3;

/** @param child path of the bundled child script */
export function run(child: string, args: readonly string[]): number {
  const rows = Number(args[0] ?? 1_000_000);
  const rounds = Number(args[1] ?? 5);
  const runs = new Map<string, Run[]>(METHODS.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of METHODS) {
      const line = execFileSync(process.execPath, ['--expose-gc', child, name, String(rows)], {
        encoding: 'utf8',
      });
      runs.get(name)?.push(JSON.parse(line) as Run);
    }
  }
  const median = (values: readonly number[]): number =>
    [...values].sort((a, b) => a - b)[values.length >> 1] as number;
  const of = (name: string): readonly Run[] => runs.get(name) ?? [];
  const floor = median(of('floor').map((r) => r.ms));
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  print(
    `${rows.toLocaleString('en-US')} rows, median of ${rounds} alternating runs, each in a process of its own\n`,
  );
  print('| method | ms | × floor | fastest–slowest ms | peak MB |');
  print('|---|---|---|---|---|');
  for (const name of METHODS) {
    const ms = of(name).map((r) => r.ms);
    const span = `${Math.min(...ms).toFixed(0)}–${Math.max(...ms).toFixed(0)}`;
    const peak = median(of(name).map((r) => r.peakMb)).toFixed(0);
    print(`| ${name} | ${median(ms).toFixed(0)} | ${(median(ms) / floor).toFixed(2)} | ${span} | ${peak} |`);
  }
  const digests = new Set([...runs.values()].flat().map((r) => `${r.entries} ${r.digest}`));
  if (digests.size !== 1) {
    print(`\nThe methods disagree: ${[...digests].join(', ')}`);
    return 1;
  }
  const ratio = median(of('flex').map((r) => r.ms)) / floor;
  print(`\nAll agree on ${[...digests][0]}. flex takes ${ratio.toFixed(2)} × the floor (limit ${LIMIT}).`);
  return ratio <= LIMIT ? 0 : 1;
}
