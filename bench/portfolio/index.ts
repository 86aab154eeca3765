/** The cheapest mix for firms of several sizes: seconds, memory and certified gap, beside HiGHS where it finishes. */
import { execFileSync } from 'node:child_process';
import type { Outcome } from './child';

const SIZES = [60, 1_000, 20_000, 100_000];
const SEED = 2_026;
const RUNS = 3;
/** HiGHS gets so long, and no more than so many people. */
const HIGHS_SECONDS = 120;
const HIGHS_PEOPLE = 20_000;
const TARGET_PEOPLE = 20_000;
const TARGET_SECONDS = 2;
const TARGET_SHARE = 0.0015;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const money = (value: number | null): string =>
  value === null
    ? '–'
    : value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/**
 * @param child path of the bundled child script
 * @param args people (all sizes when left out), seed
 */
export function run(child: string, args: readonly string[]): number {
  const ask = (...what: string[]): Outcome | null => {
    try {
      const answer = execFileSync(process.execPath, [child, ...what], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 1000 * (HIGHS_SECONDS + 60),
      });
      return JSON.parse(answer) as Outcome;
    } catch {
      return null;
    }
  };
  const sizes = args[0] === undefined ? SIZES : [Number(args[0])];
  const seed = args[1] ?? String(SEED);
  let passed = true;
  print(
    '| people | prices | method | seconds | processor s | peak MB | cost | lower bound | gap | gap % | says |',
  );
  print('|---|---|---|---|---|---|---|---|---|---|---|');
  for (const people of sizes) {
    for (const list of ['fixed', 'tiers']) {
      const runs = Array.from({ length: RUNS }, () => ask('flex', String(people), seed, list));
      // Other work on the machine only ever adds time.
      const ours = runs.reduce((best, each) =>
        each !== null && (best === null || each.seconds < best.seconds) ? each : best,
      );
      line(people, list, 'flex', ours);
      passed &&= ours !== null && meets(people, ours);
      if (people <= HIGHS_PEOPLE) {
        const theirs = ask('highs', String(people), seed, list, String(HIGHS_SECONDS));
        line(people, list, 'highs', theirs);
        if (ours !== null && theirs?.status === 'Optimal') {
          passed &&= ours.bound <= theirs.cost * (1 + 1e-6) && ours.cost >= theirs.cost * (1 - 1e-6);
        }
      }
    }
  }
  print(
    `\nAt most ${TARGET_SECONDS} s at ${TARGET_PEOPLE} people, gap at most ${100 * TARGET_SHARE} %, bound never above what HiGHS proves: ${passed ? 'pass' : 'fail'}.`,
  );
  return passed ? 0 : 1;
}

function meets(people: number, { seconds, cost, bound }: Outcome): boolean {
  return (people > TARGET_PEOPLE || seconds <= TARGET_SECONDS) && cost - bound <= TARGET_SHARE * cost;
}

function line(people: number, list: string, method: string, outcome: Outcome | null): void {
  const bound =
    outcome === null || outcome.bound === null || Number.isNaN(outcome.bound) ? null : outcome.bound;
  const gap = bound === null || outcome === null ? null : Math.max(0, outcome.cost - bound);
  const cells =
    outcome === null
      ? ['–', '–', '–', '–', '–', '–', '–', 'did not finish']
      : [
          outcome.seconds.toFixed(2),
          outcome.processorSeconds.toFixed(2),
          outcome.peakMegabytes.toFixed(0),
          money(outcome.cost),
          money(bound),
          money(gap),
          gap === null ? '–' : ((100 * gap) / outcome.cost).toFixed(5),
          outcome.status,
        ];
  print(`| ${[people.toLocaleString('en-US'), list, method, ...cells].join(' | ')} |`);
}
