import { PRICE_MISSING } from '../catalog/missing';
import { personKey } from '../usage/person-key';
import { unitsText } from '../breakeven';
import { formatMoney, formatNumber } from '../numeric';
import { COST_TOLERANCE } from '../segments/costs';
import type { BareCover } from './seats/options';
import { entitles, priceOf } from './seats/offered';
import type { Plan } from './plan';
import type { PortfolioNeed, PortfolioPersonInput } from './types';

/** Why a person is covered so, in sentences with the figures that decided. */
export function reasonFor(plan: Plan, index: number): string {
  const person = plan.input.people[index]!;
  const cover = plan.proposed[index]!;
  const staying = plan.staying.get(index);
  if (staying !== undefined) {
    return `Stays as today: ${staying.join(' and ')} would be left without a seat or Collection, and no spare seat or price of one is known.`;
  }
  const used = person.needs.filter((need) => !need.neverUsed);
  if (used.length === 0) return nothingUsed(plan, index);
  const sentences = [
    ...policySentences(plan, index),
    ...coveringSentences(plan, index),
    ...cover.collections.map((name) => collectionSentence(plan, index, name, used)),
    ...cover.seats.flatMap((product) => seatSentence(plan, product, used)),
    ...flexSentences(plan, used, cover),
    ...idleSentences(plan, index),
  ];
  return sentences.join(' ');
}

function nothingUsed(plan: Plan, index: number): string {
  const today = plan.today?.[index];
  const person = plan.input.people[index]!;
  const cover = plan.proposed[index]!;
  const held = [...(today?.seats ?? []), ...(today?.collections ?? [])];
  if (held.length === 0) return 'No use in the year: Flex costs nothing until the person works.';
  const kept = [...cover.seats, ...cover.collections];
  const given = held.filter((name) => !kept.includes(name));
  const money = given.reduce((sum, name) => sum + (priceOf(plan, name) ?? 0), 0);
  const unread = (person.unread ?? []).filter((product) =>
    kept.some((name) => entitles(plan, name, product)),
  );
  const lost =
    unread.length === 0
      ? ''
      : `Rows of ${unread.join(' and ')} were left out, so how much it is used is not known: what holds it stays.`;
  if (given.length === 0) {
    return lost !== '' ? lost : `No use in the year is on record; ${kept.join(' and ')} stays.`;
  }
  if (lost !== '')
    return `${lost} ${given.join(' and ')} at ${formatMoney(money, plan.input.currency)} can go.`;
  return `No use in the year: ${given.join(' and ')} at ${formatMoney(money, plan.input.currency)} can go.`;
}

function policySentences(plan: Plan, index: number): readonly string[] {
  const { input, rules } = plan;
  const person = input.people[index]!;
  const pin = plan.pinned.has(index) ? ['Follows a pin.'] : [];
  if (!person.contractor || !input.policies.contractorsOnFlex) return pin;
  // A pin speaks for its product alone: the others are on Flex by policy still.
  const free = rules[index]!.needs.some((need) => need.onFlex && need.flex && !need.seat);
  const pinned = input.policies.pins.filter(({ user }) => user !== '' && isPinOf(person, user));
  const all = pinned.some(({ product }) => product.trim() === '');
  return free && !all ? [...pin, 'Contractor: on Flex by policy.'] : pin;
}

function isPinOf({ user, email }: PortfolioPersonInput, pin: string): boolean {
  return [user, email].some((name) => personKey(name) === personKey(pin));
}

function coveringSentences(plan: Plan, index: number): readonly string[] {
  const products = plan.covering.get(index);
  if (products === undefined) return [];
  return [
    `What holds ${products.join(' and ')} stays: it would be left without a seat or Collection, and no spare seat or price of one is known.`,
  ];
}

function collectionSentence(plan: Plan, index: number, name: string, used: readonly PortfolioNeed[]): string {
  const cover = plan.proposed[index]!;
  const held = used.filter((need) => entitles(plan, name, need.product));
  const price = priceOf(plan, name);
  if (price === null) {
    return plan.today?.[index]?.collections.includes(name) === true
      ? `${name} stays: its price is missing, so nobody can say what giving it up saves.`
      : `${name} is what is used and cannot be drawn with tokens: it is needed (price missing).`;
  }
  const others = held.reduce((sum, need) => sum + (cheaperWay(plan, need) ?? 0), 0);
  const what = held.map((need) => useText(plan, need)).join(', ');
  const words = `${name} at ${money(plan, price)} holds ${what === '' ? 'nothing in use' : what}`;
  if (cover.collections.length > 1 || price > others + COST_TOLERANCE) return `${words}.`;
  return `${words}: less than ${money(plan, others)} for the cheaper of seat and Flex, product by product.`;
}

