import { COST_TOLERANCE } from '../../segments/costs';
import type { ChoiceTable } from './choices';
import type { PriceRange, TokenCost } from '../token-cost';

/** People whose choices are tried against each other, and partial mixes that are kept beside each other, at most. */
const CORE = 300;
const STATES = 4000;
/** A gap below half a cent is none. */
const GOOD_ENOUGH = 0.005;

export interface Mix {
  /** One choice of the table for each person. */
  readonly choice: Int32Array;
  readonly tokens: number;
  /** Seats and tokens. */
  readonly cost: number;
}

export interface SearchResult {
  readonly mix: Mix;
  /** True when no better mix exists in this price range. */
  readonly complete: boolean;
}

/**
 * The best mix within one price range, starting from everybody's own optimum at a price of `rate` for a token. A choice that loses more
 * against it than the best mix is above the bound can be part of no better mix; the others are combined person by person (a dynamic
 * program over the core, after Pisinger 1995, "A minimal algorithm for the multiple-choice knapsack problem"), keeping for tokens close to
 * one another the least loss where combinations get too many.
 * @param bound no mix of the range costs less
 * @param known a mix to improve on; null = none
 */
export function* searchRange(
  table: ChoiceTable,
  cost: TokenCost,
  range: PriceRange,
  rate: number,
  bound: number,
  known: Mix | null,
): Generator<void, SearchResult> {
  const choice = cheapestAt(table, rate);
  const start = mixOf(table, choice, cost);
  let best = known !== null && known.cost <= start.cost + COST_TOLERANCE ? known : start;
  const base = start.cost - cost.cost(start.tokens) + rate * start.tokens;
  /** Least of what the tokens cost in this range beyond `rate` each, when so many to so many are used. */
  const floor = (low: number, high: number): number => {
    const tokens = Math.min(Math.max(range.first, low), high);
    return range.price * Math.max(range.first, tokens) - rate * tokens;
  };
  const nothingLost = floor(-Infinity, Infinity);
  const slack = best.cost - base - nothingLost;
  if (best.cost <= bound + GOOD_ENOUGH || slack <= COST_TOLERANCE) {
    return { mix: best, complete: best.cost <= bound + COST_TOLERANCE || slack <= COST_TOLERANCE };
  }
  const all = coreOf(table, choice, rate, slack);
  const core = all.slice(0, CORE);
  let complete = core.length === all.length;
  const reach = reachOf(core);

  let states: States = { tokens: [start.tokens], loss: [0], node: [-1] };
  const nodes = { parent: [] as number[], choice: [] as number[] };
  let bestNode = -1;
  for (let step = 0; step < core.length; step += 1) {
    const person = core[step]!;
    const next: States = { tokens: [], loss: [], node: [] };
    const limit = best.cost - base - COST_TOLERANCE;
    const low = reach.low[step + 1]!;
    const high = reach.high[step + 1]!;
    for (let state = 0; state < states.tokens.length; state += 1) {
      const tokens = states.tokens[state]!;
      const loss = states.loss[state]!;
      if (loss + floor(tokens + low, tokens + high) < limit) push(next, tokens, loss, states.node[state]!);
      for (const option of person.options) {
        const more = tokens + option.tokens;
        const lost = loss + option.loss;
        if (lost + floor(more + low, more + high) >= limit) continue;
        nodes.parent.push(states.node[state]!);
        nodes.choice.push(option.choice);
        const node = nodes.parent.length - 1;
        push(next, more, lost, node);
        const total = base + lost + cost.cost(more) - rate * more;
        if (total < best.cost - COST_TOLERANCE) {
          bestNode = node;
          best = { choice, tokens: more, cost: total };
        }
      }
    }
    if (best.cost <= bound + GOOD_ENOUGH) {
      complete = best.cost <= bound + COST_TOLERANCE;
      break;
    }
    states = next;
    if (states.tokens.length > STATES) {
      const thinned = thin(states);
      states = thinned.states;
      complete &&= !thinned.lossy;
    }
    yield;
  }
  if (bestNode < 0) return { mix: best, complete };
  const improved = Int32Array.from(choice);
  const owner = ownersOf(core);
  for (let node = bestNode; node >= 0; node = nodes.parent[node]!) {
    improved[owner.get(nodes.choice[node]!)!] = nodes.choice[node]!;
  }
  // Summed anew: a long row of differences loses digits.
  return { mix: mixOf(table, improved, cost), complete };
}

