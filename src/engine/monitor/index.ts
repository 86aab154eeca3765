export { anomalies, seriesAnomalies, type AnomalyOptions, type OddDay } from './anomalies';
export { fullTerm, readAdjustments, readPacks, readShownBalances, readTransfers } from './book';
export type { BookRows } from './bookTable';
export { namedCases, type CaseOptions } from './cases';
export { explainChange, type ChangePrices } from './change';
export { NO_COST_CENTRE, UNUSED, chargeback, type CostCentreShares } from './chargeback';
export { costCentreShares } from './costCentres';
export { dayBurns, type BurnOptions } from './dayBurns';
export type { ReconciliationContext } from './explanations';
export {
  BASES,
  NO_HISTORY,
  historyTokens,
  type History,
  type HistoryColumns,
  type HistoryUser,
} from './history';
export { historyOf, type HistoryOptions } from './historyOf';
export { SEAT_ACCESS, historyFields, historyTable, type HistoryField } from './historyTable';
export { readHolidays, type HolidayCalendar } from './holidays';
export { expiringWithin, ledger, lotsAt } from './ledger';
export { mergeHistory, type MergeOptions } from './merge';
export { missingDays, type MissingDays } from './missingDays';
export { monthMoney, monthMoneyByTeam, type TeamMonths } from './money';
export { adjustmentFor, reconcile } from './reconcile';
export type { SeatAssignment } from './seatHolders';
export { seriesShifts, shifts, type ShiftOptions } from './shifts';
export { namesTeams, teamKey } from './teams';
export { depletion, depletionHorizon, poolDepletion } from './depletion';
export { expectedCurve, type ExpectedCurve, type Term } from './expectedCurve';
export { forecast, type ForecastOptions } from './forecast';
export { dailySeries, type SeriesOptions } from './series';
export {
  GUIDE_THRESHOLDS,
  alertText,
  levelOf,
  levelText,
  type LevelTerm,
  type Thresholds,
} from './alertLevel';
export { findAlerts, isStale, type AlertInput, type FoundAlert } from './alerts';
export { depletionText } from './alertTexts';
export { topUpOptions, type TopUp, type TopUpPrices } from './topUp';
export { registerAlerts, type Register } from './alertRegister';
export { burnBy, type BurnBy, type BurnPeriod, type BurnRow } from './burn';
export { budgetLines, readBudgets } from './budgets';
export { topConsumers, type ConsumerContext } from './topConsumers';
export { transferFor, type ProposedTransfer } from './transferFor';
export { monitorReview } from './review';
export { mondayOf } from './weeks';
export type * from './reviewTypes';
export type * from './types';
