/** One population, or the timing, in a process of its own: `child <population> <histories>` or `child speed`; answers one JSON line. */
import { randomStream, standardNormal } from '../../src/engine/numeric/random';
import { sizePool } from '../../src/engine/pool';
import { benchInput, calibrate } from './calibration';
import { POPULATIONS } from './populations';

const SEED = 20_260;
const DRAWS = 10_000;
const NEXT_YEARS = 200;
const LAW_YEARS = 300_000;
const CLUSTERS = 5_000;

/** 5,000 clusters × 10,000 draws through everything sizePool does, first call and repeated. */
function speed(): object {
  const words = randomStream(SEED, 0);
  const clusters = Float64Array.from({ length: CLUSTERS }, () => Math.exp(0.8 * standardNormal(words)));
  const months = Array.from({ length: 12 }, (_, month) => 1 + 0.3 * Math.sin(month));
  const input = benchInput(clusters, months, DRAWS, SEED, 0.05);
  const seconds = Array.from({ length: 3 }, () => {
    const started = process.hrtime.bigint();
    sizePool(input);
    return Number(process.hrtime.bigint() - started) / 1e9;
  });
  return { seconds, peakMb: process.resourceUsage().maxRSS / 1024 };
}

const [what = '', histories = ''] = process.argv.slice(2);
const population = POPULATIONS[Number(what)];
if (what !== 'speed' && !population) throw new Error(`No population "${what}".`);
const answer = population
  ? calibrate(population, {
      histories: Number(histories),
      nextYears: NEXT_YEARS,
      lawYears: LAW_YEARS,
      draws: DRAWS,
      seed: SEED,
    })
  : speed();
process.stdout.write(`${JSON.stringify(answer)}\n`);
