import { formatNumber } from '../../numeric';
import { withClusters } from '../demand';
import { clusterKey, type HiddenWork } from './hidden-work';
import type { ClusterKind, PlannedProject, PoolDemand } from '../types';

/** Kinds a planned project can continue, in the order they are asked. People are no projects. */
const CONTINUED: readonly ClusterKind[] = ['project', 'team', 'department'];
/** What subtraction leaves of nothing, as a share of the tokens that stood there. */
const ROUNDING = 1e-9;

/** What a planned project takes out of the history, and the sentence that says so. */
export interface Taken {
  readonly tokens: number;
  readonly sentence: string;
}

/** Name under which a planned project's history is looked for. */
export function continuedName(project: PlannedProject): string {
  return (project.continues || project.name).trim();
}

/** The history that planned projects continue; every token of it is taken out once at most. */
export class PlannedHistory {
  /** Months left of each cluster. */
  private readonly left: Float64Array[];
  private readonly indexOf: ReadonlyMap<string, number>;
  /** By clusterKey: the planned project that took it. */
  private readonly takenBy = new Map<string, string>();
  private changed = false;

  constructor(
    private readonly before: PoolDemand,
    private readonly hidden: ReadonlyMap<string, HiddenWork>,
  ) {
    this.left = before.clusters.map(({ months }) => months.slice());
    this.indexOf = new Map(before.clusters.map(({ kind, name }, index) => [clusterKey(kind, name), index]));
  }

  /** Takes out what a project continues: a cluster of the demand, or the rows that name it inside other clusters. */
  take(project: PlannedProject): Taken {
    const wanted = continuedName(project);
    for (const kind of CONTINUED) {
      const key = clusterKey(kind, wanted);
      const cluster = this.indexOf.get(key);
      const work = this.hidden.get(key);
      if (cluster === undefined && work === undefined) continue;
      const shown = cluster === undefined ? work?.name : this.before.clusters[cluster]?.name;
      const what = `the ${kind} "${(shown ?? wanted).trim()}"`;
      const earlier = this.takenBy.get(key);
      if (earlier !== undefined) {
        return { tokens: 0, sentence: `The history of ${what} is taken out with "${earlier}".` };
      }
      this.takenBy.set(key, project.name);
      const tokens = cluster === undefined ? this.takeParts(work) : this.takeAll(cluster);
      return {
        tokens,
        sentence: `It takes the ${formatNumber(tokens, 0)} tokens of ${what} out of the history.`,
      };
    }
    if (project.continues === '') return { tokens: 0, sentence: '' };
    return {
      tokens: 0,
      sentence: `No project, team or department with tokens in the year is called "${project.continues}": nothing was taken out of the history.`,
    };
  }

  /** The demand that is left. */
  demand(): PoolDemand {
    if (!this.changed) return this.before;
    const clusters = this.before.clusters.flatMap((cluster, index) => {
      const months = this.left[index]!;
      const tokens = sum(months);
      const size = cluster.months.reduce((most, month) => Math.max(most, Math.abs(month)), 0);
      return Math.abs(tokens) <= ROUNDING * size ? [] : [{ ...cluster, tokens, months }];
    });
    return withClusters(this.before, clusters);
  }

  private takeAll(cluster: number): number {
    const months = this.left[cluster]!;
    const tokens = sum(months);
    months.fill(0);
    this.changed = true;
    return tokens;
  }

  /** A cluster that is already out holds no part of the work any more. */
  private takeParts(work: HiddenWork | undefined): number {
    let tokens = 0;
    for (const [cluster, part] of work?.parts ?? []) {
      const { kind, name } = this.before.clusters[cluster]!;
      if (this.takenBy.has(clusterKey(kind, name))) continue;
      const months = this.left[cluster]!;
      part.forEach((taken, month) => (months[month] = months[month]! - taken));
      tokens += sum(part);
      this.changed = true;
    }
    return tokens;
  }
}

function sum(months: Float64Array): number {
  return months.reduce((total, tokens) => total + tokens, 0);
}
