/** One firm solved once in a process of its own: `child flex|highs <people> <seed> <fixed|tiers> [seconds]`; answers one JSON line. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildPortfolio } from '../../src/engine/portfolio';
import { milpOf } from '../../test/engine/portfolio/milp';
import { firm } from './firm';

/** What one run found. `bound` and `status` as the method itself says. */
export interface Outcome {
  readonly seconds: number;
  /** Time the processor worked on it: what a machine without other work takes. */
  readonly processorSeconds: number;
  readonly cost: number;
  readonly bound: number;
  readonly status: string;
  readonly peakMegabytes: number;
}

interface Solver {
  solve(problem: string, options: object): { readonly Status: string; readonly ObjectiveValue: number };
}

const [method = '', people = '', seed = '', list = '', limit = '60'] = process.argv.slice(2);
if (list !== 'fixed' && list !== 'tiers') throw new Error(`No price list "${list}".`);
const input = firm(Number(people), Number(seed), list);

function started(): () => Pick<Outcome, 'seconds' | 'processorSeconds'> {
  const begin = process.hrtime.bigint();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return {
      seconds: Number(process.hrtime.bigint() - begin) / 1e9,
      processorSeconds: (user + system) / 1e6,
    };
  };
}

async function flex(): Promise<Omit<Outcome, 'peakMegabytes'>> {
  const clock = started();
  const { certificate } = buildPortfolio(input);
  const times = clock();
  return {
    ...times,
    cost: certificate.cost,
    bound: certificate.lowerBound,
    status: certificate.method,
  };
}

/** The solver is read from the project at run time: it carries a WebAssembly file that does not bundle. */
async function highs(): Promise<Omit<Outcome, 'peakMegabytes'>> {
  const load = createRequire(join(process.cwd(), 'package.json'))('highs') as () => Promise<Solver>;
  const solver = await load();
  const program = milpOf(input);
  const clock = started();
  const { Status, ObjectiveValue } = solver.solve(program, {
    output_flag: false,
    time_limit: Number(limit),
    mip_rel_gap: 1e-7,
    mip_abs_gap: 1e-4,
  });
  return { ...clock(), cost: ObjectiveValue, bound: Number.NaN, status: Status };
}

void (method === 'flex' ? flex() : highs()).then((outcome) => {
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ ...outcome, peakMegabytes })}\n`);
});
