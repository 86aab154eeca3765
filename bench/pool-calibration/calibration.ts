import { randomStream } from '../../src/engine/numeric/random';
import {
  drawDemand,
  empiricalDemand,
  guideBuffer,
  peakRatio,
  sizePool,
  yearDemand,
  type DemandDistribution,
  type PoolInput,
} from '../../src/engine/pool';
import type { DemandDraws } from '../../src/engine/pool/simulate';
import type { Population } from './populations';

export const TOLERANCES = [0.01, 0.05, 0.1] as const;
/** `users` resamples the users inside the clusters: the mistake that the product avoids. */
export const RULES = ['guide +20 %', 'guide rule', 'plain', 'corrected', 'users'] as const;
export type Rule = (typeof RULES)[number];

/** Small-sample widening of T, as sizePool does it. */
const SMALL_SAMPLE = 1.5;
const NO_GROWTH = { mean: 0, spread: 0 } as const;

export interface CalibrationOptions {
  readonly histories: number;
  readonly nextYears: number;
  /** Years of the population behind the expected stockout of a fixed buffer. */
  readonly lawYears: number;
  readonly draws: number;
  readonly seed: number;
}

/** One rule at one tolerance, over all histories. Shares. */
export interface Realised {
  readonly rule: Rule;
  readonly tolerance: number;
  readonly stockout: number;
  /** Standard error of `stockout`. */
  readonly error: number;
  /** The plain mean over the histories, and its standard error. */
  readonly raw: number;
  readonly rawError: number;
  /** Mean of size ÷ history − 1. */
  readonly buffer: number;
}

/** Sizes and risks of one rule at one tolerance, a history each. */
interface Trial {
  readonly rule: Rule;
  readonly tolerance: number;
  readonly risks: number[];
  readonly buffers: number[];
}

/**
 * Sizes a pool after each of many simulated histories and asks how often independent next years exceed it. Most of the noise is the luck
 * of the histories' totals, which any rule shares; it is taken out by a control variate: the risk of a fixed buffer, equal to the rule's
 * mean one, after the same histories, whose expectation is known from many years of the population.
 * @throws Error when the sizes are not those of sizePool
 */
export function calibrate(population: Population, options: CalibrationOptions): readonly Realised[] {
  const { histories, nextYears, lawYears, draws, seed } = options;
  const words = randomStream(seed, 0);
  const trials = new Map<string, Trial>();
  const bases: number[] = [];
  const nexts: DemandDistribution[] = [];
  for (let history = 0; history < histories; history++) {
    let past = population.history(words);
    while (past.clusters.length === 0) past = population.history(words);
    const next = empiricalDemand(Float64Array.from({ length: nextYears }, () => population.nextYear(words)));
    const base = past.clusters.reduce((sum, tokens) => sum + tokens, 0);
    bases.push(base);
    nexts.push(next);
    const drawn = drawsOf(past.clusters, draws, seed + history);
    const quantile = quantiles(drawn, 1);
    const widened = quantiles(drawn, 1 + SMALL_SAMPLE / (drawn.base / drawn.se0) ** 2);
    const users = past.users === null ? null : quantiles(drawsOf(past.users, draws, seed + history), 1);
    const guide = base * (1 + guideBuffer(peakRatio(past.monthTokens), 0.15, 0.25));
    for (const tolerance of TOLERANCES) {
      const sizes: [Rule, number | null][] = [
        ['guide +20 %', 1.2 * base],
        ['guide rule', guide],
        ['plain', quantile(tolerance)],
        ['corrected', widened(tolerance)],
        ['users', users?.(tolerance) ?? null],
      ];
      if (history === 0) compareWithProduct(past, draws, seed, tolerance, sizes);
      for (const [rule, size] of sizes) {
        if (size === null) continue;
        const key = `${rule} ${tolerance}`;
        const trial = trials.get(key) ?? { rule, tolerance, risks: [], buffers: [] };
        trials.set(key, trial);
        trial.risks.push(next.exceeds(size));
        trial.buffers.push(size / base - 1);
      }
    }
  }
  const law = Float64Array.from({ length: lawYears }, () => population.nextYear(words));
  return [...trials.values()].map((trial) => realised(trial, bases, nexts, law));
}