function seatSentence(plan: Plan, product: string, used: readonly PortfolioNeed[]): readonly string[] {
  const need = used.find((each) => each.product === product);
  const price = priceOf(plan, product);
  const cost = price === null ? PRICE_MISSING : money(plan, price);
  if (need === undefined) return [`The ${product} seat (${cost}) stays.`];
  if (!need.onFlex) return [`${product} is not on Flex: it needs a seat (${cost}).`];
  const flex = flexCost(plan, need);
  if (price === null)
    return [`The ${product} seat stays: its price is missing, and Flex would cost ${money(plan, flex)}.`];
  const than = flex >= price ? 'less than' : 'against';
  return [
    `${useText(plan, need)}: a seat at ${cost}, ${than} ${money(plan, flex)} on Flex (${tokenText(plan, need.tokens)}).`,
  ];
}

function flexSentences(plan: Plan, used: readonly PortfolioNeed[], cover: BareCover): readonly string[] {
  return cover.flex.map(({ product, tokens }) => {
    const need = used.find((each) => each.product === product)!;
    const flex = flexCost(plan, need);
    const start = `${useText(plan, need)} on Flex: ${tokenText(plan, tokens)} = ${money(plan, flex)}`;
    const seat = need.seatList === null ? null : priceOf(plan, product);
    if (seat === null) return `${start}.`;
    if (flex <= seat) return `${start}, below the seat at ${money(plan, seat)}.`;
    const { quantity } = plan.purchase;
    return quantity > plan.optimum.mix.tokens || !plan.tokenCost.isLinear
      ? `${start}, above the seat at ${money(plan, seat)}, but ${tokenText(plan, quantity)} are bought anyway.`
      : `${start}, ${money(plan, flex - seat)} above the seat at ${money(plan, seat)}.`;
  });
}

/** Seats held for products without use. */
function idleSentences(plan: Plan, index: number): readonly string[] {
  const today = plan.today?.[index];
  if (today === undefined) return [];
  const used = plan.input.people[index]!.needs.filter((need) => !need.neverUsed);
  const kept = plan.proposed[index]!.seats;
  return today.seats
    .filter((seat) => !kept.includes(seat) && !used.some(({ product }) => product === seat))
    .map((seat) => `${seat} is assigned without use.`);
}

function cheaperWay(plan: Plan, need: PortfolioNeed): number | null {
  const seat = need.seatList === null ? null : priceOf(plan, need.product);
  if (!need.onFlex) return seat;
  const flex = flexCost(plan, need);
  return seat === null ? flex : Math.min(seat, flex);
}

function flexCost(plan: Plan, need: PortfolioNeed): number {
  return need.tokens * plan.purchase.price;
}

/** The same few figures stand in the reasons of many, and writing one takes longer than deciding: kept by what they count. */
const texts = new WeakMap<Plan, Map<string, Map<number, string>>>();

function written(plan: Plan, what: string, value: number, write: (value: number) => string): string {
  const kinds = texts.get(plan) ?? new Map<string, Map<number, string>>();
  texts.set(plan, kinds);
  const known = kinds.get(what) ?? new Map<number, string>();
  kinds.set(what, known);
  let text = known.get(value);
  if (text === undefined) {
    text = write(value);
    known.set(value, text);
  }
  return text;
}

function money(plan: Plan, value: number): string {
  return written(plan, 'money', value, (amount) => formatMoney(amount, plan.input.currency));
}

function tokenText(plan: Plan, tokens: number): string {
  return written(plan, 'tokens', tokens, (count) => `${formatNumber(count)} tokens`);
}

function useText(plan: Plan, { product, units, basis }: PortfolioNeed): string {
  return `${product} ${written(plan, basis, units, (count) => unitsText(count, basis))}`;
}
