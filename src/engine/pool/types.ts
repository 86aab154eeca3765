/**
 * Pool sizing as plain data (docs/rules.md, "Pool"; docs/methods.md, "Purchase"). Tokens are tokens, money is in the card's currency,
 * shares are 0 to 1.
 */
import type { RejectedRow } from '../usage/types';

/** What a row's demand is grouped by. `auto`: project, else team, else department, else user, row by row. */
export type ClusterBy = 'auto' | 'project' | 'team' | 'department' | 'user';
export type ClusterKind = 'project' | 'team' | 'department' | 'user' | 'product';

export interface Cluster {
  readonly kind: ClusterKind;
  /** As typed; a person's key for kind `user`. Never leaves the machine. */
  readonly name: string;
  /** Tokens in the year; refunds net out. */
  readonly tokens: number;
  /** By month of the year, oldest first; 12 figures that sum to `tokens`. */
  readonly months: Float64Array;
}

/** The year's tokens of the people that count, by cluster, sorted by kind and name. */
export interface PoolDemand {
  readonly clusters: readonly Cluster[];
  readonly by: ClusterBy;
  /** Σ tokens = the baseline pool. Already scaled when `scale` is not 1. */
  readonly base: number;
  /** (ΣX)² ÷ ΣX²; 0 without tokens. */
  readonly effectiveClusters: number;
  readonly monthTokens: Float64Array;
  readonly monthSeen: readonly boolean[];
  /** year × 12 + month − 1. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** Excel serial of the as-of date, whole. */
  readonly asOf: number;
  /** Months from the first month with a row to the last of the year, both included. */
  readonly monthsCovered: number;
  /** 12 ÷ monthsCovered when a shorter history was scaled at the user's wish, else 1. */
  readonly scale: number;
  readonly people: number;
}

/** Rows of (from quantity, price of one token), sorted by quantity, all-units discount: the price of the tier holds for every token. */
export interface Tier {
  readonly from: number;
  readonly price: number;
}

/** Lognormal growth factor: ln G ~ N(ln(1 + mean), spread²). */
export interface Growth {
  readonly mean: number;
  readonly spread: number;
}

/** What a token costs, bought early, bought late, missing or left over. */
export interface PoolPrices {
  /** Price of a token bought in advance, after discounts; used where `tiers` is empty. */
  readonly price: number;
  /** Empty: one price at any quantity, no minimum. Else a purchase is at least the first tier. */
  readonly tiers: readonly Tier[];
  /** Purchases are multiples of this; 1 = any whole number. */
  readonly bundle: number;
  /** Price of a token bought when the pool is empty. */
  readonly topUpPrice: number;
  /** Money lost for a token that is missing when it is needed, beside the top-up (κ). */
  readonly disruption: number;
  /** What a token left at the end of the year is still worth (v), and the share of the pool this can be claimed for (α, 1 = all). */
  readonly salvage: number;
  readonly salvageShare: number;
}

/** Demand of one planned project in the pool's year. */
export interface PlannedBurst {
  readonly name: string;
  readonly probability: number;
  /** Tokens when it happens, mean and standard deviation. */
  readonly mean: number;
  readonly sd: number;
  /** Share of it by month of the pool's year; 12 figures that sum to 1. */
  readonly monthShares: readonly number[];
}

/** Everything a sizing needs: numbers only, so that it can cross to a worker. */
export interface PoolInput {
  /** Tokens of each cluster in the year. */
  readonly tokens: Float64Array;
  /** Cluster × month, row by row: 12 × tokens.length. */
  readonly months: Float64Array;
  readonly monthTokens: readonly number[];
  readonly monthSeen: readonly boolean[];
  readonly draws: number;
  readonly seed: number;
  readonly growth: Growth;
  /** Tolerated probability that the pool runs dry within its year. */
  readonly tolerance: number;
  readonly prices: PoolPrices;
  readonly leadDays: number;
  readonly planned: readonly PlannedBurst[];
  /** Limits of the guide's buffer: 0.15 and 0.25. */
  readonly buffer: { readonly low: number; readonly high: number };
  /** False leaves the rolling lots out (null in the result), for callers that show none. */
  readonly lots?: boolean;
  readonly facts: {
    readonly monthsCovered: number;
    readonly scale: number;
    /** Clusters of each kind. */
    readonly kinds: Readonly<Record<ClusterKind, number>>;
    readonly by: ClusterBy;
    readonly lastMonthPartial: boolean;
    /** year × 12 + month − 1 of the year's first month, so that a warning can name a month. */
    readonly firstMonth?: number;
  };
}

export type ChoiceKind = 'baseline' | 'guide' | 'calibrated' | 'optimal';

