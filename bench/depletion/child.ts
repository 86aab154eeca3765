/** One set of cases in a process of its own: `child births <step>` or `child projects <firms> <seed>`; answers one JSON line. */
import { accuracies } from './accuracy';
import { birthCases, projectCases } from './cases';

const [what = '', count = '', seed = ''] = process.argv.slice(2);
if (what !== 'births' && what !== 'projects') throw new Error(`No set of cases "${what}".`);
const started = process.hrtime.bigint();
const rules = accuracies(
  what === 'births' ? birthCases(Number(count)) : projectCases(Number(count), Number(seed)),
);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
process.stdout.write(`${JSON.stringify({ rules, seconds })}\n`);
