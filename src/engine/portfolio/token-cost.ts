import { mustBe } from '../errors';
import type { PortfolioPrices } from './types';

/** Quantities at one price: at least `first` tokens and at most `last`; without bundles `last` itself belongs to the next range. */
export interface PriceRange {
  readonly price: number;
  readonly first: number;
  readonly last: number;
}

export interface TokenPurchase {
  readonly quantity: number;
  readonly price: number;
  readonly cost: number;
}

/** Tokens that differ by less, as a share, differ only in how binary numbers round. */
const SAME_TOKENS = 1e-12;
const SAME_MONEY = 1e-12;

/** What tokens cost under tiers, bundles and a commitment. All-units tiers: the price of the tier reached holds for every token. */
export class TokenCost {
  /** By rising quantity. */
  readonly ranges: readonly PriceRange[];
  readonly bundle: number;
  /** Nothing need be bought when nothing is used. */
  readonly mayBuyNothing: boolean;

  /** @throws FlexError 'value' naming a price that cannot be used */
  constructor(prices: PortfolioPrices) {
    checkPrices(prices);
    const { tiers, bundle, committed, tokenPrice } = prices;
    this.bundle = bundle;
    this.mayBuyNothing = committed <= 0;
    const list = tiers.length === 0 ? [{ from: 0, price: tokenPrice }] : tiers;
    this.ranges = list
      .map(({ from, price }, index) => {
        const next = list[index + 1]?.from ?? Infinity;
        return {
          price,
          first: this.roundedUp(Math.max(from, committed)),
          last: bundle > 0 && next < Infinity ? (Math.ceil(next / bundle) - 1) * bundle : next,
        };
      })
      .filter(({ first, last }) => this.holds(first, last));
  }

  /** People decide independently of each other: every token has the same price. */
  get isLinear(): boolean {
    const [only] = this.ranges;
    return this.ranges.length === 1 && only!.first === 0 && this.bundle === 0;
  }

  /** The cheapest purchase that holds so many tokens; equal costs buy less. */
  purchase(tokens: number): TokenPurchase {
    if (tokens <= 0 && this.mayBuyNothing) return { quantity: 0, price: this.ranges[0]!.price, cost: 0 };
    let best: TokenPurchase | null = null;
    const need = this.roundedUp(tokens);
    for (const { price, first, last } of this.ranges) {
      const quantity = Math.max(need, first);
      if (!this.holds(quantity, last)) continue;
      const cost = quantity * price;
      if (best === null || cost < best.cost - SAME_MONEY * best.cost) best = { quantity, price, cost };
    }
    // The last range has no end, and no tier is left out but one without a multiple of the bundle.
    return best!;
  }

  /** Money of `purchase`, for hot loops. */
  cost(tokens: number): number {
    if (tokens <= 0 && this.mayBuyNothing) return 0;
    let best = Infinity;
    const need = this.roundedUp(tokens);
    for (let index = 0; index < this.ranges.length; index += 1) {
      const range = this.ranges[index]!;
      const quantity = need > range.first ? need : range.first;
      if (quantity * range.price < best && this.holds(quantity, range.last)) best = quantity * range.price;
    }
    return best;
  }

  private holds(quantity: number, last: number): boolean {
    return this.bundle > 0 ? quantity <= last : quantity < last;
  }

  /** The least purchasable quantity that holds so many tokens, minimum purchases aside. */
  roundedUp(tokens: number): number {
    if (tokens <= 0) return 0;
    if (this.bundle === 0) return tokens;
    return Math.ceil((tokens / this.bundle) * (1 - SAME_TOKENS)) * this.bundle;
  }
}

function checkPrices({ tokenPrice, tiers, bundle, committed, seatDiscount }: PortfolioPrices): void {
  mustBe(tokenPrice >= 0 && tokenPrice < Infinity, 'portfolio', `token price is ${tokenPrice}`, '0 or more');
  mustBe(
    bundle >= 0 && bundle < Infinity,
    'portfolio',
    `bundle is ${bundle}`,
    '0 (not rounded) or more tokens',
  );
  mustBe(
    committed >= 0 && committed < Infinity,
    'portfolio',
    `commitment is ${committed}`,
    '0 or more tokens',
  );
  mustBe(
    seatDiscount >= 0 && seatDiscount <= 1,
    'portfolio',
    `seat discount is ${seatDiscount}`,
    'between 0 and 1 (25 % is 0.25)',
  );
  tiers.forEach(({ from, price }, index) => {
    mustBe(
      from >= 0 && from < Infinity,
      'portfolio',
      `quantity of tier ${index + 1} is ${from}`,
      '0 or more',
    );
    mustBe(
      price >= 0 && price < Infinity,
      'portfolio',
      `price of tier ${index + 1} is ${price}`,
      '0 or more',
    );
    const before = tiers[index - 1];
    mustBe(
      before === undefined || from > before.from,
      'portfolio',
      `quantity of tier ${index + 1} is ${from}`,
      'above the tier before',
    );
  });
}