/** One way to choose a size, with what to expect of it in the pool's year. */
export interface PoolChoice {
  readonly kind: ChoiceKind;
  /** Before rounding to bundles. */
  readonly exact: number;
  /** Rounded up to a bundle (baseline and guide too: it is what one can buy), and to the first tier where that is more. */
  readonly size: number;
  /** Price of a token at that size. */
  readonly price: number;
  readonly stockoutRisk: number;
  readonly shortage: number;
  /** Tokens left at the end of the year. */
  readonly waste: number;
  /** Of these, tokens that keep the salvage value. */
  readonly salvaged: number;
  /** price × size + (topUp + disruption) × shortage − salvage × salvaged. */
  readonly cost: number;
}

export interface CurvePoint {
  readonly size: number;
  readonly stockoutRisk: number;
  readonly shortage: number;
  readonly waste: number;
  readonly salvaged: number;
  /** Price of a token and expected cost; null below the first tier. */
  readonly price: number | null;
  readonly cost: number | null;
}

/** What a tolerance says about money (docs/methods.md, "Purchase": cu = co (1 − τ) ÷ τ). */
export interface ToleranceMeaning {
  readonly tolerance: number;
  /** price − salvage: what an unused token costs. */
  readonly unusedToken: number;
  /** What a missing token must cost for this tolerance to be the cheapest. */
  readonly missingToken: number;
  /** The other way round: the tolerance that the prices given imply (1 − critical ratio); null when no size is cheapest. */
  readonly impliedTolerance: number | null;
}

/** Packs bought whenever the balance falls to the reorder point, each good for 12 months, beside one annual pack. */
export interface RollingLots {
  readonly lot: number;
  readonly reorderPoint: number;
  readonly leadDays: number;
  readonly lotsPerYear: number;
  /** Share of simulated years with a day without tokens, and share of bought tokens that expired. */
  readonly stockoutYears: number;
  readonly wasteShare: number;
  readonly meanBalance: number;
  /** The annual pack of the calibrated size over the same simulated years. */
  readonly annual: { readonly size: number; readonly stockoutYears: number; readonly wasteShare: number };
  readonly years: number;
}

export type PoolWarningKind =
  | 'few clusters'
  | 'very few clusters'
  | 'no cluster column'
  | 'short history'
  | 'month missing'
  | 'last month partial'
  | 'growth dominates'
  | 'wrong instrument'
  | 'nothing worth buying';

export interface PoolWarning {
  readonly kind: PoolWarningKind;
  /** A sentence with its figures and what to do. */
  readonly text: string;
}

export interface PoolResult {
  readonly baseline: number;
  readonly peakRatio: number;
  readonly guideBuffer: number;
  readonly effectiveClusters: number;
  readonly clusters: number;
  readonly draws: number;
  readonly seed: number;
  readonly demand: {
    readonly mean: number;
    readonly sd: number;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
  };
  /** In the order baseline, guide, calibrated, optimal. */
  readonly choices: readonly PoolChoice[];
  /** The calibrated size with the small-sample correction (widening of T by 1 + 1.5 ÷ n_eff), bundle-rounded. */
  readonly corrected: { readonly exact: number; readonly size: number; readonly stockoutRisk: number };
  /** Rising sizes, all bundle multiples, the sizes of the choices among them. */
  readonly curve: readonly CurvePoint[];
  /** (topUp + disruption − price) ÷ (topUp + disruption − salvage) at the optimal size's price; null when outside 0 to 1. */
  readonly criticalRatio: number | null;
  readonly meaning: ToleranceMeaning;
  /** Null without tokens, or when the input left them out. */
  readonly lots: RollingLots | null;
  readonly planned: { readonly projects: number; readonly expected: number };
  readonly warnings: readonly PoolWarning[];
}

/** A row of `Flex Projects`. */
export interface PlannedProject {
  /** 1-based row in the range, header included. */
  readonly row: number;
  readonly name: string;
  /** Excel serials, whole, both days included. */
  readonly start: number;
  readonly end: number;
  readonly people: number;
  /** Canonical names on the card; each person uses all of them. */
  readonly products: readonly string[];
  /** The user's own figure for one person and 30 days, all products together; null = learnt from history. */
  readonly tokensPerPersonMonth: number | null;
  readonly probability: number;
  /** Name of the project (team, department) of the history whose tokens it continues; '' = its own name, where history has it. */
  readonly continues: string;
}

export interface PlannedTable {
  readonly projects: readonly PlannedProject[];
  readonly read: number;
  readonly rejected: readonly RejectedRow[];
}

/** What one planned project does to the demand of the pool's year. */
export interface PlannedEffect {
  readonly project: PlannedProject;
  readonly burst: PlannedBurst;
  /** Tokens of history taken out of the baseline, because this project continues them; 0 = none. */
  readonly replaced: number;
  /** Sentence: where the tokens per person come from. */
  readonly basis: string;
}
