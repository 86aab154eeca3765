/** Realised stockout of pools sized after simulated histories, beside the guide's rule; time and memory of a large sizing. */
import { execFileSync } from 'node:child_process';
import { RULES, TOLERANCES, type Realised, type Rule } from './calibration';
import { POPULATIONS, type Population } from './populations';

const HISTORIES = 1_000;
/** Seconds that 5,000 clusters × 10,000 draws may take. */
const SPEED_LIMIT = 2;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const percent = (share: number): string => (100 * share).toFixed(2);

/** @param child path of the bundled child script */
export function run(child: string, args: readonly string[]): number {
  const histories = Number(args[0] ?? HISTORIES);
  const ask = (...what: string[]): unknown =>
    JSON.parse(execFileSync(process.execPath, [child, ...what], { encoding: 'utf8' }));
  print(
    `${histories.toLocaleString('en-US')} histories, each followed by 200 independent next years. In brackets: the plain mean over the histories.`,
  );
  const passed = POPULATIONS.map((population, index) => {
    const realised = ask(String(index), String(histories)) as readonly Realised[];
    return table(population, realised);
  });
  const { seconds, peakMb } = ask('speed') as {
    readonly seconds: readonly number[];
    readonly peakMb: number;
  };
  const first = seconds[0] ?? Infinity;
  print('\n5,000 clusters × 10,000 draws through sizePool:');
  print(
    `first call ${first.toFixed(2)} s (limit ${SPEED_LIMIT}), then ${seconds
      .slice(1)
      .map((s) => s.toFixed(2))
      .join(', ')} s; peak memory of the process ${peakMb.toFixed(0)} MB.`,
  );
  return passed.every(Boolean) && first <= SPEED_LIMIT ? 0 : 1;
}

/** Prints one population; true when the plain estimator, which sizes the pool, is within the target. */
function table(population: Population, realised: readonly Realised[]): boolean {
  const { name, target, reference } = population;
  const at = (rule: Rule, tolerance: number): Realised | undefined =>
    realised.find((row) => row.rule === rule && row.tolerance === tolerance);
  print(`\n${name}\n`);
  print('| rule | realised at 1 % | 5 % | 10 % | mean buffer at 1 % | 5 % | 10 % | target |');
  print('|---|---|---|---|---|---|---|---|');
  const met = (rule: Rule): boolean =>
    target === null ||
    TOLERANCES.every(
      (tolerance) => Math.abs((at(rule, tolerance)?.stockout ?? NaN) - tolerance) <= target / 100,
    );
  for (const rule of RULES) {
    const rows = TOLERANCES.map((tolerance) => at(rule, tolerance));
    if (rows.some((row) => row === undefined)) continue;
    const stockouts = rows.map(
      (row) => `${percent(row!.stockout)} ± ${percent(row!.error)} (${percent(row!.raw)})`,
    );
    const buffers = rows.map((row) => `${(100 * row!.buffer).toFixed(1)} %`);
    const judged = target === null ? '–' : `±${target} pp: ${met(rule) ? 'pass' : 'fail'}`;
    print(`| ${[rule, ...stockouts, ...buffers, judged].join(' | ')} |`);
  }
  if (reference) {
    print(`| independent reference | ${reference.map((figure) => figure.toFixed(2)).join(' | ')} | | | | |`);
  }
  return met('plain');
}
