import { DEFAULT_SEED } from '../pool';
import type { PoolDemand, Tier } from '../pool/types';
import type { PortfolioInput } from '../portfolio/types';
import type { RenewalTerms } from './renewal';
import type { LeverMode, LeverRange, MeasuredGrowth, Quote } from './types';

/** An enterprise agreement to hold against retail; money in the card's currency. */
export interface AgreementChoice {
  readonly years: number;
  readonly annualTokens: number;
  readonly termTokens: number;
  readonly tokenPrice: number;
  /** Rise of its prices a year, as a fraction. */
  readonly uplift: number;
  /** Price of a token beyond those bought; null = list. */
  readonly overflowPrice: number | null;
  readonly yearlyFee: number;
  /** Products that its tokens do not cover: whoever uses one needs a seat. */
  readonly notCovered: readonly string[];
}

/** What whoever negotiates decides or assumes; shares are fractions. */
export interface RenewalChoices {
  readonly mode: LeverMode;
  /** Growth of the tokens a year; null = as the data show it. */
  readonly growth: number | null;
  /** Growth that the vendor assumes on top of last year; null = the vendor named none. */
  readonly vendorGrowth: number | null;
  readonly growthError: number;
  readonly commitmentDiscount: number;
  readonly priceIncrease: number;
  readonly rateIncrease: number;
  readonly carryShare: number;
  readonly carryChance: number;
  readonly years: number;
  /** Null = no agreement to compare. */
  readonly eba: AgreementChoice | null;
}

/** What a first renewal takes: the middle of the guide's commitment range, its carry-forward, and an increase of 5 % a year. */
export const DEFAULT_RENEWAL_CHOICES: RenewalChoices = {
  mode: 'compounded',
  growth: null,
  vendorGrowth: 0.1,
  growthError: 0.1,
  commitmentDiscount: 0.15,
  priceIncrease: 0.05,
  rateIncrease: 0.05,
  carryShare: 0.1,
  carryChance: 0.3,
  years: 3,
  eba: null,
};

/** What the data and the user's lists say. */
export interface RenewalFacts {
  /** Next year's tokens, draw by draw. */
  readonly draws: Float64Array;
  readonly demand: PoolDemand;
  readonly measured: MeasuredGrowth;
  /** As used: typed, or as measured. */
  readonly growth: number;
  readonly listPrice: number;
  /** Null = nobody knows who holds which seat. */
  readonly seatSpend: number | null;
  readonly ranges: readonly LeverRange[];
  readonly tiers: readonly Tier[];
  readonly quotes: readonly Quote[];
  readonly portfolio: PortfolioInput;
}

/** Everything that `prepareRenewal` takes, from choices and facts. */
export function renewalTerms(chosen: RenewalChoices, facts: RenewalFacts): RenewalTerms {
  const { demand, seatSpend, portfolio, ...known } = facts;
  const { eba, growth: _, ...choices } = chosen;
  return {
    ...choices,
    ...known,
    lastYear: demand.base,
    seatSpend: seatSpend ?? 0,
    currency: portfolio.currency,
    agreement:
      eba === null
        ? null
        : {
            ...eba,
            name: 'Enterprise agreement',
            overflowPrice: eba.overflowPrice ?? facts.listPrice,
          },
    portfolio,
    seed: DEFAULT_SEED,
  };
}
