import type { Cover } from './costs';
import type { Need } from './needs';
import { chosenCollection, verdictOf } from './rules';
import type { Case, Rule } from './rules';
import type { ProductLine } from './types';

/** What follows from the rule that decided: per product, in words, and in money. */
export interface Advice {
  readonly recommendation: string;
  readonly products: readonly ProductLine[];
  /** Yearly cost of what is recommended; null = price missing. */
  readonly cost: number | null;
  /** The other way minus `cost`; negative = a premium; null = price missing. */
  readonly saving: number | null;
  /** Seat and Collection money in `cost` before the seat discount, and tokens in it; null with `cost`. */
  readonly seatList: number | null;
  readonly tokens: number | null;
}

/**
 * Recommendation by product and the saving against the other way: the best seats where Flex or Review is recommended,
 * else Flex (docs/rules.md, "Segments").
 */
export function recommend(rule: Rule, person: Case, seatDiscount: number): Advice {
  const bits = rule.segment === 'Collection' ? chosenCollection(person)!.bits : 0;
  const products = person.needs.map((need, index) => line(need, wordFor(rule, person, need, index, bits)));
  const money = moneyOf(rule, person, seatDiscount);
  const other = OTHER_WAY_IS_FLEX.has(rule.segment) ? person.costs.flex : (person.costs.seats?.cost ?? null);
  return {
    recommendation: inWords(products),
    products,
    ...money,
    saving: money.cost === null || other === null ? null : other - money.cost,
  };
}

const OTHER_WAY_IS_FLEX = new Set(['Named User – not on Flex', 'Collection', 'Named User']);

function wordFor(rule: Rule, person: Case, need: Need, index: number, bits: number): string {
  if ((need.collections & bits) !== 0) {
    // Two Collections may hold one product: the cover's first is named.
    const holder = chosenCollection(person)!.collections.find(
      (_, position) => (need.collections & bitAt(bits, position)) !== 0,
    );
    return holder!.name;
  }
  if (!need.eligible) return 'Named User – not on Flex';
  if (rule.segment === 'Flex – contractor') return 'Flex';
  if (index === 0 && rule.segment === 'Flex – project phase') return 'Flex';
  if (index === 0 && rule.segment === 'Review') return 'Review';
  return verdictOf(need);
}

/** The value of the n-th set bit. */
function bitAt(bits: number, position: number): number {
  let rest = bits;
  for (let skipped = 0; skipped < position; skipped += 1) rest &= rest - 1;
  return rest & -rest;
}

function line(need: Need, recommendation: string): ProductLine {
  return {
    product: need.product,
    basis: need.basis,
    units: need.use.units,
    tokens: need.use.tokens,
    flexCost: need.flexCost,
    seatCost: need.seatCost,
    breakEven: need.breakEven,
    ceiling: need.ceiling,
    recommendation,
  };
}

/** One word where all products agree; else product by product, most used first. A person without rows in the year draws tokens if they come back. */
function inWords(products: readonly ProductLine[]): string {
  const words = new Set(products.map((product) => product.recommendation));
  if (words.size === 0) return 'Flex';
  if (words.size === 1) return [...words][0]!;
  return products.map((product) => `${product.product}: ${product.recommendation}`).join('; ');
}

function moneyOf(
  rule: Rule,
  person: Case,
  seatDiscount: number,
): Pick<Advice, 'cost' | 'seatList' | 'tokens'> {
  if (rule.segment === 'Flex – contractor') return contractorMoney(person, seatDiscount);
  const cover: Cover = rule.segment === 'Collection' ? chosenCollection(person)! : person.costs.mixed;
  if (cover.unpriced.length > 0) return { cost: null, seatList: null, tokens: null };
  return { cost: cover.cost, seatList: cover.seatList, tokens: cover.tokens };
}

/** Everything on Flex, and a seat for each product that cannot be. */
function contractorMoney(person: Case, seatDiscount: number): Pick<Advice, 'cost' | 'seatList' | 'tokens'> {
  const seats = person.needs.filter((need) => !need.eligible && !need.neverUsed);
  const { flex } = person.costs;
  if (flex === null || seats.some((need) => need.seatList === null)) {
    return { cost: null, seatList: null, tokens: null };
  }
  const seatList = seats.reduce((sum, need) => sum + need.seatList!, 0);
  return {
    cost: flex + seatList * (1 - seatDiscount),
    seatList,
    tokens: person.needs.reduce((sum, need) => sum + need.use.tokens, 0),
  };
}
