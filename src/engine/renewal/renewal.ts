import { productKey } from '../catalog';
import { empiricalDemand } from '../pool';
import type { Tier } from '../pool/types';
import { buildPortfolio } from '../portfolio';
import type { PortfolioInput } from '../portfolio/types';
import { askList } from './ask-list';
import { carryForwardValue } from './levers/carry-forward';
import { stressCommitment } from './levers/commitment';
import { contractYears } from './contract-years';
import { coverageLines } from './cards/coverage';
import { priceCurve } from './quotes/indifference';
import { leverTable } from './levers/levers';
import { bestCostOf } from './portfolio-price';
import { compareQuotes } from './quotes/quotes';
import { freezeValue } from './levers/rate-freeze';
import { structureLines } from './cards/structures';
import { tierAdvice } from './quotes/tier-advice';
import { leverTornado } from './tornado';
import type {
  Ask,
  CarryForwardValue,
  CommitmentStress,
  FreezeValue,
  LeverLine,
  LeverMode,
  LeverRange,
  MeasuredGrowth,
  PriceCurvePoint,
  Quote,
  QuoteComparison,
  Structure,
  StructureLine,
  TierAdvice,
  Tornado,
} from './types';

export interface RenewalTerms {
  /** Next year's tokens, draw by draw, with `growth` inside; of everybody whose use would be charged. */
  readonly draws: Float64Array;
  /** Tokens of the year behind it. */
  readonly lastYear: number;
  readonly growth: number;
  readonly measured: MeasuredGrowth;
  /** List price of a token. */
  readonly listPrice: number;
  readonly seatSpend: number;
  readonly currency: string;
  readonly mode: LeverMode;
  readonly ranges: readonly LeverRange[];
  readonly commitmentDiscount: number;
  readonly growthError: number;
  readonly vendorGrowth: number | null;
  readonly carryShare: number;
  readonly carryChance: number;
  readonly priceIncrease: number;
  readonly rateIncrease: number;
  readonly years: number;
  readonly tiers: readonly Tier[];
  readonly quotes: readonly Quote[];
  /** Held against retail at list; null = none. */
  readonly agreement: Structure | null;
  readonly portfolio: PortfolioInput;
  readonly seed: number;
}

export interface Renewal {
  readonly tokenSpend: number;
  readonly expectedTokens: number;
  readonly levers: readonly LeverLine[];
  readonly tornado: Tornado;
  readonly commitment: CommitmentStress;
  readonly carryForward: CarryForwardValue;
  readonly freeze: { readonly low: FreezeValue; readonly high: FreezeValue };
  readonly tiers: TierAdvice | null;
  readonly structures: readonly StructureLine[];
  readonly quotes: QuoteComparison | null;
  readonly curve: readonly PriceCurvePoint[];
  readonly asks: readonly Ask[];
}

/** Commitment levels that are tested, as shares of the expected demand. */
const LEVELS = [0.7, 0.8, 0.9, 1, 1.1];
/** Token prices of the curve, as shares of the list price. */
const CURVE = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5];
/** The guide's freeze: one to two years. */
const FREEZE_YEARS = [1, 2] as const;

/**
 * The whole renewal at one company's volumes: every analysis of docs/rules.md, "Renewal" on the same demand, and the ask list made from
 * them.
 * @throws FlexError 'value' naming the figure that cannot be used
 */
