import { exponential, logarithm } from '../numeric/exponential';
import { POISSON_ONE, UNDECIDED, decidePoissonOne } from '../numeric/poisson-one';
import { randomStream, standardNormal, uniform } from '../numeric/random';
import type { RandomWords } from '../numeric/random';
import { noDemand } from './errors';
import type { Growth, PlannedBurst } from './types';

/** Draws of a sizing: with 10,000, a 5 % risk is known to about 0.2 percentage points. */
export const DEFAULT_DRAWS = 10_000;
/** Seed of every simulation whose user gave none, so that two people get the same figure. */
export const DEFAULT_SEED = 20_260;

/** Streams of one seed: cluster weights, growth, then one for each planned project. */
const WEIGHTS = 0;
const GROWTH = 1;
const FIRST_PROJECT = 2;

/** Cluster weights drawn between two yields: a few hundredths of a second. */
const WORK_BETWEEN_YIELDS = 2_000_000;

/** Draws for one year of tokens, before growth and planned work, so that a changed assumption changes the answer and never the luck. */
export interface DemandDraws {
  /** Studentised deviation of each draw. */
  readonly t: Float64Array;
  /** Standard normal number of each draw, for growth. */
  readonly z: Float64Array;
  /** ΣX, tokens. */
  readonly base: number;
  /** √ΣX², tokens. */
  readonly se0: number;
}

/**
 * Studentised predictive cluster bootstrap (docs/methods.md, "Demand for next year"; Field and Welsh 2007): T = (ΣwX − Σw'X) ÷ √Σw'X² with
 * independent w, w' ~ Poisson(1) for each cluster; a draw with Σw'X² = 0 is drawn again. Clusters are taken in the order of their size, so
 * that neither their names nor their order matter; clusters without tokens are left out.
 * @param tokens of each cluster in the year; net refunds (below 0) are kept
 * @yields draws done so far
 * @throws FlexError 'number' when no cluster has tokens
 */
export function* drawDemand(
  tokens: Float64Array,
  draws: number,
  seed: number,
): Generator<number, DemandDraws> {
  const sorted = tokens.filter((x) => x !== 0).sort();
  if (sorted.length === 0) throw noDemand();
  const largest = Math.max(Math.abs(sorted[0]!), Math.abs(sorted[sorted.length - 1]!));
  // T does not depend on the unit of X; in units of the largest no square is lost to underflow.
  const scaled = sorted.map((x) => x / largest);
  const weights = randomStream(seed, WEIGHTS);
  const growth = randomStream(seed, GROWTH);
  const t = new Float64Array(draws);
  const z = new Float64Array(draws);
  const block = Math.max(1, Math.floor(WORK_BETWEEN_YIELDS / scaled.length));
  for (let from = 0; from < draws; from += block) {
    const to = Math.min(draws, from + block);
    fillStudentised(t, from, to, scaled, weights);
    for (let draw = from; draw < to; draw++) z[draw] = standardNormal(growth);
    yield to;
  }
  return { t, z, base: sum(sorted), se0: largest * Math.sqrt(sumOfSquares(scaled)) };
}

/** One word of 32 random bits gives w (low half) and w' (high half) of a cluster. */
function fillStudentised(
  t: Float64Array,
  from: number,
  to: number,
  x: Float64Array,
  words: RandomWords,
): void {
  const squares = x.map((value) => value * value);
  const clusters = x.length;
  for (let draw = from; draw < to; draw++) {
    let difference = 0;
    let variance = 0;
    do {
      difference = 0;
      variance = 0;
      for (let i = 0; i < clusters; i++) {
        const word = words.next();
        let next = POISSON_ONE[word & 0xffff]!;
        let history = POISSON_ONE[word >>> 16]!;
        if (next === UNDECIDED) next = decidePoissonOne(word & 0xffff, words);
        if (history === UNDECIDED) history = decidePoissonOne(word >>> 16, words);
        difference += (next - history) * x[i]!;
        variance += history * squares[i]!;
      }
    } while (variance === 0);
    t[draw] = difference / Math.sqrt(variance);
  }
}

/**
 * Tokens of the pool's year, draw by draw: (base + t·se0)·exp(ln(1 + mean) + spread·z), at least 0, plus each planned project that
 * happens: max(0, mean + sd·normal). Planned work does not grow: its figures are the user's own for that year.
 * @returns in the order of the draws
 */
export function yearDemand(
  draws: DemandDraws,
  growth: Growth,
  planned: readonly PlannedBurst[],
  seed: number,
): Float64Array {
  const level = logarithm(1 + growth.mean);
  const demand = draws.t.map((t, draw) => {
    const history = draws.base + t * draws.se0;
    return history <= 0 ? 0 : history * exponential(level + growth.spread * draws.z[draw]!);
  });
  addPlanned(demand, planned, seed);
  return demand;
}

/** Each project has a stream of its own and takes the same numbers in every draw: another project, or another chance, moves no other. */
function addPlanned(demand: Float64Array, planned: readonly PlannedBurst[], seed: number): void {
  planned.forEach((project, index) => {
    const words = randomStream(seed, FIRST_PROJECT + index);
    for (let draw = 0; draw < demand.length; draw++) {
      const happens = uniform(words) < project.probability;
      const tokens = Math.max(0, project.mean + project.sd * standardNormal(words));
      if (happens) demand[draw] = demand[draw]! + tokens;
    }
  });
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function sumOfSquares(values: Float64Array): number {
  return values.reduce((total, value) => total + value * value, 0);
}
