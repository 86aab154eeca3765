import type { ChoiceTable } from './choices';
import type { PriceRange } from '../token-cost';

/**
 * The money for seats as a function of the tokens there are, when people may be split between two choices: convex, so that its best
 * point under any price is a certified lower bound (the Lagrangian bound of docs/methods.md, "Portfolio").
 */
export class Relaxation {
  /** Tokens and money when everybody uses as few tokens as possible. */
  readonly leastTokens: number;
  readonly mostMoney: number;
  /** Money saved for one more token, falling; each with the tokens and money of all steps before it. */
  private readonly rates: Float64Array;
  private readonly tokensBefore: Float64Array;
  private readonly savedBefore: Float64Array;

  constructor(table: ChoiceTable) {
    const steps = hullSteps(table);
    this.leastTokens = steps.leastTokens;
    this.mostMoney = steps.mostMoney;
    const order = Uint32Array.from(steps.rates.keys()).sort(
      (a, b) => steps.rates[b]! - steps.rates[a]! || a - b,
    );
    this.rates = new Float64Array(order.length);
    this.tokensBefore = new Float64Array(order.length + 1);
    this.savedBefore = new Float64Array(order.length + 1);
    order.forEach((step, index) => {
      this.rates[index] = steps.rates[step]!;
      this.tokensBefore[index + 1] = this.tokensBefore[index]! + steps.tokens[step]!;
      this.savedBefore[index + 1] = this.savedBefore[index]! + steps.tokens[step]! * steps.rates[step]!;
    });
  }

  /** Least money for seats with so many tokens; Infinity below the least tokens. */
  money(tokens: number): number {
    const extra = tokens - this.leastTokens;
    if (extra < 0) return Infinity;
    const step = this.stepAt(extra);
    const rest = Math.max(0, extra - this.tokensBefore[step]!);
    return this.mostMoney - this.savedBefore[step]! - rest * (this.rates[step] ?? 0);
  }

  /** What one more token would save; 0 when everybody has as many as is of use. */
  rate(tokens: number): number {
    return this.rates[this.stepAt(Math.max(0, tokens - this.leastTokens))] ?? 0;
  }

  /** Tokens that are used when each costs `price`: what saves more is drawn. */
  tokensAt(price: number): number {
    let low = 0;
    let high = this.rates.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.rates[middle]! > price) low = middle + 1;
      else high = middle;
    }
    return this.leastTokens + this.tokensBefore[low]!;
  }

  /**
   * Least money, seats and tokens, over the quantities of one price range, and the quantity where it is reached; cost Infinity when
   * nobody can do with so few.
   */
  best(range: PriceRange, bundle: number): { readonly cost: number; readonly quantity: number } {
    const target = Math.min(Math.max(this.tokensAt(range.price), range.first), range.last);
    const tried =
      bundle > 0
        ? [Math.floor(target / bundle) * bundle, Math.ceil(target / bundle) * bundle]
        : [target, Math.min(Math.max(this.leastTokens, range.first), range.last)];
    let best = { cost: Infinity, quantity: target };
    for (const quantity of tried) {
      if (quantity < range.first || quantity > range.last) continue;
      const cost = this.money(quantity) + range.price * quantity;
      if (cost < best.cost) best = { cost, quantity };
    }
    return best;
  }

  /** Index of the first step that does not fit into so many tokens beyond the least. */
  private stepAt(extra: number): number {
    let low = 0;
    let high = this.rates.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tokensBefore[middle + 1]! <= extra) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

interface Steps {
  leastTokens: number;
  mostMoney: number;
  readonly tokens: number[];
  readonly rates: number[];
}

/** The edges of everybody's lower convex hull over (tokens, money). */
function hullSteps({ start, money, tokens }: ChoiceTable): Steps {
  const steps: Steps = { leastTokens: 0, mostMoney: 0, tokens: [], rates: [] };
  const hull: number[] = [];
  for (let person = 0; person + 1 < start.length; person += 1) {
    hull.length = 0;
    for (let choice = start[person]!; choice < start[person + 1]!; choice += 1) {
      while (hull.length >= 2 && isAbove(hull.at(-2)!, hull.at(-1)!, choice)) hull.pop();
      hull.push(choice);
    }
    steps.leastTokens += tokens[hull[0]!]!;
    steps.mostMoney += money[hull[0]!]!;
    for (let edge = 1; edge < hull.length; edge += 1) {
      const [from, to] = [hull[edge - 1]!, hull[edge]!];
      const more = tokens[to]! - tokens[from]!;
      steps.tokens.push(more);
      steps.rates.push((money[from]! - money[to]!) / more);
    }
  }
  return steps;

  /** Whether the middle of three choices lies on or above the line between the others. */
  function isAbove(a: number, b: number, c: number): boolean {
    return (
      (money[a]! - money[b]!) * (tokens[c]! - tokens[b]!) <=
      (money[b]! - money[c]!) * (tokens[b]! - tokens[a]!)
    );
  }
}
