export * from './types';
export {
  createUsageReader,
  readUsage,
  requireUsable,
  type UsageReader,
  type UsageReaderOptions,
} from './reader';
export { recognizeColumns, type Layout } from './layout';
export { readPeople, type PeopleTable, type PersonRow } from './people';
export { usageYear } from './usageYear';
export {
  monthTotals,
  productTotals,
  userProductMonths,
  type MonthTotals,
  type ProductTotals,
} from './aggregates';
export type { UserProductMonths } from './monthSums';
export { monthTokens, type MonthTokens } from './monthTokens';
export { learnRates, type LearntRate } from './learnRates';
