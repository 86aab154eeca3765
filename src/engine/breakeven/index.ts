export {
  WORKING_YEAR,
  breakEven,
  ceiling,
  discountedSeat,
  exceeds,
  missingFigure,
  requireRate,
  unitCost,
} from './break-even';
export { recommendUnits, type UnitsRecommendation } from './recommend';
export { assess, unitsText, type Assessment } from './assess';
export { BREAK_EVEN_COLUMNS, breakEvenRows, breakEvenTable, type BreakEvenRow } from './table';
export { collectionRatioSentence, seatRatio, type FlexUse } from './collection-ratio';
