/** Vendor quotes and what they are held against, as plain data. Money in one currency, quantities a year. */

export type QuoteItemKind = 'tokens' | 'seats' | 'other';
export interface QuoteLine {
  /** As typed: `Flex tokens`, a product, a Collection, or anything else. */
  readonly item: string;
  readonly kind: QuoteItemKind;
  /** A year. */
  readonly quantity: number;
  /** Before the discount. */
  readonly unitPrice: number;
  readonly discount: number;
  /** 1-based row of the quote's table; 0 = unknown. */
  readonly row: number;
}
export interface Quote {
  readonly name: string;
  readonly lines: readonly QuoteLine[];
  readonly years: number;
  /** Rise of every price a year. */
  readonly uplift: number;
  /** Price of a token beyond the quantity; null = the token line's price before its discount. */
  readonly topUpPrice?: number | null;
}
/** What the company needs in a year, for quotes to be held against. */
export interface QuoteNeed {
  /** Tokens in the first year at P10, P50 and P90. */
  readonly tokens: { readonly p10: number; readonly p50: number; readonly p90: number };
  /** The size one would buy: tokens above it are above need. */
  readonly tokensToBuy: number;
  /** Growth of the tokens after the first year. */
  readonly growth: number;
  /** Seats needed by product or Collection, as named in the quotes; list price of one where known. */
  readonly seats: readonly {
    readonly item: string;
    readonly quantity: number;
    readonly listPrice: number | null;
  }[];
}
export interface QuoteLineFigures extends QuoteLine {
  readonly netPrice: number;
  readonly yearCost: number;
  readonly needed: number | null;
  /** quantity − needed, never negative; null where no need is known. */
  readonly above: number | null;
  readonly aboveCost: number | null;
}
export interface QuoteCase {
  readonly demand: 'P10' | 'P50' | 'P90';
  /** Over the horizon. */
  readonly cost: number;
  readonly byYear: readonly number[];
  readonly topUpTokens: number;
  readonly topUpCost: number;
  readonly unusedTokens: number;
  /** Seats needed and not in the quote, bought at list. */
  readonly missingSeatCost: number;
}
/** The portfolio one would choose at a token price: money a year, tokens, seats (Collections among them). */
export interface BestPortfolio {
  readonly cost: number;
  readonly tokens: number;
  readonly seats: number;
}
export type BestCost = (tokenPrice: number, quote?: Quote) => BestPortfolio;
export interface QuoteFigures {
  readonly name: string;
  readonly years: number;
  readonly lines: readonly QuoteLineFigures[];
  /** P10, P50, P90. */
  readonly cases: readonly QuoteCase[];
  readonly tokenPrice: number | null;
  /** What the cheapest portfolio at this quote's token price would be; null without a token line or an optimiser. */
  readonly portfolio: BestPortfolio | null;
  /**
   * Net token price at which this quote costs, at P50, what the cheapest alternative costs; null without a token line or an alternative.
   * Below 0 it stays a number: no token price makes the quote worth it.
   */
  readonly indifferencePrice: number | null;
  readonly alternative: string;
  readonly priceMissing: readonly string[];
  readonly text: string;
}
export interface QuoteComparison {
  readonly horizon: number;
  readonly quotes: readonly QuoteFigures[];
  /** Positions of the cheapest quote at P10, P50 and P90. */
  readonly cheapest: readonly [number, number, number];
}
export interface PriceCurvePoint extends BestPortfolio {
  readonly price: number;
}
