/** The same use under two rate cards, and the same demand under two structures, as plain data. Money in one currency. */
import type { SegmentName } from '../../segments/types';

/** One product under two dated rate cards; the year's use is the same. */
export interface CardProductLine {
  readonly product: string;
  readonly units: number;
  readonly rateBefore: number | null;
  readonly rateAfter: number | null;
  /** null = cannot be compared: see `note`. */
  readonly tokensBefore: number | null;
  readonly tokensAfter: number | null;
  readonly moneyBefore: number | null;
  readonly moneyAfter: number | null;
  readonly change: number | null;
  readonly note: string;
}
export interface SegmentFlip {
  readonly user: string;
  readonly displayName: string;
  readonly segmentBefore: SegmentName;
  readonly segmentAfter: SegmentName;
  readonly recommendationBefore: string;
  readonly recommendationAfter: string;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
}
export interface CardComparison {
  readonly before: string;
  readonly after: string;
  readonly currency: string;
  readonly tokenPriceBefore: number;
  readonly tokenPriceAfter: number;
  /** Sorted by the size of the change in money, largest first; those that cannot be compared last. */
  readonly products: readonly CardProductLine[];
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly moneyBefore: number;
  readonly moneyAfter: number;
  /** Of moneyAfter − moneyBefore: dearer rates at the old price, and the dearer price at the new rates; they sum to it. */
  readonly rateEffect: number;
  readonly priceEffect: number;
  /** Null when the data name no users; without those who used a product that cannot be compared. */
  readonly flips: readonly SegmentFlip[] | null;
  readonly people: number;
}

/** A way to buy: retail packs, or an enterprise agreement. */
export interface Structure {
  readonly name: string;
  readonly years: number;
  /** Expire at the end of each year, and at the end of the term. */
  readonly annualTokens: number;
  readonly termTokens: number;
  /** Price of one token of both, in the first year; it rises by `uplift` a year for annual tokens. Term tokens are paid at the start. */
  readonly tokenPrice: number;
  readonly uplift: number;
  /** Price of a token beyond them, in the first year. */
  readonly overflowPrice: number;
  /** Fixed money a year, such as the agreement's fee. */
  readonly yearlyFee: number;
  /** Products that its tokens do not cover and that need seats, as named in CoverageLine. */
  readonly notCovered: readonly string[];
}
/** A product's part in the demand: what it takes in tokens, or in seats where tokens do not cover it. */
export interface CoverageLine {
  readonly product: string;
  /** Mean tokens a year where covered. */
  readonly tokens: number;
  /** Seats a year where not covered; null = price missing. */
  readonly seatCost: number | null;
}
export interface StructureLine {
  readonly name: string;
  /** Mean demand in tokens of the first year. */
  readonly tokens: number;
  readonly boughtTokens: number;
  readonly tokenCost: number;
  readonly overflowTokens: number;
  readonly overflowCost: number;
  readonly seatCost: number;
  readonly fees: number;
  /** Over the term, expected, and its quantiles over demand. */
  readonly cost: number;
  readonly costP10: number;
  readonly costP50: number;
  readonly costP90: number;
  readonly expiredTokens: number;
  /** Chance that some year of the term needs tokens beyond those bought. */
  readonly chanceOverflow: number;
  /** Products not covered by tokens, and of these those without a seat price (left out of the cost). */
  readonly uncovered: readonly string[];
  readonly priceMissing: readonly string[];
}