/** Everybody's cheapest choice when each token costs `rate`; equal costs: the preferred one. */
export function cheapestAt({ start, money, tokens, rank }: ChoiceTable, rate: number): Int32Array {
  const chosen = new Int32Array(start.length - 1);
  for (let person = 0; person < chosen.length; person += 1) {
    let best = start[person]!;
    let least = money[best]! + rate * tokens[best]!;
    for (let choice = best + 1; choice < start[person + 1]!; choice += 1) {
      const cost = money[choice]! + rate * tokens[choice]!;
      const isTie = Math.abs(cost - least) <= COST_TOLERANCE;
      if (isTie ? rank[choice]! < rank[best]! : cost < least) {
        best = choice;
        least = cost;
      }
    }
    chosen[person] = best;
  }
  return chosen;
}

/** What a choice of everybody costs. */
export function mixOf(table: ChoiceTable, choice: Int32Array, cost: TokenCost): Mix {
  let tokens = 0;
  let money = 0;
  for (const each of choice) {
    tokens += table.tokens[each]!;
    money += table.money[each]!;
  }
  return { choice, tokens, cost: money + cost.cost(tokens) };
}

interface CoreOption {
  readonly choice: number;
  /** Against the person's own optimum. */
  readonly tokens: number;
  readonly loss: number;
}

interface CorePerson {
  readonly person: number;
  readonly options: readonly CoreOption[];
  readonly least: number;
}

/** People with a second choice that loses less than `limit`; the ones with least to lose first. */
function coreOf(table: ChoiceTable, chosen: Int32Array, rate: number, limit: number): readonly CorePerson[] {
  const { start, money, tokens } = table;
  const core: CorePerson[] = [];
  for (let person = 0; person < chosen.length; person += 1) {
    if (start[person + 1]! - start[person]! < 2) continue;
    const own = chosen[person]!;
    const least = money[own]! + rate * tokens[own]!;
    const options: CoreOption[] = [];
    for (let choice = start[person]!; choice < start[person + 1]!; choice += 1) {
      const loss = Math.max(0, money[choice]! + rate * tokens[choice]! - least);
      if (choice !== own && loss < limit)
        options.push({ choice, tokens: tokens[choice]! - tokens[own]!, loss });
    }
    if (options.length > 0) {
      core.push({ person, options, least: Math.min(...options.map(({ loss }) => loss)) });
    }
  }
  return core.sort((a, b) => a.least - b.least || a.person - b.person);
}

/** How far the tokens of everybody from a step on can still move down and up. */
function reachOf(core: readonly CorePerson[]): { readonly low: Float64Array; readonly high: Float64Array } {
  const low = new Float64Array(core.length + 1);
  const high = new Float64Array(core.length + 1);
  for (let step = core.length - 1; step >= 0; step -= 1) {
    const moves = core[step]!.options.map(({ tokens }) => tokens);
    low[step] = low[step + 1]! + Math.min(0, ...moves);
    high[step] = high[step + 1]! + Math.max(0, ...moves);
  }
  return { low, high };
}

function ownersOf(core: readonly CorePerson[]): ReadonlyMap<number, number> {
  return new Map(
    core.flatMap(({ person, options }) => options.map(({ choice }) => [choice, person] as const)),
  );
}

interface States {
  readonly tokens: number[];
  readonly loss: number[];
  readonly node: number[];
}

function push(states: States, tokens: number, loss: number, node: number): void {
  states.tokens.push(tokens);
  states.loss.push(loss);
  states.node.push(node);
}

/** The least loss in each of many narrow classes of tokens; lossy where one of them held different tokens. */
function thin(states: States): { readonly states: States; readonly lossy: boolean } {
  let low = Infinity;
  let high = -Infinity;
  for (const tokens of states.tokens) {
    if (tokens < low) low = tokens;
    if (tokens > high) high = tokens;
  }
  const width = (high - low) / (STATES - 1) || 1;
  const kept = new Int32Array(STATES).fill(-1);
  let lossy = false;
  for (let state = 0; state < states.tokens.length; state += 1) {
    const cell = Math.floor((states.tokens[state]! - low) / width);
    const rival = kept[cell]!;
    if (rival < 0) {
      kept[cell] = state;
      continue;
    }
    if (Math.abs(states.tokens[state]! - states.tokens[rival]!) > COST_TOLERANCE) lossy = true;
    if (states.loss[state]! < states.loss[rival]!) kept[cell] = state;
  }
  const next: States = { tokens: [], loss: [], node: [] };
  for (const state of kept) {
    if (state >= 0) push(next, states.tokens[state]!, states.loss[state]!, states.node[state]!);
  }
  return { states: next, lossy };
}
