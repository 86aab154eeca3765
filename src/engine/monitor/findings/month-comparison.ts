import type { UsageReading } from '../../usage/types';
import {
  FACTORS,
  type ChangeFactors,
  type ChangePrices,
  type Effects,
  type Factor,
  type Pair,
  type ProductFactors,
} from './month-factors';
import { changeSentences } from './month-sentences';
import { partsOf, tokensOf } from '../ledger/lots';
import { monthUse, type MonthUse } from '../ledger/month-use';
import type { ChangePart } from './types';

/**
 * Why a month burned more or less than another: people, days per person (more days, and more units on a day), product mix, tokens per
 * unit, and price. Each part is the change that its factor makes, averaged over every order in which the factors can change (Shapley
 * 1953; Shorrocks 2013): no part depends on what is looked at first, and nothing is left over. A month without burn has no pattern of
 * its own: the whole change is then people.
 * @param monthA the month before, year × 12 + month − 1
 * @param monthB the month after
 * @returns the five parts, always in this order; they sum to the change in tokens, to the millionth, and in money, to the cent
 */
export function explainChange(
  reading: UsageReading,
  monthA: number,
  monthB: number,
  prices: ChangePrices,
): readonly ChangePart[] {
  const before = monthUse(reading, monthA);
  const after = monthUse(reading, monthB);
  const factors = factorsOf(before, after, prices);
  const tokens = effects(factors, false);
  const money = effects(factors, true);
  const kinds = ['people', 'days per person', 'product mix', 'rate', 'price'] as const;
  const grouped = (own: Effects): readonly number[] => [
    own.people,
    own.days + own['units a day'],
    own.mix,
    own.rate,
    own.price,
  ];
  const parts = wholes(
    grouped(tokens).map((value) => partsOf(value)),
    partsOf(after.tokens) - partsOf(before.tokens),
  );
  const cents = wholes(
    grouped(money).map((value) => Math.round(value * 100)),
    centsOf(after.tokens * prices.after) - centsOf(before.tokens * prices.before),
  );
  const sentences = changeSentences(reading, [monthA, monthB], [before, after], factors, tokens, prices);
  return kinds.map((kind, at): ChangePart => {
    const own = { tokens: tokensOf(parts[at]!), money: cents[at]! / 100 };
    return { kind, ...own, sentence: sentences[kind](own) };
  });
}

function factorsOf(before: MonthUse, after: MonthUse, prices: ChangePrices): ChangeFactors {
  const products = [...new Set([...before.products.keys(), ...after.products.keys()])].sort((a, b) => a - b);
  return {
    people: [before.people, after.people],
    daysAPerson: known(ratio(before.days, before.people), ratio(after.days, after.people)),
    price: [prices.before, prices.after],
    products: products.map((product): ProductFactors => {
      const a = before.products.get(product);
      const b = after.products.get(product);
      // Refunds can leave a month without units, and free rows without a count: then a day is the unit, in both months.
      const byDay = [a, b].some((use) => use !== undefined && !(use.units > 0));
      const units = (use: typeof a): number => (byDay ? (use?.days ?? 0) : (use?.units ?? 0));
      return {
        product,
        share: known(
          before.days === 0 ? NaN : (a?.days ?? 0) / before.days,
          after.days === 0 ? NaN : (b?.days ?? 0) / after.days,
        ),
        unitsADay: known(ratio(units(a), a?.days ?? 0), ratio(units(b), b?.days ?? 0)),
        rate: known(ratio(a?.tokens ?? 0, units(a)), ratio(b?.tokens ?? 0, units(b))),
      };
    }),
  };
}

function ratio(value: number, by: number): number {
  return by === 0 ? NaN : value / by;
}

/** Where one month says nothing about a factor, it is taken as unchanged. */
function known(before: number, after: number): Pair {
  const [a, b] = [before === before ? before : after, after === after ? after : before];
  return [a === a ? a : 0, b === b ? b : 0];
}

/** The mean effect of each factor over all orders; `price` only where money is asked for. */
function effects(factors: ChangeFactors, inMoney: boolean): Effects {
  const count = inMoney ? FACTORS.length : FACTORS.length - 1;
  const values = Array.from({ length: 1 << count }, (_, changed) => valueOf(factors, changed, inMoney));
  const result: Record<Factor, number> = { people: 0, days: 0, mix: 0, 'units a day': 0, rate: 0, price: 0 };
  for (let factor = 0; factor < count; factor++) {
    const bit = 1 << factor;
    for (let others = 0; others < values.length; others++) {
      if ((others & bit) !== 0) continue;
      const weight = orders(bitsOf(others), count);
      result[FACTORS[factor]!] += weight * (values[others | bit]! - values[others]!);
    }
  }
  return result;
}

/** Tokens (or money) when the factors whose bits are set have changed and the others have not. */
function valueOf(factors: ChangeFactors, changed: number, inMoney: boolean): number {
  const at = (factor: Factor): 0 | 1 => ((changed >> FACTORS.indexOf(factor)) & 1) as 0 | 1;
  const aDay = factors.products.reduce(
    (sum, { share, unitsADay, rate }) =>
      sum + share[at('mix')] * unitsADay[at('units a day')] * rate[at('rate')],
    0,
  );
  const tokens = factors.people[at('people')] * factors.daysAPerson[at('days')] * aDay;
  return inMoney ? tokens * factors.price[at('price')] : tokens;
}

/** Share of the orders of `count` factors in which just `earlier` given ones come before another given one. */
function orders(earlier: number, count: number): number {
  return (factorial(earlier) * factorial(count - earlier - 1)) / factorial(count);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

function bitsOf(word: number): number {
  let bits = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}

function centsOf(money: number): number {
  return Math.round(Number((money * 100).toPrecision(15)));
}

/** Whole numbers with the total asked for: what rounding left over goes to the largest. */
function wholes(values: readonly number[], total: number): readonly number[] {
  const rest = total - values.reduce((sum, value) => sum + value, 0);
  const largest = values.reduce(
    (best, value, at) => (Math.abs(value) > Math.abs(values[best]!) ? at : best),
    0,
  );
  return values.map((value, at) => (at === largest ? value + rest : value) + 0);
}
