import { mustBe } from '../../errors';
import { fallingLever, leverOutOfRange } from '../errors';
import type { LeverCases, LeverInput, LeverLine, LeverName, LeverRange } from '../types';

/** The governing guide's achievable ranges, in its order of priority. The rate freeze is counted in years: freezeValue. */
export const GUIDE_LEVERS: readonly LeverRange[] = [
  guideRange('Volume tier', 0.05, 0.18),
  guideRange('Commitment', 0.08, 0.22),
  guideRange('Carry-forward', 0.05, 0.15),
  guideRange('Bundle', 0.02, 0.08),
];

const CASES = ['low', 'mid', 'high', 'own'] as const;
type Case = (typeof CASES)[number];

/** What the levers so far have done in one case. */
interface Reached {
  /** Part of a token's list price still paid. */
  readonly factor: number;
  readonly money: number;
}

/**
 * Each lever's money at the given volumes, alone and on top of those before it (docs/rules.md, "Renewal"). A discount acts on token spend;
 * the bundle on what tokens and seats cost together; a carry-forward is worth `input.carryForward`, else its share of the spend.
 * Compounded: 5 % and 8 % make 12.6 %; additive: 13 %, never more than everything.
 * @throws FlexError 'value' when a spend is negative or a range leaves 0 to 1 or is out of order
 */
export function leverTable(input: LeverInput): readonly LeverLine[] {
  checkSpend('token spend', input.tokenSpend);
  checkSpend('seat spend', input.seatSpend);
  input.ranges.forEach(checkRange);
  const reached: Record<Case, Reached> = { low: START, mid: START, high: START, own: START };
  return input.ranges.map((range): LeverLine => {
    const value: Record<Case, number | null> = { low: 0, mid: 0, high: 0, own: null };
    const added: Record<Case, number> = { low: 0, mid: 0, high: 0, own: 0 };
    for (const each of CASES) {
      const fraction = range[each] ?? range.mid;
      value[each] = range[each] === null ? null : moneyAlone(range.lever, fraction, input);
      const after = applied(reached[each], range.lever, fraction, input);
      added[each] = after.money - reached[each].money;
      reached[each] = after;
    }
    return {
      ...range,
      base: range.lever === 'Bundle' ? input.tokenSpend + input.seatSpend : input.tokenSpend,
      value: value as LeverCases,
      added,
      cumulative: byCase((each) => 1 - reached[each].factor),
      cumulativeMoney: byCase((each) => reached[each].money),
    };
  });
}

/**
 * Money of all levers together at one fraction each, in the order of `input.ranges`.
 * @param fractions one a range
 */
export function leversTogether(input: LeverInput, fractions: readonly number[]): number {
  return input.ranges.reduce(
    (reached, { lever, mid }, index) => applied(reached, lever, fractions[index] ?? mid, input),
    START,
  ).money;
}

const START: Reached = { factor: 1, money: 0 };

function applied(before: Reached, lever: LeverName, fraction: number, input: LeverInput): Reached {
  const { tokenSpend, seatSpend, mode } = input;
  // Added levers act on the list price, whatever the others do, until nothing is left to pay.
  const price = mode === 'compounded' ? before.factor : 1;
  const tokens = lever === 'Carry-forward' ? carried(fraction, price, input) : tokenSpend * price * fraction;
  const tokenMoney = Math.min(tokens, tokenSpend * before.factor);
  const share = tokenSpend > 0 ? tokenMoney / tokenSpend : Math.min(price * fraction, before.factor);
  const seatMoney = lever === 'Bundle' ? seatSpend * fraction : 0;
  return { factor: before.factor - share, money: before.money + tokenMoney + seatMoney };
}

function moneyAlone(lever: LeverName, fraction: number, input: LeverInput): number {
  if (lever === 'Carry-forward') return carried(fraction, 1, input);
  return (input.tokenSpend + (lever === 'Bundle' ? input.seatSpend : 0)) * fraction;
}

function carried(share: number, tokenPriceFactor: number, input: LeverInput): number {
  return input.carryForward?.(share, tokenPriceFactor) ?? input.tokenSpend * tokenPriceFactor * share;
}

function byCase(figure: (each: Case) => number): LeverCases<number> {
  return { low: figure('low'), mid: figure('mid'), high: figure('high'), own: figure('own') };
}

function guideRange(lever: LeverName, low: number, high: number): LeverRange {
  return { lever, low, mid: (low + high) / 2, high, own: null };
}

function checkSpend(what: string, money: number): void {
  mustBe(money >= 0 && Number.isFinite(money), 'renewal', `${what} is ${money}`, '0 or more');
}

function checkRange({ lever, low, mid, high, own }: LeverRange): void {
  const figures = { low, mid, high, own: own ?? mid };
  for (const [name, fraction] of Object.entries(figures)) {
    if (fraction >= 0 && fraction <= 1) continue;
    throw leverOutOfRange(lever, name, fraction);
  }
  if (low <= mid && mid <= high) return;
  throw fallingLever({ lever, low, mid, high });
}
