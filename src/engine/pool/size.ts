import { poolChoice, poolCurve } from './curve';
import { empiricalDemand } from './distribution';
import type { DemandDistribution } from './distribution';
import { refundsTakeAll } from './errors';
import { guideBuffer, peakRatio } from './guide-rule';
import { checkInput } from './input';
import { lotSteps } from './lots/lots';
import { toleranceMeaning } from './meaning';
import { bestPurchase, buyableSize } from './purchase';
import { drawDemand, yearDemand } from './simulate';
import type { DemandDraws } from './simulate';
import { runThrough } from './steps';
import type { PoolChoice, PoolInput, PoolResult, RollingLots } from './types';
import { poolWarnings } from './warnings';

/** Widening of T for few clusters, 1 + 1.5 ÷ n_eff: with 20 projects it brings a realised 6 % to 4.4 % at a tolerated 5 %. */
const SMALL_SAMPLE = 1.5;
/** Sums of tokens are read to the millionth, lest floating-point arithmetic buys one more bundle. */
const TOKEN_DIGITS = 1e6;

/** Draws done and in total. */
export interface PoolProgress {
  readonly done: number;
  readonly total: number;
}

/** The sizing of poolSteps in one go. */
export function sizePool(input: PoolInput): PoolResult {
  return runThrough(poolSteps(input));
}

/**
 * Sizes a pool four ways (docs/rules.md, "Pool"; docs/methods.md, "Demand for next year"): the baseline (the history's tokens and the
 * expected planned work, without growth), the guide's rule (baseline with its buffer), the calibrated size (quantile of the simulated year)
 * and the cheapest size. Yields every few hundredths of a second; the same input gives the same result to the last digit.
 * @throws FlexError 'number' for a year without tokens, 'value' for an input out of its range
 */
export function* poolSteps(input: PoolInput): Generator<PoolProgress, PoolResult> {
  checkInput(input);
  const { prices, tolerance, growth, planned, seed, draws: total } = input;
  const expected = planned.reduce((sum, { probability, mean }) => sum + probability * mean, 0);
  const draws = yield* historyDraws(input, expected);
  const year = yearDemand(draws, growth, planned, seed);
  const demand = empiricalDemand(year);
  yield { done: total, total };

  const effectiveClusters = draws.se0 === 0 ? 0 : (draws.base / draws.se0) ** 2;
  const baseline = tokens(draws.base + expected);
  const ratio = peakRatio(guideMonths(input));
  const buffer = guideBuffer(ratio, input.buffer.low, input.buffer.high);
  const choose = (kind: PoolChoice['kind'], exact: number): PoolChoice =>
    poolChoice(kind, exact, buyableSize(exact, prices), demand, prices);
  const best = bestPurchase(demand, prices);
  const calibrated = choose('calibrated', demand.quantile(1 - tolerance));
  const choices = [
    choose('baseline', baseline),
    choose('guide', tokens(baseline * (1 + buffer))),
    calibrated,
    choose('optimal', best.size),
  ];
  const corrected = correctedSize(input, draws, effectiveClusters, calibrated.exact, demand);
  yield { done: total, total };

  const lots = input.lots === false ? null : yield* rolledLots(input, year, calibrated.size);
  const history = empiricalDemand(yearDemand(draws, { mean: 0, spread: 0 }, [], seed));
  return {
    baseline,
    peakRatio: ratio,
    guideBuffer: buffer,
    effectiveClusters,
    clusters: input.tokens.filter((x) => x !== 0).length,
    draws: total,
    seed,
    demand: {
      mean: demand.mean,
      sd: demand.sd,
      p10: demand.quantile(0.1),
      p50: demand.quantile(0.5),
      p90: demand.quantile(0.9),
    },
    choices,
    corrected,
    curve: poolCurve(demand, [...choices.map(({ size }) => size), corrected.size], prices),
    criticalRatio: best.criticalRatio,
    meaning: toleranceMeaning(tolerance, calibrated.price, prices.salvage, best.criticalRatio),
    lots,
    planned: { projects: planned.length, expected },
    warnings: poolWarnings(input, {
      effectiveClusters,
      baseline,
      calibrated: calibrated.exact,
      corrected: corrected.exact,
      optimal: best.size,
      historyDeviation: history.mean > 0 ? history.sd / history.mean : 0,
      historyBuffer: history.quantile(1 - tolerance) - draws.base,
      lots,
    }),
  };
}

/** Draws of the history; a pool that planned work alone must fill has none to draw from, and no luck in it. */
function* historyDraws(input: PoolInput, expected: number): Generator<PoolProgress, DemandDraws> {
  const { draws: total, tokens: clusters, seed } = input;
  if (expected > 0 && clusters.every((x) => x === 0)) {
    return { t: new Float64Array(total), z: new Float64Array(total), base: 0, se0: 0 };
  }
  const steps = drawDemand(clusters, total, seed);
  for (;;) {
    const step = steps.next();
    if (step.done !== true) {
      yield { done: step.value, total };
    } else {
      if (step.value.base > 0) return step.value;
      throw refundsTakeAll();
    }
  }
}

/** The draws are done by then: progress stays full while the lots' ledgers run. */
function* rolledLots(
  input: PoolInput,
  year: Float64Array,
  annualSize: number,
): Generator<PoolProgress, RollingLots | null> {
  const steps = lotSteps(input, year, annualSize);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { done: input.draws, total: input.draws };
  }
}

/** Months of the guide's rule: the history's, as FLEX.PEAKRATIO reads them; without a history, those of the expected planned work. */
function guideMonths(input: PoolInput): readonly number[] {
  if (input.monthTokens.some((month) => month !== 0)) return input.monthTokens;
  return input.monthTokens.map((_, month) =>
    input.planned.reduce(
      (sum, { probability, mean, monthShares }) => sum + probability * mean * (monthShares[month] ?? 0),
      0,
    ),
  );
}

/** The calibrated size of a year whose T is widened. Where growth decides, a wider T can lower one quantile by a hair: then it stays. */
function correctedSize(
  input: PoolInput,
  draws: DemandDraws,
  effectiveClusters: number,
  calibrated: number,
  demand: DemandDistribution,
): PoolResult['corrected'] {
  const widened = effectiveClusters === 0 ? 1 : 1 + SMALL_SAMPLE / effectiveClusters;
  const year = yearDemand({ ...draws, se0: draws.se0 * widened }, input.growth, input.planned, input.seed);
  const exact = Math.max(calibrated, empiricalDemand(year).quantile(1 - input.tolerance));
  const size = buyableSize(exact, input.prices);
  return { exact, size, stockoutRisk: demand.exceeds(size) };
}

function tokens(sum: number): number {
  return Math.round(sum * TOKEN_DIGITS) / TOKEN_DIGITS;
}
