import { decidePoissonOne, POISSON_ONE, UNDECIDED } from '../../numeric/poisson-one';
import { randomStream, standardNormal, uniform, type RandomWords } from '../../numeric/random';
import { yearDemand } from '../simulate';
import type { PlannedBurst, PoolInput } from '../types';

const MONTHS = 12;
/** Cluster weights drawn for month profiles, and between two yields: a few tenths and a few hundredths of a second. */
const PROFILE_WORK = 1_000_000;
const WORK_BETWEEN_YIELDS = 100_000;
const FEWEST_PROFILES = 100;
/** Keeps the words of the lots apart from those of the sizing, which start from the seed itself. */
const LOTS = 0x5bf03635;
const CHOICES = 0;
const WEIGHTS = 1;
const FIRST_PROJECT = 2;

/** Tokens of consecutive simulated years: `months[(path × years + year) × 12 + month]`. */
export interface LotYears {
  readonly paths: number;
  /** Years of each path; the first one only warms up. */
  readonly years: number;
  readonly months: Float64Array;
}

/**
 * Paths of consecutive years, each an independent draw for the pool's year. The total of a year's history is taken from the simulated
 * demand, evenly over its quantiles so that few years represent many draws; it falls on the months as a Poisson(1) resampling of the
 * clusters does. Planned work is drawn afresh for each year and falls on its own months. Yields every few hundredths of a second.
 * @param demand tokens of the pool's year, planned work included, in the order of the draws
 */
export function* lotYearSteps(
  input: PoolInput,
  demand: Float64Array,
  paths: number,
  years: number,
): Generator<void, LotYears> {
  const seed = input.seed ^ LOTS;
  const choices = randomStream(seed, CHOICES);
  const history = historyPart(input, demand).sort();
  const profiles = yield* monthProfiles(input, paths * years, randomStream(seed, WEIGHTS));
  const months = new Float64Array(paths * years * MONTHS);
  // The years that warm up and those that count have strata of their own.
  const warmUp = strata(history, paths, choices);
  const counted = strata(history, paths * (years - 1), choices);
  let next = 0;
  for (let path = 0; path < paths; path++) {
    for (let year = 0; year < years; year++) {
      const total = year === 0 ? warmUp[path]! : counted[next++]!;
      const profile = below(profiles.length / MONTHS, choices) * MONTHS;
      const at = (path * years + year) * MONTHS;
      for (let month = 0; month < MONTHS; month++) months[at + month] = total * profiles[profile + month]!;
    }
  }
  input.planned.forEach((project, index) =>
    addBurst(months, project, randomStream(seed, FIRST_PROJECT + index)),
  );
  return { paths, years, months };
}

/** What is left of each draw when its planned work is taken out: the same seed gives the same planned work. */
function historyPart(input: PoolInput, demand: Float64Array): Float64Array {
  if (input.planned.length === 0) return demand.slice();
  const none = new Float64Array(demand.length);
  const planned = yearDemand(
    { t: none, z: none, base: 0, se0: 0 },
    { mean: 0, spread: 0 },
    input.planned,
    input.seed,
  );
  return demand.map((tokens, draw) => Math.max(tokens - planned[draw]!, 0));
}

function addBurst(months: Float64Array, project: PlannedBurst, words: RandomWords): void {
  for (let at = 0; at < months.length; at += MONTHS) {
    const happens = uniform(words) < project.probability;
    const tokens = Math.max(0, project.mean + project.sd * standardNormal(words));
    if (!happens) continue;
    for (let month = 0; month < MONTHS; month++) {
      months[at + month] = months[at + month]! + tokens * (project.monthShares[month] ?? 0);
    }
  }
}

/** Shares of the year by month, 12 a profile, each summing to 1. Many clusters make fewer profiles: they differ less. */
function* monthProfiles(input: PoolInput, wanted: number, words: RandomWords): Generator<void, Float64Array> {
  const { months } = input;
  const clusters = months.length / MONTHS;
  const count = Math.min(wanted, Math.max(FEWEST_PROFILES, Math.floor(PROFILE_WORK / Math.max(clusters, 1))));
  const profiles = new Float64Array(count * MONTHS);
  const plain = new Float64Array(MONTHS);
  for (let cluster = 0; cluster < clusters; cluster++) add(plain, 0, months, cluster, 1);
  if (!toShares(plain, 0)) plain.fill(1 / MONTHS);
  let work = 0;
  for (let at = 0; at < profiles.length; at += MONTHS) {
    for (let cluster = 0; cluster < clusters; cluster++) {
      const cell = words.next() & 0xffff;
      let weight = POISSON_ONE[cell]!;
      if (weight === UNDECIDED) weight = decidePoissonOne(cell, words);
      if (weight !== 0) add(profiles, at, months, cluster, weight);
    }
    if (!toShares(profiles, at)) profiles.set(plain, at);
    work += clusters;
    if (work < WORK_BETWEEN_YIELDS) continue;
    work = 0;
    yield;
  }
  return profiles;
}

function add(sums: Float64Array, at: number, months: Float64Array, cluster: number, weight: number): void {
  const from = cluster * MONTHS;
  for (let month = 0; month < MONTHS; month++) {
    sums[at + month] = sums[at + month]! + weight * months[from + month]!;
  }
}

/** Turns 12 sums into shares; a month of net refunds has none. False when nothing is left. */
function toShares(sums: Float64Array, at: number): boolean {
  let total = 0;
  for (let month = at; month < at + MONTHS; month++) {
    sums[month] = Math.max(sums[month]!, 0);
    total += sums[month]!;
  }
  if (total <= 0) return false;
  for (let month = at; month < at + MONTHS; month++) sums[month] = sums[month]! / total;
  return true;
}

/** `count` values at the middles of equal strata of the sorted ones, in random order. */
function strata(sorted: Float64Array, count: number, words: RandomWords): Float64Array {
  const values = Float64Array.from(
    { length: count },
    (_, stratum) => sorted[Math.floor(((stratum + 0.5) / count) * sorted.length)]!,
  );
  for (let last = count - 1; last > 0; last--) {
    const other = below(last + 1, words);
    const value = values[last]!;
    values[last] = values[other]!;
    values[other] = value;
  }
  return values;
}

/** Random whole number from 0 to `limit` − 1. */
function below(limit: number, words: RandomWords): number {
  return Math.floor(uniform(words) * limit);
}
