/** Labelled synthetic offices: which planted cases each rule finds, and how many of the people it lists are right. */
import { execFileSync } from 'node:child_process';
import { grave, precision, recall, total, type RuleScore, type Score } from './score';

const OFFICES = 20;
/** Fixtures were written and rules looked at with other seeds; these offices were only printed. */
const SEED = 77_000;
/** Precision counts findings above low severity: a low one says itself that it is probably harmless. */
const TARGET = { precision: 0.9, recall: 0.9 } as const;

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const share = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));

/** @param child path of the bundled child script */
export function run(child: string, args: readonly string[]): number {
  const offices = String(args[0] ?? OFFICES);
  const seed = String(args[1] ?? SEED);
  const result = JSON.parse(
    execFileSync(process.execPath, [child, offices, seed], { encoding: 'utf8' }),
  ) as Score;
  const all = total(result.rules);
  print(
    `${result.offices} labelled offices, ${result.rows.toLocaleString('en-US')} rows, ${all.planted.toLocaleString('en-US')} planted cases, ${all.decoys.toLocaleString('en-US')} decoys, seed ${seed}.\n`,
  );
  print('| rule | precision | all findings | recall | decoys |');
  print('|---|---|---|---|---|');
  for (const line of result.rules) print(row(line.rule, line));
  print(row('all', all));
  print(`| target | ≥ ${TARGET.precision} | | ≥ ${TARGET.recall} | |`);
  const passed = precision(grave(all)) >= TARGET.precision && recall(all) >= TARGET.recall;
  print(`\n${passed ? 'pass' : 'fail'}`);
  print('\nListed although harmless:');
  for (const [kind, times] of Object.entries(result.fooled)) print(`- ${kind}: ${times}`);
  print(
    `\n${((1000 * result.seconds) / result.offices).toFixed(0)} ms an office, ${result.seconds.toFixed(2)} s in all.`,
  );
  return passed ? 0 : 1;
}

function row(name: string, line: Omit<RuleScore, 'rule'>): string {
  const { planted, found, decoys } = line;
  const right = (of: Pick<RuleScore, 'listed' | 'wrong'>): string =>
    `${share(precision(of))} (${of.listed - of.wrong}/${of.listed})`;
  return `| ${name} | ${right(grave(line))} | ${right(line)} | ${share(recall(line))} (${found}/${planted}) | ${decoys} |`;
}
