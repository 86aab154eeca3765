export type * from './types';
export type * from './seats/types';
export { portfolioInput } from './input';
export { buildPortfolio } from './portfolio';
export { planSteps } from './plan';
export { portfolioActions } from './actions/list';
export { emailLists } from './actions/email-lists';
export { checkActions } from './actions/check';
export { readOwnedSeats, readPins, readSeatHolders, readSeatHoldings } from './tables';
