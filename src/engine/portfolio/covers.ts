import type { Holding } from './holdings';
import type { PersonRules, RuleBook } from './personRules';
import type { PersonCover, PortfolioInput, PortfolioPersonInput } from './types';

/** A cover without the price of its tokens. */
export type BareCover = Omit<PersonCover, 'cost'> & { readonly money: number };

/** Words and sums for the ways people are covered. */
export class Covers {
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
        held.seats.has(need.product) || (this.book.catalogue.holding(need.product) & held.collections) !== 0;
      if (isHeld || need.neverUsed) continue;
      if (need.onFlex) flex.push({ product: need.product, tokens: need.tokens });
      else uncovered.push(need.product);
    }
    return this.sum([...held.seats], held.collections, flex, uncovered);
  }

  private sum(
    seats: readonly string[],
    bits: number,
    flex: readonly { readonly product: string; readonly tokens: number }[],
    uncovered: readonly string[],
  ): BareCover {
    const chosen = this.input.collections.filter((_, index) => (bits & (1 << index)) !== 0);
    const prices = [
      ...seats.map((name) => ({ name, list: this.book.seatList(name) })),
      ...chosen.map(({ name, seatList }) => ({ name, list: seatList })),
    ];
    const seatList = prices.reduce((sum, { list }) => sum + (list ?? 0), 0);
    return {
      seats: [...seats].sort(byName),
      collections: chosen.map(({ name }) => name).sort(byName),
      flex,
      uncovered,
      tokens: flex.reduce((sum, { tokens }) => sum + tokens, 0),
      seatList,
      money: seatList * (1 - this.input.prices.seatDiscount),
      unpriced: prices.filter(({ list }) => list === null).map(({ name }) => name),
    };
  }
}

/** A cover with its tokens at one price. */
export function priced({ money, ...cover }: BareCover, tokenPrice: number): PersonCover {
  return { ...cover, cost: money + cover.tokens * tokenPrice };
}

export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
