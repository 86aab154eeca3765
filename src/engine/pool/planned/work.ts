import { formatNumber, monthText, counted } from '../../numeric';
import type { RejectedRow, UsageReading, UsageYear } from '../../usage/types';
import { hiddenWork } from './hidden-work';
import { personTokens, type PersonTokens } from './person-tokens';
import { continuedName, PlannedHistory } from './history';
import { plannedSpan, type PlannedSpan } from './year';
import type { PlannedEffect, PlannedProject, PoolDemand } from '../types';

/** What a plan does to the demand of the pool's year. */
export interface PlannedWork {
  readonly effects: readonly PlannedEffect[];
  /** The history without what planned projects continue. */
  readonly demand: PoolDemand;
  /** Projects for which neither the plan nor the history says how much a person uses. */
  readonly rejected: readonly RejectedRow[];
}

/**
 * The burst demand of planned projects in the pool's year (the 12 months after `demand.lastMonth`), and the history without what they
 * continue. With `months` = overlap days ÷ 30.4375: mean = people × months × Σ of the products' mean, sd = months × √people × √Σ of the
 * products' sd², both from the tokens that one person draws in a month of use (personTokens); the user's own figure is taken as given,
 * with sd 0. A project whose `continues`, else its own name, is a project, else a team, else a department of the history (ignoring case)
 * replaces its tokens, once however many rows continue it: as a cluster of the demand, or, where the demand is grouped by team, department
 * or user, as the rows that name it inside those clusters. So expected demand = base − Σ replaced + Σ probability × mean.
 * @param includes which user × product counts, as for poolDemand
 */
export function plannedEffects(
  projects: readonly PlannedProject[],
  reading: UsageReading,
  year: UsageYear,
  demand: PoolDemand,
  includes?: (user: number, product: number) => boolean,
): PlannedWork {
  const learnt = personTokens(reading, year, includes);
  const wanted = new Set(projects.map((project) => continuedName(project).toLowerCase()));
  const history = new PlannedHistory(demand, hiddenWork(reading, year, demand, wanted, includes));
  const effects: PlannedEffect[] = [];
  const rejected: RejectedRow[] = [];
  for (const project of projects) {
    const span = plannedSpan(project.start, project.end, demand.lastMonth);
    const burst = burstOf(project, span, learnt, demand.lastMonth);
    if ('unknown' in burst) {
      rejected.push({
        row: project.row,
        column: 'Products',
        value: burst.unknown,
        reason: `no history for ${burst.unknown} in this data: fill in Tokens per person and month`,
      });
      continue;
    }
    const { tokens: replaced, sentence } = history.take(project);
    effects.push({
      project,
      burst: {
        name: project.name,
        probability: project.probability,
        mean: burst.mean,
        sd: burst.sd,
        monthShares: span.shares,
      },
      replaced,
      basis: [burst.basis, sentence].filter((part) => part !== '').join(' '),
    });
  }
  return { effects, demand: history.demand(), rejected };
}

interface Burst {
  readonly mean: number;
  readonly sd: number;
  readonly basis: string;
}

function burstOf(
  project: PlannedProject,
  span: PlannedSpan,
  learnt: ReadonlyMap<string, PersonTokens>,
  lastMonth: number,
): Burst | { readonly unknown: string } {
  const { people, products, tokensPerPersonMonth } = project;
  if (span.outside !== null) {
    const window = `${monthText(lastMonth + 1)} – ${monthText(lastMonth + 12)}`;
    const where = span.outside === 'before' ? 'Ends before' : 'Starts after';
    return { mean: 0, sd: 0, basis: `${where} the pool's year (${window}): no tokens.` };
  }
  if (tokensPerPersonMonth !== null) {
    return {
      mean: people * span.months * tokensPerPersonMonth,
      sd: 0,
      basis: `The plan's own figure: ${formatNumber(tokensPerPersonMonth)} tokens a person and month.`,
    };
  }
  let mean = 0;
  let variance = 0;
  const said: string[] = [];
  for (const product of products) {
    const known = learnt.get(product);
    if (known === undefined) return { unknown: product };
    mean += known.mean;
    variance += known.sd * known.sd;
    const from = counted(known.people, 'person', 'people');
    said.push(`${product} ${formatNumber(known.mean, 1)} (${from})`);
  }
  return {
    mean: people * span.months * mean,
    sd: span.months * Math.sqrt(people * variance),
    basis: `Tokens a person and month of use, learnt from the year's history: ${said.join(', ')}.`,
  };
}