function realised(
  { rule, tolerance, risks, buffers }: Trial,
  bases: readonly number[],
  nexts: readonly DemandDistribution[],
  law: Float64Array,
): Realised {
  const buffer = statistics(buffers).mean;
  const shared = bases.map((base, history) => nexts[history]!.exceeds(base * (1 + buffer)));
  const difference = statistics(risks.map((risk, history) => risk - shared[history]!));
  const raw = statistics(risks);
  const years = empiricalDemand(law);
  const expected = statistics(Array.from(law, (year) => years.exceeds(year * (1 + buffer))));
  return {
    rule,
    tolerance,
    stockout: difference.mean + expected.mean,
    // Each year of the law stands on both sides of the comparison.
    error: Math.hypot(difference.error, Math.SQRT2 * expected.error),
    raw: raw.mean,
    rawError: raw.error,
    buffer,
  };
}

/** Mean and its standard error. */
function statistics(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, error: Math.sqrt(variance / values.length) };
}

function drawsOf(clusters: Float64Array, draws: number, seed: number): DemandDraws {
  const steps = drawDemand(clusters, draws, seed);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function quantiles(draws: DemandDraws, widening: number): (tolerance: number) => number {
  const demand = empiricalDemand(yearDemand({ ...draws, se0: draws.se0 * widening }, NO_GROWTH, [], 0));
  return (tolerance) => demand.quantile(1 - tolerance);
}

/** The input of a sizing at the product's defaults, with known growth. */
export function benchInput(
  clusters: Float64Array,
  monthTokens: readonly number[],
  draws: number,
  seed: number,
  tolerance: number,
): PoolInput {
  const total = monthTokens.reduce((sum, tokens) => sum + tokens, 0);
  const months = new Float64Array(clusters.length * 12);
  clusters.forEach((tokens, cluster) =>
    monthTokens.forEach((month, at) => (months[cluster * 12 + at] = (tokens * month) / total)),
  );
  return {
    tokens: clusters,
    months,
    monthTokens,
    monthSeen: monthTokens.map(() => true),
    draws,
    seed,
    growth: NO_GROWTH,
    tolerance,
    prices: {
      price: 3,
      tiers: [],
      bundle: 1,
      topUpPrice: 3,
      disruption: 10,
      salvage: 0,
      salvageShare: 1,
    },
    leadDays: 14,
    planned: [],
    buffer: { low: 0.15, high: 0.25 },
    facts: {
      monthsCovered: 12,
      scale: 1,
      kinds: { project: clusters.length, team: 0, department: 0, user: 0, product: 0 },
      by: 'auto',
      lastMonthPartial: false,
    },
  };
}

function compareWithProduct(
  past: { readonly clusters: Float64Array; readonly monthTokens: readonly number[] },
  draws: number,
  seed: number,
  tolerance: number,
  sizes: readonly [Rule, number | null][],
): void {
  const input = benchInput(past.clusters, past.monthTokens, draws, seed, tolerance);
  const result = sizePool({ ...input, lots: false });
  const exact = (kind: string): number => result.choices.find((choice) => choice.kind === kind)?.exact ?? NaN;
  const product: Partial<Record<Rule, number>> = {
    'guide rule': exact('guide'),
    plain: exact('calibrated'),
    corrected: result.corrected.exact,
  };
  for (const [rule, size] of sizes) {
    const expected = product[rule];
    if (expected === undefined || size === null) continue;
    if (!(Math.abs(size / expected - 1) < 1e-5)) {
      throw new Error(`The bench's ${rule} size ${size} is not the product's ${expected}.`);
    }
  }
}
