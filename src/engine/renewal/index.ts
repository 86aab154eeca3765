export type * from './types';
export { askList, type AskEvidence } from './ask-list';
export {
  GUIDE_CHANCE,
  carryForwardValue,
  resizedForCarryForward,
  type CarryForwardTerms,
  type ResizedPool,
} from './levers/carry-forward';
export { compareCards, type ComparisonTerms } from './cards/comparison';
export { bestLevel, commitmentLine, stressCommitment, type CommitmentTerms } from './levers/commitment';
export { contractYears } from './contract-years';
export { growthAssumption, measuredGrowth } from './growth';
export { indifferencePrice, priceCurve, walkAwayPrice } from './quotes/indifference';
export { GUIDE_LEVERS, leverTable, leversTogether } from './levers/levers';
export { monthlyTokens } from './monthly-tokens';
export { lineFigures, missingSeats, quoteCases, quoteTokens, type QuoteTerms } from './quotes/cost';
export { bestCostOf } from './portfolio-price';
export { compareQuotes, type QuotesTerms } from './quotes/quotes';
export { freezeValue, priceLock, type FreezeTerms } from './levers/rate-freeze';
export { readCommitmentOffers } from './levers/read-levels';
export { readLevers } from './levers/read-levers';
export { readQuotes, type QuotesReading } from './quotes/read-quotes';
export { reRated, type ReRating } from './cards/re-rated';
export { prepareRenewal, seatSpendToday, type Renewal, type RenewalTerms } from './renewal';
export {
  DEFAULT_RENEWAL_CHOICES,
  renewalTerms,
  type AgreementChoice,
  type RenewalChoices,
  type RenewalFacts,
} from './terms';
export { NO_DEMAND, scaledDemand } from './scaled-demand';
export { coverageLines } from './cards/coverage';
export { structureLines, type StructureDemand } from './cards/structures';
export { tierAdvice, type TierTerms } from './quotes/tier-advice';
export { leverTornado, tornado, type Driver } from './tornado';
