export type * from './types';
export { askList, type AskEvidence } from './askList';
export {
  GUIDE_CHANCE,
  carryForwardValue,
  resizedForCarryForward,
  type CarryForwardTerms,
  type ResizedPool,
} from './carryForward';
export { compareCards, type ComparisonTerms } from './cardComparison';
export { bestLevel, commitmentLine, stressCommitment, type CommitmentTerms } from './commitment';
export { contractYears } from './contractYears';
export { growthAssumption, measuredGrowth } from './growth';
export { indifferencePrice, priceCurve, walkAwayPrice } from './indifference';
export { GUIDE_LEVERS, leverTable, leversTogether } from './levers';
export { monthlyTokens } from './monthlyTokens';
export { lineFigures, missingSeats, quoteCases, quoteTokens, type QuoteTerms } from './quoteCost';
export { bestCostOf } from './portfolioPrice';
export { compareQuotes, type QuotesTerms } from './quotes';
export { freezeValue, priceLock, type FreezeTerms } from './rateFreeze';
export { readCommitmentOffers } from './readLevels';
export { readLevers } from './readLevers';
export { readQuotes, type QuotesReading } from './readQuotes';
export { reRated, type ReRating } from './reRated';
export { prepareRenewal, seatSpendToday, type Renewal, type RenewalTerms } from './renewal';
export {
  DEFAULT_RENEWAL_CHOICES,
  renewalTerms,
  type AgreementChoice,
  type RenewalChoices,
  type RenewalFacts,
} from './renewalTerms';
export { NO_DEMAND, scaledDemand } from './scaledDemand';
export { coverageLines } from './coverage';
export { structureLines, type StructureDemand } from './structures';
export { tierAdvice, type TierTerms } from './tierAdvice';
export { leverTornado, tornado, type Driver } from './tornado';
