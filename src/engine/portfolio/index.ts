export type * from './types';
export { portfolioInput, type PortfolioOptions } from './input';
export { planSteps, type Plan } from './plan';
export { readOwnedSeats, readPins, readSeatHolders, readSeatHoldings } from './tables';
