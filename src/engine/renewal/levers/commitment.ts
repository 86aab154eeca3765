import { mustBe } from '../../errors';
import { formatMoney, formatNumber, formatShare } from '../../numeric';
import type { DemandDistribution } from '../../pool';
import { chanceBelow, scaledDemand } from '../scaled-demand';
import type { CommitmentLine, CommitmentOffer, CommitmentStress } from '../types';

/** Share of outcomes that the worst saving averages over. */
const TAIL = 0.05;

export interface CommitmentTerms {
  /** Next year's demand at the growth that is expected. */
  readonly demand: DemandDistribution;
  /** Mean growth inside that demand, as a fraction. */
  readonly growth: number;
  /** Price of a token bought without a commitment. */
  readonly listPrice: number;
  readonly offers: readonly CommitmentOffer[];
  /** Added to `growth`; 0 is always among them, such as [−0.1, 0, 0.1]. */
  readonly growthErrors: readonly number[];
  /** The vendor's level: last year's tokens and the growth it assumes. */
  readonly vendor?: { readonly lastYear: number; readonly growth: number };
  readonly currency: string;
  readonly tail?: number;
}

/**
 * The level at which a commitment at one discount costs least when overflow is bought at list: F(Q*) = discount (docs/methods.md,
 * "Commitment"). A committed token is worth having while the chance that it stays unused is below what it saves.
 */
export function bestLevel(demand: DemandDistribution, discount: number): number {
  return discount <= 0 ? 0 : Math.max(0, demand.quantile(Math.min(discount, ALMOST_FREE)));
}

/** Free tokens are worth any quantity: textbook demand has no largest value to stop at. */
const ALMOST_FREE = 1 - 1e-12;

/**
 * One commitment under one demand: chance and cost of falling short, expected cost with overflow at list, saving against buying everything
 * at list, and the mean saving over the worst outcomes.
 */
export function commitmentLine(
  demand: DemandDistribution,
  { tokens: level, discount }: CommitmentOffer,
  listPrice: number,
  growthError = 0,
  tail = TAIL,
): CommitmentLine {
  const price = listPrice * (1 - discount);
  const unusedTokens = demand.left(level);
  const expectedCost = price * level + listPrice * demand.shortage(level);
  return {
    level,
    discount,
    growthError,
    expectedDemand: demand.mean,
    chanceShort: chanceBelow(demand, level),
    unusedTokens,
    costShort: price * unusedTokens,
    expectedCost,
    saving: listPrice * demand.mean - expectedCost,
    worstSaving: listPrice * meanOfLowest(demand, level, tail) - price * level,
  };
}

/**
 * Offers × growth errors, the recommended level, the one that is best when growth disappoints, and the vendor's "last year plus growth".
 * An offer holds from its tokens up, so that the levels between two offers are looked at too.
 * @throws FlexError 'value' when an offer, the price or a growth cannot be used
 */
export function stressCommitment(terms: CommitmentTerms): CommitmentStress {
  const { demand, growth, listPrice, vendor } = terms;
  const tail = terms.tail ?? TAIL;
  mustBe(listPrice >= 0 && Number.isFinite(listPrice), 'renewal', `list price is ${listPrice}`, '0 or more');
  mustBe(growth > -1, 'renewal', `growth is ${growth}`, 'above -1 (10 % is 0.1)');
  mustBe(tail > 0 && tail <= 1, 'renewal', `tail is ${tail}`, 'above 0, at most 1 (5 % is 0.05)');
  const offers = sortedOffers(terms.offers);
  const errors = [...new Set([...terms.growthErrors, 0])].sort((a, b) => a - b);
  const demandAt = (error: number): DemandDistribution => {
    const factor = (1 + growth + error) / (1 + growth);
    mustBe(factor >= 0, 'renewal', `growth with its error is ${growth + error}`, 'at least -1');
    return scaledDemand(demand, factor);
  };
  const line = (offer: CommitmentOffer, error: number): CommitmentLine =>
    commitmentLine(demandAt(error), offer, listPrice, error, tail);
  const best = (error: number): CommitmentLine => line(bestOffer(demandAt(error), offers, listPrice), error);

  const recommended = best(0);
  const cautious = best(errors[0] ?? 0);
  const asked = vendor === undefined ? null : vendor.lastYear * (1 + vendor.growth);
  const vendorLine = asked === null ? null : line({ tokens: asked, discount: discountAt(asked, offers) }, 0);
  const stress = {
    listPrice,
    tail,
    lines: offers.flatMap((offer) => errors.map((error) => line(offer, error))),
    recommended,
    cautious,
    vendor: vendorLine,
    vendorCosts: vendorLine === null ? null : recommended.saving - vendorLine.saving,
  };
  return { ...stress, text: sentence(stress, terms.currency) };
}

/** The level and its discount with the largest expected saving; a commitment of 0 tokens where none pays. */
function bestOffer(
  demand: DemandDistribution,
  offers: readonly CommitmentOffer[],
  listPrice: number,
): CommitmentOffer {
  let best: CommitmentOffer = { tokens: 0, discount: 0 };
  let saving = 0;
  offers.forEach(({ tokens, discount }, index) => {
    const end = offers[index + 1]?.tokens ?? Infinity;
    const level = Math.max(tokens, Math.min(Math.floor(bestLevel(demand, discount)), end - 1));
    const found = commitmentLine(demand, { tokens: level, discount }, listPrice).saving;
    if (found <= saving) return;
    best = { tokens: level, discount };
    saving = found;
  });
  return best;
}

function discountAt(tokens: number, offers: readonly CommitmentOffer[]): number {
  return offers.filter((offer) => offer.tokens <= tokens).at(-1)?.discount ?? 0;
}

/** E[min(D, level)] over the share `tail` of outcomes with the least demand (Rockafellar and Uryasev 2000). */
function meanOfLowest(demand: DemandDistribution, level: number, tail: number): number {
  const limit = Math.min(demand.quantile(tail), level);
  return limit - demand.left(limit) / tail;
}

function sortedOffers(offers: readonly CommitmentOffer[]): readonly CommitmentOffer[] {
  offers.forEach(({ tokens, discount }, index) => {
    const place = `commitment offer ${index + 1}`;
    mustBe(tokens >= 0 && Number.isFinite(tokens), 'renewal', `${place} has ${tokens} tokens`, '0 or more');
    mustBe(
      discount >= 0 && discount <= 1,
      'renewal',
      `${place} has the discount ${discount}`,
      'between 0 and 1 (8 % is 0.08)',
    );
  });
  return [...offers].sort((a, b) => a.tokens - b.tokens);
}

function sentence(stress: Omit<CommitmentStress, 'text'>, currency: string): string {
  const { recommended, vendor, vendorCosts } = stress;
  const own =
    recommended.level === 0
      ? 'No offer pays: the tokens that would expire cost more than the discount saves. Commit nothing.'
      : `Commit ${formatNumber(recommended.level, 0)} tokens at ${formatShare(recommended.discount)}, ` +
        `${formatShare(recommended.level / recommended.expectedDemand)} of the expected demand: saves ` +
        `${formatMoney(Math.round(recommended.saving), currency)} a year on average, and falls short with a chance of ` +
        `${formatShare(recommended.chanceShort)}.`;
  if (vendor === null || vendorCosts === null) return own;
  return (
    `${own} The vendor's ${formatNumber(vendor.level, 0)} tokens fall short with a chance of ${formatShare(vendor.chanceShort)} ` +
    `and are ${formatMoney(Math.round(vendorCosts), currency)} a year worse.`
  );
}
