export type * from './types';
export type * from './seats/types';
export { portfolioInput, type PortfolioOptions } from './input';
export { buildPortfolio, portfolioSteps } from './portfolio';
export { planSteps, type Plan } from './plan';
export { portfolioActions } from './actions/list';
export { emailLists } from './actions/email-lists';
export { checkActions } from './actions/check';
export { readOwnedSeats, readPins, readSeatHolders, readSeatHoldings } from './tables';
