import type { PricedLot } from './types';

/** Tokens are booked in whole millionths, so that sums are exact and their order cannot show. */
const PARTS = 1_000_000;

/** Tokens as whole millionths. */
export function partsOf(tokens: number): number {
  return Math.round(tokens * PARTS) + 0;
}

export function tokensOf(parts: number): number {
  return parts / PARTS;
}

/** Tokens without the drift of added fractions: to the millionth. */
export function settled(tokens: number): number {
  return tokensOf(partsOf(tokens));
}

/**
 * Cost of a pack in whole cents, half a cent up, on the 15 digits that Excel shows.
 * @example invoiceCents(1, 1.005) //=> 101, though 1.005 × 100 lies below 100.5 in binary
 */
export function invoiceCents(quantity: number, price: number): number {
  return Math.round(Number((quantity * price * 100).toPrecision(15)));
}

/** What a lot is when it comes in. `quantity` in millionths, `cents` its whole cost. */
export interface LotOrigin {
  readonly pack: string;
  readonly team: string;
  readonly start: number;
  readonly expiry: number;
  readonly price: number;
  readonly carried: boolean;
  readonly transferred: boolean;
  readonly quantity: number;
  readonly cents: number;
}

/** A lot while the book is played through; amounts in millionths. */
export class OpenLot {
  burned = 0;
  expired = 0;
  transferredOut = 0;
  adjusted = 0;
  balance: number;

  constructor(
    readonly index: number,
    readonly origin: LotOrigin,
  ) {
    this.balance = origin.quantity;
  }

  /** Takes parts out of the balance. @returns their cost in cents */
  take(parts: number): number {
    const before = this.costUsed();
    this.balance -= parts;
    return this.costUsed() - before;
  }

  /** Puts parts back. @returns their cost in cents */
  putBack(parts: number): number {
    return -this.take(-parts);
  }

  closed(): PricedLot {
    const { pack, team, start, expiry, price, carried, transferred, quantity, cents } = this.origin;
    return {
      pack,
      team,
      start,
      expiry,
      price,
      carried,
      quantity: tokensOf(quantity),
      transferred,
      burned: tokensOf(this.burned),
      expired: tokensOf(this.expired),
      transferredOut: tokensOf(this.transferredOut),
      adjusted: tokensOf(this.adjusted),
      balance: tokensOf(this.balance),
      cents,
      balanceCents: cents - this.costUsed(),
    };
  }

  /**
   * Cost of the tokens that have left the lot. The first k of q tokens cost round(cents × k ÷ q), whichever way they leave: every
   * split of a lot sums to its invoice.
   */
  private costUsed(): number {
    const { quantity, cents } = this.origin;
    return quantity === 0 ? 0 : Math.round(cents * ((quantity - this.balance) / quantity));
  }
}

/** Order in which lots burn: earliest expiry, smallest balance, earliest start, name (docs/rules.md, "Ledger"). */
export function burnsBefore(a: OpenLot, b: OpenLot): boolean {
  if (a.origin.expiry !== b.origin.expiry) return a.origin.expiry < b.origin.expiry;
  if (a.balance !== b.balance) return a.balance < b.balance;
  if (a.origin.start !== b.origin.start) return a.origin.start < b.origin.start;
  if (a.origin.pack !== b.origin.pack) return a.origin.pack < b.origin.pack;
  return a.index < b.index;
}
