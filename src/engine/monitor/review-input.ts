import type { RateCard } from '../catalog/types';
import { plannedEffects, poolDemand, type PlannedProject, type PoolDemand } from '../pool';
import { usageYear } from '../usage';
import type { RejectedRow } from '../usage/types';
import type { ForecastOptions } from './forecast/forecast';
import { plannedDemand } from './forecast/planned-demand';
import type { MonitorInput } from './review-types';

/** What is known before a review: the usage, the user's lists and prices. */
export interface ReviewParts extends Omit<
  MonitorInput,
  'collections' | 'currency' | 'effectiveClusters' | 'planned'
> {
  readonly card: RateCard;
  readonly projects: readonly PlannedProject[];
}

export interface ReviewRequest {
  readonly input: MonitorInput;
  /** People with use in the year of the as-of date who draw on the pool. */
  readonly people: number;
  /** Projects that are planned for. */
  readonly projects: number;
  /** Planned projects of which nobody can tell how much they take. */
  readonly rejected: readonly RejectedRow[];
}

/** Adds what the history says to a review: how noisy the demand is, and what planned work takes on top of it. */
export function reviewRequest({ card, projects, ...known }: ReviewParts): ReviewRequest {
  const { reading, asOf, includes, holidays } = known;
  const year = usageYear(reading, asOf);
  const demand = poolDemand(reading, year, { by: 'auto', ...(includes === undefined ? {} : { includes }) });
  const planned = plannedEffects(projects, reading, year, demand, includes);
  const ahead = plannedDemand(planned.effects, demand.lastMonth + 1, asOf, holidays);
  return {
    input: {
      ...known,
      collections: card.collections,
      currency: card.currency,
      ...noiseOf(demand),
      ...(ahead === undefined ? {} : { planned: ahead }),
    },
    people: demand.people,
    projects: planned.effects.length,
    rejected: planned.rejected,
  };
}

/** How noisy a demand is, for its forecast; without demand no figure says it. */
export function noiseOf({ effectiveClusters }: PoolDemand): Pick<ForecastOptions, 'effectiveClusters'> {
  return effectiveClusters > 0 && Number.isFinite(effectiveClusters) ? { effectiveClusters } : {};
}
