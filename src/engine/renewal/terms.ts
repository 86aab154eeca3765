import { initialValues, type Values } from '../assumptions/row';
import { RENEWAL_SETTINGS, type AGREEMENT_SETTINGS } from './assumptions';
import { DEFAULT_SEED } from '../pool';
import type { PoolDemand, Tier } from '../pool/types';
import type { PortfolioInput } from '../portfolio/types';
import type { RenewalTerms } from './renewal';
import type { LeverRange, MeasuredGrowth, Quote } from './types';

/** An enterprise agreement to hold against retail; money in the card's currency. */
export interface AgreementChoice extends Values<typeof AGREEMENT_SETTINGS> {
  /** Products that its tokens do not cover: whoever uses one needs a seat. */
  readonly notCovered: readonly string[];
}

/** What whoever negotiates decides or assumes; shares are fractions. */
export interface RenewalChoices extends Values<typeof RENEWAL_SETTINGS> {
  /** Null = no agreement to compare. */
  readonly eba: AgreementChoice | null;
}

export const DEFAULT_RENEWAL_CHOICES: RenewalChoices = { ...initialValues(RENEWAL_SETTINGS), eba: null };

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
