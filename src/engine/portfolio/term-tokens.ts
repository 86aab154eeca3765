import { YEAR } from './terms';
import type { TokenCost } from './token-cost';
import type { TokenStep } from './types';

/** Tokens of all steps, each for as long as it lasts. */
export function tokensSaved(steps: readonly TokenStep[]): number {
  return steps.reduce((sum, step) => sum + (step.tokens * Math.max(0, step.until - step.from)) / YEAR, 0);
}

/**
 * What the steps save of the purchases: on every day the year's purchase for what is drawn then, pro rata. With one price and no minimum
 * that is `tokensSaved` × the price; where tokens are paid for in any case, less.
 * @param today tokens a year before the first step
 */
export function purchaseSaved(steps: readonly TokenStep[], today: number, cost: TokenCost): number {
  const changes = new Map<number, number>();
  const change = (day: number, tokens: number): void =>
    void changes.set(day, (changes.get(day) ?? 0) + tokens);
  for (const { tokens, from, until } of steps) {
    if (until <= from) continue;
    change(from, tokens);
    change(until, -tokens);
  }
  const days = [...changes.keys()].sort((a, b) => a - b);
  const before = cost.cost(today);
  let less = 0;
  let saved = 0;
  days.forEach((day, index) => {
    less += changes.get(day)!;
    const next = days[index + 1] ?? day;
    saved += ((before - cost.cost(withoutNoise(today - less))) * (next - day)) / YEAR;
  });
  return saved;
}

/** Sums of many people end a hair above a bundle that they fill exactly. */
function withoutNoise(tokens: number): number {
  return Math.max(0, Math.round(tokens * 1e6) / 1e6);
}
