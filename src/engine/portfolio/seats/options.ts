import type { Holding } from './holdings';
import type { PersonRules, RuleBook } from '../person-rules';
import type { PersonCover, PortfolioInput, PortfolioPersonInput } from '../types';

/** A cover without the price of its tokens. */
export type BareCover = Omit<PersonCover, 'cost'> & { readonly money: number };

/** Words and sums for the ways people are covered. */
export class CoverSums {
  constructor(
    private readonly input: PortfolioInput,
    private readonly book: RuleBook,
  ) {}

  /** @param collections bits; `seats` bits over the needs, as a choice of the table has them */
  ofChoice(rules: PersonRules, collections: number, seats: number): BareCover {
    const single = [...rules.keptSeats];
    const flex: { product: string; tokens: number }[] = [];
    rules.needs.forEach((need, index) => {
      if ((need.collections & collections) !== 0) return;
      const isOpen = need.flex && need.seat && need.tokens > 0;
      if (isOpen ? (seats & (1 << index)) === 0 : need.flex) {
        if (!need.neverUsed) flex.push({ product: need.product, tokens: need.tokens });
      } else single.push(need.product);
    });
    return this.sum(single, collections, flex, []);
  }

  /** What a person holds today, with tokens for whatever it does not cover. */
  ofToday(person: PortfolioPersonInput, held: Holding): BareCover {
    const flex: { product: string; tokens: number }[] = [];
    const uncovered: string[] = [];
    for (const need of person.needs) {
      const isHeld =
        held.seats.includes(need.product) ||
        (this.book.catalogue.holding(need.product) & held.collections) !== 0;
      if (isHeld || need.neverUsed) continue;
      if (need.onFlex) flex.push({ product: need.product, tokens: need.tokens });
      else uncovered.push(need.product);
    }
    return this.sum(held.seats, held.collections, flex, uncovered);
  }

  private sum(
    seats: readonly string[],
    bits: number,
    flex: readonly { readonly product: string; readonly tokens: number }[],
    uncovered: readonly string[],
  ): BareCover {
    const collections: string[] = [];
    const unpriced: string[] = [];
    let seatList = 0;
    for (const name of seats) {
      const list = this.book.seatList(name);
      if (list === null) unpriced.push(name);
      else seatList += list;
    }
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const { name, seatList: list } = this.input.collections[31 - Math.clz32(rest & -rest)]!;
      collections.push(name);
      if (list === null) unpriced.push(name);
      else seatList += list;
    }
    let tokens = 0;
    for (const each of flex) tokens += each.tokens;
    return {
      seats: seats.length > 1 ? [...seats].sort(byName) : seats,
      collections: collections.length > 1 ? collections.sort(byName) : collections,
      flex,
      uncovered,
      tokens,
      seatList,
      money: seatList * (1 - this.input.prices.seatDiscount),
      unpriced,
    };
  }
}

/** A cover with its tokens at one price. Written out: a spread is slow for every person of a large firm. */
export function priced(cover: BareCover, tokenPrice: number): PersonCover {
  return {
    seats: cover.seats,
    collections: cover.collections,
    flex: cover.flex,
    uncovered: cover.uncovered,
    tokens: cover.tokens,
    seatList: cover.seatList,
    cost: cover.money + cover.tokens * tokenPrice,
    unpriced: cover.unpriced,
  };
}

export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
