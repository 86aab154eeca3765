export { anomalies, seriesAnomalies, type AnomalyOptions, type OddDay } from './findings/anomalies';
export { fullTerm, readAdjustments, readPacks, readShownBalances, readTransfers } from './ledger/book';
export type { BookRows } from '../usage/book-table';
export { namedCases, type CaseOptions } from './findings/cases';
export { explainChange } from './findings/month-comparison';
export type { ChangePrices } from './findings/month-factors';
export { NO_COST_CENTRE, UNUSED, chargeback, type CostCentreShares } from './ledger/chargeback';
export { costCentreShares } from './ledger/cost-centres';
export { dayBurns, type BurnOptions } from './burn/days';
export type { ReconciliationContext } from './findings/explanations';
export {
  BASES,
  NO_HISTORY,
  historyTokens,
  type History,
  type HistoryColumns,
  type HistoryUser,
} from './history/history';
export { historyOf, type HistoryOptions } from './history/from-reading';
export { SEAT_ACCESS, historyFields, historyTable, type HistoryField } from './history/table';
export { readHolidays, type HolidayCalendar } from './burn/holidays';
export { expiringWithin, ledger, lotsAt } from './ledger/ledger';
export { mergeHistory, type MergeOptions } from './history/merge';
export { missingDays, type MissingDays } from './history/missing-days';
export { monthMoney, monthMoneyByTeam, type TeamMonths } from './ledger/money';
export { adjustmentFor, reconcile } from './ledger/reconcile';
export type { SeatAssignment } from './findings/seat-holders';
export { seriesShifts, shifts, type ShiftOptions } from './findings/shifts';
export { namesTeams, teamKey } from './ledger/teams';
export { depletion, depletionHorizon, poolDepletion } from './forecast/depletion';
export { expectedCurve, type ExpectedCurve, type Term } from './forecast/expected-curve';
export { forecast, type ForecastOptions } from './forecast/forecast';
export { dailySeries, type SeriesOptions } from './burn/series';
export {
  GUIDE_THRESHOLDS,
  alertText,
  levelOf,
  levelText,
  type LevelTerm,
  type Thresholds,
} from './alerts/level';
export { findAlerts, isStale } from './alerts/alerts';
export type { AlertInput } from './alerts/input';
export { depletionText } from './alerts/texts';
export { topUpOptions, type TopUp, type TopUpPrices } from './alerts/top-up';
export { registerAlerts, type Register } from './alerts/register';
export { burnBy, type BurnBy, type BurnPeriod, type BurnRow } from './burn/burn';
export { budgetLines, readBudgets } from './alerts/budgets';
export { topConsumers, type ConsumerContext } from './findings/top-consumers';
export { transferFor, type ProposedTransfer } from './ledger/transfer-for';
export { monitorReview } from './review';
export { mondayOf } from './burn/weeks';
export type * from './review-types';
export type * from './alerts/types';
export type * from './burn/types';
export type * from './findings/types';
export type * from './forecast/types';
export type * from './history/types';
export type * from './ledger/types';
