import { monthIndexOf } from '../numeric';
import { monthTable } from '../usage/month-table';
import type { UsageReading, UsageYear } from '../usage/types';
import { rowClusters } from './cluster-of-row';
import type { Cluster, ClusterBy, ClusterKind, PoolDemand } from './types';

const MONTHS = 12;
const KINDS: readonly ClusterKind[] = ['project', 'team', 'department', 'user', 'product'];

/** How demand is grouped, and whose it is. */
export interface DemandOptions {
  readonly by: ClusterBy;
  /** Whether the pool carries a person's use of a product (indices of the table; user −1 = data without users); all when omitted. */
  readonly includes?: (user: number, product: number) => boolean;
  /** Scale data that cover less than the year to twelve months: each month before the first row counts as the mean of the others. */
  readonly scaleShort?: boolean;
}

/**
 * The year's tokens by cluster and month (docs/rules.md, "Pool"; docs/methods.md, "Demand for next year"). Refunds net out; clusters of
 * exactly 0 tokens are kept out; rows without a date have no tokens in any year.
 * @param year of the same reading; it alone says which months count
 */
export function poolDemand(reading: UsageReading, year: UsageYear, options: DemandOptions): PoolDemand {
  const { table } = reading;
  const { by, includes } = options;
  const { from, months: monthOfDay } = monthTable(reading.earliestDate ?? 0, reading.latestDate ?? -1);
  const clusterOf = rowClusters(reading, by);
  const monthTokens = new Float64Array(MONTHS);
  const seen = new Uint8Array(table.users.length);
  let cells = new Float64Array(64 * MONTHS);
  for (let row = 0; row < table.rows; row++) {
    const serial = table.date[row] as number;
    if (serial !== serial) continue;
    const month = (monthOfDay[Math.floor(serial) - from] as number) - year.firstMonth;
    if (month < 0 || month >= MONTHS) continue;
    const user = table.user[row] as number;
    if (includes !== undefined && !includes(user, table.product[row] as number)) continue;
    if (user >= 0) seen[user] = 1;
    const tokens = table.tokens[row] as number;
    monthTokens[month] = (monthTokens[month] as number) + tokens;
    const at = clusterOf.at(row) * MONTHS + month;
    if (at >= cells.length) cells = doubled(cells);
    cells[at] = (cells[at] as number) + tokens;
  }

  const monthsCovered = coveredMonths(reading, year);
  const scale = options.scaleShort === true && monthsCovered > 0 ? MONTHS / monthsCovered : 1;
  if (scale !== 1) fillEarlyMonths(monthTokens, monthsCovered);
  const clusters = clusterOf.names.flatMap((name, slot): Cluster[] => {
    const months = cells.slice(slot * MONTHS, (slot + 1) * MONTHS);
    if (scale !== 1) fillEarlyMonths(months, monthsCovered);
    const tokens = sum(months);
    return tokens === 0 ? [] : [{ kind: clusterOf.kinds[slot] as ClusterKind, name, tokens, months }];
  });
  clusters.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compare(a.name, b.name));
  return {
    clusters,
    by,
    base: sum(monthTokens),
    effectiveClusters: effectiveClusters(clusters),
    monthTokens,
    monthSeen: year.monthSeen,
    firstMonth: year.firstMonth,
    lastMonth: year.lastMonth,
    asOf: year.asOf,
    monthsCovered,
    scale,
    people: sum(seen),
  };
}

/** The demand of other clusters of the same year and people. */
export function withClusters(demand: PoolDemand, clusters: readonly Cluster[]): PoolDemand {
  const monthTokens = Float64Array.from({ length: MONTHS }, (_, month) =>
    clusters.reduce((total, cluster) => total + (cluster.months[month] as number), 0),
  );
  return {
    ...demand,
    clusters,
    base: sum(monthTokens),
    effectiveClusters: effectiveClusters(clusters),
    monthTokens,
  };
}

/** Months of the year from the data's first row on: older rows mean that the whole year is covered, also where a month holds none. */
function coveredMonths(reading: UsageReading, year: UsageYear): number {
  if (reading.earliestDate === null) return 0;
  const since = year.lastMonth - monthIndexOf(reading.earliestDate) + 1;
  return Math.min(Math.max(since, 0), MONTHS);
}

/** Gives each month before the covered ones the mean of the covered ones, so that the peaks keep their height over the mean. */
function fillEarlyMonths(months: Float64Array, covered: number): void {
  const mean = sum(months) / covered;
  months.fill(mean, 0, MONTHS - covered);
}

/** (ΣX)² ÷ ΣX²: the number of equally large clusters that would carry the same risk. */
function effectiveClusters(clusters: readonly Cluster[]): number {
  let total = 0;
  let squares = 0;
  for (const { tokens } of clusters) {
    total += tokens;
    squares += tokens * tokens;
  }
  return squares === 0 ? 0 : (total * total) / squares;
}

function sum(values: Float64Array | Uint8Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(values.length * 2);
  grown.set(values);
  return grown;
}
