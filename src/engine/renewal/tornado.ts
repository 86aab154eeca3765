import { leversTogether } from './levers/levers';
import type { LeverInput, Tornado, TornadoBar } from './types';

/** Something the outcome depends on, with the range it may take. */
export interface Driver {
  readonly name: string;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/**
 * What matters most: the outcome with one driver at its low and its high, all others at mid, largest difference first (equal ones keep
 * their order).
 * @param outcome money by the values of the drivers, in their order
 */
export function tornado(drivers: readonly Driver[], outcome: (values: readonly number[]) => number): Tornado {
  const middle = drivers.map(({ mid }) => mid);
  const bars = drivers.map(({ name, low, high }, index): TornadoBar => {
    const at = (value: number): number =>
      outcome(middle.map((mid, other) => (other === index ? value : mid)));
    const [outcomeLow, outcomeHigh] = [at(low), at(high)];
    return { name, low, high, outcomeLow, outcomeHigh, spread: Math.abs(outcomeHigh - outcomeLow) };
  });
  return { middle: outcome(middle), bars: bars.sort((a, b) => b.spread - a.spread) };
}

/** The tornado of the levers: money of all of them together. An own value stands for mid where the user typed one. */
export function leverTornado(input: LeverInput): Tornado {
  return tornado(
    input.ranges.map(({ lever, low, mid, high, own }) => ({ name: lever, low, mid: own ?? mid, high })),
    (fractions) => leversTogether(input, fractions),
  );
}
