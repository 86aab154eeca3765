import * as compliance from './compliance';
import * as monitor from './monitor';
import * as pool from './pool';
import * as portfolio from './portfolio';
import * as rates from './rates';
import * as renewal from './renewal';
import * as usage from './usage';

/** Every function by its id, which equals its name after FLEX. Ids never change once released. */
export const FUNCTIONS = {
  COMPLIANCE: compliance.complianceFindings,
  BURN: monitor.burned,
  DEPLETION: monitor.depletionDates,
  ALERT: monitor.alertOf,
  ANOMALIES: monitor.oddDays,
  PEAKRATIO: pool.peakToAverage,
  BUFFER: pool.bufferShare,
  POOLSIZE: pool.poolSize,
  STOCKOUT: pool.stockoutRisk,
  MISSIZE: pool.missized,
  TIERPRICE: pool.priceAtVolume,
  BESTBUY: pool.cheapestQuantity,
  PORTFOLIO: portfolio.cheapestMix,
  RATECARD: rates.rateCard,
  BREAKEVEN: rates.breakEvenUnits,
  CEILING: rates.flexCeiling,
  BREAKEVENTABLE: rates.breakEvenOverview,
  TOKENS: rates.tokensOf,
  COST: rates.costOf,
  RECOMMEND: rates.recommendation,
  NEGOTIATE: renewal.negotiationLevers,
  COMMIT: renewal.commitmentLevels,
  CARRYFORWARD: renewal.carriedForward,
  RATEFREEZE: renewal.rateFreeze,
  BILLED: usage.billed,
  SEGMENT: usage.segment,
  SEGMENTSUMMARY: usage.segmentSummary,
  BASELINE: usage.baseline,
  TOPUSERS: usage.topConsumers,
  REJECTED: usage.rejected,
} as const;

// The pane loads this file too, also where no Office is present.
if (typeof CustomFunctions !== 'undefined') {
  for (const [id, run] of Object.entries(FUNCTIONS)) CustomFunctions.associate(id, run);
}
