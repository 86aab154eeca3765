/** Depletion dates against what really emptied a pool: US births and volatile project-driven firms. */
import { execFileSync } from 'node:child_process';
import { CHOICE, WEEK_MEAN, type Accuracy } from './accuracy';

/** Days between the origins on births. */
const STEP = 5;
const FIRMS = 1_000;
/** The method was tuned on other seeds; these firms were only printed. */
const SEED = 2_026;

/** Reference figures of docs/methods.md, "Targets" and of bench/README.md, by rule: error of the date in days. */
type Reference = Readonly<Record<string, string>>;
const BIRTHS: Reference = {
  'average to date': '5.47',
  '28 days by weekday': '4.40',
  'last year': '1.82',
  [CHOICE]: '1.87',
};
const PROJECTS: Reference = { 'average to date': '36.6', [WEEK_MEAN]: '66.7', [CHOICE]: '32.1' };

const print = (text: string): void => void process.stdout.write(`${text}\n`);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** @param child path of the bundled child script */
export function run(child: string, args: readonly string[]): number {
  const ask = (...what: string[]): { readonly rules: readonly Accuracy[]; readonly seconds: number } =>
    JSON.parse(execFileSync(process.execPath, [child, ...what], { encoding: 'utf8' }));

  const births = ask('births', String(args[1] ?? STEP));
  print('US births 2000–2014; depletion 60 to 330 days ahead, after two years of history or more.\n');
  table(births.rules, BIRTHS);
  const birth = of(births.rules, CHOICE);
  const birthsPass = [
    verdict('Error of the date ≤ 2.0 days', birth.mae.toFixed(2), birth.mae <= 2),
    covered(birth, 0.75),
  ];
  print(seconds(births));

  const firms = String(args[0] ?? FIRMS);
  const projects = ask('projects', firms, String(args[2] ?? SEED));
  print(
    `\n${firms} volatile, project-driven firms, 3 cases each, seed ${args[2] ?? SEED}; 7 months to 3 years of history.\n`,
  );
  table(projects.rules, PROJECTS);
  const project = of(projects.rules, CHOICE);
  const ratio = project.mae / of(projects.rules, 'average to date').mae;
  const projectsPass = [
    verdict('Error of the date ≤ 0.9 × average to date', ratio.toFixed(3), ratio <= 0.9),
    covered(project, 0.7),
  ];
  print(seconds(projects));
  return [...birthsPass, ...projectsPass].every(Boolean) ? 0 : 1;
}

function table(rules: readonly Accuracy[], reference: Reference): void {
  print(
    '| rule | cases | error of the date, days | mean error | P10–P90 covers | before P10 | after P90 | P10 to P90, days | reference |',
  );
  print('|---|---|---|---|---|---|---|---|---|');
  for (const { rule, cases, mae, error, bias, coverage, before, after, width } of rules) {
    const range =
      coverage === null
        ? ['–', '–', '–', '–']
        : [percent(coverage), percent(before), percent(after), width.toFixed(0)];
    const cells = [rule, cases, `${mae.toFixed(2)} ± ${error.toFixed(2)}`, bias.toFixed(1), ...range];
    print(`| ${[...cells, reference[rule] ?? '–'].join(' | ')} |`);
  }
  print('');
}

function of(rules: readonly Accuracy[], rule: string): Accuracy {
  const found = rules.find((each) => each.rule === rule);
  if (!found) throw new Error(`No rule "${rule}".`);
  return found;
}

function covered({ coverage }: Accuracy, least: number): boolean {
  const share = coverage ?? Number.NaN;
  return verdict(`P10–P90 covers ${100 * least}–90 %`, percent(share), share >= least && share <= 0.9);
}

function verdict(target: string, figure: string, met: boolean): boolean {
  print(`${target}: ${figure}, ${met ? 'pass' : 'fail'}.`);
  return met;
}

function seconds({
  rules,
  seconds: all,
}: {
  readonly rules: readonly Accuracy[];
  readonly seconds: number;
}): string {
  const forecasts = rules.reduce((sum, { rule, cases }) => sum + (rule === WEEK_MEAN ? 0 : cases), 0);
  return `${all.toFixed(1)} s in all, ${((1000 * all) / forecasts).toFixed(1)} ms a forecast with its dates.`;
}
