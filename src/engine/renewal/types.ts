/**
 * The renewal as plain data (docs/rules.md, "Renewal"). Money is in one currency, that of the card; discounts, shares and
 * chances are fractions; tokens are a year's unless the name says otherwise. Demand is next year's, as pool sizing simulates it.
 */
export type * from './cards/types';
export type * from './quotes/types';

/** The guide's levers that are fractions, in its order; the fifth, the rate freeze, is counted in years (FreezeValue). */
export type LeverName = 'Volume tier' | 'Commitment' | 'Carry-forward' | 'Bundle';
/** How levers add up: the next one applies to what the ones before left (compounded), or all apply to the same spend. */
export type LeverMode = 'compounded' | 'additive';

export interface LeverRange {
  readonly lever: LeverName;
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  /** The user's own expectation; null = none typed. */
  readonly own: number | null;
}

/** One figure for each case of a lever. `own` is null where the user typed none for this lever (cumulative figures then use mid). */
export interface LeverCases<Own = number | null> {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
  readonly own: Own;
}

export interface LeverLine extends LeverRange {
  /** What the lever applies to, alone: token spend, or token and seat spend for the bundle. */
  readonly base: number;
  /** Money of the lever alone. */
  readonly value: LeverCases;
  /** Money it adds after the levers above it. */
  readonly added: LeverCases<number>;
  /** Reduction of the effective price of a token by this lever and those above it. */
  readonly cumulative: LeverCases<number>;
  readonly cumulativeMoney: LeverCases<number>;
}

/** The levers at one company's volumes. */
export interface LeverInput {
  /** Yearly list spend on tokens. */
  readonly tokenSpend: number;
  /** Yearly spend on seats and Collections, for the bundle's blended spend. */
  readonly seatSpend: number;
  /** Ranges in the guide's order. */
  readonly ranges: readonly LeverRange[];
  readonly mode: LeverMode;
  /**
   * Money of a right to carry `share` of the pool forward when a token costs `tokenPriceFactor` of its list price; omitted: share × spend,
   * which is the most it can be worth.
   */
  readonly carryForward?: (share: number, tokenPriceFactor: number) => number;
}

/** One bar of a tornado: the outcome with this driver low and high, all others at mid. */
export interface TornadoBar {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly outcomeLow: number;
  readonly outcomeHigh: number;
  /** |outcomeHigh − outcomeLow|; bars are sorted by it, largest first. */
  readonly spread: number;
}
export interface Tornado {
  /** Outcome with every driver at mid. */
  readonly middle: number;
  readonly bars: readonly TornadoBar[];
}

/** What a rate freeze is worth, undiscounted, with its two halves apart. */
export interface FreezeValue {
  readonly years: number;
  /** Locking the price of a token: spend × ((1 + increase)^t − 1), summed over the years. */
  readonly priceLock: number;
  /** Freezing the tokens a unit costs, at today's price. */
  readonly rateCardFreeze: number;
  /** Both at once: more than the sum, by dearer tokens of which more are needed. */
  readonly both: number;
  readonly byYear: readonly {
    readonly year: number;
    readonly priceLock: number;
    readonly rateCardFreeze: number;
    readonly both: number;
  }[];
}

/** Growth of the yearly tokens as the data show it. */
export interface MeasuredGrowth {
  /** `trend`: 24 months or more; `year-on-year`: 13 to 23, from the months that repeat; `none`: too little. */
  readonly method: 'trend' | 'year-on-year' | 'none';
  /** Yearly growth as a fraction; null with method `none`. */
  readonly mean: number | null;
  /** 90 % interval of the mean; null where it cannot be told. */
  readonly low: number | null;
  readonly high: number | null;
  /** Standard deviation of ln(1 + growth): the `spread` of pool sizing; null where it cannot be told. */
  readonly spread: number | null;
  /** Whole months with tokens that were used, and pairs of the same month of two years. */
  readonly months: number;
  readonly pairs: number;
  /** A sentence with the figures, for the sheet. */
  readonly text: string;
}

/** Tokens by calendar month, oldest first; null = not a whole month of data, or no row. */
export interface MonthlyTokens {
  /** year × 12 + month − 1 of the first entry. */
  readonly first: number;
  readonly tokens: readonly (number | null)[];
}

/** From `tokens` a year up, committed for the year, every committed token costs list × (1 − discount). */
export interface CommitmentOffer {
  readonly tokens: number;
  readonly discount: number;
}