export function prepareRenewal(terms: RenewalTerms): Renewal {
  const { draws, listPrice, growth, currency, years, vendorGrowth } = terms;
  const demand = empiricalDemand(draws);
  const tokenSpend = terms.lastYear * listPrice;
  const input = { tokenSpend, seatSpend: terms.seatSpend, ranges: terms.ranges, mode: terms.mode };
  const levers = leverTable(input);
  const commitment = stressCommitment({
    demand,
    growth,
    listPrice,
    // From 0 on: where demand is very uncertain, the best level lies below those that are tested.
    offers: [0, ...LEVELS].map((share) => ({
      tokens: Math.round(share * demand.mean),
      discount: terms.commitmentDiscount,
    })),
    growthErrors: [-terms.growthError, 0, terms.growthError],
    ...(vendorGrowth === null ? {} : { vendor: { lastYear: terms.lastYear, growth: vendorGrowth } }),
    currency,
  });
  const carryForward = carryForwardValue(demand, {
    pool: Math.ceil(demand.mean),
    capShare: terms.carryShare,
    price: listPrice,
    chance: terms.carryChance,
    draws,
  });
  const freezeOf = (span: number): FreezeValue =>
    freezeValue({
      spend: tokenSpend,
      priceIncrease: terms.priceIncrease,
      rateIncrease: terms.rateIncrease,
      years: span,
    });
  const freeze = { low: freezeOf(FREEZE_YEARS[0]), high: freezeOf(FREEZE_YEARS[1]) };
  const tiers =
    terms.tiers.length === 0
      ? null
      : tierAdvice(demand, {
          need: Math.ceil(demand.mean),
          prices: {
            price: listPrice,
            tiers: terms.tiers,
            bundle: 1,
            topUpPrice: Math.max(listPrice, ...terms.tiers.map(({ price }) => price)),
            disruption: 0,
            salvage: 0,
            salvageShare: 1,
          },
          currency,
        });
  const bestCost = bestCostOf(terms.portfolio);
  return {
    tokenSpend,
    expectedTokens: demand.mean,
    levers,
    tornado: leverTornado(input),
    commitment: { ...commitment, lines: commitment.lines.filter(({ level }) => level > 0) },
    carryForward,
    freeze,
    tiers,
    structures: structuresOf(terms, Math.ceil(demand.mean)),
    quotes: terms.quotes.length === 0 ? null : quotesOf(terms, bestCost, years),
    curve: priceCurve(
      bestCost,
      CURVE.map((share) => share * listPrice),
    ),
    asks: askList({
      levers,
      tiers,
      commitment,
      carryForward,
      freeze,
      growth: terms.measured,
      currency,
    }),
  };
}

function structuresOf(terms: RenewalTerms, annualTokens: number): readonly StructureLine[] {
  const { agreement, listPrice, draws, growth, seed } = terms;
  if (agreement === null) return [];
  const retail: Structure = {
    name: 'Retail packs at list',
    years: agreement.years,
    annualTokens,
    termTokens: 0,
    tokenPrice: listPrice,
    uplift: terms.priceIncrease,
    overflowPrice: listPrice,
    yearlyFee: 0,
    notCovered: [],
  };
  const years = contractYears(draws, growth, agreement.years, seed);
  return structureLines([retail, agreement], { years, products: coverageLines(terms.portfolio) });
}

/** Quotes against the cheapest portfolio: tokens of those whom it leaves on Flex, and the seats it needs. */
function quotesOf(
  terms: RenewalTerms,
  bestCost: ReturnType<typeof bestCostOf>,
  horizon: number,
): QuoteComparison {
  const { draws, growth, listPrice, lastYear, portfolio } = terms;
  const { proposed, offerings } = buildPortfolio(portfolio).summary;
  const onFlex = lastYear > 0 ? proposed.tokens / lastYear : 0;
  const demand = empiricalDemand(draws.map((tokens) => tokens * onFlex));
  const seats = offerings
    .filter(({ needed }) => needed > 0)
    .map(({ offering, needed, seatList }) => ({ item: offering, quantity: needed, listPrice: seatList }));
  const p50 = demand.quantile(0.5);
  const seatCost = seats.reduce((sum, seat) => sum + seat.quantity * (seat.listPrice ?? 0), 0);
  let withoutQuote = 0;
  for (let year = 0; year < horizon; year++)
    withoutQuote += p50 * (1 + growth) ** year * listPrice + seatCost;
  return compareQuotes(terms.quotes, {
    need: {
      tokens: { p10: demand.quantile(0.1), p50, p90: demand.quantile(0.9) },
      tokensToBuy: Math.ceil(demand.mean),
      growth,
      seats,
    },
    horizon,
    topUpPrice: listPrice,
    currency: terms.currency,
    bestCost,
    withoutQuote: { name: 'everything at list', cost: withoutQuote },
  });
}

/** Yearly list price of the seats held today; null when nobody knows who holds which. Seats without a price are left out. */
export function seatSpendToday({ assignments, offers, collections }: PortfolioInput): number | null {
  if (assignments === null) return null;
  const prices = new Map([
    ...offers.map(({ product, seatList }) => [productKey(product), seatList] as const),
    ...collections.map(({ name, seatList }) => [productKey(name), seatList] as const),
  ]);
  return assignments.reduce((sum, { offering }) => sum + (prices.get(productKey(offering)) ?? 0), 0);
}
