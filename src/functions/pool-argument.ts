import { FlexError } from '../engine/errors';
import {
  DEFAULT_DRAWS,
  DEFAULT_SEED,
  drawDemand,
  empiricalDemand,
  poolDemand,
  readTiers,
  runThrough,
  yearDemand,
} from '../engine/pool';
import type { DemandDistribution, Growth, PoolDemand, Tier } from '../engine/pool';
import { gridOf, isOmitted } from './cells';
import { memory } from './memory';
import { yearOf, type UsageArgument } from './usage-argument';

/** Growth of every simulation of a function: none is expected, 5 % is its spread. */
const GROWTH: Growth = { mean: 0, spread: 0.05 };

const demands = memory<PoolDemand>(4);
/** A simulation takes up to a second or two on large ranges: every formula over one range asks the same sorted draws. */
const simulations = memory<DemandDistribution>(8);

/** The year's tokens of a usage argument by cluster: project, else team, else department, else user of each row. */
export function demandOf(usage: UsageArgument): PoolDemand {
  return demands(usage.key, () => poolDemand(usage.reading, yearOf(usage), { by: 'auto' }));
}

/** Simulated demand of the coming year, with the default draws, seed and growth; null where the year has no tokens. */
export function simulatedDemand(usage: UsageArgument): DemandDistribution | null {
  const { clusters } = demandOf(usage);
  if (clusters.length === 0) return null;
  return simulations(usage.key, () => {
    const tokens = Float64Array.from(clusters, (cluster) => cluster.tokens);
    const draws = runThrough(drawDemand(tokens, DEFAULT_DRAWS, DEFAULT_SEED));
    return empiricalDemand(yearDemand(draws, GROWTH, [], DEFAULT_SEED));
  });
}

/**
 * Tiers of a range. A row of nothing but zeros is a blank one: some hosts hand blank cells over as 0, and no token is free from 0 on.
 * @throws FlexError 'value' when left out, or naming the row at fault
 */
export function tiersArgument(argument: unknown): readonly Tier[] {
  if (isOmitted(argument)) {
    throw new FlexError(
      'value',
      'tiers is missing: give rows of (from quantity, price), such as 5000 and 2.85.',
    );
  }
  return readTiers(
    gridOf(argument).map((row) => (row.every((cell) => cell === null || cell === 0) ? [] : row)),
  );
}
