/** What the pane can ask for in its Renewal step: plain data in, plain data out. */
import type {
  Ask,
  CarryForwardValue,
  CommitmentStress,
  LeverLine,
  LeverMode,
  MeasuredGrowth,
  PriceCurvePoint,
  QuoteFigures,
  TierLine,
  Tornado,
} from '../../engine/renewal/types';
import type { AgreementChoice, RenewalChoices } from '../../engine/renewal/terms';
import type { RejectedRow } from '../../engine/usage/types';
import type { CommandInspection, CommandOutcome } from './services';

/** An enterprise agreement to hold against retail; money in the card's currency. */
export type EbaSettings = AgreementChoice;

/**
 * The inputs of a renewal beside those of the segmentation, remembered in the workbook's settings. Whether levers are compounded is a named
 * cell of `Flex Renewal` too: changed there, it counts as long as the pane says what it said at the last run. Own lever values live on
 * `Flex Renewal` alone, quotes on `Flex Quotes`, tiers on `Flex Portfolio` or `Flex Pool`.
 */
export interface RenewalSettings extends RenewalChoices {
  /** The other card: a built-in card's name or `Flex Rates New`; null = `Flex Rates New` when the workbook has it. */
  readonly newCard: string | null;
}

/** Everything the Renewal step shows before a run. */
export interface RenewalInspection extends CommandInspection {
  readonly people: number;
  /** Products that took tokens in the year, most tokens first. */
  readonly products: readonly string[];
  readonly window: { readonly first: string; readonly last: string };
  /** Months of the year with rows: below 12 the year is incomplete, and nothing is scaled. */
  readonly months: number;
  readonly currency: string;
  /** List price of a token. */
  readonly listPrice: number;
  /** Tokens of the year, and what they cost at list. */
  readonly tokens: number;
  readonly tokenSpend: number;
  /** Yearly price of the seats held today; null = nobody knows who holds which. */
  readonly seatSpend: number | null;
  readonly growth: MeasuredGrowth;
  /** Null without `Flex Quotes`, or while it holds no line. */
  readonly quotes: {
    readonly address: string;
    readonly names: readonly string[];
    readonly lines: number;
    readonly rejected: readonly RejectedRow[];
  } | null;
  /** There is a sheet `Flex Quotes`, be it empty: it is never written again. */
  readonly hasQuotesSheet: boolean;
  readonly tiers: readonly { readonly from: number; readonly price: number }[];
  /** The card that will be compared; null = none. */
  readonly newCard: string | null;
}

export interface RenewalOutcome extends CommandOutcome {
  /** The sheet's headline. */
  readonly finding: string;
  readonly currency: string;
  readonly tokenSpend: number;
  readonly seatSpend: number;
  readonly mode: LeverMode;
  readonly growth: MeasuredGrowth;
  readonly levers: readonly LeverLine[];
  /** Money of all levers together, low, mid and high. */
  readonly leverMoney: { readonly low: number; readonly mid: number; readonly high: number };
  readonly tornado: Tornado;
  readonly commitment: CommitmentStress;
  readonly carryForward: CarryForwardValue;
  /** Empty without tiers. */
  readonly tiers: readonly TierLine[];
  /** Null when no other card was compared. */
  readonly cards: {
    readonly before: string;
    readonly after: string;
    readonly moneyBefore: number;
    readonly moneyAfter: number;
    /** Null when the data name no users; without those who used a product that is left out. */
    readonly flips: number | null;
    readonly products: number;
    /** Products that cannot be compared, with the reason. */
    readonly leftOut: readonly { readonly product: string; readonly note: string }[];
  } | null;
  /** Retail first; empty without an agreement. Money over the term. */
  readonly structures: readonly {
    readonly name: string;
    readonly cost: number;
    readonly p10: number;
    readonly p90: number;
  }[];
  readonly quotes: readonly QuoteFigures[];
  /** Positions of the cheapest quote at P10, P50 and P90; null without quotes. */
  readonly cheapestQuote: readonly [number, number, number] | null;
  readonly curve: readonly PriceCurvePoint[];
  /** In the guide's order of priority. */
  readonly asks: readonly Ask[];
}

export interface RenewalServices {
  /** Writes the sheet `Flex Quotes` with an empty table, or with sample quotes; refuses when there is one. */
  insertQuotes(sample: boolean): Promise<{ readonly sheet: string; readonly address: string }>;
  /** Writes the sheet `Flex Rates New` as a copy of the card in use; refuses when there is one. */
  insertNewRates(): Promise<{ readonly sheet: string; readonly address: string }>;
}