/** A commitment under one assumption on growth. */
export interface CommitmentLine {
  /** Tokens committed for the year. */
  readonly level: number;
  readonly discount: number;
  /** Added to the growth of the demand given: −0.1 = ten percentage points less than expected. */
  readonly growthError: number;
  readonly expectedDemand: number;
  /** P(D < level). */
  readonly chanceShort: number;
  /** E[(level − D)+]: committed tokens that expire. */
  readonly unusedTokens: number;
  /** list × (1 − discount) × unusedTokens. */
  readonly costShort: number;
  /** list × (1 − discount) × level + list × E[(D − level)+]. */
  readonly expectedCost: number;
  /** Against buying every token at list: list × E[D] − expectedCost; negative = a loss. */
  readonly saving: number;
  /** Mean saving over the worst `tail` of outcomes (CVaR); negative = a loss. */
  readonly worstSaving: number;
}

export interface CommitmentStress {
  readonly listPrice: number;
  /** Share of outcomes that `worstSaving` averages over (0.05). */
  readonly tail: number;
  /** Offers × growth errors: all errors of the first offer first. */
  readonly lines: readonly CommitmentLine[];
  /** The level with the largest expected saving at the growth given; level 0 when no offer pays. */
  readonly recommended: CommitmentLine;
  /** The same when growth turns out as the lowest of the errors. */
  readonly cautious: CommitmentLine;
  /** Last year plus the vendor's growth, at the growth given; null when the vendor named none. */
  readonly vendor: CommitmentLine | null;
  /** recommended.saving − vendor.saving; null without a vendor's level. */
  readonly vendorCosts: number | null;
  readonly text: string;
}

/** What a right to carry unused tokens into the next year is worth. */
export interface CarryForwardValue {
  readonly pool: number;
  readonly capShare: number;
  readonly price: number;
  /** Chance that the vendor grants it when asked (the guide: about 0.3). */
  readonly chance: number;
  /** price × capShare × pool: the most it can be worth. */
  readonly most: number;
  /** price × E[min((pool − D)+, capShare × pool)]. */
  readonly expected: number;
  /** Of the expected value by simulation; null for a closed form. */
  readonly standardError: number | null;
  /** chance × most, and chance × expected. */
  readonly askMost: number;
  readonly askExpected: number;
  /** P(D < pool) and P(pool − D ≥ capShare × pool): any tokens left, and the right used up. */
  readonly chanceUsed: number;
  readonly chanceFull: number;
}

/**
 * `fits`: the cheapest in expectation, at or below the tier of the need; `buy up`: the cheapest, though above it; `trap`: beyond both the need
 * and the cheapest; `below need`: ends below the need; `dearer`: neither too small nor too large, only dearer.
 */
export type TierVerdict = 'below need' | 'fits' | 'buy up' | 'trap' | 'dearer';

/** One volume tier held against what is needed. */
export interface TierLine {
  readonly from: number;
  readonly price: number;
  /** Known need: the least one can buy in the tier that covers it, and its money; null where the tier ends below the need. */
  readonly knownSize: number | null;
  readonly knownCost: number | null;
  /** Need from which buying up into this tier pays when demand is known: from × price ÷ price before; null for the first tier. */
  readonly knownFrom: number | null;
  /** Uncertain demand: the cheapest purchase inside the tier. */
  readonly size: number;
  readonly expectedCost: number;
  readonly expectedLeft: number;
  /** expectedCost − that of the best tier: 0 for the best. */
  readonly extraCost: number;
  /** Mean demand from which buying into this tier pays when demand is as uncertain as now; null for the first tier. */
  readonly uncertainFrom: number | null;
  readonly verdict: TierVerdict;
  readonly text: string;
}
export interface TierAdvice {
  /** The independent requirement: tokens needed. */
  readonly need: number;
  readonly tiers: readonly TierLine[];
  /** Position in `tiers` of the cheapest in expectation. */
  readonly best: number;
  readonly knownBest: number;
  readonly text: string;
}

export type AskPriority = 'High' | 'High (with consumption data)' | 'Medium–High' | 'Medium';
/** One line of the ask list. */
export interface Ask {
  readonly order: number;
  readonly lever: LeverName | 'Price lock' | 'Rate-card freeze';
  readonly priority: AskPriority;
  /** What to ask for, in a sentence. */
  readonly ask: string;
  /** Money a year (freezes: over their years), low, mid and high. */
  readonly money: { readonly low: number; readonly mid: number; readonly high: number };
  readonly dependency: string;
  /** The figures behind it, in a sentence. */
  readonly evidence: string;
}
