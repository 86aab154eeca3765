import { monthTable } from '../../usage/month-table';
import type { UsageReading, UsageYear } from '../../usage/types';
import { rowClusters } from '../cluster-of-row';
import type { ClusterKind, PoolDemand } from '../types';

const MONTHS = 12;

/** Work that the rows name as a cluster of its own, but that this demand counts inside wider or personal clusters. */
export interface HiddenWork {
  readonly kind: ClusterKind;
  /** As typed. */
  readonly name: string;
  /** Its tokens by month in each cluster of the demand that holds some of them. */
  readonly parts: Map<number, Float64Array>;
}

/** In which clusters of a name two texts are one: case and outer spaces do not count. */
export function clusterKey(kind: ClusterKind, name: string): string {
  return `${kind} ${name.trim().toLowerCase()}`;
}

/**
 * The projects, teams and departments of the rows by clusterKey, where the demand is grouped so that they are not clusters themselves
 * (by team, department or user); empty otherwise. Months are filled as the demand's own where a short history was scaled.
 * @param wanted names as compared by clusterKey, without the kind
 */
export function hiddenWork(
  reading: UsageReading,
  year: UsageYear,
  demand: PoolDemand,
  wanted: ReadonlySet<string>,
  includes: (user: number, product: number) => boolean = () => true,
): ReadonlyMap<string, HiddenWork> {
  const found = new Map<string, HiddenWork>();
  if (demand.by === 'auto' || demand.by === 'project' || wanted.size === 0) return found;
  const { table } = reading;
  const { from, months: monthOfDay } = monthTable(reading.earliestDate ?? 0, reading.latestDate ?? -1);
  const counted = rowClusters(reading, demand.by);
  const named = rowClusters(reading, 'project');
  const indexOf = new Map(demand.clusters.map(({ kind, name }, index) => [clusterKey(kind, name), index]));
  for (let row = 0; row < table.rows; row++) {
    const serial = table.date[row] as number;
    if (serial !== serial) continue;
    const month = (monthOfDay[Math.floor(serial) - from] as number) - year.firstMonth;
    if (month < 0 || month >= MONTHS) continue;
    if (!includes(table.user[row] as number, table.product[row] as number)) continue;
    const slot = named.at(row);
    const kind = named.kinds[slot] as ClusterKind;
    const name = named.names[slot] as string;
    if (kind === 'user' || kind === 'product' || !wanted.has(name.trim().toLowerCase())) continue;
    const holder = counted.at(row);
    const index = indexOf.get(
      clusterKey(counted.kinds[holder] as ClusterKind, counted.names[holder] as string),
    );
    if (index === undefined) continue;
    const key = clusterKey(kind, name);
    const work = found.get(key) ?? { kind, name, parts: new Map<number, Float64Array>() };
    found.set(key, work);
    const months = work.parts.get(index) ?? new Float64Array(MONTHS);
    work.parts.set(index, months);
    months[month] = months[month]! + (table.tokens[row] as number);
  }
  if (demand.scale !== 1) {
    const { monthsCovered } = demand;
    for (const { parts } of found.values()) {
      for (const months of parts.values()) {
        const mean = months.reduce((sum, tokens) => sum + tokens, 0) / monthsCovered;
        months.fill(mean, 0, MONTHS - monthsCovered);
      }
    }
  }
  return found;
}
