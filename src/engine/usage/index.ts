export * from './types';
export {
  createUsageReader,
  readUsage,
  requireUsable,
  type UsageReader,
  type UsageReaderOptions,
} from './reader/reader';
export { recognizeColumns, type Layout } from './reader/layout';
export { readPeople, type PeopleTable, type PersonRow } from './people';
export { personKey } from './person-key';
export { usageYear, windowText } from './year';
export {
  monthTotals,
  productTotals,
  userProductMonths,
  type MonthTotals,
  type ProductTotals,
} from './aggregates';
export type { UserProductMonths } from './month-sums';
export { monthTokens, type MonthTokens } from './month-tokens';
export { completenessOf, incompleteText, LEFT_OUT_LIMIT, type Completeness } from './completeness';
export { learnRates, type LearntRate } from './learn-rates';
export { fittingCard } from './fitting-card';
export { withLearntRates, type LearntCard } from './learnt-card';
export { unknownProducts, unknownRows, type UnknownProduct } from './unknown-products';
