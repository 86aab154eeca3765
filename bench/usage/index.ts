/** Reads 1,000,000 usage rows to user × product × month → units, tokens and cost, beside a floor and three peers. */
import { execFileSync } from 'node:child_process';

interface Run {
  readonly ms: number;
  readonly peakMb: number;
  readonly entries: number;
  /** Of tokens and cost, and of the whole table ('' where a method leaves columns out). */
  readonly digests: readonly [string, string];
}

/** Times the floor that the product may take, warmed up. */
const LIMIT = 1.3;
/** Runs of 100,000 rows before the timed one, for every method alike, so that compiling is not timed. */
const WARM_RUNS = 4;
const ALL = ['floor', 'bare', 'flex', 'duckdb', 'naive'] as const;
/** Without warm-up: as a freshly opened pane reads its first range. */
const COLD = ['floor', 'flex'] as const;

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] as number) + (sorted[sorted.length >> 1] as number)) / 2;
}

/** @param child path of the bundled child script */
export function run(child: string, args: readonly string[]): number {
  const rows = Number(args[0] ?? 1_000_000);
  const rounds = Number(args[1] ?? 7);
  const alternate = (methods: readonly string[], warmRuns: number): ReadonlyMap<string, readonly Run[]> => {
    const runs = new Map<string, Run[]>(methods.map((name) => [name, []]));
    for (let round = 0; round < rounds; round++) {
      for (const name of methods) {
        const line = execFileSync(
          process.execPath,
          ['--expose-gc', child, name, String(rows), String(warmRuns)],
          { encoding: 'utf8' },
        );
        runs.get(name)?.push(JSON.parse(line) as Run);
      }
    }
    return runs;
  };
  print(
    `${rows.toLocaleString('en-US')} rows; median of ${rounds} alternating runs, each in a process of its own.`,
  );
  print(`\nAfter ${WARM_RUNS} short warm-up runs:\n`);
  const warm = alternate(ALL, WARM_RUNS);
  const ratio = table(warm);
  print('\nWithout warm-up:\n');
  const cold = alternate(COLD, 0);
  table(cold);

  const all = [...warm.values(), ...cold.values()].flat();
  const answers = [0, 1].map(
    (which) =>
      new Set(all.map((r) => `${r.entries} ${r.digests[which] ?? ''}`).filter((text) => !text.endsWith(' '))),
  );
  if (answers.some((set) => set.size !== 1)) {
    print(`\nThe methods disagree: ${answers.map((set) => [...set].join(', ')).join(' / ')}`);
    return 1;
  }
  print(`\nAll give the same ${all[0]?.entries.toLocaleString('en-US')} entries.`);
  print(`flex takes ${ratio.toFixed(2)} × the floor (limit ${LIMIT}).`);
  return ratio <= LIMIT ? 0 : 1;
}

/** Prints the runs as a table; gives the product's time as a multiple of the floor's. */
function table(runs: ReadonlyMap<string, readonly Run[]>): number {
  const ms = (name: string): readonly number[] => (runs.get(name) ?? []).map((r) => r.ms);
  const floor = median(ms('floor'));
  print('| method | ms | × floor | fastest–slowest ms | peak MB |');
  print('|---|---|---|---|---|');
  for (const [name, own] of runs) {
    const span = `${Math.min(...ms(name)).toFixed(0)}–${Math.max(...ms(name)).toFixed(0)}`;
    const peak = median(own.map((r) => r.peakMb)).toFixed(0);
    const middle = median(ms(name));
    print(`| ${name} | ${middle.toFixed(0)} | ${(middle / floor).toFixed(2)} | ${span} | ${peak} |`);
  }
  return median(ms('flex')) / floor;
}
