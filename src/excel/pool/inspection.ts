/** What the pane shows before a sizing: who counts, what the demand is grouped by, prices, tiers, the plan, what will be written. */
import { poolDemand, type ClusterBy, type PoolDemand } from '../../engine/pool';
import { monthText } from '../../engine/numeric';
import { sheetAddress } from '../../report/model/address';
import { throwIfCancelled } from '../host/failure';
import { whoByPortfolio } from '../population/portfolio-people';
import type { Ask } from '../runs/command';
import type { PoolReading } from './reading';
import type { PoolInspection } from '../contract/pool';
import { breathe } from '../host/session';

const CLUSTERS: readonly { readonly by: Exclude<ClusterBy, 'auto'>; readonly label: string }[] = [
  { by: 'project', label: 'Project' },
  { by: 'team', label: 'Team' },
  { by: 'department', label: 'Department' },
  { by: 'user', label: 'User' },
];

export async function lookAtPool(found: PoolReading, { signal }: Pick<Ask<unknown>, 'signal'>) {
  const { read, year, history, demand, plan } = found;
  const { segmentation, portfolio } = found.flexLists;
  return {
    people: history.people,
    flexPeople: segmentation?.flexPeople ?? null,
    segmentation: segmentation?.run ?? null,
    portfolio: whoByPortfolio(portfolio),
    baseline: history.base,
    months: history.monthsCovered,
    window: { first: monthText(year.firstMonth), last: monthText(year.lastMonth) },
    clusters: await clusterings(found, signal),
    kinds: found.input.facts.kinds,
    effectiveClusters: demand.effectiveClusters,
    currency: read.card.currency,
    price: found.price,
    tiers: found.tiers.tiers,
    projects:
      plan === null
        ? null
        : {
            used: found.effects.length,
            rejected: found.planRejected,
            address: sheetAddress(plan.range.sheet, plan.range.rect),
          },
  };
}

/** Automatic grouping first, then each column that holds a name for some of the demand. */
async function clusterings(
  { read: { reading }, year, history, population: { includes } }: PoolReading,
  signal: AbortSignal,
): Promise<PoolInspection['clusters']> {
  const scaleShort = history.scale !== 1;
  const rows: PoolInspection['clusters'][number][] = [];
  for (const { by, label } of [{ by: 'auto' as const, label: 'Automatic' }, ...CLUSTERS]) {
    const demand: PoolDemand =
      by === history.by
        ? history
        : poolDemand(reading, year, { by, scaleShort, ...(includes === undefined ? {} : { includes }) });
    const holds = demand.clusters.some(({ kind }) => kind === by);
    if (by === 'auto' || holds) {
      rows.push({ by, label, count: demand.clusters.length, effective: demand.effectiveClusters });
    }
    await breathe();
    throwIfCancelled(signal);
  }
  return rows;
}
